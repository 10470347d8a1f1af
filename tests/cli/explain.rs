//! `purlin explain FINGERPRINT`: the story of one finding.

use crate::run::{PUBLIC_BUCKET, Project};

/// A module with a bad default, called twice, and a caller that sets the argument through a local.
fn shop() -> Project {
    Project::new(&[
        (
            "main.tf",
            "locals {\n  acl = \"public-read-write\"\n}\n\nmodule \"site\" {\n  source = \"./bucket\"\n  acl    = local.acl\n}\n\n\
             module \"logs\" {\n  source   = \"./bucket\"\n  for_each = toset([\"a\", \"b\"])\n}\n",
        ),
        (
            "bucket/main.tf",
            "variable \"acl\" {\n  default = \"public-read\"\n}\n\nresource \"aws_s3_bucket\" \"this\" {\n  acl = var.acl\n}\n",
        ),
    ])
}

/// The fingerprint of the finding at a line.
fn fingerprint(project: &Project, file: &str) -> String {
    let (report, _) = project.report(&["--select", "aws-s3-public-acl"]);
    let findings = report["findings"].as_array().unwrap();
    let found = findings.iter().find(|finding| finding["location"]["file"] == file).unwrap();
    found["fingerprint"].as_str().unwrap().to_owned()
}

#[test]
fn a_finding_is_told_step_by_step() {
    let project = shop();
    let whole = fingerprint(&project, "main.tf");
    let run = project.run(&["explain", &whole[..8]]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    insta::assert_snapshot!(run.stdout.replace(&whole, "<fingerprint>"));
    for other in [whole.to_uppercase(), whole[..12].to_owned(), format!("{whole}:1")] {
        assert_eq!(project.run(&["explain", &other, "."]).stdout, run.stdout, "{other}");
    }
    let json = project.run(&["explain", &whole, "-f", "json"]);
    let report: serde_json::Value = serde_json::from_str(&json.stdout).unwrap();
    assert_eq!(report["findings"].as_array().unwrap().len(), 1);
    assert_eq!(report["findings"][0]["fingerprint"], whole);
}

#[test]
fn what_is_decided_in_place_and_what_affects_many_is_told_too() {
    let project = shop();
    project.write("more.tf", PUBLIC_BUCKET.as_bytes());
    let in_place = project.run(&["explain", &fingerprint(&project, "more.tf")]).stdout;
    assert!(
        in_place.contains("\nHow it came about\n  It is decided where it is used: more.tf:2:9.\n"),
        "{in_place}"
    );

    let keys: Vec<String> = (10..30).map(|key| format!("\"{key}\"")).collect();
    let main = format!(
        "module \"logs\" {{\n  source = \"./bucket\"\n  for_each = toset([{}])\n}}\n",
        keys.join(",")
    );
    project.write("main.tf", main.as_bytes());
    let many = project.run(&["explain", &fingerprint(&project, "bucket/main.tf")]).stdout;
    assert!(
        many.contains("\n  module.logs[\"19\"].aws_s3_bucket.this\n  and 10 more, 20 in all\n"),
        "{many}"
    );
}

#[test]
fn what_holds_in_environments_is_explained_with_them() {
    let main = "variable \"acl\" {}\nresource \"aws_s3_bucket\" \"b\" {\n  acl = var.acl\n}\n";
    let project = Project::new(&[
        ("main.tf", main),
        ("env/dev.tfvars", "acl = \"private\"\n"),
        ("env/prod.tfvars", "acl = \"public-read\"\n"),
    ]);
    let each = ["--each-var-file", "env/*.tfvars"];
    let (report, _) = project.report(&[&each[..], &["--select", "aws-s3-public-acl"]].concat());
    let name = report["findings"][0]["fingerprint"].as_str().unwrap();
    let by_flag = project.run(&[&["explain", name], &each[..]].concat()).stdout;
    assert!(by_flag.contains("\nHolds in       prod\n"), "{by_flag}");
    project.write(".purlin.yaml", b"each_var_file: [env/*.tfvars]\n");
    assert_eq!(project.run(&["explain", name]).stdout, by_flag);
}

#[test]
fn the_text_report_names_every_finding() {
    let project = shop();
    let run = project.run(&["check", "--select", "aws-s3-public-acl"]);
    let ids =
        run.stdout.lines().filter_map(|line| Some(line.split_once("id: ").or(line.split_once("  id "))?.1));
    let ids: Vec<&str> = ids.map(|rest| rest.split(' ').next().unwrap()).collect();
    assert_eq!(ids.len(), 2, "{}", run.stdout);
    for id in ids {
        assert_eq!(project.run(&["explain", id]).code, Some(0), "{id}");
    }
}

#[test]
fn a_fingerprint_that_names_nothing_says_what_to_do() {
    let project = shop();
    for (text, expected) in [
        ("deadbeefdeadbeef", "findings in . has the fingerprint deadbeefdeadbeef: it may have been fixed;"),
        ("dead", "dead is too short: give the first 8 characters of a finding's fingerprint, or more"),
        ("aws-s3-public-alc", "there is no rule aws-s3-public-alc: did you mean aws-s3-public-acl"),
    ] {
        let run = project.run(&["explain", text]);
        assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""), "{text}");
        assert!(run.stderr.contains(expected), "{}", run.stderr);
    }
    let missing = project.run(&["explain", "deadbeefdeadbeef", "nowhere"]);
    assert_eq!(missing.code, Some(2));
    assert!(missing.stderr.contains("nowhere"), "{}", missing.stderr);
}

