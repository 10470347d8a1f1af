//! Terragrunt: a `terragrunt.hcl` names a module and its inputs. The module is evaluated with them, under the
//! directory of that file. Nothing is executed; what a file has that would need it is counted.

mod config;
mod functions;
mod merge;

use super::evaluator::Evaluator;
use super::inputs::RootInputs;
use super::module_source::{self, ModuleSources, join, normalised};
use super::project::{NotFollowed, Project};
use super::{EvaluatedModule, Inputs, ModuleCall};
use crate::evaluate::{Data, LinkKind, Origin, Part, Reason, Unknown, Value};
use crate::source::{Diagnostic, FileId, FileKind, Level, Sources, Span, directory};
use config::{Config, Reader};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What the source of a unit is called among module calls: the block that sets it.
pub(super) const CALL: &str = "terraform";

/// What a directory's `terragrunt.hcl` says is applied there.
#[derive(Debug)]
pub(super) struct Unit {
    /// The directory that holds the file.
    pub(super) dir: Arc<str>,
    /// The directory of its module, or why that cannot be followed.
    pub(super) module: Result<Arc<str>, NotFollowed>,
    /// The source as it was worked out.
    source: Option<Arc<str>>,
    /// Where the source is set.
    header: Span,
    /// What variables are set to.
    inputs: BTreeMap<Arc<str>, Value>,
    /// Something that may set further variables could not be read: this unknown stands for them.
    rest: Option<Value>,
}

/// The units among `files`, ordered by directory, and what there is to say of them.
pub(super) fn units(
    sources: &Sources,
    files: &[FileId],
    mapped: &ModuleSources,
) -> (Vec<Unit>, Vec<Diagnostic>) {
    let kind = |id: &&FileId| sources.file(**id).kind == FileKind::Terragrunt;
    let mut paths: Vec<Arc<str>> =
        files.iter().filter(kind).map(|id| sources.file(*id).path.clone()).collect();
    paths.sort();
    let reader = Reader::new(sources);
    let read: Vec<(Arc<str>, Config)> =
        paths.into_iter().filter_map(|path| Some((path.clone(), reader.unit(&path)?))).collect();
    // A file that others include is no unit of its own.
    let own = read.into_iter().filter(|(path, _)| !reader.is_included(path));
    let units: Vec<Unit> = own.filter_map(|(path, config)| unit(sources, mapped, &path, config)).collect();
    let overlaid = |unit: &&Unit| {
        unit.module.as_ref().is_ok_and(|dir| *dir != unit.dir) && holds_module(sources, &unit.dir)
    };
    for unit in units.iter().filter(overlaid) {
        reader.pass_over("Terraform directory copied over a module".to_owned(), unit.header);
    }
    let mut diagnostics = reader.take_diagnostics();
    let top = sources.top().to_string_lossy();
    diagnostics.iter_mut().for_each(|found| found.message = from_here(&found.message, &top));
    diagnostics.extend(reader.passed_over().map(|message| Diagnostic {
        level: Level::Note,
        code: "terragrunt",
        message,
        span: None,
        path: None,
        help: Some("nothing is executed; what depends on them is unknown".to_owned()),
    }));
    (units, diagnostics)
}

fn unit(sources: &Sources, mapped: &ModuleSources, path: &str, config: Config) -> Option<Unit> {
    let dir: Arc<str> = directory(path).into();
    let top = sources.top().to_string_lossy();
    let header = config.source.as_ref().map_or(config.place, |(_, span)| *span);
    let (module, source) = match &config.source {
        Some((value, _)) => match value.as_str() {
            Some(text) => (located(sources, mapped, &dir, text), Some(from_here(text, &top).into())),
            None => (Err("its source depends on what is not known here".into()), None),
        },
        None if holds_module(sources, &dir) => (Ok(dir.clone()), None),
        None => return None,
    };
    let mut inputs = BTreeMap::new();
    let mut rest = config.incomplete;
    match config.inputs.map(|value| (value.data, value.origin)) {
        None => {}
        Some((Data::Mapping(_, entries), _)) => {
            for (name, value) in entries.iter() {
                let span = value.origin.span();
                let value = super::evaluator::copied(value.clone(), LinkKind::Input(name.clone()), span);
                inputs.insert(name.clone(), anywhere(value, &top));
            }
        }
        Some((_, origin)) => {
            rest = rest.or_else(|| Some(Value::unknown(Reason::Terragrunt, Origin::literal(origin.span()))));
        }
    }
    Some(Unit { dir, module, source, header, inputs, rest })
}

