//! Terraform's built-in functions.
//!
//! A function hands an element through with its own origin, and gives what it computed an origin at the call with
//! all that it was computed from. Arguments are converted and checked here, by each function's signature.

use super::types::{self, Type, convert, is_sensitive};
use crate::evaluate::{Data, LinkKind, Origin, Reason, Unknown, Value};
use crate::source::{FileId, Sources, Span};
use std::collections::BTreeMap;
use std::sync::Arc;

mod arguments;
mod conversion;
mod csv;
mod encoding;
mod files;
mod format;
mod former;
pub(super) mod glob;
mod hash;
mod hcl_text;
mod json;
mod lists;
mod manifests;
mod mappings;
mod network;
mod numeric;
mod partial;
mod pattern;
mod pattern_syntax;
mod replace;
mod returns;
mod sets;
mod strings;
#[cfg(test)]
mod tests;
mod time;
mod yaml;
mod yaml_tabs;
mod yaml_text;

pub(crate) use arguments::Arguments;
use arguments::Signature;

/// Longest text a function may give, in bytes.
const MAX_TEXT: usize = 10_000_000;
/// Most elements a function may give.
const MAX_ELEMENTS: usize = 1_000_000;

/// What a call can see.
pub struct CallContext<'a> {
    /// The whole call.
    pub span: Span,
    /// The files that may be read.
    pub sources: &'a Sources,
    /// Directory of the root module relative to the top: what relative paths in `file()` start from.
    pub root_dir: &'a str,
    /// Renders templates for `templatefile` and `templatestring`.
    pub templates: &'a dyn TemplateRenderer,
    /// As Terraform answers: nothing is known of what follows from a text that is known in part.
    pub strict: bool,
}

/// What evaluates the text of a template; the evaluator implements it.
pub trait TemplateRenderer {
    /// The value of the template in `file`, which sees nothing but `variables`.
    ///
    /// # Errors
    /// Where Terraform would refuse the template; the message names the place in it.
    fn render_file(
        &self,
        file: FileId,
        variables: &BTreeMap<Arc<str>, Value>,
    ) -> Result<Value, FunctionError>;

    /// The same for a template held in a string value.
    ///
    /// # Errors
    /// Where Terraform would refuse the template.
    fn render_text(
        &self,
        template: &Value,
        variables: &BTreeMap<Arc<str>, Value>,
    ) -> Result<Value, FunctionError>;

    /// The values that a text in the syntax of a tfvars file defines.
    ///
    /// # Errors
    /// Where Terraform would refuse the text.
    fn definitions(&self, text: &str) -> Result<BTreeMap<Arc<str>, Value>, FunctionError>;
}

/// Why Terraform would refuse a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FunctionError {
    /// What is wrong, without the function's name.
    pub message: String,
    /// The argument at fault, counted from 0; none for the call as a whole.
    pub argument: Option<usize>,
    /// What the value of the call is instead: an error of the configuration, a file that is not there, a budget.
    pub reason: Reason,
}

impl FunctionError {
    /// An error of the call as a whole.
    pub fn new(message: impl Into<String>) -> FunctionError {
        FunctionError { message: message.into(), argument: None, reason: Reason::Error }
    }

    /// An error of one argument.
    pub fn at(argument: usize, message: impl Into<String>) -> FunctionError {
        FunctionError { argument: Some(argument), ..FunctionError::new(message) }
    }

    /// A result larger than any budget.
    pub fn limit(message: impl Into<String>) -> FunctionError {
        FunctionError { reason: Reason::Limit, ..FunctionError::new(message) }
    }
}

/// Functions of providers are named `provider::<provider>::<function>`. What most of them give is not known.
const PROVIDER: &str = "provider::";
/// Those of the provider that is built into Terraform.
const TERRAFORM_PROVIDER: &str = "provider::terraform::";

/// The function of that name, with or without the prefix `core::`. `try` and `can` are none of these: the evaluator has
/// them, because they do not evaluate all arguments.
fn signature(name: &str) -> Option<&'static Signature> {
    let name = name.strip_prefix("core::").unwrap_or(name);
    FAMILIES.iter().find_map(|family| family.iter().find(|signature| signature.name == name))
}

/// All but `try` and `can`: the evaluator has these, because they do not evaluate all arguments.
const FAMILIES: &[&[Signature]] = &[
    strings::FUNCTIONS,
    format::FUNCTIONS,
    lists::FUNCTIONS,
    mappings::FUNCTIONS,
    encoding::FUNCTIONS,
    json::FUNCTIONS,
    csv::FUNCTIONS,
    hcl_text::FUNCTIONS,
    conversion::FUNCTIONS,
    pattern::FUNCTIONS,
    replace::FUNCTIONS,
    sets::FUNCTIONS,
    numeric::FUNCTIONS,
    files::FUNCTIONS,
    hash::FUNCTIONS,
    network::FUNCTIONS,
    time::FUNCTIONS,
    yaml::FUNCTIONS,
    manifests::FUNCTIONS,
    former::FUNCTIONS,
];

/// Calls a function with evaluated arguments. Unknown arguments give unknown results that keep what can be said
/// of them.
///
/// # Errors
/// Where there is no such function, or Terraform would refuse the arguments.
pub fn call(name: &str, args: &[Value], context: &CallContext<'_>) -> Result<Value, FunctionError> {
    let Some(signature) = signature(name) else {
        if let Some(unknown) = name.strip_prefix(TERRAFORM_PROVIDER) {
            return Err(FunctionError::new(format!("the provider terraform has no function {unknown:?}")));
        }
        if name.starts_with(PROVIDER) {
            let origin = Origin::new(LinkKind::Computed, context.span, Value::contributing(args));
            let sensitive = args.iter().any(is_sensitive);
            return Ok(Value { sensitive, ..Value::unknown(Reason::Function(name.into()), origin) });
        }
        return Err(FunctionError::new(format!("there is no function named {name:?}")));
    };
    let result = signature.call(args, context)?;
    Ok(returns::reduced(signature.name, returns::typed(signature.name, result)))
}
