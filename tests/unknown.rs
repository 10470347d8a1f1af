//! Not knowing never helps and never accuses: each value of each case is made unknown in turn, also those in texts that
//! hold JSON or YAML. No resource may then be reported that was not before, and none that was may pass.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test fails by panicking, and reads and runs what it has to"
)]

use purlin::lint::cases;
use purlin::lint::mutate::{self, Hidden};
use purlin::policy::PolicySet;
use rayon::prelude::*;
use std::path::Path;

#[test]
fn a_value_that_is_unknown_neither_accuses_nor_acquits() {
    let policies = PolicySet::builtin();
    let all = cases::find(&Path::new(env!("CARGO_MANIFEST_DIR")).join("policies")).unwrap();
    let hidden: Vec<Hidden> = all.par_iter().map(|case| mutate::hide(case, &policies)).collect();
    let tried: usize = hidden.iter().map(|one| one.tried).sum();
    let in_texts: usize = hidden.iter().map(|one| one.in_texts).sum();
    let complaints: Vec<String> = hidden.into_iter().flat_map(|one| one.complaints).collect();
    assert!(complaints.is_empty(), "{} of {tried}:\n{}", complaints.len(), complaints.join("\n"));
    assert!(tried > 50_000, "only {tried} values were tried");
    assert!(in_texts > 1_000, "only {in_texts} values in texts were tried");
}
