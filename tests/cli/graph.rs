//! `purlin graph`: formats, and the part of the graph that is asked for.

use crate::run::{Project, Run};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;

const NETWORK: &str = r#"
resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}
resource "aws_subnet" "each" {
  for_each   = toset(["a", "b"])
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.1.0/24"
}
resource "aws_instance" "web" {
  ami       = "ami-0"
  subnet_id = aws_subnet.each["a"].id
}
resource "aws_s3_bucket" "logs" {
  acl = "public-read"
}
resource "aws_s3_bucket" "exports" {
  acl = "public-read" # purlin:ignore aws-s3-public-acl on purpose
}
resource "aws_s3_bucket_versioning" "logs" {
  bucket = aws_s3_bucket.logs.id
}
"#;

const POD: &str = "\
apiVersion: v1
kind: Pod
metadata:
  name: shell
spec:
  containers:
    - name: shell
      image: shell:1.0
      securityContext:
        privileged: true
";

fn project() -> Project {
    Project::new(&[("net/main.tf", NETWORK), ("k8s/pod.yaml", POD)])
}

fn graph(project: &Project, arguments: &[&str]) -> Run {
    let mut all = vec!["graph"];
    all.extend(arguments);
    project.run(&all)
}

/// The addresses of the graph in JSON; every end of a reference has to be where it says.
fn addresses(run: &Run) -> BTreeSet<String> {
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let document: Value = serde_json::from_str(&run.stdout).unwrap();
    let resources = &document["resources"];
    let all = resources.as_object().unwrap().values().flat_map(|list| list.as_array().unwrap());
    for resource in all.clone() {
        for side in ["references", "referred_by"] {
            for end in resource[side].as_array().unwrap() {
                let index = usize::try_from(end["index"].as_u64().unwrap()).unwrap();
                assert_eq!(resources[end["kind"].as_str().unwrap()][index]["id"], end["id"], "{resource}");
            }
        }
    }
    all.map(|resource| resource["address"].as_str().unwrap().to_owned()).collect()
}

fn set(addresses: &[&str]) -> BTreeSet<String> {
    addresses.iter().map(|address| (*address).to_owned()).collect()
}