/// The directory that a source leads to from the unit's.
fn located(
    sources: &Sources,
    mapped: &ModuleSources,
    dir: &str,
    source: &str,
) -> Result<Arc<str>, NotFollowed> {
    let remote = || "its source is remote; map it with `module_sources`".into();
    if let Some(dir) = mapped.directory(source) {
        return Ok(dir);
    }
    if source.contains("::") || source.contains("://") {
        return Err(remote());
    }
    let path = source.split('?').next().unwrap_or_default();
    let found = match path.strip_prefix('/') {
        Some(_) => config::from_top(sources, dir, path),
        None => Some(module_source::local(dir, path).unwrap_or_else(|| normalised(&join(dir, path)))),
    };
    match found {
        Some(found) if holds_module(sources, &found) => Ok(found),
        Some(found) if module_source::local(dir, path).is_some() => {
            Err(format!("{found} holds no Terraform files, or may not be read").into())
        }
        _ => Err(remote()),
    }
}

fn holds_module(sources: &Sources, dir: &str) -> bool {
    let is_ours =
        |name: &str| matches!(FileKind::of_name(name), Some(FileKind::Terraform | FileKind::TerraformJson));
    sources.list(dir).iter().any(|entry| !entry.is_dir && is_ours(&entry.name))
}

impl Unit {
    /// Evaluates the unit's module with its inputs, which are weaker than all that Terraform reads by itself.
    pub(super) fn evaluate(&self, project: &Project, sources: &Sources, inputs: &Inputs) -> EvaluatedModule {
        let followed = self.module.clone().and_then(|dir| {
            let missing = || NotFollowed::from(format!("{dir} holds no Terraform files, or may not be read"));
            let module = project.module(&dir).filter(|module| !module.is_empty()).ok_or_else(missing)?;
            Ok((dir, module))
        });
        let mut evaluated = match &followed {
            Ok((dir, module)) => {
                let (mut inputs, diagnostics) = RootInputs::read(sources, dir, Some(module), inputs, None);
                for (name, value) in &self.inputs {
                    inputs.set_weakly(name.clone(), value.clone());
                }
                for (name, unknown) in module.variables.keys().zip(std::iter::repeat(&self.rest)) {
                    unknown.iter().for_each(|unknown| inputs.set_weakly(name.clone(), unknown.clone()));
                }
                let evaluator = Evaluator::new(project, sources, &inputs, dir.clone());
                super::evaluate_module(evaluator.labelled(self.dir.clone()), module, diagnostics)
            }
            Err(_) => EvaluatedModule::empty(self.dir.clone()),
        };
        evaluated.calls.push(ModuleCall {
            address: CALL.into(),
            source: self.source.clone(),
            header: self.header,
            not_followed: followed.err(),
            arguments: None,
        });
        evaluated
    }
}

/// A text for people, with `.` for where the top of the sources lies on this machine.
fn from_here(text: &str, top: &str) -> String {
    if top.len() > 1 { text.replace(top, ".") } else { text.to_owned() }
}

/// The value as it is on any machine: where the top of the sources lies is a hole in the texts that name it.
fn anywhere(value: Value, top: &str) -> Value {
    let data = match &value.data {
        Data::String(text) if top.len() > 1 && text.contains(top) => {
            let above = Value::unknown(Reason::Computed, value.origin.clone());
            let mut parts = Vec::new();
            for (at, text) in text.split(top).enumerate() {
                parts.extend((at > 0).then(|| Part::Hole(above.clone())));
                parts.extend((!text.is_empty()).then(|| Part::Text(text.into())));
            }
            Data::Unknown(Arc::new(Unknown { not_null: true, parts, ..Unknown::because(Reason::Computed) }))
        }
        Data::Sequence(kind, items) => {
            let items = items.iter().map(|item| anywhere(item.clone(), top)).collect();
            Data::Sequence(*kind, Arc::new(items))
        }
        Data::Mapping(kind, entries) => {
            let entries = entries.iter().map(|(name, entry)| (name.clone(), anywhere(entry.clone(), top)));
            Data::Mapping(*kind, Arc::new(entries.collect()))
        }
        _ => return value,
    };
    Value { data, ..value }
}
