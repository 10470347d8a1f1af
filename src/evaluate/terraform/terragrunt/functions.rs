//! The names and functions that Terragrunt adds to Terraform's. Those that run something, or ask somebody, give an
//! unknown value and are counted.

use super::config::{From, Reader, from_top};
use crate::evaluate::terraform::error::{Outcome, refuse};
use crate::evaluate::terraform::host::Host;
use crate::evaluate::terraform::module_source::{join, normalised};
use crate::evaluate::{Data, LinkKind, MappingKind, Origin, Reason, Value};
use crate::source::{Span, directory};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Functions that need a process, a network, a secret or the machine.
const OUTSIDE: [&str; 17] = [
    "get_aws_account_alias",
    "get_aws_account_id",
    "get_aws_caller_identity_arn",
    "get_aws_caller_identity_user_id",
    "get_default_retryable_errors",
    "get_platform",
    "get_terraform_cli_args",
    "get_terraform_command",
    "get_terraform_commands_that_need_input",
    "get_terraform_commands_that_need_locking",
    "get_terraform_commands_that_need_parallelism",
    "get_terraform_commands_that_need_vars",
    "get_terragrunt_source_cli_flag",
    "get_working_dir",
    "read_tfvars_file",
    "run_cmd",
    "sops_decrypt_file",
];

/// A file that is included: its label, its directory, its values if they are exposed.
type Seen = (Option<Arc<str>>, Arc<str>, Option<Value>);

/// What a file's expressions see.
pub(super) struct Names<'r, 's> {
    reader: &'r Reader<'s>,
    from: &'r From,
    includes: Vec<Seen>,
}

impl<'r, 's> Names<'r, 's> {
    pub(super) fn new(reader: &'r Reader<'s>, from: &'r From, includes: Vec<Seen>) -> Names<'r, 's> {
        Names { reader, from, includes }
    }

    /// The exposed values of included files: by label, or of the only one without a label.
    fn include(&self, span: Span) -> Value {
        let exposed = || self.includes.iter().filter_map(|(label, _, value)| Some((label, value.as_ref()?)));
        if let Some((None, value)) = exposed().next() {
            return value.clone();
        }
        let labelled = exposed().filter_map(|(label, value)| Some((label.clone()?, value.clone())));
        let entries: BTreeMap<Arc<str>, Value> = labelled.collect();
        Value::new(Data::Mapping(MappingKind::Resource, Arc::new(entries)), computed(span))
    }

    /// The directory of the included file that a function means: its own, the one of that label, or the first.
    fn parent(&self, args: &[Value]) -> Option<Arc<str>> {
        let label = args.first().and_then(Value::as_str);
        let mut includes = self.includes.iter();
        let found = includes.find(|(own, _, _)| label.is_none() || own.as_deref() == label);
        self.from.included.clone().or_else(|| found.map(|(_, dir, _)| dir.clone()))
    }

    /// A directory as Terragrunt gives it: from the root of the file system.
    fn absolute(&self, dir: &str) -> String {
        let top = self.reader.sources.top();
        let full = if dir == "." { top.to_path_buf() } else { top.join(dir) };
        full.to_string_lossy().into_owned()
    }

    /// `find_in_parent_folders(name, fallback)`.
    fn find(&self, args: &[Value], span: Span) -> Outcome<Value> {
        let wanted = match args.first().map(|arg| (arg, arg.as_str())) {
            None => "terragrunt.hcl",
            Some((_, Some(name))) => name,
            Some((arg, None)) => return Ok(unknown(arg, span)),
        };
        let mut dir = self.from.unit.clone();
        while &*dir != "." && !dir.starts_with("..") {
            dir = directory(&dir).into();
            let path = normalised(&join(&dir, wanted));
            let (folder, name) = path.rsplit_once('/').unwrap_or((".", &path));
            if self.reader.sources.list(folder).iter().any(|entry| entry.name == name) {
                return Ok(Value::string(self.absolute(&path), computed(span)));
            }
        }
        match args.get(1) {
            Some(fallback) => Ok(fallback.clone()),
            None => {
                refuse(span, format!("find_in_parent_folders(): there is no {wanted} in a directory above"))
            }
        }
    }

