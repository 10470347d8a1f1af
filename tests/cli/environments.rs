//! `--each-var-file`: one root module in several environments.

use crate::run::{Project, diagnostics, findings};
use serde_json::{Value, json};

const MAIN: &str = "variable \"acl\" {\n  default = \"private\"\n}\nvariable \"names\" {\n  default = [\"a\"]\n}\n\
    resource \"aws_s3_bucket\" \"b\" {\n  for_each = toset(var.names)\n  bucket = each.key\n  acl = var.acl\n}\n\
    resource \"aws_db_instance\" \"d\" {\n  storage_encrypted = false\n}\n";
const RULES: &str = "aws-s3-public-acl,aws-rds-unencrypted";

fn shop() -> Project {
    Project::new(&[
        ("live/main.tf", MAIN),
        ("live/terraform.tfvars", "acl = \"public-read\"\n"),
        ("live/environments/dev.tfvars", "acl = \"private\"\n"),
        ("live/environments/prod.tfvars", "acl = \"public-read\"\nnames = [\"a\", \"b\"]\n"),
        ("live/environments/test.tfvars.json", "{\"acl\": \"public-read\"}"),
        ("other/main.tf", "resource \"aws_db_instance\" \"d\" {\n  storage_encrypted = false\n}\n"),
    ])
}

/// Rule, line and environments of each finding.
fn labelled(report: &Value) -> Vec<String> {
    let environments =
        report["findings"].as_array().unwrap().iter().map(|found| found["environments"].to_string());
    findings(report).iter().zip(environments).map(|(found, within)| format!("{found} {within}")).collect()
}

#[test]
fn findings_say_in_which_environments_they_hold() {
    let arguments = ["--select", RULES, "--each-var-file", "environments/*.tfvars*"];
    let (report, run) = shop().report(&arguments);
    assert_eq!(run.code, Some(1));
    assert_eq!(
        labelled(&report),
        [
            "aws-s3-public-acl live/environments/prod.tfvars:1 [\"prod\"]",
            "aws-s3-public-acl live/environments/test.tfvars.json:1 [\"test\"]",
            "aws-rds-unencrypted live/main.tf:13 [\"dev\",\"prod\",\"test\"]",
            "aws-rds-unencrypted other/main.tf:2 null",
        ]
    );
    let instances: Vec<usize> = report["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|found| found["instances"].as_array().unwrap().len())
        .collect();
    assert_eq!(instances, [2, 1, 1, 1]);
    assert_eq!(report["summary"]["environments"], json!(["dev", "prod", "test"]));
    assert_eq!((&report["summary"]["roots"], &report["summary"]["resources"]), (&json!(2), &json!(4)));
    let mut names: Vec<&str> = report["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|found| found["fingerprint"].as_str().unwrap())
        .collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), 4, "every finding has a fingerprint of its own");
}

#[test]
fn text_and_sarif_name_the_environments() {
    let project = shop();
    let check = ["check", "--select", RULES, "--each-var-file", "environments/*.tfvars"];
    let text = project.run(&check).stdout;
    assert!(text.contains("in: dev, prod\n"), "{text}");
    assert!(text.contains("2 Terraform roots in 2 environments (dev, prod)"), "{text}");
    let quiet = project.run(&[&check[..], &["-q"]].concat()).stdout;
    assert!(quiet.contains("(aws_s3_bucket.b[\"a\"] and 1 more, in prod)"), "{quiet}");
    let sarif: Value =
        serde_json::from_str(&project.run(&[&check[..], &["-f", "sarif"]].concat()).stdout).unwrap();
    assert_eq!(sarif["runs"][0]["results"][0]["properties"]["environments"], json!(["prod"]));
}

#[test]
fn without_environments_nothing_changes() {
    let project = shop();
    let (plain, _) = project.report(&["--select", RULES]);
    assert_eq!(labelled(&plain)[0], "aws-s3-public-acl live/terraform.tfvars:1 null");
    assert_eq!(plain["summary"]["environments"], Value::Null);
    let (unmatched, _) = project.report(&["--select", RULES, "--each-var-file", "nowhere/*.tfvars"]);
    assert_eq!(diagnostics(&unmatched), ["warning each-var-file --each-var-file"]);
    assert_eq!(unmatched["findings"], plain["findings"]);
    // Files that Terraform reads by itself make no environment.
    let (automatic, _) = project.report(&["--each-var-file", "*.tfvars"]);
    assert_eq!(automatic["summary"]["environments"], Value::Null);
    let (_, wrong) = project.report(&["--each-var-file", "../*.tfvars"]);
    assert_eq!(wrong.code, Some(2));
}

#[test]
fn a_root_is_evaluated_in_its_own_environments_only() {
    let project = shop();
    project.write("other/environments/dev.tfvars", b"");
    let (report, _) = project.report(&["--select", RULES, "--each-var-file", "environments/*.tfvars"]);
    assert_eq!(labelled(&report).last().unwrap(), "aws-rds-unencrypted other/main.tf:2 [\"dev\"]");
    // A value given by flag is stronger than an environment's.
    let flags = ["--select", RULES, "--each-var-file", "environments/*.tfvars", "--var", "acl=private"];
    assert_eq!(findings(&project.report(&flags).0).len(), 2);
}

#[test]
fn environments_without_end_are_an_error() {
    let project = Project::new(&[("main.tf", "variable \"a\" {}\n")]);
    for at in 0..251 {
        project.write(&format!("env/e{at}.tfvars"), b"a = 1\n");
    }
    let (report, run) = project.report(&["--each-var-file", "env/*.tfvars"]);
    assert_eq!(run.code, Some(2));
    assert_eq!(diagnostics(&report), ["error each-var-file --each-var-file"]);
    assert_eq!(report["summary"]["environments"].as_array().unwrap().len(), 250);
}
