//! The variables a plan was made with.

use super::document::Plan;
use super::values::{Trees, scalar_text};
use crate::evaluate::terraform::evaluator::{Evaluator, copied};
use crate::evaluate::terraform::inputs::RootInputs;
use crate::evaluate::terraform::instance::Instance;
use crate::evaluate::terraform::module::Module;
use crate::evaluate::terraform::project::Project;
use crate::evaluate::terraform::{Given, Inputs};
use crate::evaluate::{Data, LinkKind, Origin, Value};
use crate::source::{Diagnostic, Sources};
use std::rc::Rc;
use std::sync::Arc;

/// Files of values that are tried.
const MAX_FILES: usize = 32;

/// The inputs of a root module as they were when the plan was made: of the files of values beside it the one that
/// comes closest is taken to be the one that was given, if it comes closer than none.
pub(super) fn inputs(
    plan: &Plan<'_>,
    root: &Module,
    project: &Project,
    sources: &Sources,
    inputs: &Inputs,
) -> (RootInputs, Vec<Diagnostic>) {
    let with = |file: Option<&str>| {
        let mut inputs = inputs.clone();
        inputs.given.splice(0..0, file.map(|path| Given::File(path.into())));
        let (read, diagnostics) = RootInputs::read(sources, &root.dir, Some(root), &inputs, None);
        let given = given(plan, &Evaluator::new(project, sources, &read, root.dir.clone()), root);
        (read, diagnostics, given)
    };
    let mut best = with(None);
    for path in files(sources, &root.dir) {
        if best.2.is_empty() {
            break;
        }
        let other = with(Some(&path));
        if other.2.len() < best.2.len() {
            best = other;
        }
    }
    let (mut read, diagnostics, given) = best;
    given.into_iter().for_each(|(name, value)| read.set(name, value));
    (read, diagnostics)
}

/// The files of values beside a root module, and one directory below it, that Terraform does not read by itself.
fn files(sources: &Sources, dir: &str) -> Vec<String> {
    let path = |dir: &str, name: &str| if dir == "." { name.to_owned() } else { format!("{dir}/{name}") };
    let is_values = |name: &str| {
        let stem = name.strip_suffix(".json").unwrap_or(name).strip_suffix(".tfvars");
        stem.is_some_and(|stem| stem != "terraform" && !stem.ends_with(".auto"))
    };
    let within = |dir: &str| {
        let entries = sources.list(dir).into_iter().filter(|entry| !entry.name.starts_with('.'));
        entries.partition::<Vec<_>, _>(|entry| entry.is_dir)
    };
    let (below, own) = within(dir);
    let mut found: Vec<String> =
        own.iter().filter(|entry| is_values(&entry.name)).map(|entry| path(dir, &entry.name)).collect();
    for inner in below.iter().take(MAX_FILES).map(|entry| path(dir, &entry.name)) {
        let (_, files) = within(&inner);
        found.extend(
            files.iter().filter(|entry| is_values(&entry.name)).map(|entry| path(&inner, &entry.name)),
        );
    }
    found.truncate(MAX_FILES);
    found
}

/// The values of those variables that the sources alone come to something else for: they were given by flag or
/// environment, which is in no file, so the declaration is the nearest place to them.
fn given(plan: &Plan<'_>, evaluator: &Evaluator<'_>, module: &Module) -> Vec<(Arc<str>, Value)> {
    let instance = Rc::new(Instance::new(module, None, None));
    let mut given = Vec::new();
    for (name, block) in &module.variables {
        let Some(node) = plan.variables.get(&**name) else { continue };
        let planned = Trees { values: Some(node), unknown: None, sensitive: None }.value(node.span);
        let own = evaluator.variable(&instance, name, block.header);
        if own.is_ok_and(|own| same(&own, &planned)) {
            continue;
        }
        let origin = Origin::new(LinkKind::Computed, block.header, Vec::new());
        let value = super::mapped::all_from(&planned, &origin);
        given.push((name.clone(), copied(value, LinkKind::Given(name.clone()), block.header)));
    }
    given
}

/// Whether two values are the same but for their types. Entries that are null are left out of plans.
fn same(own: &Value, planned: &Value) -> bool {
    match (&own.data, &planned.data) {
        (Data::Null, Data::Null) => true,
        (Data::Sequence(_, items), Data::Sequence(_, others)) => {
            items.len() == others.len()
                && items.iter().zip(others.iter()).all(|(one, other)| same(one, other))
        }
        (Data::Mapping(_, entries), Data::Mapping(_, others)) => {
            others.keys().all(|key| entries.contains_key(key))
                && entries.iter().all(|(key, one)| match others.get(key) {
                    Some(other) => same(one, other),
                    None => matches!(one.data, Data::Null),
                })
        }
        _ => scalar_text(own).is_some_and(|text| scalar_text(planned) == Some(text)),
    }
}
