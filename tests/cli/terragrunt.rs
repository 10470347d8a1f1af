//! Terragrunt: modules evaluated with the inputs of `terragrunt.hcl`.

use crate::run::{Project, findings};
use serde_json::{Value, json};

const ACL: &str = "aws-s3-public-acl";
const BUCKET: &str = "variable \"acl\" {\n  default = \"private\"\n}\nvariable \"name\" {}\nvariable \"tags\" {\n  default = {}\n}\n\
    resource \"aws_s3_bucket\" \"b\" {\n  bucket = var.name\n  acl    = var.acl\n  tags   = var.tags\n}\n";

/// The attributes of the only bucket of each root.
fn buckets(project: &Project) -> Vec<(String, Value)> {
    let run = project.run(&["graph"]);
    let graph: Value = serde_json::from_str(&run.stdout).unwrap_or_else(|_| panic!("{}", run.stderr));
    let buckets = graph["resources"]["aws_s3_bucket"].as_array().cloned().unwrap_or_default();
    buckets
        .into_iter()
        .map(|one| (one["id"].as_str().unwrap().to_owned(), one["attributes"].clone()))
        .collect()
}

#[test]
fn a_module_is_evaluated_with_the_inputs_of_each_unit() {
    let project = Project::new(&[
        ("modules/bucket/main.tf", BUCKET),
        (
            "live/root.hcl",
            "locals {\n  region = \"eu-west-1\"\n}\ninputs = {\n  tags = { owner = \"ops\" }\n  name = \"unset\"\n}\n",
        ),
        (
            "live/dev/logs/terragrunt.hcl",
            "include \"root\" {\n  path   = find_in_parent_folders(\"root.hcl\")\n  expose = true\n}\n\
             terraform {\n  source = \"../../../modules//bucket\"\n}\n\
             locals {\n  stage = basename(dirname(get_terragrunt_dir()))\n}\n\
             inputs = {\n  name = \"${local.stage}-${include.root.locals.region}-${path_relative_to_include()}\"\n  acl  = \"public-read\"\n}\n",
        ),
        (
            "live/prod/logs/terragrunt.hcl",
            "include {\n  path = find_in_parent_folders(\"root.hcl\")\n}\n\
             terraform {\n  source = \"${get_parent_terragrunt_dir()}/../modules/bucket\"\n}\ninputs = {\n  name = upper(\"logs\")\n}\n",
        ),
    ]);
    let tags = json!({"owner": "ops"});
    assert_eq!(
        buckets(&project),
        [
            (
                "live/dev/logs//aws_s3_bucket.b".to_owned(),
                json!({"acl": "public-read", "bucket": "dev-eu-west-1-dev/logs", "tags": tags})
            ),
            (
                "live/prod/logs//aws_s3_bucket.b".to_owned(),
                json!({"acl": "private", "bucket": "LOGS", "tags": tags})
            ),
        ]
    );
    let (report, run) = project.report(&["--select", ACL]);
    assert_eq!(findings(&report), [format!("{ACL} live/dev/logs/terragrunt.hcl:13")], "{}", run.stdout);
    assert_eq!(report["findings"][0]["resource"]["root"], "live/dev/logs");
    assert_eq!(report["diagnostics"], json!([]));
    assert_eq!((&report["summary"]["roots"], &report["summary"]["module_calls"]), (&json!(2), &json!(2)));
}

#[test]
fn includes_are_merged_as_they_ask() {
    let root = "inputs = {\n  name = \"root\"\n  tags = { a = \"root\", list = [1] }\n}\n";
    let unit = |strategy: &str| {
        format!(
            "include \"root\" {{\n  path = \"../root.hcl\"\n  merge_strategy = \"{strategy}\"\n}}\nterraform {{\n  source = \"../modules//bucket\"\n}}\ninputs = {{\n  tags = {{ b = \"own\", list = [2] }}\n}}\n"
        )
    };
    let table = [
        ("shallow", json!({"bucket": "root", "acl": "private", "tags": {"b": "own", "list": [2]}})),
        (
            "deep",
            json!({"bucket": "root", "acl": "private", "tags": {"a": "root", "list": [1, 2], "b": "own"}}),
        ),
        ("no_merge", json!({"acl": "private", "tags": {"b": "own", "list": [2]}})),
    ];
    for (strategy, expected) in table {
        let project = Project::new(&[
            ("modules/bucket/main.tf", BUCKET),
            ("root.hcl", root),
            ("unit/terragrunt.hcl", &unit(strategy)),
        ]);
        assert_eq!(buckets(&project), [("unit//aws_s3_bucket.b".to_owned(), expected)], "{strategy}");
    }
}

