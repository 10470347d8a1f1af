//! Findings that are alike: one is told in full, the others have a line each, none is left out.

use crate::run::Project;
use serde_json::Value as Json;
use std::collections::{BTreeMap, BTreeSet};

const RULES: &str = "kubernetes-pod-privilege-escalation,kubernetes-pod-host-pid,aws-s3-public-acl";

fn deployment(name: &str, security: &str) -> String {
    format!(
        "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: {name}\nspec:\n  selector:\n    matchLabels: {{app: {name}}}\n  \
         template:\n    metadata:\n      labels: {{app: {name}}}\n    spec:\n      containers:\n        - name: {name}\n          \
         image: shop/{name}:1.0\n{security}"
    )
}

const JOB: &str = "\
apiVersion: batch/v1
kind: CronJob
metadata:
  name: report
spec:
  schedule: \"@daily\"
  jobTemplate:
    spec:
      template:
        spec:
          hostPID: true
          restartPolicy: Never
          containers:
            - name: report
              image: shop/report:1.0
";

/// Three containers that say nothing, one that says the wrong thing, and two buckets.
fn shop(names: [&str; 3]) -> Project {
    let [first, second, bucket] = names;
    let wrong = "          securityContext:\n            allowPrivilegeEscalation: true\n";
    let buckets = format!(
        "resource \"aws_s3_bucket\" \"{bucket}\" {{\n  acl = \"public-read\"\n}}\n\n\
         resource \"aws_s3_bucket\" \"other\" {{\n  acl = \"public-read-write\"\n}}\n"
    );
    Project::new(&[
        ("first.yaml", &deployment(first, "")),
        ("second.yaml", &deployment(second, "")),
        ("third.yaml", &deployment("third", wrong)),
        ("job.yaml", JOB),
        ("main.tf", &buckets),
    ])
}

/// The places of findings by the group they are in.
fn groups(report: &Json) -> BTreeMap<String, BTreeSet<String>> {
    let mut groups: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for finding in report["findings"].as_array().unwrap() {
        let place = format!("{} {}", finding["rule"].as_str().unwrap(), finding["location"]["file"]);
        let place = format!("{place}:{}", finding["location"]["start"]["line"]);
        groups.entry(finding["group"].as_str().unwrap().to_owned()).or_default().insert(place);
    }
    groups
}

#[test]
fn a_group_is_one_fault_of_like_things() {
    let (report, _) = shop(["web", "shop", "logs"]).report(&["--select", RULES]);
    let found: Vec<Vec<String>> =
        groups(&report).into_values().map(|places| places.into_iter().collect()).collect();
    let has = |places: &[&str]| found.iter().any(|group| group == places);
    // Whatever makes the pod; but what nobody says is another matter than what somebody says wrongly.
    assert!(
        has(&[
            "kubernetes-pod-privilege-escalation \"first.yaml\":13",
            "kubernetes-pod-privilege-escalation \"job.yaml\":14",
            "kubernetes-pod-privilege-escalation \"second.yaml\":13"
        ]),
        "{found:#?}"
    );
    assert!(has(&["kubernetes-pod-privilege-escalation \"third.yaml\":16"]), "{found:#?}");
    assert!(has(&["aws-s3-public-acl \"main.tf\":2", "aws-s3-public-acl \"main.tf\":6"]), "{found:#?}");
    assert_eq!(report["summary"]["groups"], 4);
    assert_eq!(found.len(), 4);
}

#[test]
fn names_make_no_groups() {
    let with = |names: [&str; 3]| groups(&shop(names).report(&["--select", RULES]).0);
    assert_eq!(with(["web", "shop", "logs"]), with(["production", "ignore-this-finding", "x"]));
}