#[test]
fn resources_are_chosen_by_id_address_and_pattern() {
    let project = project();
    let subnets = [r#"aws_subnet.each["a"]"#, r#"aws_subnet.each["b"]"#];
    for (text, expected) in [
        ("net//aws_vpc.main", &["aws_vpc.main"][..]),
        ("aws_subnet.each", &subnets),
        (r#"aws_subnet.each["b"]"#, &subnets[1..]),
        ("aws_subnet.*", &subnets),
        ("*//*aws_s3_bucket.logs", &["aws_s3_bucket.logs"]),
        ("Pod.default.shell", &["Pod.default.shell"]),
    ] {
        let run = graph(&project, &["--resource", text, "--depth", "0"]);
        assert_eq!(addresses(&run), set(expected), "{text}");
    }
    let run =
        graph(&project, &["--resource", "aws_vpc.main", "--resource", "aws_s3_bucket.exports", "--depth=0"]);
    assert_eq!(addresses(&run), set(&["aws_vpc.main", "aws_s3_bucket.exports"]));
}

#[test]
fn depth_says_how_far_around() {
    let project = project();
    let around = |depth: &[&str]| {
        let mut arguments = vec!["--resource", "aws_vpc.main"];
        arguments.extend(depth);
        addresses(&graph(&project, &arguments))
    };
    let near = set(&["aws_vpc.main", r#"aws_subnet.each["a"]"#, r#"aws_subnet.each["b"]"#]);
    assert_eq!(around(&["--depth", "1"]), near);
    assert_eq!(around(&[]), near, "the neighbours belong to a resource that is asked for");
    let mut further = near;
    further.insert("aws_instance.web".to_owned());
    assert_eq!(around(&["--depth", "2"]), further);
    assert_eq!(around(&["--depth", "99"]), further);
    let run = graph(&project, &["--depth", "1"]);
    assert!(run.code == Some(2) && run.stderr.contains("--resource"), "{}", run.stderr);
}

#[test]
fn kinds_are_all_that_is_shown() {
    let project = project();
    let kinds = |arguments: &[&str]| addresses(&graph(&project, arguments));
    assert_eq!(
        kinds(&["--kind", "aws_s3_bucket", "--kind", "P?d"]),
        set(&["aws_s3_bucket.exports", "aws_s3_bucket.logs", "Pod.default.shell"])
    );
    assert_eq!(
        kinds(&["--kind", "aws_s3_*", "--resource", "*.logs", "--depth", "0"]),
        set(&["aws_s3_bucket.logs", "aws_s3_bucket_versioning.logs"])
    );
    assert_eq!(
        kinds(&["--kind", "aws_instance", "--depth", "1"]),
        set(&["aws_instance.web", r#"aws_subnet.each["a"]"#])
    );
    let run = graph(&project, &["--kind", "Pod", "--resource", "aws_vpc.main"]);
    assert!(run.code == Some(2) && run.stderr.contains("exclude each other"), "{}", run.stderr);
}

#[test]
fn findings_choose_their_resources() {
    let project = project();
    let logs = set(&["aws_s3_bucket.logs", "aws_s3_bucket_versioning.logs"]);
    for rule in ["aws-s3-public-acl", "CKV_AWS_20"] {
        assert_eq!(addresses(&graph(&project, &["--finding", rule])), logs, "{rule}");
    }
    let (report, _) = project.report(&["--select", "aws-s3-public-acl"]);
    let of = |state: &str| {
        let findings = report["findings"].as_array().unwrap();
        let found = findings.iter().find(|finding| finding["state"] == state).unwrap();
        found["fingerprint"].as_str().unwrap()[..12].to_owned()
    };
    assert_eq!(addresses(&graph(&project, &["--finding", &of("open")])), logs);
    // Named outright, a finding is shown whatever became of it, and whatever rules are selected.
    let run = graph(&project, &["--finding", &of("suppressed"), "--select", "kubernetes"]);
    assert_eq!(addresses(&run), set(&["aws_s3_bucket.exports"]));
    let both =
        graph(&project, &["--finding", "kubernetes-pod-privileged", "--finding", &of("open"), "--depth=0"]);
    assert_eq!(addresses(&both), set(&["aws_s3_bucket.logs", "Pod.default.shell"]));
}

#[test]
fn what_is_not_there_is_an_error_with_what_may_be_meant() {
    let project = project();
    for (arguments, help) in [
        (&["--resource", "aws_s3_bucket.log"][..], "aws_s3_bucket.logs"),
        (&["--resource", "aws_s3_buckets.*"], "`*` stands for"),
        (&["--kind", "aws_s3_buckt"], "did you mean aws_s3_bucket"),
        (&["--kind", "pod"], "did you mean Pod?"),
        (&["--finding", "aws-s3-public-alc"], "did you mean aws-s3-public-acl"),
        (&["--finding", "0123456789ab"], "none of the"),
        (&["--finding", "aws-rds"], "nothing is found here"),
        (&["--kind", "Pod", "--kind", "nothing"], "no resource of this kind"),
        (&["--kind", "Pod", "-f", "dot", "--select", "no-such-rule"], "no such rule"),
    ] {
        let run = graph(&project, arguments);
        assert_eq!(run.code, Some(2), "{arguments:?}");
        assert!(run.stderr.contains(help), "{arguments:?}: {}", run.stderr);
        let refused = !arguments.contains(&"--select");
        assert_eq!(run.stdout.is_empty(), refused, "{arguments:?}: {}", run.stdout);
    }
}

#[test]
fn a_refused_request_leaves_the_file_alone() {
    let project = project();
    project.write("out.json", b"before");
    assert_eq!(graph(&project, &["--kind", "nothing", "-o", "out.json"]).code, Some(2));
    assert_eq!(fs::read_to_string(project.file("out.json")).unwrap(), "before");
    let run = graph(&project, &["--kind", "Pod", "-o", "out.json"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(0), ""));
    assert!(fs::read_to_string(project.file("out.json")).unwrap().contains("Pod.default.shell"));
}

#[test]
fn pictures_are_coloured_by_what_the_selected_rules_find() {
    let project = project();
    for format in ["dot", "mermaid"] {
        let colored = |arguments: &[&str]| {
            let mut all = vec!["-f", format];
            all.extend(arguments);
            let run = graph(&project, &all);
            assert_eq!(run.code, Some(0), "{}", run.stderr);
            run.stdout.contains("fill")
        };
        assert!(colored(&[]), "{format}");
        assert!(colored(&["--select", "kubernetes-pod-privileged"]), "{format}");
        assert!(!colored(&["--kind", "aws_vpc"]), "{format}");
        assert!(!colored(&["--select", "kubernetes-pod-privileged", "--kind", "aws_*"]), "{format}");
    }
    let run = graph(&project, &["-f", "mermaid", "--resource", "aws_subnet.each"]);
    let lines: Vec<&str> = run.stdout.lines().collect();
    assert_eq!(lines[..2], ["flowchart LR", "  subgraph s0[\"net\"]"], "{}", run.stdout);
    assert!(run.stdout.contains("    n1[\"aws_subnet.each#91;#34;a#34;#93;\"]\n"), "{}", run.stdout);
    assert!(run.stdout.contains("  n1 -->|\"vpc_id\"| n3\n"), "{}", run.stdout);
}

#[test]
fn the_page_holds_what_is_asked_for() {
    let project = project();
    let content = |arguments: &[&str]| -> Value {
        let mut all = vec!["-f", "html"];
        all.extend(arguments);
        let run = graph(&project, &all);
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        let (_, rest) = run.stdout.split_once("id=\"content\">").unwrap();
        serde_json::from_str(rest.split_once("</script>").unwrap().0).unwrap()
    };
    let page = content(&[]);
    let nodes = page["nodes"].as_array().unwrap();
    assert_eq!(nodes.len(), 8);
    let named = |address: &str| nodes.iter().position(|node| node["address"] == address).unwrap();
    let logs = &nodes[named("aws_s3_bucket.logs")];
    assert_eq!((logs["name"].as_str(), logs["place"].as_str()), (Some("logs"), Some("net/main.tf:14")));
    assert_eq!(nodes[named("Pod.default.shell")]["name"], "shell");
    let frames: Vec<String> = page["frames"]
        .as_array()
        .unwrap()
        .iter()
        .map(|frame| format!("{} {}", frame["kind"], frame["name"]))
        .collect();
    assert_eq!(frames, ["\"scope\" \".\"", "\"root\" \"net\""]);
    let of = |rule: &str| {
        let findings = page["findings"].as_array().unwrap().iter();
        findings
            .filter(|finding| finding["rule"] == rule)
            .map(|finding| finding["state"].to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(of("aws-s3-public-acl"), ["\"open\"", "\"suppressed\""]);
    let part = content(&["--resource", "aws_s3_bucket.logs"]);
    assert_eq!(part["nodes"].as_array().unwrap().len(), 2);
    let links = part["links"].as_array().unwrap();
    assert_eq!(links.len(), 1);
    assert_eq!(links[0]["says"], serde_json::json!([["refers", "bucket"]]));
    let on: Vec<&Value> = part["findings"].as_array().unwrap().iter().map(|finding| &finding["on"]).collect();
    assert!(!on.is_empty() && on.iter().all(|on| !on.as_array().unwrap().is_empty()), "{on:?}");
    let again = |_| graph(&project, &["-f", "html"]).stdout;
    assert_eq!(again(0), again(1), "the same page each time");
}