#[test]
fn other_files_are_read_and_nothing_is_executed() {
    let project = Project::new(&[
        ("modules/bucket/main.tf", BUCKET),
        ("live/unit/backend.tf", "terraform {\n}\n"),
        ("live/account.hcl", "locals {\n  owner = \"accounts\"\n}\n"),
        ("live/common.yaml", "acl: public-read\n"),
        (
            "live/unit/terragrunt.hcl",
            "terraform {\n  source = \"${get_repo_root()}/modules//bucket\"\n  extra_arguments \"x\" {\n    commands = []\n  }\n}\n\
             dependency \"vpc\" {\n  config_path = \"../vpc\"\n  mock_outputs = { name = \"mocked\" }\n}\n\
             generate \"provider\" {\n  path = \"provider.tf\"\n  contents = run_cmd(\"touch\", \"executed\")\n}\n\
             remote_state {\n  backend = \"s3\"\n  config = {}\n}\n\
             locals {\n  account = read_terragrunt_config(find_in_parent_folders(\"account.hcl\"))\n  common = yamldecode(file(find_in_parent_folders(\"common.yaml\")))\n}\n\
             inputs = {\n  acl = local.common.acl\n  name = dependency.vpc.outputs.name\n  tags = {\n    owner = local.account.locals.owner\n    who = run_cmd(\"touch\", \"executed\")\n    env = get_env(\"NOBODY_SETS_THIS\")\n    other = get_env(\"NOBODY_SETS_THIS\", \"fallback\")\n    gone = try(file(find_in_parent_folders(\"gone\")), \"gone\")\n  }\n}\n",
        ),
    ]);
    project.write(".git/HEAD", b"");
    assert_eq!(
        buckets(&project),
        [(
            "live/unit//aws_s3_bucket.b".to_owned(),
            json!({"acl": "public-read", "tags": {"owner": "accounts", "other": "fallback", "gone": "gone"}})
        )],
        "what a mock says is not what will be"
    );
    assert!(!project.file("executed").exists() && !project.file("live/unit/executed").exists());
    let (report, run) = project.report(&["--select", ACL]);
    assert_eq!(run.code, Some(1));
    assert_eq!(findings(&report), [format!("{ACL} live/common.yaml:1")]);
    let notes: Vec<&str> = report["diagnostics"]
        .as_array()
        .unwrap()
        .iter()
        .map(|note| note["message"].as_str().unwrap())
        .collect();
    assert_eq!(
        notes,
        [
            "of Terragrunt's files, not evaluated: 1 Terraform directory copied over a module, 1 `dependency`, 1 `extra_arguments` of `terraform`, 1 `generate`, 1 `remote_state`, 1 get_env(), 1 run_cmd()"
        ]
    );
}

#[test]
fn a_source_that_is_not_here_is_counted() {
    let unit = |source: &str| {
        format!(
            "terraform {{\n  source = \"{source}\"\n}}\ninputs = {{ name = \"x\", acl = \"public-read\" }}\n"
        )
    };
    let project = Project::new(&[
        ("a/terragrunt.hcl", &unit("git::https://example.com/mods.git//bucket?ref=v1")),
        ("b/terragrunt.hcl", &unit("tfr:///acme/bucket/aws?version=1.0.0")),
        ("c/terragrunt.hcl", &unit("${get_env(\\\"X\\\")}/bucket").replace("\\\"", "\"")),
        ("d/terragrunt.hcl", &unit("../nowhere")),
        ("own/main.tf", BUCKET),
        ("own/terragrunt.hcl", "inputs = {\n  name = \"own\"\n  acl = \"public-read\"\n}\n"),
        ("lib/bucket/main.tf", BUCKET),
    ]);
    let (report, run) = project.report(&["--select", ACL]);
    assert_eq!(run.code, Some(1));
    assert_eq!(findings(&report), [format!("{ACL} own/terragrunt.hcl:3")]);
    let missed = |report: &Value| report["summary"]["module_calls_not_followed"].clone();
    assert_eq!(
        missed(&report),
        json!([
            "a: terraform (git::https://example.com/mods.git//bucket?ref=v1)",
            "b: terraform (tfr:///acme/bucket/aws?version=1.0.0)",
            "c: terraform (its source is not a literal)",
            "d: terraform (../nowhere)",
        ])
    );
    project
        .write(".purlin.yaml", b"module_sources:\n  example.com/mods: lib\n  acme/bucket/aws: lib/bucket\n");
    let (mapped, _) = project.report(&["--select", ACL]);
    assert_eq!(findings(&mapped).len(), 3);
    assert_eq!(missed(&mapped).as_array().unwrap().len(), 2);
}

