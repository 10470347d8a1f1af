//! What the variables of a root module are set to: tfvars files, flags, environment.

use super::evaluator::{Evaluator, copied};
use super::project::Project;
use super::scope::Scope;
use super::types::Type;
use super::{Inputs, instance::Instance};
use crate::evaluate::{LinkKind, Origin, Value};
use crate::parse::hcl;
use crate::source::{Diagnostic, FileId, FileKind, Level, Sources};
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

/// The inputs of one root module.
#[derive(Debug, Default)]
pub(super) struct RootInputs {
    /// Values from files, evaluated.
    values: BTreeMap<Arc<str>, Value>,
    /// Values from flags and environment: text that is read as the variable's type asks.
    texts: BTreeMap<Arc<str>, (Arc<str>, FileId)>,
    /// `terraform.workspace`.
    pub(super) workspace: Arc<str>,
}

impl RootInputs {
    /// Reads the inputs of the root in `dir`: environment, then `terraform.tfvars`, `terraform.tfvars.json`,
    /// `*.auto.tfvars(.json)` by name, then files and values given by flag; later ones win.
    pub(super) fn read(sources: &Sources, dir: &str, inputs: &Inputs) -> (RootInputs, Vec<Diagnostic>) {
        let mut read = RootInputs { workspace: inputs.workspace.clone(), ..RootInputs::default() };
        let mut diagnostics = Vec::new();
        for (name, value) in &inputs.environment {
            read.texts.insert(name.clone(), (value.clone(), inputs.place(sources, "TF_VAR_", name, value)));
        }
        for path in automatic_files(sources, dir) {
            if let Ok(id) = sources.load(&path) {
                read.read_file(sources, id, &mut diagnostics);
            }
        }
        for path in &inputs.files {
            match sources.load(path) {
                Ok(id) => read.read_file(sources, id, &mut diagnostics),
                Err(error) => diagnostics.push(Diagnostic::on_path(
                    Level::Error,
                    "var-file",
                    &**path,
                    error.to_string(),
                )),
            }
        }
        for (name, value) in &inputs.values {
            read.values.remove(name);
            read.texts.insert(name.clone(), (value.clone(), inputs.place(sources, "--var ", name, value)));
        }
        (read, diagnostics)
    }

    fn read_file(&mut self, sources: &Sources, id: FileId, diagnostics: &mut Vec<Diagnostic>) {
        let (file, found) = hcl::parse(sources, id);
        diagnostics.extend(found);
        // A tfvars file holds literals: no variable, local or resource is in sight.
        let project = Project::default();
        let inputs = RootInputs::default();
        let evaluator = Evaluator::new(&project, sources, &inputs, ".".into());
        let module = super::module::Module::default();
        let scope = Scope::of(Rc::new(Instance::new(&module, None, None)));
        for attribute in file.body.attributes {
            let value = evaluator.settle(evaluator.evaluate(&attribute.value, &scope), attribute.value.span);
            let name = attribute.name.text;
            self.texts.remove(&name);
            self.values.insert(name.clone(), copied(value, LinkKind::Input(name), attribute.span));
        }
        diagnostics.extend(evaluator.diagnostics.into_inner());
    }

    /// The value a variable is set to, if it is.
    pub(super) fn value(&self, name: &str, constraint: Option<&Type>) -> Option<Value> {
        if let Some(value) = self.values.get(name) {
            return Some(value.clone());
        }
        let (text, file) = self.texts.get(name)?;
        let span = crate::source::Span::new(*file, 0, text.len());
        let literal = || Value::string(text.clone(), Origin::literal(span));
        // Only a variable of a structural type has its text read as an expression.
        let structural =
            !matches!(constraint, None | Some(Type::String | Type::Number | Type::Bool | Type::Any));
        let parsed = if structural { hcl::parse_expression(*file, text, 0).ok() } else { None };
        let value = parsed.map_or_else(literal, |expr| {
            let (project, inputs, sources) = (Project::default(), RootInputs::default(), Sources::new("."));
            let evaluator = Evaluator::new(&project, &sources, &inputs, ".".into());
            let module = super::module::Module::default();
            let scope = Scope::of(Rc::new(Instance::new(&module, None, None)));
            evaluator.evaluate(&expr, &scope).unwrap_or_else(|_| literal())
        });
        Some(copied(value, LinkKind::Input(name.into()), span))
    }
}

impl Inputs {
    /// A place for a value that stands in no file, so that its origin can be shown.
    fn place(&self, sources: &Sources, prefix: &str, name: &str, value: &str) -> FileId {
        sources.add(&format!("<{prefix}{name}>"), FileKind::Text, value)
    }
}

fn automatic_files(sources: &Sources, dir: &str) -> Vec<String> {
    let mut names: Vec<String> =
        sources.list(dir).into_iter().filter(|entry| !entry.is_dir).map(|entry| entry.name).collect();
    names.sort();
    let fixed = ["terraform.tfvars", "terraform.tfvars.json"];
    let automatic =
        names.iter().filter(|name| name.ends_with(".auto.tfvars") || name.ends_with(".auto.tfvars.json"));
    let present = fixed.into_iter().filter(|fixed| names.iter().any(|name| name == fixed));
    let all = present.map(str::to_owned).chain(automatic.cloned());
    all.map(|name| if dir == "." { name } else { format!("{dir}/{name}") }).collect()
}
