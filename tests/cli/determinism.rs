//! The same input gives the same bytes, whatever the number of threads, and every file is accounted for.

use crate::run::{PRIVILEGED_POD, PUBLIC_BUCKET, Project, findings, finish};
use std::collections::BTreeSet;
use std::path::Path;

const FORMATS: [&str; 4] = ["text", "json", "sarif", "github"];

fn same_whatever_the_threads(project: &Project, path: &str) {
    for format in FORMATS {
        let outputs: BTreeSet<String> = ["1", "2", "4", "4"]
            .iter()
            .map(|threads| {
                let mut command =
                    project.command(&["check", path, "-f", format, "--profile", "all", "--fail-on-unknown"]);
                let run = finish(command.env("RAYON_NUM_THREADS", threads), None);
                format!("{:?}\n{}\n{}", run.code, run.stdout, run.stderr)
            })
            .collect();
        assert_eq!(outputs.len(), 1, "{format} differs between runs");
    }
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let mut files: Vec<(String, String)> = Vec::new();
    for root in 0..12 {
        files.push((
            format!("r{root}/main.tf"),
            format!("module \"m\" {{\n  source = \"../modules/m\"\n  n = {root}\n}}\n{PUBLIC_BUCKET}"),
        ));
        files.push((format!("k{root}/pod.yaml"), PRIVILEGED_POD.to_owned()));
        files.push((format!("b{root}/broken.tf"), "resource \"x\" {".to_owned()));
    }
    files.push((
        "modules/m/main.tf".to_owned(),
        "variable \"n\" {}\nresource \"aws_s3_bucket\" \"b\" {\n  count = 3\n  acl = \"public-read\"\n}\n"
            .to_owned(),
    ));
    let borrowed: Vec<(&str, &str)> =
        files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    same_whatever_the_threads(&Project::new(&borrowed), ".");
}

#[test]
fn nor_over_the_demo() {
    let demo = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/demo");
    same_whatever_the_threads(&Project::new(&[]), demo.to_str().unwrap());
}

#[test]
fn where_the_run_is_started_changes_nothing_but_the_argument() {
    let project = Project::new(&[("a/b/main.tf", PUBLIC_BUCKET), (".git/HEAD", "ref: refs/heads/main\n")]);
    let (from_top, _) = project.report(&["--select", "aws-s3-public-acl"]);
    let mut below = project.command(&["check", "-f", "json", "--select", "aws-s3-public-acl"]);
    let run = finish(below.current_dir(project.file("a/b")), None);
    let from_below: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(from_top["findings"], from_below["findings"]);
    assert_eq!(findings(&from_below), ["aws-s3-public-acl a/b/main.tf:2"]);
}

#[test]
fn every_file_found_is_accounted_for() {
    let project = Project::new(&[
        ("main.tf", PUBLIC_BUCKET),
        ("pod.yaml", PRIVILEGED_POD),
        ("values.yaml", "replicas: 1\n"),
        ("package.json", "{}"),
        ("README.md", "# read me\n"),
        ("ignored.tf", PUBLIC_BUCKET),
        ("left/out.tf", PUBLIC_BUCKET),
        (".gitignore", "ignored.tf\n"),
        (".git/HEAD", "ref: refs/heads/main\n"),
    ]);
    let (report, _) = project.report(&["--exclude", "left"]);
    let summary = &report["summary"];
    let skipped: usize = summary["files_skipped"]
        .as_array()
        .unwrap()
        .iter()
        .map(|group| group["files"].as_array().unwrap().len())
        .sum();
    let number = |name: &str| usize::try_from(summary[name].as_u64().unwrap()).unwrap();
    assert_eq!(
        number("files_found"),
        number("files_linted") + number("files_not_ours") + skipped,
        "{summary}"
    );
    assert_eq!(number("files_linted"), 2, "{summary}");
    assert!(
        !summary.to_string().contains("ignored.tf")
            && !report["findings"].to_string().contains("left/out.tf")
    );
}

#[test]
fn one_address_in_two_roots_is_two_findings() {
    let project = Project::new(&[("prod/main.tf", PUBLIC_BUCKET), ("stage/main.tf", PUBLIC_BUCKET)]);
    let (report, _) = project.report(&["--select", "aws-s3-public-acl"]);
    assert_eq!(findings(&report), ["aws-s3-public-acl prod/main.tf:2", "aws-s3-public-acl stage/main.tf:2"]);
    distinct(&report);
}

#[test]
fn one_name_in_two_directories_is_two_findings() {
    let project = Project::new(&[("prod/pod.yaml", PRIVILEGED_POD), ("stage/pod.yaml", PRIVILEGED_POD)]);
    let (report, _) = project.report(&["--select", "kubernetes-pod-privileged"]);
    assert_eq!(
        findings(&report),
        ["kubernetes-pod-privileged prod/pod.yaml:10", "kubernetes-pod-privileged stage/pod.yaml:10"]
    );
    distinct(&report);
}

/// Same address, but ids and fingerprints of their own.
fn distinct(report: &serde_json::Value) {
    let all = |path: &[&str]| -> BTreeSet<String> {
        let findings = report["findings"].as_array().unwrap().iter();
        findings.map(|finding| path.iter().fold(finding, |value, key| &value[key]).to_string()).collect()
    };
    assert_eq!(all(&["resource", "address"]).len(), 1);
    assert_eq!(all(&["resource", "id"]).len(), 2);
    assert_eq!(all(&["fingerprint"]).len(), 2);
}

#[test]
fn documents_that_no_cluster_is_sent_are_counted() {
    let patch = "apiVersion: v1\nkind: Pod\nmetadata: {name: gone}\n$patch: delete\n";
    let several = format!("{PRIVILEGED_POD}---\nreplicas: 1\n---\n# nothing\n---\n{patch}");
    let project = Project::new(&[("pod.yaml", &several)]);
    let (report, _) = project.report(&[]);
    let counted = report["summary"]["documents_skipped"].to_string();
    assert_eq!(counted, r#"{"empty document":1,"no apiVersion or kind":1,"patch of another object":1}"#);
    let run = project.run(&["check"]);
    assert!(
        run.stdout.contains("3 of 4 documents in these files are no objects of a cluster"),
        "{}",
        run.stdout
    );
}
