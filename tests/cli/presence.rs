//! Values of which no more is known than that there is one.

use crate::run::Project;

/// The states of a rule's findings in a project of one file.
fn states(rule: &str, main: &str) -> Vec<String> {
    let project = Project::new(&[("main.tf", main)]);
    let report: serde_json::Value =
        serde_json::from_str(&project.run(&["check", "-f", "json", "--select", rule]).stdout).unwrap();
    let findings = report["findings"].as_array().unwrap();
    findings.iter().map(|one| one["state"].as_str().unwrap().to_owned()).collect()
}

/// A topic whose key is an expression, and what it may refer to.
fn topic(key: &str) -> String {
    format!(
        "resource \"aws_sns_topic\" \"main\" {{\n  name = \"main\"\n  kms_master_key_id = {key}\n}}\n\
         resource \"aws_kms_key\" \"main\" {{}}\n\
         resource \"aws_kms_key\" \"some\" {{\n  count = var.number\n}}\n\
         data \"aws_kms_key\" \"read\" {{\n  key_id = \"alias/a\"\n}}\n\
         variable \"number\" {{}}\nvariable \"key\" {{}}\nvariable \"on\" {{\n  type = bool\n}}\n\
         variable \"given\" {{\n  default = null\n}}\n"
    )
}

#[test]
fn what_names_another_resource_is_set() {
    for key in [
        "aws_kms_key.main.arn",
        "aws_kms_key.main.key_id",
        "data.aws_kms_key.read.arn",
        "try(aws_kms_key.main.arn, null)",
        "coalesce(var.given, aws_kms_key.main.arn)",
        "\"alias/${var.key}\"",
        "\"${aws_kms_key.main.id}\"",
        "var.on ? aws_kms_key.main.arn : \"alias/a\"",
    ] {
        assert_eq!(states("aws-sns-unencrypted", &topic(key)), [""; 0], "{key}");
    }
}

#[test]
fn what_may_be_nothing_is_undecided() {
    for key in [
        "var.key",
        "\"${var.key}\"",
        "aws_kms_key.main.custom_key_store_id",
        "try(aws_kms_key.some[0].arn, null)",
        "one(aws_kms_key.some[*].arn)",
        "var.on ? aws_kms_key.main.arn : null",
    ] {
        assert_eq!(states("aws-sns-unencrypted", &topic(key)), ["undecided"], "{key}");
    }
    assert_eq!(states("aws-sns-unencrypted", &topic("var.given")), ["open"]);
}

#[test]
fn what_a_text_says_stays_unknown() {
    assert_eq!(states("aws-sns-key-of-aws", &topic("aws_kms_key.main.arn")), ["undecided"]);
    assert_eq!(states("aws-sns-key-of-aws", &topic("\"alias/aws/sns\"")), ["open"]);
}
