//! What would have to be known to say who has which role.

use super::{Place, World};
use crate::evaluate::{Path, Step, Value};
use crate::graph::lookup::follow;
use crate::graph::{Relation, Resource, ResourceGraph, ResourceIndex};
use std::collections::{BTreeMap, BTreeSet};

impl World<'_> {
    /// Whether what is unknown of a resource may decide which roles an account has: of a binding, if it may name it.
    pub(super) fn may_bind(&self, at: ResourceIndex, account: ResourceIndex) -> bool {
        let Some(binding) = self.graph.get(at).filter(|one| is_binding(one)) else { return true };
        let Some(subjects) = binding.attributes.get("subjects").and_then(Value::items) else { return true };
        let name =
            self.graph.get(account).and_then(|one| one.attributes.get("metadata")?.get("name")?.as_str());
        let named = |subject: &Value| match subject.get("name").map(|name| (name.is_unknown(), name.as_str()))
        {
            Some((false, known)) => known == name,
            Some((true, _)) => true,
            None => subject.is_unknown() || subject.stands_for_many(),
        };
        name.is_none() || subjects.iter().any(named)
    }
}

pub(super) fn is_binding(resource: &Resource) -> bool {
    matches!(&*resource.kind, "RoleBinding" | "ClusterRoleBinding")
}

/// By scope, the unknown parts of bindings, and the unknown names of roles and accounts, that decide who has which role.
pub(super) fn collect(graph: &ResourceGraph) -> BTreeMap<&str, Vec<Place>> {
    let bound = graph.references.iter().filter(|reference| reference.relation == Relation::Binds);
    let bound: BTreeSet<(ResourceIndex, &Path)> =
        bound.map(|reference| (reference.from, &reference.via)).collect();
    let mut found: BTreeMap<&str, Vec<Place>> = BTreeMap::new();
    for (at, resource) in graph.resources.iter().enumerate() {
        let keys: &[&[&str]] = match &*resource.kind {
            "RoleBinding" | "ClusterRoleBinding" => {
                &[&["metadata", "namespace"], &["roleRef"], &["subjects"]]
            }
            "Role" | "ClusterRole" => {
                &[&["metadata", "name"], &["metadata", "namespace"], &["metadata", "labels"]]
            }
            "ServiceAccount" => &[&["metadata", "name"], &["metadata", "namespace"]],
            _ => continue,
        };
        let mut holes = Vec::new();
        for keys in keys {
            let mut path = Path::default();
            let mut value = Some(&resource.attributes);
            for key in *keys {
                if value.is_some_and(Value::is_unknown) {
                    break;
                }
                value = value.and_then(|value| value.get(key));
                path = path.join(&[key]);
            }
            if let Some(value) = value {
                unknown_parts(value, &path, 0, &mut holes);
            }
        }
        let resource_index = ResourceIndex::new(at);
        // Whose namespace is unknown, but the same as that of the account it names.
        holes.retain(|hole| match hole.0.as_slice() {
            [list @ .., Step::Key(last)] if &**last == "namespace" => {
                !bound.contains(&(resource_index, &Path(list.to_vec()).join(&["name"])))
            }
            _ => true,
        });
        if !holes.is_empty() {
            let places = holes.into_iter().map(|path| Place { resource: resource_index, path });
            found.entry(&*resource.root).or_default().extend(places);
        }
    }
    found
}

/// By scope, where workloads leave it unknown which account they run as.
pub(super) fn strangers(graph: &ResourceGraph) -> BTreeMap<&str, Vec<Place>> {
    let mut found: BTreeMap<&str, Vec<Place>> = BTreeMap::new();
    for template in &graph.pod_templates {
        let Some(resource) = graph.get(template.resource) else { continue };
        let path = template.path.join(&["serviceAccountName"]);
        let (value, rest) = follow(&resource.attributes, &path.0);
        let known = path.0.len().saturating_sub(rest.len());
        if let (true, Some(hole)) = (value.is_unknown(), path.0.get(..known)) {
            let place = Place { resource: template.resource, path: Path(hole.to_vec()) };
            found.entry(&*resource.root).or_default().push(place);
        }
    }
    found
}

/// Levels of a binding that are looked at; real ones have three.
const MAX_DEPTH: usize = 4;

/// The paths of what is unknown at or below a value.
fn unknown_parts(value: &Value, path: &Path, depth: usize, found: &mut Vec<Path>) {
    if value.is_unknown() {
        return found.push(path.clone());
    }
    if depth >= MAX_DEPTH {
        return;
    }
    for (key, entry) in value.entries().into_iter().flatten() {
        unknown_parts(entry, &path.join(&[key]), depth + 1, found);
    }
    let mut position = 0;
    for item in value.items().unwrap_or_default() {
        match item.stands_for_many() {
            true => found.push(path.with(Step::Any)),
            false => {
                unknown_parts(item, &path.with(Step::Index(position)), depth + 1, found);
                position += 1;
            }
        }
    }
}
