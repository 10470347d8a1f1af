//! What would have to be known to say who has which role.

use super::{Place, World};
use crate::evaluate::{Path, Step, Value};
use crate::graph::lookup::follow;
use crate::graph::{Relation, Resource, ResourceGraph, ResourceIndex};
use std::collections::{BTreeMap, BTreeSet};

impl World<'_> {
    /// Whether what is unknown of a resource may decide which roles an account has: of a binding, if it may name it.
    pub(super) fn may_bind(&self, at: ResourceIndex, account: ResourceIndex) -> bool {
        self.graph.get(at).is_none_or(|one| !is_binding(one)) || self.may_name(at, account, &[])
    }

    /// Whether what is unknown at a place may give rights to an account that has none: of a binding, if it may name the
    /// account, of the account, if a binding may, besides where they are known to; of a role, if others may take it in.
    /// A binding that leads to no role that is seen says so by itself.
    pub(super) fn may_give(&self, place: &Place, account: ResourceIndex) -> bool {
        let may_name = |binding: ResourceIndex| {
            let seen: Vec<&Path> = self.links(binding, Relation::Binds).map(|one| &one.via).collect();
            self.may_name(binding, account, &seen)
        };
        match self.graph.get(place.resource) {
            Some(one) if is_binding(one) => may_name(place.resource),
            Some(_) if place.resource == account => self.bindings.iter().any(|binding| may_name(*binding)),
            Some(one) if &*one.kind == "ServiceAccount" => false,
            _ => may_be_taken_in(place),
        }
    }

    /// Whether a subject of a binding, but for those at `seen`, may be an account of its scope.
    fn may_name(&self, binding: ResourceIndex, account: ResourceIndex, seen: &[&Path]) -> bool {
        let (Some(binding), Some(account)) = (self.graph.get(binding), self.graph.get(account)) else {
            return true;
        };
        let Some(subjects) = binding.attributes.get("subjects").and_then(Value::items) else {
            return binding.root == account.root;
        };
        let name = account.attributes.get("metadata").and_then(|metadata| metadata.get("name")?.as_str());
        let known = subjects.iter().filter(|subject| !subject.stands_for_many()).enumerate();
        let may_be = |(at, subject): (usize, &Value)| {
            let via = Path::default().join(&["subjects"]).with(Step::Index(at)).join(&["name"]);
            !seen.contains(&&via)
                && match subject.get("name") {
                    Some(own) => name.is_none() || own.is_unknown() || own.as_str() == name,
                    None => name.is_none() || subject.is_unknown(),
                }
        };
        let more = subjects.iter().any(Value::stands_for_many);
        binding.root == account.root && (more || { known }.any(may_be))
    }
}

/// Whether what is unknown of a role may say that other roles have its rules.
pub(super) fn may_be_taken_in(place: &Place) -> bool {
    place.path.0.get(1).is_none_or(|step| *step == Step::from("labels"))
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
