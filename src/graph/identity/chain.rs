//! Who can act as whom, directly or through others.

use super::{Becoming, Identity, Place, Power, Sign};
use std::collections::{BTreeSet, VecDeque};

/// Identities looked at from one.
const MAX_REACHED: usize = 256;
/// Steps from one to another: nobody follows a longer way.
const MAX_STEPS: usize = 6;

/// One step, to the identity at a position.
pub(super) struct Step {
    pub(super) to: usize,
    /// What allows it.
    pub(super) signs: Vec<Sign>,
    /// What would have to be known for it to be certain.
    pub(super) needs: Vec<Place>,
}

/// Fills in whom each identity can become, by the steps from each position.
///
/// Returns whether some were left out, since there are too many.
pub(super) fn close(identities: &mut [Identity], mut steps: Vec<Vec<Step>>) -> bool {
    // What is certain is gone first.
    steps.iter_mut().for_each(|steps| steps.sort_by_key(|step| !step.needs.is_empty()));
    let matters: Vec<bool> = identities
        .iter()
        .map(|identity| identity.power > Power::Ordinary || identity.doubts().next().is_some())
        .collect();
    let mut exceeded = false;
    for from in 0..identities.len() {
        let reached = reached(from, identities, &steps);
        exceeded |= reached.len() + 1 >= MAX_REACHED;
        let kept = reached.into_iter().filter(|(at, becoming)| {
            becoming.through.len() == 1 || matters.get(*at).copied().unwrap_or_default()
        });
        let kept: Vec<Becoming> = kept.map(|(_, becoming)| becoming).collect();
        if let Some(identity) = identities.get_mut(from) {
            identity.becomes = kept;
        }
    }
    exceeded
}

/// What can be reached from an identity, nearest first, each with its position.
fn reached(from: usize, identities: &[Identity], steps: &[Vec<Step>]) -> Vec<(usize, Becoming)> {
    let mut seen = BTreeSet::from([from]);
    let mut found: Vec<(usize, Becoming)> = Vec::new();
    let mut pending: VecDeque<Option<usize>> = VecDeque::from([None]);
    while let Some(before) = pending.pop_front() {
        let before = before.and_then(|at| found.get(at)).cloned();
        if before.as_ref().is_some_and(|(_, way)| way.through.len() >= MAX_STEPS) {
            continue;
        }
        let at = before.as_ref().map_or(from, |(at, _)| *at);
        for step in steps.get(at).into_iter().flatten() {
            let Some(to) = identities.get(step.to) else { continue };
            if seen.len() >= MAX_REACHED || !seen.insert(step.to) {
                continue;
            }
            let way = before.as_ref().map(|(_, way)| way);
            let through = way.into_iter().flat_map(|way| way.through.iter().copied()).chain([to.resource]);
            let evidence = way.into_iter().flat_map(|way| &way.evidence).chain(&step.signs).cloned();
            let needs = way.into_iter().flat_map(|way| &way.needs).chain(&step.needs).cloned();
            let next = Becoming {
                identity: to.resource,
                through: through.collect(),
                evidence: evidence.collect(),
                needs: needs.collect(),
            };
            pending.push_back(Some(found.len()));
            found.push((step.to, next));
        }
    }
    found
}
