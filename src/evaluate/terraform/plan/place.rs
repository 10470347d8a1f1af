//! Where the sources of a plan lie, and what its resources are known under.

use super::document::Plan;
use super::{Diagnostic, Level, Project, Sources, Span};
use crate::evaluate::terraform::module::Module;
use crate::source::directory;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Names listed in one message.
const NAMES: usize = 8;

/// The place of a plan.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    /// The root module that the plan was made of, where it is here.
    pub(super) sources: Option<Arc<str>>,
    /// What the ids of its resources begin with.
    pub(super) label: Arc<str>,
}

/// Finds the sources of all plans, and takes them out of the roots that are evaluated for themselves. Resources
/// are known under the root's directory, else under the plan's; where several plans, or a plan and a root, would
/// share it, under the plan's path.
pub(super) fn all(project: &mut Project, sources: &Sources, plans: &[Plan<'_>]) -> Vec<Placed> {
    let found: Vec<Option<Arc<str>>> = plans.iter().map(|plan| find(project, sources, plan)).collect();
    project.roots.retain(|root| !found.iter().flatten().any(|planned| planned == root));
    let paths: Vec<Arc<str>> = plans.iter().map(|plan| sources.file(plan.file).path.clone()).collect();
    let wanted: Vec<Arc<str>> = found
        .iter()
        .zip(&paths)
        .map(|(found, path)| found.clone().unwrap_or_else(|| directory(path).into()))
        .collect();
    let mut users: BTreeMap<Arc<str>, usize> = BTreeMap::new();
    for label in project.roots.iter().chain(&wanted) {
        *users.entry(label.clone()).or_default() += 1;
    }
    let labelled = found.into_iter().zip(wanted).zip(paths);
    labelled
        .map(|((sources, wanted), path)| {
            let label = if users.get(&wanted) == Some(&1) { wanted } else { path };
            Placed { sources, label }
        })
        .collect()
}

/// The root module that a plan was made of: in its own directory, or the nearest one above.
fn find(project: &mut Project, sources: &Sources, plan: &Plan<'_>) -> Option<Arc<str>> {
    let file = sources.file(plan.file);
    let own: Arc<str> = match &*file.path {
        // Piped from where Terraform runs.
        path if path.starts_with('<') => sources.present_directory()?.into(),
        path => directory(path).into(),
    };
    let declared = plan.declared_in_root();
    let mut dir = own.clone();
    loop {
        // Beside the sources a plan may have grown old; further up, all of it must be there.
        let needed = if dir == own { declared.len().div_ceil(2) } else { declared.len() };
        let is_its_root = |module: &Module| {
            needed > 0 && declared_in(module).keys().filter(|name| declared.contains(*name)).count() >= needed
        };
        if !dir.starts_with("..") && project.adopt(sources, &dir, is_its_root) {
            return Some(dir);
        }
        if &*dir == "." {
            return None;
        }
        dir = directory(&dir).into();
    }
}

/// What a module declares, with the headers of the blocks: addresses without keys, `module.m` for calls.
fn declared_in(module: &Module) -> BTreeMap<String, Span> {
    let resources = module.resources.iter().map(|(key, block)| (key.address(), block.header));
    resources
        .chain(module.calls.iter().map(|(name, block)| (format!("module.{name}"), block.header)))
        .collect()
}

/// What the root declares and the plan does not know.
pub(super) fn outdated(plan: &Plan<'_>, root: &Module) -> Option<Diagnostic> {
    let declared = plan.declared_in_root();
    let missing: Vec<(String, Span)> =
        declared_in(root).into_iter().filter(|(name, _)| !declared.contains(name)).collect();
    let (_, first) = missing.first()?;
    plan.configuration.module("")?;
    let names: Vec<&str> = missing.iter().take(NAMES).map(|(name, _)| name.as_str()).collect();
    let more = match missing.len().saturating_sub(NAMES) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let message = format!(
        "not in the plan of this directory, so linted as the sources have it: {}{more}",
        names.join(", ")
    );
    let found = Diagnostic::at(Level::Warning, "plan-outdated", *first, message);
    Some(found.with_help("make the plan anew, or leave it out with --exclude"))
}
