//! What the variables of a root module are set to: tfvars files, flags, environment.

use super::constant;
use super::environment::Environment;
use super::error::Outcome;
use super::evaluator::{Evaluator, copied};
use super::module::Module;
use super::project::Project;
use super::scope::Scope;
use super::types::Type;
use super::{Given, Inputs, instance::Instance};
use crate::evaluate::{LinkKind, Origin, Reason, Value};
use crate::parse::hcl;
use crate::parse::hcl::ast::Expr;
use crate::source::{Diagnostic, FileId, FileKind, Level, Sources, Span};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

/// Names listed in one message.
const NAMES: usize = 8;

/// The inputs of one root module.
#[derive(Debug, Default)]
pub(super) struct RootInputs {
    /// The last thing each variable was set to.
    set: BTreeMap<Arc<str>, Setting>,
    /// Paths of the files that it was read from.
    pub(super) files: BTreeSet<Arc<str>>,
    /// `terraform.workspace`, where it is known.
    pub(super) workspace: Option<Arc<str>>,
    /// Truth values that count instead of those written at these places.
    pub(super) assumed: BTreeMap<Span, bool>,
}

/// What a variable was set to.
#[derive(Debug)]
enum Setting {
    /// In a file, evaluated.
    Value(Value),
    /// By flag or environment: text that is read as the variable's type asks.
    Text(Arc<str>, FileId),
}

impl RootInputs {
    /// Reads the inputs of the root in `dir`: environment, then `terraform.tfvars`, `terraform.tfvars.json`,
    /// `*.auto.tfvars` and `*.auto.tfvars.json` by name, then the environment's files, then files and values in the order they were given;
    /// later ones win, and replace the whole value.
    pub(super) fn read(
        sources: &Sources,
        dir: &str,
        module: Option<&Module>,
        inputs: &Inputs,
        environment: Option<&Environment>,
    ) -> (RootInputs, Vec<Diagnostic>) {
        let (workspace, assumed) = (inputs.workspace.clone(), inputs.assumed.clone());
        let mut read = RootInputs { workspace, assumed, ..RootInputs::default() };
        let mut diagnostics = Vec::new();
        for (name, text) in &inputs.environment {
            read.set_text(sources, &format!("TF_VAR_{name}"), name, text);
        }
        let of_environment = environment.map(|environment| environment.files(dir)).unwrap_or_default();
        for path in automatic_files(sources, dir).iter().chain(of_environment) {
            match sources.load(path) {
                Ok(id) if sources.file(id).is_locked() => {}
                Ok(id) => {
                    let names = read.read_file(sources, id, &mut diagnostics);
                    diagnostics.extend(module.and_then(|module| undeclared(module, &names)));
                }
                Err(error) => diagnostics.push(unreadable(path, &error)),
            }
        }
        for given in &inputs.given {
            match given {
                Given::Value(name, text) => read.set_text(sources, &format!("--var {name}"), name, text),
                Given::File(path) => match sources.load(path) {
                    Ok(id) => {
                        read.read_file(sources, id, &mut diagnostics);
                    }
                    Err(error) => diagnostics.push(unreadable(path, &error)),
                },
            }
        }
        (read, diagnostics)
    }

    /// Keeps a text with a place of its own, so that its origin can be shown.
    fn set_text(&mut self, sources: &Sources, place: &str, name: &Arc<str>, text: &Arc<str>) {
        let file = sources.add(&format!("<{place}>"), FileKind::Text, text);
        self.set.insert(name.clone(), Setting::Text(text.clone(), file));
    }

