//! Findings that are alike, so that a long report reads as a short list of decisions. Nothing is left out: one is told
//! in full, the others by their place.

use super::text::{place, short};
use crate::finding::{Finding, State};
use std::collections::BTreeMap;

/// The findings of each group, where the first of them stands. What a comment suppresses stays by itself, since each
/// comment has a reason of its own.
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
    groups
}

/// A finding in one line that follows another one told in full: its place, its risk, what it goes by, what it is about.
pub(super) fn line(finding: &Finding) -> String {
    let risk = finding.risk.as_ref().map_or_else(String::new, |risk| format!("  risk {}", risk.score));
    let id = short(&finding.fingerprint);
    format!("{}{risk}  id {id}  {}{}", place(&finding.location), subject(finding), within(finding))
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
