//! Findings of different rules that ask for one decision: they point at the same line, or into the same statement of a
//! policy. Whoever looks at it for the first of them decides all, so they stand under one head. None is left out.

use super::alike::{Alike, by_risk, grouped};
use crate::evaluate::Path;
use crate::finding::{Finding, Location, State};
use crate::risk::statement_of;
use std::collections::BTreeMap;

/// What stands under one head.
pub(super) struct Decision<'f> {
    /// Findings that are alike, the riskiest first: it is told in full.
    pub(super) alike: Vec<&'f Finding>,
    /// What other rules find at the same lines and in the same statements, by rule.
    pub(super) here: Vec<Vec<&'f Finding>>,
}

/// Where a decision is made.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Spot<'f> {
    Line(&'f Location),
    /// A statement of a resource's policy, whichever of its lines.
    Statement(&'f str, Path),
}

/// The findings under their heads, where the first of each stands. A place belongs to the head that came to it first:
/// what another rule finds there is told with it, the rest of what that rule finds under a head of its own.
pub(super) fn decisions<'f>(findings: impl IntoIterator<Item = &'f Finding>) -> Vec<Decision<'f>> {
    let mut spots: BTreeMap<Spot<'f>, usize> = BTreeMap::new();
    let mut heads: BTreeMap<Alike<'f>, usize> = BTreeMap::new();
    let mut told: Vec<Told<'f>> = Vec::new();
    for finding in findings {
        // What a comment suppresses stays by itself, since each comment has a reason of its own; so does what is left
        // for later, which is no part of what is to be decided.
        let is_open = finding.state == State::Open;
        let fault = matches!(finding.state, State::Open | State::Undecided).then(|| Alike::of(finding));
        let here = spots_of(finding).find_map(|spot| spots.get(&spot)).copied().filter(|_| is_open);
        let head = fault.and_then(|fault| heads.get(&fault)).copied();
        let at = here.or(head).unwrap_or(told.len());
        match told.get_mut(at) {
            Some(told) if told.fault == fault => told.alike.push(finding),
            Some(told) => told.here.push(finding),
            None => told.push(Told { fault, alike: vec![finding], here: Vec::new() }),
        }
        if let Some(fault) = fault.filter(|_| here.is_none()) {
            heads.entry(fault).or_insert(at);
        }
        if is_open {
            for spot in spots_of(finding) {
                spots.entry(spot).or_insert(at);
            }
        }
    }
    let decision = |Told { mut alike, here, .. }: Told<'f>| {
        by_risk(&mut alike);
        Decision { alike, here: grouped(here) }
    };
    told.into_iter().map(decision).collect()
}

/// A head that is being filled.
struct Told<'f> {
    fault: Option<Alike<'f>>,
    alike: Vec<&'f Finding>,
    here: Vec<&'f Finding>,
}

/// Its line, and the statement that it is about.
fn spots_of(finding: &Finding) -> impl Iterator<Item = Spot<'_>> {
    let statement = finding.faults.first().and_then(|fault| {
        let statement = statement_of(&fault.path)?;
        Some(Spot::Statement(&fault.at, statement))
    });
    [Spot::Line(&finding.location)].into_iter().chain(statement)
}
