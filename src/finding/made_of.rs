//! What a finding has from all the violations that it is made of.

use super::place::Placed;
use super::{Fault, unknown};
use crate::graph::ResourceGraph;
use crate::policy::Awaited;
use std::collections::BTreeSet;

/// Where the fault lies in each instance, in the order of the violations.
pub(super) fn faults(group: &[Placed<'_>], graph: &ResourceGraph) -> Vec<Fault> {
    let fault = |placed: &Placed<'_>| {
        Some(Fault {
            resource: placed.resource.id.to_string(),
            at: graph.get(placed.violation.at)?.id.to_string(),
            path: placed.violation.path.clone(),
        })
    };
    let mut faults: Vec<Fault> = group.iter().filter_map(fault).collect();
    faults.dedup();
    faults
}

/// What the first violation that waits for something waits for.
pub(super) fn waits_for(group: &[Placed<'_>], graph: &ResourceGraph) -> Option<String> {
    let all = || group.iter().map(|placed| placed.violation);
    match all().find_map(|violation| violation.hole.as_ref()) {
        Some((at, path)) => unknown::wanted(*at, path, graph),
        None => all().find_map(|violation| violation.awaits.as_ref()).map(|awaited| match awaited {
            Awaited::Module(call) => unknown::module(call),
            Awaited::Overlay(directory) => unknown::overlay(directory),
        }),
    }
}

/// Ids of the resources that violations name beside those at fault.
pub(super) fn rests_on(group: &[Placed<'_>], graph: &ResourceGraph) -> Vec<String> {
    let named = group.iter().flat_map(|placed| {
        let evidence = placed.violation.evidence.iter().map(|evidence| evidence.resource);
        evidence.chain([placed.violation.at])
    });
    let at_fault: BTreeSet<_> = group.iter().map(|placed| placed.violation.resource).collect();
    let further = named.filter(|index| !at_fault.contains(index)).collect::<BTreeSet<_>>();
    further.into_iter().filter_map(|index| Some(graph.get(index)?.id.to_string())).collect()
}
