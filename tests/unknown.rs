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

#[test]
fn a_value_that_is_unknown_neither_accuses_nor_acquits() {
    let policies = PolicySet::builtin();
    let all = cases::find(&Path::new(env!("CARGO_MANIFEST_DIR")).join("policies")).unwrap();
    let results: Vec<(usize, Vec<String>)> = all
        .par_iter()
        .map(|case| {
            let (tried, failures) = mutate::hide_each(case, &policies);
            (tried, failures.into_iter().map(|failure| format!("{}: {failure}", case.rule)).collect())
        })
        .collect();
    let tried: usize = results.iter().map(|(tried, _)| tried).sum();
    let failures: Vec<String> = results.into_iter().flat_map(|(_, failures)| failures).collect();
    assert!(failures.is_empty(), "{} of {tried}:\n{}", failures.len(), failures.join("\n"));
    assert!(tried > 1000, "only {tried} values were tried");
}
