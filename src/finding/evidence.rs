//! What shows a violation, placed in source text.

use super::ChainLink;
use super::place::{line_of, location};
use super::sensitive::Secrets;
use crate::graph::ResourceGraph;
use crate::policy::Violation;
use crate::source::Sources;

/// Places kept: a reader follows no longer way.
const MAX_EVIDENCE: usize = 24;

/// The places that a violation's policy names beside the one to change.
pub(super) fn place(
    violation: &Violation,
    secrets: &Secrets,
    graph: &ResourceGraph,
    sources: &Sources,
) -> Vec<ChainLink> {
    let shown = violation.evidence.iter().take(MAX_EVIDENCE).filter_map(|evidence| {
        let resource = graph.get(evidence.resource)?;
        let line = line_of(resource, &evidence.path, sources);
        let note = secrets.kept_out_of(&evidence.note, violation);
        Some(ChainLink { location: location(line, sources), note })
    });
    shown.collect()
}
