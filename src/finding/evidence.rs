//! What shows a violation, placed in source text.

use super::ChainLink;
use super::place::{line_of, location};
use super::sensitive::Secrets;
use super::trace::Station;
use crate::graph::ResourceGraph;
use crate::policy::Violation;
use crate::source::Sources;

/// Places kept: a reader follows no longer way.
const MAX_EVIDENCE: usize = 24;

/// Where the value came from before it was put where it is, and the places that a violation's policy names beside the
/// one to change.
pub(super) fn place(
    violation: &Violation,
    before: &[Station],
    secrets: &Secrets,
    graph: &ResourceGraph,
    sources: &Sources,
) -> Vec<ChainLink> {
    let mut shown: Vec<ChainLink> = before.iter().map(|station| station.link(sources)).collect();
    for evidence in violation.evidence.iter().take(MAX_EVIDENCE) {
        let Some(resource) = graph.get(evidence.resource) else { continue };
        let line = line_of(resource, &evidence.path, sources);
        let note = secrets.kept_out_of(&evidence.note, violation);
        let link = ChainLink { location: location(line, sources), note };
        // Two paths may lead to one line: a list of actions there gives two rights that are told alike.
        if !shown.contains(&link) {
            shown.push(link);
        }
    }
    shown
}
