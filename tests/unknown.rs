//! Not knowing never helps and never accuses: each value of each case is made unknown in turn. No resource may then
//! be reported that was not before, and none that was may pass.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test fails by panicking, and reads and runs what it has to"
)]

use purlin::lint::{cases, mutate};
use purlin::policy::PolicySet;
use rayon::prelude::*;
use std::path::Path;

/// Where parts of a JSON text that is known otherwise are made unknown, and an identity or exposure does not say so yet:
/// what a statement denies, the condition of what lets everyone in, the trust that a chain of roles goes over.
const OPEN: [(&str, &str); 5] = [
    ("aws-exposure-administrator", "`assume_role_policy."),
    ("aws-exposure-search-domain", "`access_policies."),
    ("aws-iam-trust-anyone", "`assume_role_policy."),
    ("aws-iam-trust-every-service-account", "`assume_role_policy."),
    ("aws-iam-workload-becomes-administrator", "`assume_role_policy."),
];

#[test]
fn a_value_that_is_unknown_neither_accuses_nor_acquits() {
    let policies = PolicySet::builtin();
    let all = cases::find(&Path::new(env!("CARGO_MANIFEST_DIR")).join("policies")).unwrap();
    let results: Vec<(usize, Vec<String>)> = all
        .par_iter()
        .map(|case| {
            let (tried, failures) = mutate::hide_each(case, &policies);
            let is_open = |failure: &String| {
                OPEN.iter().any(|(rule, place)| *rule == case.rule && failure.contains(place))
            };
            let failures = failures.into_iter().filter(|failure| !is_open(failure));
            (tried, failures.map(|failure| format!("{}: {failure}", case.rule)).collect())
        })
        .collect();
    let tried: usize = results.iter().map(|(tried, _)| tried).sum();
    let failures: Vec<String> = results.into_iter().flat_map(|(_, failures)| failures).collect();
    assert!(failures.is_empty(), "{} of {tried}:\n{}", failures.len(), failures.join("\n"));
    assert!(tried > 1000, "only {tried} values were tried");
}
