//! What a policy reads, and which of it a change reached.
//!
//! A change is told by where the documents differ, not by what was changed: so it counts for what is derived too, for
//! the containers of a workload as for the attributes of the resource that holds them.

use crate::graph::GraphDocument;
use crate::policy::compile::{EVERY_KIND, Footprint, Read, Step};
use serde_json::Value as Json;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// What a path leads from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Within {
    /// The attributes of a kind of resource.
    Kind(String),
    /// The `pod_spec` of a workload.
    Pod,
    /// The `spec` of a container.
    Container,
    /// The labels of a workload.
    Labels,
}

/// A path that a policy reads.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Reading {
    pub(super) within: Within,
    pub(super) path: Vec<Step>,
}

/// A place at which two documents differ.
pub(super) type Difference = (Within, Vec<Json>);

/// What a policy reads.
pub(super) fn readings(footprint: &Footprint) -> Vec<Reading> {
    let kinds = footprint.attributes.iter().map(|(kind, reads)| (Within::Kind(kind.clone()), reads));
    let pods = [(Within::Pod, &footprint.pod), (Within::Container, &footprint.container)];
    let all = kinds.chain(pods).chain([(Within::Labels, &footprint.labels)]);
    let mut found = Vec::new();
    for (within, reads) in all {
        for read in reads.iter().filter(|read| !(within == Within::Pod && is_list_of_containers(read))) {
            let mut path = read.path.clone();
            // That there is an element is that there is a list.
            while !read.is_looked_at() && path.last() == Some(&Step::Any) {
                path.pop();
            }
            if !path.is_empty() || read.is_looked_at() {
                found.push(Reading { within: within.clone(), path });
            }
        }
    }
    found
}

/// Read by whatever looks at containers.
fn is_list_of_containers(read: &Read) -> bool {
    let lists = ["containers", "initContainers", "ephemeralContainers"];
    matches!(read.path.as_slice(), [Step::Key(list), Step::Any] if !read.is_looked_at() && lists.contains(&list.as_str()))
}

impl Reading {
    /// Whether what is read is not the same at the difference.
    pub(super) fn sees(&self, (within, path): &Difference) -> bool {
        let same = match (&self.within, within) {
            (Within::Kind(own), Within::Kind(_)) if own == EVERY_KIND => true,
            (own, other) => own == other,
        };
        let is = |(own, step): (&Step, &Json)| match own {
            // How many there are changes with any of them.
            Step::Any | Step::Length => true,
            Step::Key(key) => step.as_str() == Some(key),
        };
        same && path.len() >= self.path.len() && self.path.iter().zip(path).all(is)
    }

    /// `ingress.*.cidr_blocks`.
    pub(super) fn shown(&self) -> String {
        let step = |step: &Step| match step {
            Step::Key(key) => key.clone(),
            Step::Any => "*".to_owned(),
            Step::Length => "length".to_owned(),
        };
        self.path.iter().map(step).collect::<Vec<_>>().join(".")
    }

    /// The last name in it.
    pub(super) fn name(&self) -> Option<&str> {
        self.path.iter().rev().find_map(|step| match step {
            Step::Key(key) => Some(key.as_str()),
            Step::Any | Step::Length => None,
        })
    }

    /// Whether a document has something there.
    pub(super) fn is_in(&self, document: &GraphDocument) -> bool {
        let has = |value: &Json| holds(value, &self.path);
        match &self.within {
            Within::Kind(kind) if kind == EVERY_KIND => {
                document.resources.values().flatten().any(|resource| has(&resource.attributes))
            }
            Within::Kind(kind) => {
                document.resources.get(kind).into_iter().flatten().any(|resource| has(&resource.attributes))
            }
            Within::Pod => document.workloads.iter().any(|workload| has(&workload.pod_spec)),
            Within::Container => {
                let mut containers = document.workloads.iter().flat_map(|workload| &workload.containers);
                containers.any(|container| has(&container.spec))
            }
            Within::Labels => !document.workloads.is_empty(),
        }
    }
}

fn holds(value: &Json, path: &[Step]) -> bool {
    match path.split_first() {
        None => !value.is_null(),
        Some((Step::Key(key), rest)) => value.get(key).is_some_and(|child| holds(child, rest)),
        Some((Step::Length, _)) => value.is_array(),
        Some((Step::Any, rest)) => match value {
            Json::Array(items) => items.iter().any(|item| holds(item, rest)),
            Json::Object(fields) => fields.values().any(|field| holds(field, rest)),
            _ => false,
        },
    }
}

/// Where two documents differ, resource by resource.
pub(super) fn differences(before: &GraphDocument, after: &GraphDocument) -> Vec<Difference> {
    let (before, after) = (parts(before), parts(after));
    let keys: BTreeSet<&(Within, String)> = before.keys().chain(after.keys()).collect();
    let mut found = Vec::new();
    for key in keys {
        let mut paths = Vec::new();
        compare(
            before.get(key).map(|part| &**part),
            after.get(key).map(|part| &**part),
            &mut Vec::new(),
            &mut paths,
        );
        found.extend(paths.into_iter().map(|path| (key.0.clone(), path)));
    }
    found
}

/// The values of a document, by what they are and whose.
fn parts(document: &GraphDocument) -> BTreeMap<(Within, String), Cow<'_, Json>> {
    let mut parts = BTreeMap::new();
    for (kind, resources) in &document.resources {
        for resource in resources {
            let attributes = Cow::Borrowed(&resource.attributes);
            parts.insert((Within::Kind(kind.clone()), resource.id.clone()), attributes);
        }
    }
    for workload in &document.workloads {
        let id = |path: &[Json]| format!("{} {}", workload.id, Json::from(path.to_vec()));
        parts.insert((Within::Pod, id(&workload.path)), Cow::Borrowed(&workload.pod_spec));
        let labels = workload.labels.iter().map(|(key, label)| (key.clone(), label.as_str().into()));
        parts.insert((Within::Labels, id(&workload.path)), Cow::Owned(Json::Object(labels.collect())));
        for container in &workload.containers {
            parts.insert((Within::Container, id(&container.path)), Cow::Borrowed(&container.spec));
        }
    }
    parts
}

fn compare(before: Option<&Json>, after: Option<&Json>, path: &mut Vec<Json>, found: &mut Vec<Vec<Json>>) {
    match (before, after) {
        (Some(before), Some(after)) if before == after => {}
        (Some(Json::Object(before)), Some(Json::Object(after))) => {
            let keys: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
            for key in keys {
                path.push(key.as_str().into());
                compare(before.get(key), after.get(key), path, found);
                path.pop();
            }
        }
        (Some(Json::Array(before)), Some(Json::Array(after))) => {
            for at in 0..before.len().max(after.len()) {
                path.push(at.into());
                compare(before.get(at), after.get(at), path, found);
                path.pop();
            }
        }
        _ => found.push(path.clone()),
    }
}
