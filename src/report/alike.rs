//! Findings that are alike, so that a long report reads as a short list of decisions. Nothing is left out: one is told
//! in full, the others by their place.

use super::text::{place, short};
use crate::finding::{Finding, State};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The findings of each group, where the first of them stands, the riskiest first: it is the one told in full, whatever
/// the report is ordered by. What a comment suppresses stays by itself, since each comment has a reason of its own.
pub(super) fn grouped<'f>(findings: impl IntoIterator<Item = &'f Finding>) -> Vec<Vec<&'f Finding>> {
    let mut groups: Vec<Vec<&Finding>> = Vec::new();
    let mut met: BTreeMap<&str, usize> = BTreeMap::new();
    for finding in findings {
        let known = met.get(finding.group.as_str()).and_then(|at| groups.get_mut(*at));
        match known.filter(|_| finding.state != State::Suppressed) {
            Some(group) => group.push(finding),
            None => {
                met.insert(&finding.group, groups.len());
                groups.push(vec![finding]);
            }
        }
    }
    for group in &mut groups {
        group.sort_by_key(|finding| Reverse(finding.risk.as_ref().map(|risk| risk.score)));
    }
    groups
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
