//! Which findings ask the same decision of a reader: one rule, the same fault, of like things.
//!
//! A finding is one line to change, so one decision ("no container may gain privileges") is often many findings. What
//! makes them alike is told by the rule, by what has the fault (a container and a pod whatever makes them, else the
//! kind of the resource), and by whether something wrong is written there or nothing is. Nothing that whoever writes a
//! configuration is free to call as they like takes part: neither names nor values, nor the keys of maps on the way.

use super::State;
use super::fingerprint::hexadecimal;
use crate::evaluate::Path;
use crate::graph::{PodTemplate, Resource, ResourceGraph, ResourceIndex};
use sha2::{Digest, Sha256};

/// What has a fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Thing<'a> {
    /// A container, whatever makes its pod.
    Container,
    /// A pod, whatever makes it.
    Pod,
    /// A resource of that kind.
    Resource(&'a str),
}

impl<'a> Thing<'a> {
    /// What a path into a resource lies in.
    pub(super) fn of(
        index: ResourceIndex,
        resource: &'a Resource,
        path: &Path,
        graph: &ResourceGraph,
    ) -> Thing<'a> {
        let first = graph.pod_templates.partition_point(|template| template.resource < index);
        let templates = graph.pod_templates.get(first..).unwrap_or_default();
        let mut own = templates.iter().take_while(|template| template.resource == index);
        let within = |place: &Path| path.0.starts_with(&place.0);
        let in_container =
            |template: &PodTemplate| template.containers.iter().any(|container| within(&container.path));
        match own.find(|template| within(&template.path) || in_container(template)) {
            Some(template) if in_container(template) => Thing::Container,
            Some(_) => Thing::Pod,
            None => Thing::Resource(&resource.kind),
        }
    }
}

/// The name of the group of a finding: the same for all that are alike, in every run and every repository.
pub(super) fn group(rule: &str, thing: Thing<'_>, is_written: bool, state: State) -> String {
    let thing = match thing {
        Thing::Container => "container",
        Thing::Pod => "pod",
        Thing::Resource(kind) => kind,
    };
    let mut hash = Sha256::new();
    hash.update(b"purlin/group/v1");
    for part in [rule, thing, if is_written { "written" } else { "absent" }, &format!("{state:?}")] {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part.as_bytes());
    }
    hexadecimal(hash.finalize().iter().take(8))
}
