//! Every exit code, and what wins over what.

use crate::run::{PRIVATE_BUCKET, PUBLIC_BUCKET, Project};

const ACL: [&str; 2] = ["--select", "aws-s3-public-acl"];

fn code(files: &[(&str, &str)], arguments: &[&str]) -> Option<i32> {
    let mut all = vec!["check"];
    all.extend(ACL);
    all.extend(arguments);
    Project::new(files).run(&all).code
}

#[test]
fn clean_findings_untrusted_nothing() {
    assert_eq!(code(&[("main.tf", PRIVATE_BUCKET)], &[]), Some(0));
    assert_eq!(code(&[("main.tf", PUBLIC_BUCKET)], &[]), Some(1));
    assert_eq!(code(&[("main.tf", "resource \"x\" {")], &[]), Some(2));
    assert_eq!(code(&[], &[]), Some(3));
    assert_eq!(code(&[("package.json", "{}"), ("notes.yaml", "a: 1")], &[]), Some(3));
}

#[test]
fn an_untrusted_run_still_reports_and_wins() {
    let project = Project::new(&[("main.tf", PUBLIC_BUCKET), ("broken.tf", "resource \"x\" {")]);
    let run = project.run(&["check", "--select", "aws-s3-public-acl"]);
    assert_eq!(run.code, Some(2));
    assert!(run.stdout.contains("aws-s3-public-acl"), "{}", run.stdout);
    assert!(run.stdout.contains("broken.tf"), "{}", run.stdout);
}

#[test]
fn what_fails_is_apart_from_what_is_shown() {
    let public = [("main.tf", PUBLIC_BUCKET)];
    assert_eq!(code(&public, &["--fail-on", "critical"]), Some(0));
    assert_eq!(code(&public, &["--fail-on", "low"]), Some(1));
    assert_eq!(code(&public, &["--min-severity", "critical"]), Some(1));
    assert_eq!(code(&public, &["--exit-zero"]), Some(0));
}

#[test]
fn exit_zero_forgives_findings_only() {
    assert_eq!(code(&[("main.tf", "resource \"x\" {")], &["--exit-zero"]), Some(2));
    assert_eq!(code(&[], &["--exit-zero"]), Some(3));
    assert_eq!(code(&[("main.tf", PUBLIC_BUCKET)], &["--exit-zero", "nowhere"]), Some(2));
}

#[test]
fn undecided_fails_only_on_demand() {
    let unknown = "variable \"acl\" {}\nresource \"aws_s3_bucket\" \"logs\" {\n  acl = var.acl\n}\n";
    assert_eq!(code(&[("main.tf", unknown)], &[]), Some(0));
    assert_eq!(code(&[("main.tf", unknown)], &["--fail-on-unknown"]), Some(1));
    assert_eq!(code(&[("main.tf", unknown)], &["--fail-on-unknown", "--exit-zero"]), Some(0));
    assert_eq!(code(&[("main.tf", unknown)], &["--var", "acl=public-read"]), Some(1));
}

#[test]
fn files_handed_in_one_by_one_need_not_be_ours() {
    let project = Project::new(&[("package.json", "{}")]);
    let run = project.run(&["check", "package.json"]);
    assert_eq!(run.code, Some(0), "{}{}", run.stdout, run.stderr);
    assert!(run.stdout.contains("nothing to lint"), "{}", run.stdout);
}
