//! Findings that a stronger one at the same place says already: one line to change is one finding.

use super::{ChainLink, Finding, State};
use crate::policy::Rule;
use crate::source::Span;
use std::collections::{BTreeMap, BTreeSet};

/// Takes out what another finding covers: its rule says so, it stands at the same place, has the same state and is
/// about all the same resources. What is taken out becomes evidence of the other. What a comment suppresses covers
/// nothing, and neither does a rule that is not run.
pub(super) fn fold(mut findings: Vec<Finding>, rules: &BTreeMap<&str, &Rule>) -> Vec<Finding> {
    let mut places: BTreeMap<(Span, State), Vec<usize>> = BTreeMap::new();
    for (at, finding) in findings.iter().enumerate() {
        if matches!(finding.state, State::Open | State::Undecided) {
            places.entry((finding.location.span, finding.state)).or_default().push(at);
        }
    }
    let mut gone: BTreeSet<usize> = BTreeSet::new();
    for here in places.values().filter(|here| here.len() > 1) {
        for strong in here {
            let covered = |weak: &&usize| *weak != strong && covers(&findings, rules, *strong, **weak);
            let covered: Vec<usize> = here.iter().filter(covered).copied().collect();
            for weak in covered {
                if !gone.contains(strong) && gone.insert(weak) {
                    absorb(&mut findings, *strong, weak);
                }
            }
        }
    }
    let kept = findings.into_iter().enumerate().filter(|(at, _)| !gone.contains(at));
    kept.map(|(_, finding)| finding).collect()
}

/// Whether one finding says all that another one says.
fn covers(findings: &[Finding], rules: &BTreeMap<&str, &Rule>, strong: usize, weak: usize) -> bool {
    let (Some(strong), Some(weak)) = (findings.get(strong), findings.get(weak)) else { return false };
    let named =
        rules.get(strong.rule.as_str()).is_some_and(|rule| rule.metadata.custom.covers.contains(&weak.rule));
    named && weak.instances.iter().all(|instance| strong.instances.contains(instance))
}

/// Adds what one finding says to the evidence of another.
fn absorb(findings: &mut [Finding], strong: usize, weak: usize) {
    let Some(weak) = findings.get(weak).cloned() else { return };
    let Some(strong) = findings.get_mut(strong) else { return };
    strong
        .evidence
        .push(ChainLink { location: weak.location, note: format!("{}: {}", weak.rule, weak.message) });
    let further =
        weak.evidence.into_iter().filter(|link| !strong.evidence.contains(link)).collect::<Vec<_>>();
    strong.evidence.extend(further);
    strong.rests_on.extend(weak.rests_on);
    strong.rests_on.sort();
    strong.rests_on.dedup();
}