#[test]
fn every_place_is_in_the_text() {
    let project = shop(["web", "shop", "logs"]);
    let (report, json) = project.report(&["--select", RULES]);
    let run = project.run(&["check", "--select", RULES]);
    let ungrouped = project.run(&["check", "--select", RULES, "--ungrouped"]);
    assert_eq!((run.code, ungrouped.code, json.code), (Some(1), Some(1), Some(1)));
    let findings = report["findings"].as_array().unwrap();
    assert_eq!(findings.len(), 7);
    for finding in findings {
        let place = &finding["location"];
        let place = format!(
            "{}:{}:{}",
            place["file"].as_str().unwrap(),
            place["start"]["line"],
            place["start"]["column"]
        );
        let id = &finding["fingerprint"].as_str().unwrap()[..12];
        for text in [&run.stdout, &ungrouped.stdout] {
            assert!(text.contains(&place) && text.contains(id), "{place} {id}\n{text}");
        }
    }
    // Told in full: one of each group, or all.
    let told = |text: &str| text.lines().filter(|line| line.trim_start().starts_with("fix: ")).count();
    assert_eq!((told(&run.stdout), told(&ungrouped.stdout)), (4, 7));
    let also = run.stdout.lines().skip_while(|line| !line.contains("also: 2 more")).skip(1).take(2);
    let also: Vec<&str> = also.flat_map(|line| line.split("  ")).map(str::trim).collect();
    let also: Vec<&str> =
        also.into_iter().filter(|part| !part.is_empty() && !part.starts_with("risk ")).collect();
    let expected = [
        "first.yaml:13:11",
        "id a1cb4256b1f0",
        "Deployment.default.web",
        "second.yaml:13:11",
        "id 3bdfc03b1eaa",
        "Deployment.default.shop",
    ];
    assert_eq!(also, expected, "{}", run.stdout);
    assert!(run.stdout.contains("\n7 findings in 4 groups: "), "{}", run.stdout);
}

#[test]
fn the_riskiest_of_a_group_is_told_in_full() {
    let plain = deployment("plain", "");
    let shares = deployment("shares", "").replace(
        "    spec:\n      cont",
        "    spec:\n      hostPID: true\n      hostNetwork: true\n      cont",
    );
    assert_ne!(shares, deployment("shares", ""));
    let project = Project::new(&[("first.yaml", &plain), ("second.yaml", &shares)]);
    let arguments = ["--select", "kubernetes-pod-privilege-escalation", "--sort", "severity"];
    let (report, _) = project.report(&arguments);
    let score = |at: usize| report["findings"][at]["risk"]["score"].as_u64().unwrap();
    assert!(score(0) < score(1), "{report:#}");
    let mut all = vec!["check"];
    all.extend(arguments);
    let told = project.run(&all).stdout;
    let (full, also) = (told.find("[second.yaml:").unwrap(), told.find("first.yaml:").unwrap());
    assert!(full < also, "{told}");
}

#[test]
fn what_is_suppressed_keeps_its_reason() {
    let project = Project::new(&[(
        "main.tf",
        "resource \"aws_s3_bucket\" \"a\" {\n  acl = \"public-read\" # purlin:ignore aws-s3-public-acl for maps\n}\n\n\
         resource \"aws_s3_bucket\" \"b\" {\n  acl = \"public-read\" # purlin:ignore aws-s3-public-acl for logos\n}\n",
    )]);
    let run = project.run(&["check", "--select", "aws-s3-public-acl", "--show-suppressed"]);
    assert!(run.stdout.contains("for maps") && run.stdout.contains("for logos"), "{}", run.stdout);
}

#[test]
fn github_gets_one_of_each_group_first() {
    let project = Project::new(&[]);
    // Of twelve errors that are alike and one that is not, GitHub shows ten.
    for number in 10..22 {
        project.write(&format!("{number}.yaml"), deployment(&format!("d{number}"), PRIVILEGED).as_bytes());
    }
    project.write("main.tf", b"resource \"aws_s3_bucket\" \"b\" {\n  acl = \"public-read-write\"\n}\n");
    let summary = project.file("summary.md");
    let rules = "kubernetes-pod-privileged,aws-s3-public-acl";
    let mut command = project.command(&["check", "--select", rules, "-f", "github"]);
    let run =
        crate::run::finish(command.env("GITHUB_ACTIONS", "true").env("GITHUB_STEP_SUMMARY", &summary), None);
    let errors: Vec<&str> = run.stdout.lines().filter(|line| line.starts_with("::error ")).collect();
    assert_eq!(errors.len(), 10);
    let shown = |rule: &str| errors.iter().filter(|line| line.contains(rule)).count();
    assert_eq!((shown("aws-s3-public-acl"), shown("kubernetes-pod-privileged")), (1, 9), "{errors:#?}");
    let summary = std::fs::read_to_string(summary).unwrap();
    let rows: Vec<&str> = summary.lines().filter(|line| line.starts_with("| high")).collect();
    assert!((10..22).all(|number| summary.contains(&format!("`{number}.yaml:"))), "{summary}");
    assert_eq!(
        rows.len() + summary.lines().filter(|line| line.starts_with("| critical")).count(),
        2,
        "{summary}"
    );
}

const PRIVILEGED: &str = "          securityContext:\n            privileged: true\n";