    /// `read_terragrunt_config(path, fallback)`.
    fn read(&self, args: &[Value], span: Span) -> Outcome<Value> {
        let Some(path) = args.first() else { return refuse(span, "read_terragrunt_config() needs a path") };
        let Some(text) = path.as_str() else { return Ok(unknown(path, span)) };
        let file = from_top(self.reader.sources, &self.from.unit, text);
        let config = file.and_then(|file| {
            let from = From { unit: directory(&file).into(), included: None, depth: self.from.depth + 1 };
            self.reader.read(&file, &from)
        });
        match (config, args.get(1)) {
            (Some(config), _) => Ok(config.as_value()),
            (None, Some(fallback)) => Ok(fallback.clone()),
            (None, None) => refuse(span, format!("read_terragrunt_config(): {text} cannot be read here")),
        }
    }

    fn outside(&self, name: &str, span: Span) -> Outcome<Value> {
        self.reader.pass_over(format!("{name}()"), span);
        Ok(Value::unknown(Reason::Function(name.into()), computed(span)))
    }
}

impl Host for Names<'_, '_> {
    fn value(&self, name: &str, span: Span) -> Option<Value> {
        match name {
            "include" => Some(self.include(span)),
            "dependency" | "feature" | "unit" | "stack" | "values" => {
                Some(Value::unknown(Reason::Terragrunt, computed(span)))
            }
            _ => None,
        }
    }

    fn call(&self, name: &str, args: &[Value], span: Span) -> Option<Outcome<Value>> {
        let text = |text: String| Some(Ok(Value::string(text, computed(span))));
        let unit = &*self.from.unit;
        match name {
            "find_in_parent_folders" => Some(self.find(args, span)),
            "read_terragrunt_config" => Some(self.read(args, span)),
            "get_terragrunt_dir" | "get_original_terragrunt_dir" => text(self.absolute(unit)),
            "get_parent_terragrunt_dir" => {
                text(self.absolute(&self.parent(args).unwrap_or_else(|| unit.into())))
            }
            "path_relative_to_include" => {
                text(self.parent(args).map_or_else(|| ".".to_owned(), |parent| relative(&parent, unit)))
            }
            "path_relative_from_include" => {
                text(self.parent(args).map_or_else(|| ".".to_owned(), |parent| relative(unit, &parent)))
            }
            "get_repo_root" => text(self.absolute(".")),
            "get_path_from_repo_root" => text(unit.to_owned()),
            "get_path_to_repo_root" => text(relative(unit, ".")),
            "mark_as_read" => args.first().cloned().map(Ok),
            "get_env" => match args.get(1) {
                Some(fallback) => Some(Ok(fallback.clone())),
                None => Some(self.outside(name, span)),
            },
            _ if OUTSIDE.contains(&name) => Some(self.outside(name, span)),
            _ => None,
        }
    }
}

fn computed(span: Span) -> Origin {
    Origin::new(LinkKind::Computed, span, Vec::new())
}

fn unknown(from: &Value, span: Span) -> Value {
    crate::evaluate::terraform::expression::unknown_from(std::slice::from_ref(from), span)
}

/// The way from one directory to another; both from the top.
fn relative(from: &str, to: &str) -> String {
    let segments = |path: &str| -> Vec<String> {
        path.split('/').filter(|segment| *segment != ".").map(str::to_owned).collect()
    };
    let (from, to) = (segments(from), segments(to));
    let common = from.iter().zip(&to).take_while(|(one, other)| one == other).count();
    let up = std::iter::repeat_n("..".to_owned(), from.len() - common);
    let way: Vec<String> = up.chain(to.into_iter().skip(common)).collect();
    if way.is_empty() { ".".to_owned() } else { way.join("/") }
}
