//! What an audit record says of a run.

use crate::finding::Finding;
use crate::policy::PolicySet;
use crate::report::{Audited, audit};
use crate::risk::{Drift, Model};
use crate::source::{Sources, digest};

/// The record of a run.
pub(super) fn record(
    model: Option<&Model>,
    policies: &PolicySet,
    selected: usize,
    sources: &Sources,
    drift: Option<&Drift>,
    findings: &[Finding],
) -> String {
    let run = Audited { model, policies: (policies.digest(), selected), input: input(sources), drift };
    audit(&run, findings)
}

/// SHA-256 of every text that was read, and how many there are: `<SHA-256 of the text>  <path>` on a line each, ordered.
fn input(sources: &Sources) -> (String, usize) {
    let line = |id| {
        let file = sources.file(id);
        format!("{}  {}\n", digest(file.text.as_bytes()), file.path)
    };
    let mut lines: Vec<String> = sources.ids().into_iter().map(line).collect();
    lines.sort();
    (digest(lines.concat().as_bytes()), lines.len())
}
