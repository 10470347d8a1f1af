//! Arguments that cannot be used: each says whose mistake it is and what to do.

use crate::run::{PUBLIC_BUCKET, Project, finish, purlin};

fn message(arguments: &[&str]) -> String {
    let project = Project::new(&[("main.tf", PUBLIC_BUCKET)]);
    let run = project.run(arguments);
    assert_eq!(run.code, Some(2), "{}{}", run.stdout, run.stderr);
    format!("{}{}", run.stdout, run.stderr)
}

#[test]
fn formats_and_outputs_that_cannot_be() {
    insta::assert_snapshot!(message(&["check", "-f", "xml"]), @"error: --format xml: there is no format xml; there are text, json, sarif, github");
    insta::assert_snapshot!(message(&["check", "-f", "json="]), @"error: --format json=: write a file's name behind `=`");
    insta::assert_snapshot!(message(&["check", "-f", "json", "-f", "sarif"]), @"error: --format: only one report can go to standard output; write FMT=FILE for the others");
    insta::assert_snapshot!(message(&["check", "-f", "json=a", "-f", "sarif=a"]), @"error: --format: two reports would be written to a");
    insta::assert_snapshot!(message(&["check", "-f", "json=a", "-o", "b"]), @"error: --output: every --format already names its file");
    insta::assert_snapshot!(message(&["check", "-f", "json=nowhere/a"]), @"error: cannot write nowhere/a: No such file or directory (os error 2)");
}

#[test]
fn values_that_cannot_be() {
    insta::assert_snapshot!(message(&["check", "--var", "acl"]), @"error: --var acl: write NAME=VALUE");
    insta::assert_snapshot!(message(&["check", "--no-risk", "--sort", "risk"]), @"error: --sort risk: nothing is rated with --no-risk; leave one of them out, or write --sort severity");
    assert!(message(&["check", "--timeout", "0"]).contains("must be above 0"));
    assert!(message(&["check", "--min-severity", "hihg"]).contains("high"));
    assert!(message(&["check", "--nope"]).contains("--nope"));
    assert!(message(&["chekc"]).contains("check"));
}

#[test]
fn an_unknown_rule_names_near_ones() {
    let text = message(&["check", "--select", "aws-s3-public-alc"]);
    assert!(text.contains("aws-s3-public-acl"), "{text}");
    let text = message(&["check", "--ignore", "CKV_AWS_2O"]);
    assert!(text.contains("CKV_AWS_20"), "{text}");
    assert!(text.contains("no rule") || text.contains("no such rule"), "{text}");
}

#[test]
fn no_arguments_is_help_and_an_error() {
    let run = finish(&mut purlin(), None);
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.contains("Usage:"), "{}", run.stderr);
    let run = finish(purlin().arg("--help"), None);
    assert_eq!(run.code, Some(0));
    assert!(run.stdout.contains("Usage:"), "{}", run.stdout);
}

#[test]
fn explain_and_rules_know_ids_prefixes_and_aliases() {
    let project = Project::new(&[]);
    let run = project.run(&["explain", "aws-s3-public-acl"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let by_alias = project.run(&["explain", "aws-0161"]);
    assert_eq!(by_alias.stdout, run.stdout);
    let unknown = project.run(&["explain", "aws-s3-public-alc"]);
    assert_eq!(unknown.code, Some(2));
    assert!(unknown.stderr.contains("did you mean aws-s3-public-acl"), "{}", unknown.stderr);

    let listed = project.run(&["rules", "-f", "json", "--select", "aws-s3-public"]);
    let rules: serde_json::Value = serde_json::from_str(&listed.stdout).unwrap();
    let ids: Vec<&str> = rules.as_array().unwrap().iter().map(|rule| rule["id"].as_str().unwrap()).collect();
    assert!(ids.iter().all(|id| id.starts_with("aws-s3-public-")), "{ids:?}");
    assert!(ids.contains(&"aws-s3-public-acl") && ids.len() > 1, "{ids:?}");
}
