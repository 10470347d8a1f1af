//! Findings that are alike, so that a long report reads as a short list of decisions. Nothing is left out: one is told
//! in full, the others by their place.

use super::summary::plural;
use super::text::{place, short};
use crate::finding::{Finding, Location, State};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// The findings of each group, where the first of them stands, the riskiest first: it is the one told in full, whatever
/// the report is ordered by. What a comment suppresses stays by itself, since each comment has a reason of its own. What
/// is undecided is one group for each value that is missing: it leaves many rules undecided.
pub(super) fn grouped<'f>(findings: impl IntoIterator<Item = &'f Finding>) -> Vec<Vec<&'f Finding>> {
    let mut groups: Vec<Vec<&Finding>> = Vec::new();
    let mut met: BTreeMap<Alike<'_>, usize> = BTreeMap::new();
    for finding in findings {
        let alike = Alike::of(finding);
        let known = met.get(&alike).and_then(|at| groups.get_mut(*at));
        match known.filter(|_| matches!(finding.state, State::Open | State::Undecided)) {
            Some(group) => group.push(finding),
            None => {
                met.insert(alike, groups.len());
                groups.push(vec![finding]);
            }
        }
    }
    groups.iter_mut().for_each(|group| by_risk(group));
    groups
}

/// The riskiest first.
pub(super) fn by_risk(group: &mut [&Finding]) {
    group.sort_by_key(|finding| Reverse(finding.risk.as_ref().map(|risk| risk.score)));
}

/// What findings of a group have in common.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Alike<'f> {
    Fault(&'f str),
    Missing(&'f Location, Option<&'f str>),
}

impl<'f> Alike<'f> {
    pub(super) fn of(finding: &'f Finding) -> Alike<'f> {
        match finding.state {
            State::Undecided => Alike::Missing(&finding.location, finding.waits_for.as_deref()),
            _ => Alike::Fault(&finding.group),
        }
    }
}

/// The rules that wait for the same value as another one does, each once.
pub(super) fn waiting(findings: &[&Finding]) -> String {
    let rules: BTreeSet<&str> = findings.iter().map(|finding| finding.rule.as_str()).collect();
    let rules: Vec<&str> = rules.into_iter().collect();
    let waiting = if findings.len() == 1 { "waits" } else { "wait" };
    format!("{} {waiting} for the same: {}", plural(findings.len(), "more check"), rules.join(", "))
}

/// A finding that follows another one told in full: its place, its risk and what it goes by, then what it is about; on
/// a line of its own where both take more than `width`.
pub(super) fn lines(finding: &Finding, width: usize) -> Vec<String> {
    let risk = finding.risk.as_ref().map_or_else(String::new, |risk| format!("  risk {}", risk.score));
    let first = format!("{}{risk}  id {}", place(&finding.location), short(&finding.fingerprint));
    let second = format!("  {}{}", subject(finding), within(finding));
    match first.chars().count() + second.chars().count() <= width {
        true => vec![first + &second],
        false => vec![first, second],
    }
}

/// The resource that a finding is about, and how many more there are.
fn subject(finding: &Finding) -> String {
    match finding.instances.len() {
        0 | 1 => finding.resource.address.clone(),
        all => format!("{} and {} more", finding.resource.address, all - 1),
    }
}

fn within(finding: &Finding) -> String {
    match finding.environments.as_slice() {
        [] => String::new(),
        environments => format!(", in {}", environments.join(", ")),
    }
}
