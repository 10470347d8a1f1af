//! The providers a root module needs: what its modules require, and what `.terraform.lock.hcl` has chosen.

use super::module::{Module, argument};
use super::module_source::join;
use super::project::Project;
use crate::parse::hcl;
use crate::parse::hcl::ast::{Block, Expr, ExprKind};
use crate::source::Sources;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The registry of a source that names none.
const REGISTRY: &str = "registry.terraform.io";
/// The registry that OpenTofu writes into its lock files for such a source.
const OPENTOFU: &str = "registry.opentofu.org";

/// A provider that a root module needs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Provider {
    /// What modules call it: `aws`. Empty where only the lock file knows it.
    pub names: BTreeSet<Arc<str>>,
    /// The version that the lock file has chosen.
    pub version: Option<Arc<str>>,
    /// What modules require of its version: `~> 5.0`.
    pub constraints: BTreeSet<Arc<str>>,
}

/// The providers of the root module in `dir` and of what it calls, by full source:
/// `registry.terraform.io/hashicorp/aws`.
pub(super) fn providers(
    project: &Project,
    sources: &Sources,
    dir: &Arc<str>,
) -> BTreeMap<Arc<str>, Provider> {
    let mut providers = locked(sources, dir);
    let reached = project.reachable(dir);
    for module in reached.iter().filter_map(|dir| project.module(dir)) {
        for requirement in requirements(module) {
            let provider = providers.entry(full(&requirement.source, &providers)).or_default();
            provider.names.insert(requirement.name);
            provider.constraints.extend(requirement.constraint);
        }
    }
    providers
}

/// The type of provider that a local name stands for in a module: `aws` for one that requires `hashicorp/aws` under
/// whatever name, the name itself where nothing is required.
pub(super) fn type_of(module: &Module, name: &Arc<str>) -> Arc<str> {
    let required = requirements(module).into_iter().find(|requirement| requirement.name == *name);
    let last = required.and_then(|required| required.source.rsplit('/').next().map(str::to_ascii_lowercase));
    last.map_or_else(|| name.clone(), Into::into)
}

/// An entry of `required_providers`.
struct Requirement {
    name: Arc<str>,
    source: Arc<str>,
    constraint: Option<Arc<str>>,
}

fn requirements(module: &Module) -> Vec<Requirement> {
    let settings = module.statements.iter().filter(|block| &*block.kind.text == "terraform");
    let required = settings.flat_map(|block| &block.body.blocks);
    let entries = required
        .filter(|block| &*block.kind.text == "required_providers")
        .flat_map(|block| &block.body.attributes);
    let requirement = |name: &Arc<str>, value: &Expr| {
        let (source, constraint) = match &value.kind {
            ExprKind::Object(items) => {
                let field = |key: &str| {
                    let found = items.iter().find(|item| text(&item.key).is_some_and(|name| &*name == key));
                    found.and_then(|item| text(&item.value))
                };
                (field("source"), field("version"))
            }
            _ => (None, text(value)),
        };
        let source = source.unwrap_or_else(|| format!("hashicorp/{name}").into());
        Requirement { name: name.clone(), source, constraint }
    };
    entries.map(|entry| requirement(&entry.name.text, &entry.value)).collect()
}

/// A source with its registry: the one under which the lock file knows it, else the default one.
fn full(source: &str, locked: &BTreeMap<Arc<str>, Provider>) -> Arc<str> {
    let source = source.to_ascii_lowercase();
    if source.split('/').count() > 2 {
        return source.into();
    }
    let opentofu: Arc<str> = format!("{OPENTOFU}/{source}").into();
    if locked.contains_key(&opentofu) { opentofu } else { format!("{REGISTRY}/{source}").into() }
}

/// What the lock file of a root module has chosen. A broken one chooses nothing.
fn locked(sources: &Sources, dir: &str) -> BTreeMap<Arc<str>, Provider> {
    let Ok(id) = sources.load(&join(dir, ".terraform.lock.hcl")) else { return BTreeMap::new() };
    let (file, _) = hcl::parse(sources, id);
    let blocks = file.body.blocks.into_iter().filter(|block| &*block.kind.text == "provider");
    let chosen = |block: Block| {
        let source = block.labels.first()?.text.clone();
        let version = argument(&block, "version").and_then(text);
        Some((source, Provider { version, ..Provider::default() }))
    };
    blocks.filter_map(chosen).collect()
}

fn text(expr: &Expr) -> Option<Arc<str>> {
    match &expr.kind {
        ExprKind::String(text) => Some(text.clone()),
        _ => None,
    }
}
