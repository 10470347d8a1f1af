//! Every case of every built-in policy, through the whole pipeline: each expected finding on its exact line, none
//! elsewhere.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails loudly, and reads and runs what lies in this repository"
)]

use purlin::lint::cases::{self, Case};
use purlin::policy::PolicySet;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

fn all() -> Vec<Case> {
    cases::find(&Path::new(env!("CARGO_MANIFEST_DIR")).join("policies")).unwrap()
}

#[test]
fn every_case_holds() {
    let policies = PolicySet::builtin();
    let failures: Vec<String> = all()
        .par_iter()
        .flat_map_iter(|case| {
            let place = format!("{} {}", case.rule, case.name);
            cases::run(case, &policies).failures.into_iter().map(move |failure| format!("{place}: {failure}"))
        })
        .collect();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn every_rule_has_bad_and_good_cases() {
    let mut by_rule: BTreeMap<String, (usize, usize)> =
        PolicySet::builtin().rules().iter().map(|rule| (rule.id.clone(), (0, 0))).collect();
    for case in all() {
        let counts =
            by_rule.get_mut(&case.rule).unwrap_or_else(|| panic!("{}: there is no such rule", case.rule));
        if case.bad { counts.0 += 1 } else { counts.1 += 1 }
    }
    let lacking: Vec<&String> =
        by_rule.iter().filter(|(_, (bad, good))| *bad == 0 || *good == 0).map(|(rule, _)| rule).collect();
    assert_eq!(lacking, [] as [&str; 0]);
}

#[test]
fn a_case_that_does_not_hold_is_noticed() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("aws/s3/public_acl");
    std::fs::create_dir_all(&folder).unwrap();
    let write = |name: &str, text: &str| std::fs::write(folder.join(name), text).unwrap();
    let bucket = |acl: &str| format!("resource \"aws_s3_bucket\" \"b\" {{\n  acl = {acl}\n}}\n");
    write("rule.rego", "");
    write("bad_marked.tf", &bucket("\"public-read\" # expect: aws-s3-public-acl"));
    write("bad_unmarked.tf", &bucket("\"public-read\""));
    write("bad_not.tf", &bucket("\"private\" # expect: aws-s3-public-acl"));
    write("bad_broken.tf", "resource \"aws_s3_bucket\" \"b\" { # expect: aws-s3-public-acl");
    write("bad_other.tf", &bucket("\"public-read\" # expect: aws-s3-public-alc"));
    write("good_public.tf", &bucket("\"public-read\""));
    write("good_private.tf", &bucket("\"private\""));
    write("bad_beside.tf.json", r#"{"resource": {"aws_s3_bucket": {"b": {"acl": "public-read"}}}}"#);
    write("bad_beside.tf.json.expect", "1 aws-s3-public-acl\n");
    let policies = PolicySet::builtin();
    let held: BTreeSet<String> = cases::find(dir.path())
        .unwrap()
        .into_iter()
        .filter(|case| cases::run(case, &policies).failures.is_empty())
        .map(|case| case.name)
        .collect();
    assert_eq!(
        held,
        BTreeSet::from(["bad_beside.tf.json", "bad_marked.tf", "good_private.tf"].map(str::to_owned))
    );
}