/// A pod of a kind that the risk model may never have met, beside the same one of a kind that it has.
fn pod_of(api: &str, kind: &str, name: &str) -> String {
    format!(
        "apiVersion: {api}\nkind: {kind}\nmetadata: {{name: {name}, namespace: shop}}\nspec:\n  template:\n    spec:\n      \
         containers: [{{name: web, image: \"registry.example.com/web:1\", securityContext: {{privileged: true}}}}]\n"
    )
}

#[test]
fn a_kind_that_nothing_was_learned_of_widens_the_interval_and_is_said() {
    let arguments = ["--select", "kubernetes-pod-privileged"];
    let risk = |api: &str, kind: &str, name: &str| {
        let project = Project::new(&[("pod.yaml", &pod_of(api, kind, name))]);
        let (report, _) = project.report(&arguments);
        let finding = report["findings"][0].clone();
        let story = project.run(&["explain", finding["fingerprint"].as_str().unwrap()]).stdout;
        let sarif = project.run(&[&["check", "-f", "sarif"], &arguments[..]].concat()).stdout;
        let sarif: serde_json::Value = serde_json::from_str(&sarif).unwrap();
        assert_eq!(sarif["runs"][0]["results"][0]["properties"]["risk"], finding["risk"]);
        (finding["risk"].clone(), story)
    };
    let said = "nothing was learned of this kind of resource (8 points either way)";
    let (met, story) = risk("apps/v1", "StatefulSet", "web");
    assert!(!story.contains(said) && met["notes"].is_null(), "{story}");
    let (unmet, story) = risk("example.com/v1", "Widget", "web");
    assert!(story.contains(said), "{story}");
    assert_eq!(unmet["notes"], serde_json::json!([said]));
    let number = |risk: &serde_json::Value, name: &str| risk[name].as_u64().unwrap();
    assert_eq!(number(&met, "score"), number(&unmet, "score"));
    assert_eq!(number(&met, "low"), number(&unmet, "low") + 8);
    assert_eq!(number(&met, "high") + 8, number(&unmet, "high"));
    // A name is no kind.
    assert_eq!(risk("apps/v1", "StatefulSet", "widget").0, met);
    assert_eq!(risk("example.com/v1", "Widget", "statefulset").0, unmet);
}
