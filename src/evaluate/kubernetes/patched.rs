//! Labels and annotations that resources of their own give to objects which others declare.

use super::declared::DeclaredObject;
use crate::evaluate::terraform::EvaluatedResource;
use crate::evaluate::{Data, LinkKind, Origin, Reason, Unknown, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What a resource type adds: its argument, and where in the object that goes.
const PATCHES: [(&str, &str, &[&str]); 3] = [
    ("kubernetes_labels", "labels", &["metadata", "labels"]),
    ("kubernetes_annotations", "annotations", &["metadata", "annotations"]),
    ("kubernetes_annotations", "template_annotations", &["spec", "template", "metadata", "annotations"]),
];

/// An object as a patch names it.
struct Named<'v> {
    group: &'v str,
    kind: &'v str,
    name: &'v Value,
    namespace: Option<&'v Value>,
}

/// Gives the objects of a root module what the resources beside them add to them.
pub(super) fn merge(resources: &mut [EvaluatedResource]) {
    let is_patch = |kind: &str| PATCHES.iter().any(|(own, ..)| *own == kind);
    let patches: Vec<usize> = resources
        .iter()
        .enumerate()
        .filter(|(_, resource)| !resource.data_source && is_patch(&resource.kind))
        .map(|(at, _)| at)
        .collect();
    if patches.is_empty() {
        return;
    }
    let mut by_kind: BTreeMap<Arc<str>, Vec<usize>> = BTreeMap::new();
    for (at, resource) in resources.iter().enumerate() {
        if let Some(declared) = &resource.declared {
            by_kind.entry(declared.kind.clone()).or_default().push(at);
        }
    }
    for at in patches {
        let Some(patch) = resources.get(at).cloned() else { continue };
        let Some(named) = Named::of(&patch.attributes) else { continue };
        let candidates = by_kind.get(named.kind).into_iter().flatten().copied();
        let meant: BTreeSet<usize> =
            candidates.filter(|at| resources.get(*at).is_some_and(|one| named.is(one))).collect();
        for (_, argument, path) in PATCHES.iter().filter(|(kind, ..)| *kind == &*patch.kind) {
            let added = patch.attributes.get(argument).filter(|added| !matches!(added.data, Data::Null));
            let Some(added) = added else { continue };
            for at in &meant {
                let declared = resources.get_mut(*at).and_then(|resource| resource.declared.as_mut());
                if let Some(declared) = declared {
                    let declared = Arc::make_mut(declared);
                    declared.body = with(&declared.body, path, added);
                }
            }
        }
    }
}

impl<'v> Named<'v> {
    fn of(patch: &'v Value) -> Option<Named<'v>> {
        let metadata = patch.get("metadata")?;
        let metadata = metadata.items().map_or(Some(metadata), <[Value]>::first)?;
        let set = |value: &&Value| !matches!(value.data, Data::Null) && value.as_str() != Some("");
        Some(Named {
            group: group(patch.get("api_version")?.as_str()?),
            kind: patch.get("kind")?.as_str()?,
            name: metadata.get("name")?,
            namespace: metadata.get("namespace").filter(set),
        })
    }

    /// Whether a resource declares the object: one of the name, or the one that the name is read from.
    fn is(&self, resource: &EvaluatedResource) -> bool {
        let Some(declared) = &resource.declared else { return false };
        let DeclaredObject { api_version, kind, name, namespace, .. } = &**declared;
        if &**kind != self.kind || group(api_version) != self.group {
            return false;
        }
        match (self.name.as_str(), name) {
            (Some(own), Some(name)) => own == &**name && self.is_in(namespace.as_deref()),
            _ => self.name.origin.references().iter().any(|(id, _)| *id == resource.id),
        }
    }

    /// Whether an object with the name lies in that namespace. One that is unknown may be any.
    fn is_in(&self, namespace: Option<&str>) -> bool {
        match self.namespace {
            None => namespace.is_none_or(|namespace| namespace == "default"),
            Some(own) => own.is_unknown() || own.as_str() == Some(namespace.unwrap_or("default")),
        }
    }
}

fn group(api_version: &str) -> &str {
    api_version.split_once('/').map_or("", |(group, _)| group)
}

/// An object with more entries in the mapping at a path. Where it is unknown which ones there are, nothing is known of
/// the mapping.
fn with(value: &Value, path: &[&str], added: &Value) -> Value {
    let Some((key, rest)) = path.split_first() else { return merged(value, added) };
    let Data::Mapping(kind, entries) = &value.data else { return value.clone() };
    let mut entries = (**entries).clone();
    let held = entries.get(*key).filter(|held| !matches!(held.data, Data::Null));
    let empty = || Value::object(BTreeMap::new(), added.origin.clone());
    let held = held.cloned().unwrap_or_else(empty);
    entries.insert((*key).into(), with(&held, rest, added));
    Value { data: Data::Mapping(*kind, Arc::new(entries)), ..value.clone() }
}

fn merged(held: &Value, added: &Value) -> Value {
    match (&held.data, &added.data) {
        (Data::Mapping(kind, entries), Data::Mapping(_, more)) => {
            let mut entries = (**entries).clone();
            entries.extend(more.iter().map(|(key, value)| (key.clone(), value.clone())));
            Value { data: Data::Mapping(*kind, Arc::new(entries)), ..held.clone() }
        }
        (_, Data::Unknown(_)) | (Data::Unknown(_), _) => {
            let reason = [added, held].into_iter().find_map(|value| match &value.data {
                Data::Unknown(unknown) => Some(unknown.reason.clone()),
                _ => None,
            });
            let from = vec![held.origin.clone(), added.origin.clone()];
            let origin = Origin::new(LinkKind::Computed, added.origin.span(), from);
            let unknown = Unknown::because(reason.unwrap_or(Reason::Computed));
            Value { data: Data::Unknown(Arc::new(unknown)), origin, sensitive: held.sensitive }
        }
        _ => held.clone(),
    }
}
