//! The audit record of a run.

use crate::run::{PUBLIC_BUCKET, Project};
use serde_json::Value as Json;
use std::fs;

/// The lines of the record that `check` writes.
fn record(project: &Project, arguments: &[&str]) -> Vec<Json> {
    let all = [&["check", "-q", "--profile", "all", "--audit", "audit.jsonl"], arguments].concat();
    let run = project.run(&all);
    assert!(run.code < Some(2), "{}{}", run.stdout, run.stderr);
    let text = fs::read_to_string(project.file("audit.jsonl")).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

const SECRETIVE: &str = "resource \"aws_s3_bucket\" \"hidden_name\" {\n  acl = \"public-read\"\n  tags = { note = \
                         \"zanzibar\" }\n}\n";

#[test]
fn the_run_and_every_finding_have_a_line_that_adds_up() {
    let project = Project::new(&[("main.tf", SECRETIVE)]);
    let lines = record(&project, &[]);
    let head = &lines[0];
    assert_eq!((&head["type"], &head["version"]), (&"run".into(), &1.into()));
    assert_eq!(head["tool"]["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(head["findings"], lines.len() - 1);
    assert_eq!(head["drift"]["state"], "too-few");
    assert_eq!(head["abstains"], false);
    assert!(lines.len() > 3);
    let (report, _) = project.report(&["--profile", "all"]);
    for (line, finding) in lines[1..].iter().zip(report["findings"].as_array().unwrap()) {
        assert_eq!(line["type"], "finding");
        for field in ["fingerprint", "rule", "severity", "state"] {
            assert_eq!(line[field], finding[field]);
        }
        assert_eq!(line["score"], finding["risk"]["score"]);
        if line["score"].is_null() {
            continue;
        }
        let contributions = line["contributions"].as_object().unwrap();
        let sum: i64 = contributions.values().map(|points| points.as_i64().unwrap()).sum();
        assert_eq!(line["score"], sum);
        assert_eq!(line["features"].as_object().unwrap().len(), 22);
    }
    // None of what the files say.
    let text = fs::read_to_string(project.file("audit.jsonl")).unwrap();
    for word in ["hidden_name", "zanzibar", "public-read", "main.tf"] {
        assert!(!text.contains(word), "{word}: {text}");
    }
}

#[test]
fn hashes_tell_what_was_changed() {
    let project = Project::new(&[("main.tf", PUBLIC_BUCKET)]);
    let head = |arguments: &[&str]| record(&project, arguments)[0].clone();
    let first = head(&[]);
    assert_eq!(first, head(&[]));
    let explained: Json =
        serde_json::from_str(&project.run(&["model", "explain", "-f", "json"]).stdout).unwrap();
    assert_eq!(first["model"]["sha256"], explained["digest"]);

    let unrated = head(&["--no-risk"]);
    assert!(unrated["model"].is_null() && unrated["drift"].is_null());
    assert_eq!(unrated["input"], first["input"]);

    project.write(
        "own/acme/thing/open/rule.rego",
        b"# METADATA\n# title: x\n# description: y\n# custom:\n#   severity: low\n#   remediation: z\n#   profiles: \
          [default]\npackage policy.acme.thing.open\n\ndeny contains {\"resource\": x.id, \"path\": [], \"message\": \"m\"} if \
          {\n\tsome x in input.resources.acme_thing\n}\n",
    );
    let own = head(&["--policy", "own", "main.tf"]);
    assert_ne!(own["policies"]["sha256"], first["policies"]["sha256"]);

    project.write("main.tf", format!("{PUBLIC_BUCKET}\n").as_bytes());
    let changed = head(&[]);
    assert_ne!(changed["input"]["sha256"], first["input"]["sha256"]);
    assert_eq!(changed["policies"], first["policies"]);
}

#[test]
fn a_record_that_cannot_be_written_is_said() {
    let project = Project::new(&[("main.tf", PUBLIC_BUCKET)]);
    let run = project.run(&["check", "--audit", "nowhere/audit.jsonl"]);
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.contains("cannot write nowhere/audit.jsonl"), "{}", run.stderr);
}

#[test]
fn a_record_and_a_report_are_two_files() {
    let project = Project::new(&[("main.tf", PUBLIC_BUCKET)]);
    let run = project.run(&["check", "-f", "json=both", "--audit", "both", "main.tf"]);
    assert_eq!(run.code, Some(2), "{}", run.stdout);
    assert!(run.stderr.contains("--audit: a report would be written to both, too"), "{}", run.stderr);
    assert!(!project.file("both").exists());
}
