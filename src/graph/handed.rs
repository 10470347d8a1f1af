//! What is handed to modules that are not here: they may configure it.

use super::{Reference, Relation, Resource, ResourceIndex, link};
use crate::evaluate::terraform::{EvaluatedModule, ModuleCall};
use crate::evaluate::{Path, ResourceId, Step, Value};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The attributes by which resources that configure another one name it.
const NAMING: [&str; 3] = ["id", "name", "bucket"];

/// The calls that were not followed, by the resources that they are given.
#[derive(Clone, Debug, Default)]
pub struct Handed(BTreeMap<ResourceIndex, Arc<str>>);

impl Handed {
    /// The address of the first call that is given the resource, by its name or as a whole.
    pub fn to(&self, resource: ResourceIndex) -> Option<&Arc<str>> {
        self.0.get(&resource)
    }
}

/// Finds out which of `resources`, which are as they were when it returns, are handed on.
pub(super) fn collect(modules: &[EvaluatedModule], resources: &mut Vec<Resource>) -> Handed {
    let calls = modules.iter().flat_map(|module| module.calls.iter().map(|call| (&module.root, call)));
    let given = calls.filter_map(|(root, call)| Some((root, call, call.handed()?)));
    let mut calls: Vec<Resource> =
        given.map(|(root, call, arguments)| as_resource(root, call, arguments)).collect();
    if calls.is_empty() {
        return Handed::default();
    }
    let references = link::would_refer(resources, &mut calls);
    let mut handed: BTreeMap<ResourceIndex, Arc<str>> = BTreeMap::new();
    for (position, reference) in references.iter().filter(|(_, reference)| names_it(reference)) {
        if let Some(call) = calls.get(*position) {
            handed.entry(reference.to).or_insert_with(|| call.address.clone());
        }
    }
    Handed(handed)
}

/// A call as what links are looked for in.
fn as_resource(root: &Arc<str>, call: &ModuleCall, arguments: &Value) -> Resource {
    Resource {
        id: ResourceId(format!("{root}:{}", call.address).into()),
        address: call.address.clone(),
        root: root.clone(),
        kind: "module".into(),
        name: call.address.clone(),
        provider: "terraform".into(),
        module: None,
        namespace: None,
        api_version: None,
        manifest: false,
        header: call.header,
        object_header: None,
        foreign_call: None,
        attributes: arguments.clone(),
    }
}

/// Whether a reference gives what it refers to away as a whole, or by what its settings name it by.
fn names_it(reference: &Reference) -> bool {
    let naming = |path: &Path| match path.0.first() {
        None | Some(Step::Index(_) | Step::Any) => true,
        Some(Step::Key(key)) => NAMING.contains(&&**key),
    };
    reference.relation == Relation::Names || reference.reads.iter().any(naming)
}
