//! One object that is written twice: in a manifest, and in Terraform.

use super::State;
use super::place::Placed;
use crate::evaluate::Path;
use crate::evaluate::kubernetes::has_no_namespace;
use crate::graph::{Resource, ResourceGraph, ResourceIndex};
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

/// What tells an object from every other one in a cluster.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Identity<'a> {
    kind: &'a str,
    /// None for kinds without namespaces.
    namespace: Option<&'a str>,
    name: &'a str,
}

/// Objects that exactly one manifest and exactly one resource of Terraform declare, each with the other.
pub(super) struct Twins(FxHashMap<ResourceIndex, ResourceIndex>);

impl Twins {
    pub(super) fn of(graph: &ResourceGraph) -> Twins {
        Twins(twins(graph))
    }

    /// How many things the instances of a finding are: what is written twice is one.
    pub(super) fn objects(&self, group: &[Placed<'_>]) -> usize {
        let resources = group.iter().map(|placed| placed.violation.resource);
        let first = |one: ResourceIndex| self.0.get(&one).map_or(one.0, |other| one.0.min(other.0));
        resources.map(first).collect::<BTreeSet<u32>>().len()
    }
}

fn twins(graph: &ResourceGraph) -> FxHashMap<ResourceIndex, ResourceIndex> {
    let mut declared: BTreeMap<Identity<'_>, (Vec<ResourceIndex>, Vec<ResourceIndex>)> = BTreeMap::new();
    for (position, resource) in graph.resources.iter().enumerate() {
        let index = ResourceIndex(u32::try_from(position).unwrap_or(u32::MAX));
        if let Some(identity) = identity(resource) {
            let (manifests, terraform) = declared.entry(identity).or_default();
            if resource.manifest { manifests.push(index) } else { terraform.push(index) }
        }
    }
    let mut twins = FxHashMap::default();
    for pair in declared.values() {
        if let ([manifest], [terraform]) = (pair.0.as_slice(), pair.1.as_slice()) {
            twins.insert(*manifest, *terraform);
            twins.insert(*terraform, *manifest);
        }
    }
    twins
}

/// None for what is no object, and for one of which a part of that is unknown, or that stands for many.
fn identity(resource: &Resource) -> Option<Identity<'_>> {
    let api_version = resource.api_version.as_deref()?;
    let group = api_version.split_once('/').map_or("", |(group, _)| group);
    let metadata = resource.attributes.get("metadata")?;
    let name = metadata.get("name")?.as_str()?;
    if resource.id.0.contains("[*]") || metadata.get("namespace").is_some_and(|value| value.is_unknown()) {
        return None;
    }
    let namespace = match has_no_namespace(group, &resource.kind) {
        true => None,
        false => Some(resource.namespace.as_deref().unwrap_or("default")),
    };
    Some(Identity { kind: &resource.kind, namespace, name })
}

/// Joins groups that have the same fault of the same object: same rule, same path, same state. What a comment
/// suppresses stays apart, since the comment stands at one of the two.
pub(super) fn joined<'a>(groups: Vec<Vec<Placed<'a>>>, twins: &Twins) -> Vec<Vec<Placed<'a>>> {
    let Twins(twins) = twins;
    if twins.is_empty() {
        return groups;
    }
    let mut places: FxHashMap<(&str, ResourceIndex, &Path, State), usize> = FxHashMap::default();
    let members =
        |(number, group): (usize, &Vec<Placed<'a>>)| -> Vec<(usize, &'a crate::policy::Violation, State)> {
            let open = group.iter().filter(|placed| placed.state() != State::Suppressed);
            open.map(|placed| (number, placed.violation, placed.state())).collect()
        };
    let members: Vec<_> = groups.iter().enumerate().flat_map(members).collect();
    for (number, violation, state) in &members {
        places.insert((&violation.rule, violation.resource, &violation.path, *state), *number);
    }
    // Each group leads to the first one that it belongs to.
    let mut leads: Vec<usize> = (0..groups.len()).collect();
    for (number, violation, state) in &members {
        let Some(twin) = twins.get(&violation.resource) else { continue };
        let Some(other) = places.get(&(&violation.rule, *twin, &violation.path, *state)) else { continue };
        let (one, other) = (first_of(&leads, *number), first_of(&leads, *other));
        if let Some(lead) = leads.get_mut(one.max(other)) {
            *lead = one.min(other);
        }
    }
    let mut joined: BTreeMap<usize, Vec<Placed<'a>>> = BTreeMap::new();
    for (number, group) in groups.into_iter().enumerate() {
        joined.entry(first_of(&leads, number)).or_default().extend(group);
    }
    joined.into_values().collect()
}

fn first_of(leads: &[usize], mut number: usize) -> usize {
    while let Some(lead) = leads.get(number).copied().filter(|lead| *lead != number) {
        number = lead;
    }
    number
}
