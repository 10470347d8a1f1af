//! What changes do to findings: those that are gone, those whose score is another, and whether any is new.

use crate::evaluate::Path;
use crate::finding::{Effect, Finding, State};
use crate::source::Span;
use std::collections::{BTreeMap, BTreeSet};

/// What tells a finding from the others, whatever is changed elsewhere. A fingerprint does not, since equal faults are
/// numbered.
pub(super) type Key = (String, Span, Path);

pub(super) fn key(finding: &Finding) -> Key {
    (finding.rule.clone(), finding.location.span, finding.path.without_indices())
}

/// What is not as it was.
#[derive(Debug, Default)]
pub(super) struct Difference {
    /// Findings that are gone or have another score.
    pub(super) effects: BTreeMap<Key, Effect>,
    /// Something is found, or cannot be decided any more, that was not.
    pub(super) opens: bool,
}

/// Of the findings of a configuration and of the same with changes.
pub(super) fn difference(before: &[Finding], after: &[Finding]) -> Difference {
    let of = |findings: &[Finding], state: State| -> BTreeSet<Key> {
        findings.iter().filter(|finding| finding.state == state).map(key).collect()
    };
    let is_new = |state: State| {
        let known = of(before, state);
        of(after, state).iter().any(|key| !known.contains(key))
    };
    let opens = is_new(State::Open) || is_new(State::Undecided);
    let open = |finding: &&Finding| finding.state == State::Open;
    let still: BTreeMap<Key, Option<u32>> =
        after.iter().filter(open).map(|finding| (key(finding), score(finding))).collect();
    let mut effects = BTreeMap::new();
    for finding in before.iter().filter(open) {
        let (key, from) = (key(finding), score(finding));
        let (gone, to) = match still.get(&key) {
            Some(to) => (false, *to),
            None => (true, None),
        };
        if gone || to != from {
            let (fingerprint, rule) = (finding.fingerprint.clone(), finding.rule.clone());
            let address = finding.resource.address.clone();
            effects.insert(key, Effect { fingerprint, rule, address, from, to, gone });
        }
    }
    Difference { effects, opens }
}

fn score(finding: &Finding) -> Option<u32> {
    finding.risk.as_ref().map(|risk| risk.score)
}

/// By how much a score falls; of one that rises it is negative.
pub(super) fn fall(effect: &Effect) -> i64 {
    i64::from(effect.from.unwrap_or_default()) - i64::from(effect.to.unwrap_or_default())
}
