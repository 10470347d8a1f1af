//! What comments and annotations say, and which rules their names lead to.

use super::said::{MAX_REASON, Said, of_line};
use super::*;

fn shown(said: &Said<'_>) -> String {
    let until = said.until.map_or_else(String::new, |until| format!(" until {until}"));
    let sometimes = if said.conditional { " sometimes" } else { "" };
    format!("{} {}{until}{sometimes}: {}", said.linter.name(), said.checks.join(" "), said.reason)
}

#[test]
fn comments_are_read() {
    let read = |text| of_line(text).iter().map(shown).collect::<Vec<_>>().join("\n");
    insta::assert_snapshot!(read("checkov:skip=CKV_AWS_20:a public site"), @"checkov CKV_AWS_20: a public site");
    insta::assert_snapshot!(read("checkov:skip= CKV_AWS_20 , CKV2_AWS_6: \"both\""), @"checkov CKV_AWS_20 CKV2_AWS_6: both");
    insta::assert_snapshot!(read("agreed, bridgecrew:skip=CKV_AWS_20"), @"checkov CKV_AWS_20: ");
    insta::assert_snapshot!(read("checkov:skip=:nothing"), @"checkov : nothing");
    insta::assert_snapshot!(read("tfsec:ignore:aws-s3-enable-versioning tfsec:ignore:AWS017 - no need"), @r"
    tfsec aws-s3-enable-versioning: no need
    tfsec AWS017: no need
    ");
    insta::assert_snapshot!(read("trivy:ignore:AVD-AWS-0345: for the pipeline"), @"trivy AVD-AWS-0345: for the pipeline");
    insta::assert_snapshot!(read("trivy:ignore:aws-0089:exp:2027-01-31 later"), @"trivy aws-0089 until 2027-01-31: later");
    insta::assert_snapshot!(read("tfsec:ignore:AWS006 exp:2027-01-31 #tfsec:ignore:AWS018:ws:dev"), @r"
    tfsec AWS006 until 2027-01-31: 
    tfsec AWS018 sometimes: 
    ");
    insta::assert_snapshot!(read("tfsec:ignore:a see https://x.org/ # checkov:skip=CKV_X_1"), @r"
    tfsec a: see https://x.org/
    checkov CKV_X_1:
    ");
    insta::assert_snapshot!(read("trivy:ignore:aws-ec2-*[from_port=443]"), @"trivy aws-ec2-* sometimes: [from_port=443]");
    insta::assert_snapshot!(read("trivy:ignore:\u{e4}"), @"trivy : \u{e4}");
    assert_eq!(of_line("checkov.skip=CKV_AWS_20").len(), 0);
    let long = format!("checkov:skip=CKV_AWS_20:{}", "\u{e4}".repeat(MAX_REASON));
    assert_eq!(of_line(&long)[0].reason, "\u{e4}".repeat(MAX_REASON / 2));
    assert_eq!(of_line(&"tfsec:ignore:a ".repeat(MAX_CHECKS + 1)).len(), MAX_CHECKS);
}

#[test]
fn a_day_that_is_over_or_none_does_not_hold() {
    let today = day("2027-01-31");
    assert!(holds("2027-01-31", today) && holds("2027-01-31", None));
    assert!(!holds("2027-01-30", today) && !holds("2027-1-31", None) && !holds("soon", today));
}

fn rules(aliases: &[(&str, &[&str])]) -> Vec<Rule> {
    let rule = |(id, aliases): &(&str, &[&str])| {
        let mut rule = crate::finding::samples::rule(id, crate::policy::Severity::High);
        rule.id = (*id).to_owned();
        rule.metadata.custom.aliases = aliases.iter().map(|&alias| alias.to_owned()).collect();
        rule
    };
    aliases.iter().map(rule).collect()
}

#[test]
fn checks_are_found_by_every_name_they_have() {
    let mut rules = rules(&[
        ("acl", &["CKV_AWS_20", "AWS-0092"]),
        ("writable", &["CKV_AWS_57", "CKV_AWS_20"]),
        ("log", &["CKV_AWS_18", "AWS-0089"]),
        ("root", &["KSV-0012", "run-as-non-root", "runAsRootAllowed"]),
        ("none", &["C-0013"]),
    ]);
    rules[1].metadata.custom.partial_aliases = vec!["CKV_AWS_20".to_owned()];
    let checks = Checks::of(&rules);
    let found = |linter, name| checks.rules(linter, name).iter().cloned().collect::<Vec<_>>().join(" ");
    for (linter, name, expected) in [
        (Other::Checkov, "CKV_AWS_20", "acl"),
        (Other::Checkov, "CKV_AWS_57", "writable"),
        (Other::Checkov, "CKV_AWS_21", ""),
        (Other::Checkov, "acl", ""),
        (Other::Trivy, "AVD-AWS-0092", "acl"),
        (Other::Trivy, "aws-0092", "acl"),
        (Other::Trivy, "aws-s3-no-public-access-with-acl", "acl"),
        (Other::Tfsec, "AWS001", "acl"),
        (Other::Tfsec, "aws-s3-enable-bucket-logging", "log"),
        (Other::Tfsec, "AWS999", ""),
        (Other::Trivy, "KSV012", "root"),
        (Other::Trivy, "avd-ksv-0012", "root"),
        (Other::Trivy, "aws-s3-*", "acl log"),
        (Other::Trivy, "AVD-AWS-008*", "log"),
        (Other::Tfsec, "*", "acl log root"),
        (Other::KubeLinter, "*", "root"),
        (Other::Polaris, "*", "root"),
        (Other::KubeScore, "*", ""),
    ] {
        assert_eq!(found(linter, name), expected, "{linter:?} {name}");
    }
}

/// Every name leads to a check that a rule still has, and every check that goes by a name has it here.
#[test]
fn names_are_of_checks_that_rules_have() {
    let set = crate::policy::PolicySet::builtin();
    let aliases: BTreeSet<&str> =
        set.rules().iter().flat_map(|rule| rule.metadata.custom.aliases.iter().map(String::as_str)).collect();
    let lines = include_str!("checks.tsv").lines();
    let stale: Vec<&str> =
        lines.filter(|line| !line.rsplit('\t').next().is_some_and(|id| aliases.contains(id))).collect();
    assert_eq!(stale, [] as [&str; 0]);
    let named = |alias: &&&str| NAMES.values().any(|named| named == *alias);
    let goes_by_name = |alias: &&&str| alias.starts_with(char::is_lowercase);
    let unnamed: Vec<_> = aliases.iter().filter(goes_by_name).filter(|alias| !named(alias)).collect();
    assert_eq!(unnamed, [] as [&&str; 0], "write their names into checks.tsv");
    assert_eq!(NAMES.len(), include_str!("checks.tsv").lines().count());
}

#[test]
fn annotations_are_about_what_they_are_in() {
    let text = "kind: Deployment\nmetadata:\n  annotations:\n    checkov.io/skip1: CKV_K8S_1=on purpose\n    checkov.io/skipped: CKV_K8S_1\n    kube-score/ignore: one, two\n    polaris.fairwinds.com/exempt: \"false\"\n    a: b\nspec:\n  template:\n    metadata:\n      annotations:\n        ignore-check.kube-linter.io/one: \"why\"\n        polaris.fairwinds.com/two-exempt: \"true\"\n    spec: {}\n---\nkind: Pod\n";
    let sources = Sources::new(".");
    let id = sources.add("main.yaml", FileKind::Manifest, text);
    let rules = rules(&[("a", &["CKV_K8S_1", "one"]), ("b", &["two"])]);
    let shown = |one: Exception| {
        let rules: Vec<&str> = one.rules.iter().map(String::as_str).collect();
        let text = sources.text(one.span);
        format!("{} {} {:?} {:?} at {text}", one.linter.name(), rules.join(" "), one.reason, one.lines)
    };
    let found = of_annotations(&sources, id, &Checks::of(&rules));
    insta::assert_snapshot!(found.into_iter().map(shown).collect::<Vec<_>>().join("\n"), @r#"
    kube-linter a "why" 10..=14 at ignore-check.kube-linter.io/one: "why"
    polaris b "" 10..=14 at polaris.fairwinds.com/two-exempt: "true"
    checkov a "on purpose" 0..=14 at checkov.io/skip1: CKV_K8S_1=on purpose
    kube-score a "" 0..=14 at kube-score/ignore: one, two
    kube-score b "" 0..=14 at kube-score/ignore: one, two
    "#);
}
