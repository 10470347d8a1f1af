//! `purlin baseline` and `check --baseline`, through the binary.

use crate::run::Project;
use serde_json::Value;

const BUCKETS: &str = "resource \"aws_s3_bucket\" \"a\" {\n  acl = \"public-read\"\n}\n\nresource \"aws_s3_bucket\" \"b\" {\n  acl = \"public-read\"\n}\n";
const RULE: [&str; 2] = ["--select", "aws-s3-public-acl"];

/// Writes the baseline of a project into it.
fn written(project: &Project) -> String {
    let run = project.run(&["baseline", "--select", "aws-s3-public-acl", "-o", "known.json", "."]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(0), ""), "{}", run.stderr);
    std::fs::read_to_string(project.file("known.json")).unwrap()
}

/// `state file:line` of each finding, ordered, the summary and the exit code.
fn judged(project: &Project) -> (Vec<String>, Value, Option<i32>) {
    let (report, run) = project.report(&[&RULE[..], &["--baseline", "known.json"]].concat());
    let shown = |finding: &Value| {
        let at = &finding["location"];
        let (state, file) = (finding["state"].as_str().unwrap(), at["file"].as_str().unwrap());
        format!("{state} {file}:{}", at["start"]["line"])
    };
    let findings = report["findings"].as_array().unwrap();
    let mut findings: Vec<String> = findings.iter().map(shown).collect();
    findings.sort();
    (findings, report["summary"].clone(), run.code)
}

#[test]
fn what_is_known_is_left_out_and_what_is_new_counts() {
    let project = Project::new(&[("main.tf", BUCKETS)]);
    insta::assert_snapshot!(written(&project), @r#"
    {"version": 1, "findings": [
    {"file":"main.tf","rule":"aws-s3-public-acl","resource":".//aws_s3_bucket.a","path":"acl","state":"open","fingerprint":"08915abf6a50d32766cc45b5554a3473"},
    {"file":"main.tf","rule":"aws-s3-public-acl","resource":".//aws_s3_bucket.b","path":"acl","state":"open","fingerprint":"4f9d5675048c50172dfcae2b3ad4ed6f"}
    ]}
    "#);
    let (findings, summary, code) = judged(&project);
    assert_eq!(findings, ["baselined main.tf:2", "baselined main.tf:6"]);
    assert_eq!(
        (summary["baselined"].as_u64(), summary["baseline_gone"].as_u64(), code),
        (Some(2), Some(0), Some(0))
    );
    // Lines above it, another name of the file, one more bucket; and one of the known ones was mended.
    let (mended, known) = BUCKETS.split_once("\n\n").unwrap();
    let changed = format!("# new\n{}\n\n{known}", mended.replace("public-read", "private"));
    std::fs::remove_file(project.file("main.tf")).unwrap();
    project.write("buckets.tf", changed.as_bytes());
    project.write("new.tf", BUCKETS.replace("\"a\"", "\"c\"").replace("\"b\"", "\"d\"").as_bytes());
    let (findings, summary, code) = judged(&project);
    assert_eq!(findings, ["baselined buckets.tf:7", "open new.tf:2", "open new.tf:6"]);
    assert_eq!((summary["open"]["high"].as_u64(), code), (Some(2), Some(1)));
    // The file of the known one is no more, so that the run cannot tell what has become of it.
    assert_eq!(summary["baseline_gone"], 0);
}

#[test]
fn another_value_at_the_same_place_is_new() {
    let project = Project::new(&[("main.tf", BUCKETS)]);
    written(&project);
    project.write("main.tf", BUCKETS.replacen("public-read", "authenticated-read", 1).as_bytes());
    let (findings, summary, code) = judged(&project);
    assert_eq!(findings, ["baselined main.tf:6", "open main.tf:2"]);
    assert_eq!((summary["baseline_gone"].as_u64(), code), (Some(1), Some(1)));
}

#[test]
fn a_directory_may_be_moved_but_not_copied() {
    let project = Project::new(&[("live/main.tf", BUCKETS)]);
    written(&project);
    project.write("copy/main.tf", BUCKETS.as_bytes());
    let both = [
        "baselined live/main.tf:2",
        "baselined live/main.tf:6",
        "open copy/main.tf:2",
        "open copy/main.tf:6",
    ];
    assert_eq!(judged(&project).0, both);
    std::fs::remove_file(project.file("live/main.tf")).unwrap();
    assert_eq!(judged(&project).0, ["baselined copy/main.tf:2", "baselined copy/main.tf:6"]);
    // Which of two is the old one cannot be known.
    project.write("again/main.tf", BUCKETS.as_bytes());
    assert!(judged(&project).0.iter().all(|finding| finding.starts_with("open ")));
}

#[test]
fn what_was_undecided_and_holds_now_is_new() {
    let unknown = "variable \"acl\" {\n}\n\nresource \"aws_s3_bucket\" \"a\" {\n  acl = var.acl\n}\n";
    let project = Project::new(&[("main.tf", unknown)]);
    written(&project);
    assert_eq!(judged(&project).0, ["baselined main.tf:1"]);
    project.write("terraform.tfvars", b"acl = \"public-read\"\n");
    let (findings, _, code) = judged(&project);
    assert_eq!((findings.len(), code), (1, Some(1)));
    assert!(findings[0].starts_with("open "), "{findings:?}");
}

#[test]
fn a_baseline_that_cannot_be_used_leaves_nothing_out() {
    for (text, why) in [
        ("{", "is no baseline: EOF"),
        ("{\"version\": 2, \"findings\": []}", "has version 2, and this Purlin reads 1"),
        ("<<<<<<< HEAD\n", "is no baseline: expected value at line 1 column 1"),
    ] {
        let project = Project::new(&[("main.tf", BUCKETS), ("known.json", text)]);
        let (report, run) = project.report(&[&RULE[..], &["--baseline", "known.json"]].concat());
        assert_eq!((run.code, report["findings"][0]["state"].as_str()), (Some(2), Some("open")));
        let message = report["diagnostics"][0]["message"].as_str().unwrap();
        assert!(message.contains(why), "{message}");
    }
}

#[test]
fn the_configuration_may_name_it_and_reports_say_what_is_left_out() {
    let project = Project::new(&[("main.tf", BUCKETS), (".purlin.yaml", "baseline: known.json\n")]);
    written(&project);
    // What it is written from is all there is, whatever baseline there was.
    assert_eq!(written(&project).lines().count(), 4);
    let run = project.run(&["check", "--select", "aws-s3-public-acl", "."]);
    assert_eq!(run.code, Some(0));
    assert!(
        run.stdout.contains("2 findings of the baseline left out (--show-suppressed lists them)"),
        "{}",
        run.stdout
    );
    let run = project.run(&["check", "--select", "aws-s3-public-acl", "--show-suppressed", "-q", "."]);
    assert!(run.stdout.starts_with("main.tf:2:9: baselined [aws-s3-public-acl]"), "{}", run.stdout);
    let run =
        project.run(&["check", "--select", "aws-s3-public-acl", "--show-suppressed", "-f", "sarif", "."]);
    let log: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(log["runs"][0]["results"][0]["suppressions"][0]["kind"], "external");
    let run = project.run(&["check", "--select", "aws-s3-public-acl", "-f", "sarif", "."]);
    let log: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(log["runs"][0]["results"].as_array().map(Vec::len), Some(0));
}
