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
fn the_summary_says_what_most_undecided_checks_wait_for() {
    let bucket =
        |name: &str, acl: &str| format!("resource \"aws_s3_bucket\" \"{name}\" {{\n  acl = {acl}\n}}\n");
    let text = "variable \"acl\" {}\nvariable \"other\" {}\n".to_owned()
        + &bucket("a", "var.acl")
        + &bucket("b", "var.acl")
        + &bucket("c", "var.other");
    let project = Project::new(&[("main.tf", &text)]);
    let arguments = ["--select", "aws-s3-public-acl"];
    let (report, _) = project.report(&arguments);
    let mostly = serde_json::json!({
        "what": "a value of variable \"acl\" (--var or --var-file gives it one)", "findings": 1, "resources": 2,
    });
    assert_eq!(report["summary"]["undecided_mostly"], mostly);
    let text = |arguments: &[&str]| {
        let all = [&["check", "--select", "aws-s3-public-acl"], arguments].concat();
        project.run(&all).stdout.replace("\n  ", " ")
    };
    let all = text(&[]);
    let most = "2 checks of 3 resources undecided, since 2 values cannot be known (--fail-on-unknown lists them); 2 of \
                the resources wait for a value of variable \"acl\" (--var or --var-file gives it one)";
    assert!(all.contains(most), "{all}");
    let one = text(&["--var", "acl=private"]);
    let missing = "1 check of 1 resource undecided, since a value cannot be known (--fail-on-unknown lists them); what \
                   is missing is a value of variable \"other\" (--var or --var-file gives it one)";
    assert!(one.contains(missing), "{one}");
}

#[test]
fn files_handed_in_one_by_one_need_not_be_ours() {
    let project = Project::new(&[("package.json", "{}")]);
    let run = project.run(&["check", "package.json"]);
    assert_eq!(run.code, Some(0), "{}{}", run.stdout, run.stderr);
    assert!(run.stdout.contains("nothing to lint"), "{}", run.stdout);
}
