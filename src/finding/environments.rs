//! The findings of one configuration in several environments: what holds in more than one is one finding.

use super::fingerprint::numbered;
use super::place::order;
use super::{Finding, State};
use crate::evaluate::Path;
use crate::source::Span;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What makes findings of two environments one: rule, line to change, path, state.
type Identity = (String, Span, Path, State);

/// Joins the findings of several environments. `holds` says whether a root belongs to environments at all; the
/// findings of one that does not are the same in each and are not labelled.
pub fn merge(
    environments: Vec<(Arc<str>, Vec<Finding>)>,
    holds: &dyn Fn(&str, &str) -> bool,
) -> Vec<Finding> {
    let mut merged: BTreeMap<Identity, Finding> = BTreeMap::new();
    for (name, findings) in environments {
        for mut finding in findings {
            if holds(&name, &finding.resource.root) {
                finding.environments = vec![name.to_string()];
            }
            let identity =
                (finding.rule.clone(), finding.location.span, finding.path.without_indices(), finding.state);
            match merged.get_mut(&identity) {
                Some(first) => join(first, finding),
                None => {
                    merged.insert(identity, finding);
                }
            }
        }
    }
    let mut findings: Vec<Finding> = merged.into_values().collect();
    findings.sort_by(|one, other| order(one).cmp(&order(other)));
    renumber(&mut findings);
    findings
}

fn join(first: &mut Finding, other: Finding) {
    first.instances.extend(other.instances);
    first.instances.sort();
    first.instances.dedup();
    // Where nothing covers it in one of them, it stands.
    first.covered_by = first.covered_by.take().filter(|_| other.covered_by.is_some());
    first.measured = match (first.measured.take(), other.measured) {
        (Some(one), Some(other)) => Some(one.worst(&other)),
        (one, other) => one.or(other),
    };
    let environments: BTreeSet<String> = first.environments.drain(..).chain(other.environments).collect();
    first.environments = environments.into_iter().collect();
}

/// Equal lines in the files of two environments are two faults, and so have two names.
fn renumber(findings: &mut [Finding]) {
    let mut met: BTreeMap<String, u32> = BTreeMap::new();
    for finding in findings {
        let ordinal = met.entry(finding.fingerprint.clone()).or_insert(0);
        *ordinal += 1;
        if *ordinal > 1 {
            finding.fingerprint = numbered(&finding.fingerprint, *ordinal);
        }
    }
}