    /// Reads a file; says what it sets and where.
    fn read_file(
        &mut self,
        sources: &Sources,
        id: FileId,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Vec<(Arc<str>, Span)> {
        self.files.insert(sources.file(id).path.clone());
        let (file, found) = hcl::parse(sources, id);
        diagnostics.extend(found);
        for block in &file.body.blocks {
            let message = format!("a `{}` block has no place in a file of values", block.kind.text);
            let found = Diagnostic::at(Level::Error, "terraform-input", block.header, message);
            diagnostics.push(found.with_help("write `name = value` here, and the block in a .tf file"));
        }
        let mut names = Vec::new();
        for attribute in file.body.attributes {
            let name = attribute.name.text;
            let value = constant_value(sources, &attribute.value, &self.assumed).unwrap_or_else(|error| {
                let found = Diagnostic::at(Level::Error, "terraform-input", error.span, error.message);
                diagnostics.push(found.with_help("Terraform takes only values here"));
                Value::unknown(Reason::Error, Origin::literal(attribute.value.span))
            });
            names.push((name.clone(), attribute.name.span));
            let value = copied(value, LinkKind::Input(name.clone()), attribute.span);
            self.set.insert(name, Setting::Value(value));
        }
        names
    }

    /// Sets a variable to a value from elsewhere.
    pub(super) fn set(&mut self, name: Arc<str>, value: Value) {
        self.set.insert(name, Setting::Value(value));
    }

    /// Sets a variable that nothing else sets.
    pub(super) fn set_weakly(&mut self, name: Arc<str>, value: Value) {
        self.set.entry(name).or_insert(Setting::Value(value));
    }

    /// The value a variable is set to, if it is; `declared` is where.
    pub(super) fn value(
        &self,
        sources: &Sources,
        name: &str,
        constraint: Option<&Type>,
        declared: Span,
    ) -> Option<Outcome<Value>> {
        let (text, file) = match self.set.get(name)? {
            Setting::Value(value) => return Some(Ok(value.clone())),
            Setting::Text(text, file) => (text, *file),
        };
        let span = Span::new(file, 0, text.len());
        // The text of a variable without a type, or of a primitive one, is a string; else it is an expression.
        let value = match constraint {
            None | Some(Type::String | Type::Number | Type::Bool) => {
                Ok(Value::string(text.clone(), Origin::literal(span)))
            }
            Some(_) => match hcl::parse_expression(file, text, 0) {
                Ok(expr) => constant_value(sources, &expr, &self.assumed),
                Err(found) => super::error::refuse(found.span.unwrap_or(span), found.message),
            },
        };
        // What was typed on a command line is in no file: the declaration is the nearest place to it.
        Some(value.map(|value| copied(value, LinkKind::Given(name.into()), declared)))
    }

    /// The names that are set by flag and that no root module of the run declares, in words.
    pub(super) fn declared_nowhere(project: &Project, inputs: &Inputs) -> Vec<Diagnostic> {
        let declares = |root: &Arc<str>, name: &Arc<str>| {
            project.module(root).is_some_and(|module| module.variables.contains_key(name))
        };
        let names = inputs.given.iter().filter_map(|given| match given {
            Given::Value(name, _) => Some(name),
            Given::File(_) => None,
        });
        let unknown = names.filter(|name| !project.roots.iter().any(|root| declares(root, name)));
        let message = |name| format!("--var {name}: no root module declares this variable");
        unknown
            .map(|name| Diagnostic {
                level: Level::Warning,
                code: "terraform-input",
                message: message(name),
                span: None,
                path: None,
                help: None,
            })
            .collect()
    }
}

/// The value of an expression that sees nothing.
fn constant_value(sources: &Sources, expr: &Expr, assumed: &BTreeMap<Span, bool>) -> Outcome<Value> {
    constant::check(expr)?;
    let inputs = RootInputs { assumed: assumed.clone(), ..RootInputs::default() };
    let project = Project::default();
    let evaluator = Evaluator::new(&project, sources, &inputs, ".".into());
    let module = Module::default();
    let scope = Scope::of(Rc::new(Instance::new(&module, None, None)));
    evaluator.evaluate(expr, &scope)
}

fn unreadable(path: &str, error: &crate::source::ReadError) -> Diagnostic {
    Diagnostic::on_path(Level::Error, "var-file", path, error.to_string())
}

/// A note on the names that a file sets and the module does not declare; Terraform passes over them too.
fn undeclared(module: &Module, names: &[(Arc<str>, Span)]) -> Option<Diagnostic> {
    let unknown: Vec<&(Arc<str>, Span)> =
        names.iter().filter(|(name, _)| !module.variables.contains_key(name)).collect();
    let (_, first) = unknown.first()?;
    let listed: Vec<&str> = unknown.iter().take(NAMES).map(|(name, _)| &**name).collect();
    let more = match unknown.len().saturating_sub(NAMES) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let message = format!("sets what no variable block here declares: {}{more}", listed.join(", "));
    Some(Diagnostic::at(Level::Note, "terraform-input", *first, message))
}

/// Whether Terraform reads a file of this name without being told.
pub(super) fn is_automatic(name: &str) -> bool {
    let fixed = ["terraform.tfvars", "terraform.tfvars.json"];
    fixed.contains(&name) || name.ends_with(".auto.tfvars") || name.ends_with(".auto.tfvars.json")
}

fn automatic_files(sources: &Sources, dir: &str) -> Vec<Arc<str>> {
    let mut names: Vec<String> =
        sources.list(dir).into_iter().filter(|entry| !entry.is_dir).map(|entry| entry.name).collect();
    names.sort();
    let fixed = ["terraform.tfvars", "terraform.tfvars.json"];
    let automatic = names.iter().filter(|name| is_automatic(name) && !fixed.contains(&name.as_str()));
    let present = fixed.into_iter().filter(|fixed| names.iter().any(|name| name == fixed));
    let all = present.map(str::to_owned).chain(automatic.cloned());
    all.map(|name| super::module_source::join(dir, &name).into()).collect()
}