#[test]
fn what_terraform_reads_by_itself_is_stronger_than_inputs() {
    let project = Project::new(&[
        ("m/main.tf", BUCKET),
        ("m/terraform.tfvars", "acl = \"private\"\n"),
        (
            "unit/terragrunt.hcl",
            "terraform {\n  source = \"../m\"\n}\ninputs = { acl = \"public-read\", name = \"x\", other = 1 }\n",
        ),
    ]);
    assert_eq!(buckets(&project)[0].1["acl"], "private");
}

#[test]
fn files_that_read_each_other_end_and_broken_ones_are_errors() {
    let project = Project::new(&[
        ("m/main.tf", BUCKET),
        (
            "a/terragrunt.hcl",
            "terraform {\n  source = \"../m\"\n}\nlocals {\n  b = read_terragrunt_config(\"../b/terragrunt.hcl\")\n}\ninputs = merge(local.b.inputs, { name = \"a\" })\n",
        ),
        (
            "b/terragrunt.hcl",
            "terraform {\n  source = \"../m\"\n}\nlocals {\n  a = read_terragrunt_config(\"../a/terragrunt.hcl\")\n}\ninputs = merge(local.a.inputs, { name = \"b\" })\n",
        ),
        (
            "c/terragrunt.hcl",
            "include {\n  path = \"../missing.hcl\"\n}\nterraform {\n  source = \"../m\"\n}\n",
        ),
        ("d/terragrunt.hcl", "inputs = {\n"),
    ]);
    // Each level reads the next one many times over.
    for level in 0..8 {
        let reads: String = (0..40)
            .map(|at| format!("  r{at} = read_terragrunt_config(\"../deep/{}.hcl\")\n", level + 1))
            .collect();
        project.write(&format!("deep/{level}.hcl"), format!("locals {{\n{reads}}}\n").as_bytes());
    }
    project.write(
        "e/terragrunt.hcl",
        b"locals {\n  deep = read_terragrunt_config(\"../deep/0.hcl\")\n}\ninputs = local.deep.locals\n",
    );
    project.write("e/main.tf", b"");
    let (report, run) = project.report(&["--select", ACL]);
    assert_eq!(run.code, Some(2));
    let of_c = report["findings"].as_array().unwrap().iter().filter(|found| found["resource"]["root"] == "c");
    assert_eq!(of_c.map(|found| found["state"].as_str().unwrap()).collect::<Vec<_>>(), ["undecided"]);
    assert!(crate::run::diagnostics(&report).contains(&"warning terragrunt c/terragrunt.hcl:1".to_owned()));
    assert!(
        crate::run::diagnostics(&report)
            .iter()
            .any(|found| found.starts_with("error hcl-syntax d/terragrunt.hcl"))
    );
}

#[test]
fn where_the_machine_keeps_the_sources_is_not_known() {
    let unit = "terraform {\n  source = \"${get_repo_root()}/lib\"\n}\n\
        inputs = {\n  name = basename(get_terragrunt_dir())\n  acl = \"${get_terragrunt_dir()}/x\"\n}\n";
    let project = Project::new(&[("lib/main.tf", BUCKET), ("live/prod/terragrunt.hcl", unit)]);
    project.write(".git/HEAD", b"");
    let found = buckets(&project);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].0, "live/prod//aws_s3_bucket.b");
    assert!(found[0].1.get("acl").is_none(), "{}", found[0].1);
}

#[test]
fn where_the_machine_keeps_the_sources_is_not_said() {
    let unit = "terraform {\n  source = \"${get_repo_root()}/nowhere\"\n}\n\
        locals {\n  other = read_terragrunt_config(\"${get_repo_root()}/missing.hcl\")\n}\n\
        inputs = { name = local.other }\n";
    let project = Project::new(&[("live/prod/terragrunt.hcl", unit)]);
    project.write(".git/HEAD", b"");
    let (report, _) = project.report(&[]);
    let text = report.to_string();
    assert!(text.contains("read_terragrunt_config(): ./missing.hcl cannot be read here"), "{text}");
    assert!(text.contains("live/prod: terraform (./nowhere)"), "{text}");
    let top = project.file(".").canonicalize().unwrap();
    assert!(!text.contains(top.to_str().unwrap()), "{text}");
}
