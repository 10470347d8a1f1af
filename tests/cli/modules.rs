//! Modules that `terraform init` has fetched, providers handed to modules, files that stand beside Terraform's.

use crate::run::{Project, findings};
use serde_json::json;

const ACL: &str = "aws-s3-public-acl";
const BUCKET: &str = "variable \"acl\" {\n  default = \"public-read\"\n}\nresource \"aws_s3_bucket\" \"b\" {\n  bucket = \"b\"\n  acl = var.acl\n}\n";

/// `.terraform/modules/modules.json` with these keys and directories.
fn manifest(modules: &[(&str, &str)]) -> String {
    let modules: Vec<_> = modules
        .iter()
        .map(|(key, dir)| json!({"Key": key, "Source": "x", "Version": "1.0.0", "Dir": dir}))
        .collect();
    json!({"Modules": modules}).to_string()
}

#[test]
fn fetched_modules_are_followed_by_the_way_of_their_calls() {
    let project = Project::new(&[
        (
            "live/main.tf",
            "module \"a\" {\n  source = \"acme/a/aws\"\n}\nmodule \"local\" {\n  source = \"../lib\"\n}\n",
        ),
        (
            "lib/main.tf",
            "module \"deep\" {\n  for_each = toset([\"x\", \"y\"])\n  source = \"git::https://example.com/m.git//sub/dir?ref=v1\"\n}\n",
        ),
        (
            "live/.terraform/modules/a/main.tf",
            "module \"nested\" {\n  count = 2\n  source = \"acme/b/aws\"\n}\n",
        ),
        ("live/.terraform/modules/a.nested/modules/bucket/main.tf", BUCKET),
        ("live/.terraform/modules/local.deep/sub/dir/main.tf", BUCKET),
        (
            "live/.terraform/modules/modules.json",
            &manifest(&[
                ("", "."),
                ("a", ".terraform/modules/a"),
                ("a.nested", ".terraform/modules/a.nested/modules/bucket"),
                ("local", "../lib"),
                ("local.deep", ".terraform\\modules\\local.deep\\sub\\dir"),
            ]),
        ),
    ]);
    let (report, _) = project.report(&["--select", ACL]);
    // Nobody edits a fetched module: the outermost call that somebody does edit is to blame.
    assert_eq!(findings(&report), [format!("{ACL} lib/main.tf:1"), format!("{ACL} live/main.tf:1")]);
    let addresses: Vec<&str> = report["findings"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|found| found["instances"].as_array().unwrap())
        .map(|instance| instance["address"].as_str().unwrap())
        .collect();
    assert_eq!(
        addresses,
        [
            "module.local.module.deep[\"x\"].aws_s3_bucket.b",
            "module.local.module.deep[\"y\"].aws_s3_bucket.b",
            "module.a.module.nested[0].aws_s3_bucket.b",
            "module.a.module.nested[1].aws_s3_bucket.b",
        ]
    );
    assert_eq!(report["summary"]["module_calls_not_followed"], json!([]));
    assert_eq!(report["summary"]["roots"], 1);
}

#[test]
fn a_hostile_manifest_leads_nowhere() {
    let secret = Project::new(&[("main.tf", BUCKET)]);
    let absolute = secret.path().to_str().unwrap();
    let up = format!("../../../../../../../../../..{absolute}");
    for dir in [absolute, up.as_str(), "../../..", "..\\..\\..", "", "\u{0}", "C:\\Windows"] {
        let project = Project::new(&[
            ("main.tf", "module \"a\" {\n  source = \"acme/a/aws\"\n}\n"),
            (".terraform/modules/modules.json", &manifest(&[("a", dir)])),
        ]);
        let (report, run) = project.report(&["--select", ACL]);
        assert_eq!(run.code, Some(0), "{dir}: {}", run.stdout);
        assert!(!run.stdout.contains(absolute), "{dir}");
        assert_eq!(report["summary"]["resources"], 0, "{dir}");
    }
    for text in ["", "[]", "{\"Modules\": 1}", "{\"Modules\": [{\"Key\": \"a\"}]}"] {
        let project = Project::new(&[
            ("main.tf", "module \"a\" {\n  source = \"acme/a/aws\"\n}\n"),
            (".terraform/modules/modules.json", text),
        ]);
        let (report, _) = project.report(&["--select", ACL]);
        assert_eq!(
            report["summary"]["module_calls_not_followed"],
            json!(["module.a (acme/a/aws)"]),
            "{text}"
        );
    }
}

#[test]
fn providers_handed_to_a_module_are_no_arguments() {
    let main = "provider \"aws\" {\n  alias = \"west\"\n}\nmodule \"m\" {\n  source = \"./m\"\n  acl = \"private\"\n  providers = {\n    aws = aws.west\n    aws.b = aws\n  }\n}\n\
        module \"n\" {\n  source = \"./m\"\n  for_each = { a = \"public-read\", b = \"private\" }\n  acl = each.value\n  providers = { aws = aws.west }\n}\n";
    let module = "terraform {\n  required_providers {\n    aws = {\n      source = \"hashicorp/aws\"\n      configuration_aliases = [aws.b]\n    }\n  }\n}\n";
    let project = Project::new(&[("main.tf", main), ("m/main.tf", BUCKET), ("m/versions.tf", module)]);
    let (report, run) = project.report(&["--select", ACL]);
    assert_eq!(findings(&report), [format!("{ACL} main.tf:14")]);
    assert_eq!(report["diagnostics"], json!([]), "{}", run.stdout);
}

#[test]
fn what_stands_beside_terraform_is_counted_by_reason() {
    let project = Project::new(&[
        (
            "main.tf",
            "terraform {\n  required_providers {\n    aws = { source = \"hashicorp/aws\", version = \"~> 5.0\" }\n    x = \">= 1\"\n  }\n}\nmodule \"m\" {\n  source = \"./m\"\n}\n",
        ),
        (
            "m/main.tf",
            "terraform {\n  required_providers {\n    cloud = { source = \"HashiCorp/AWS\", version = \">= 4.9\" }\n  }\n}\n",
        ),
        (
            ".terraform.lock.hcl",
            "provider \"registry.terraform.io/hashicorp/aws\" {\n  version = \"5.31.0\"\n  constraints = \"~> 5.0\"\n  hashes = [\"h1:x\"]\n}\n",
        ),
        ("tests/a.tftest.hcl", "run \"x\" {}\n"),
        ("tests/b.tftest.json", "{}"),
        ("tests/m.tfmock.hcl", "mock_data \"x\" {}\n"),
        ("s.tfstack.hcl", ""),
        ("s.tfcomponent.hcl", ""),
        ("s.tfdeploy.hcl", ""),
        ("other.hcl", ""),
    ]);
    let (report, run) = project.report(&[]);
    assert_eq!(run.code, Some(0));
    let summary = &report["summary"];
    let skipped: Vec<String> = summary["files_skipped"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| format!("{}: {}", one["reason"].as_str().unwrap(), one["files"].as_array().unwrap().len()))
        .collect();
    assert_eq!(
        skipped,
        [
            "Terraform Stacks, which are not evaluated: 3",
            "lock files, of which only the providers' versions are read: 1",
            "mock data of `terraform test`: 1",
            "tests that `terraform test` runs: 2",
        ]
    );
    assert_eq!((&summary["files_linted"], &summary["files_not_ours"]), (&json!(2), &json!(1)));
    let graph: serde_json::Value = serde_json::from_str(&project.run(&["graph"]).stdout).unwrap();
    assert_eq!(
        graph["providers"],
        json!([
            {"root": ".", "source": "registry.terraform.io/hashicorp/aws", "names": ["aws", "cloud"], "version": "5.31.0", "constraints": [">= 4.9", "~> 5.0"]},
            {"root": ".", "source": "registry.terraform.io/hashicorp/x", "names": ["x"], "constraints": [">= 1"]},
        ])
    );
}

/// A bucket that is given to a module which is not here, and what a plan knows of both.
const HANDED: &str = r#"resource "aws_s3_bucket" "logs" {
  bucket = "shop-logs"
}

module "settings" {
  source = "example/settings/aws"
  bucket = aws_s3_bucket.logs.id
}
"#;

fn handed_plan() -> String {
    let bucket = json!({"bucket": "shop-logs", "force_destroy": false});
    json!({
        "format_version": "1.2",
        "terraform_version": "1.11.0",
        "planned_values": {"root_module": {"resources": [{
            "address": "aws_s3_bucket.logs", "mode": "managed", "type": "aws_s3_bucket", "name": "logs",
            "provider_name": "registry.terraform.io/hashicorp/aws", "values": bucket}]}},
        "resource_changes": [{
            "address": "aws_s3_bucket.logs", "mode": "managed", "type": "aws_s3_bucket", "name": "logs",
            "provider_name": "registry.terraform.io/hashicorp/aws",
            "change": {"actions": ["create"], "before": null, "after": bucket, "after_unknown": {"id": true}}}],
        "configuration": {"root_module": {
            "resources": [{
                "address": "aws_s3_bucket.logs", "mode": "managed", "type": "aws_s3_bucket", "name": "logs",
                "expressions": {"bucket": {"constant_value": "shop-logs"}}}],
            "module_calls": {"settings": {
                "source": "example/settings/aws",
                "expressions": {"bucket": {"references": ["aws_s3_bucket.logs.id", "aws_s3_bucket.logs"]}},
                "module": {}}}}},
    })
    .to_string()
}

#[test]
fn what_a_module_that_is_not_here_is_given_may_have_what_it_seems_to_lack() {
    let rule = "aws-s3-public-access-block";
    let state = |files: &[(&str, &str)]| {
        let (report, _) = Project::new(files).report(&["--select", rule]);
        let found = report["findings"].as_array().unwrap().clone();
        assert_eq!(found.len(), 1, "{found:#?}");
        (found[0]["state"].clone(), found[0]["message"].as_str().unwrap().to_owned(), report)
    };
    let (undecided, message, report) = state(&[("main.tf", HANDED)]);
    assert_eq!(undecided, "undecided");
    assert_eq!(
        message,
        "module.settings is given it and may make its aws_s3_bucket_public_access_block, but is not here"
    );
    let awaited = report["summary"]["undecided_mostly"].to_string();
    assert!(awaited.contains(r#"module \"settings\", which is not here"#), "{awaited}");
    // Its ARN does not do: nothing that sets the block up goes by it.
    let (open, _, _) = state(&[("main.tf", &HANDED.replace("logs.id", "logs.arn"))]);
    assert_eq!(open, "open");
    // A plan knows the module, and it makes none.
    let (open, _, _) = state(&[("main.tf", HANDED), ("plan.json", &handed_plan())]);
    assert_eq!(open, "open");
}

#[test]
fn what_all_callers_switch_off_is_judged_for_itself() {
    let lib =
        |inner: &str| format!("{BUCKET}module \"inner\" {{\n  source = \"../{inner}\"\n  count = 0\n}}\n");
    let call = |name: &str, repeat: &str| {
        format!("module \"{name}\" {{\n  source = \"../{name}\"\n  {repeat}\n}}\n")
    };
    let project = Project::new(&[
        (
            "live/main.tf",
            &[
                call("off", "count = 0"),
                call("none", "for_each = {}"),
                call("both", "count = 0"),
                call("some", "count = var.number"),
                "variable \"number\" {\n  type = number\n}\n".to_owned(),
            ]
            .concat(),
        ),
        ("other/main.tf", &call("both", "acl = \"private\"")),
        // Each is called by another one that is off, or by itself in a circle.
        ("off/main.tf", &lib("deep")),
        ("deep/main.tf", &lib("off")),
        ("none/main.tf", BUCKET),
        ("both/main.tf", BUCKET),
        ("some/main.tf", BUCKET),
    ]);
    let (report, _) = project.report(&["--select", ACL]);
    let expected = ["deep", "none", "off", "some"].map(|dir| format!("{ACL} {dir}/main.tf:2"));
    assert_eq!(findings(&report), expected);
    let roots: Vec<&str> = report["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|found| found["resource"]["root"].as_str().unwrap())
        .collect();
    assert_eq!(roots, ["deep", "none", "off", "live"]);
    assert_eq!(report["summary"]["roots"], 5);

    let project = Project::new(&[
        (
            "live/main.tf",
            "variable \"on\" {\n  default = 0\n}\nmodule \"m\" {\n  source = \"../m\"\n  count = var.on\n}\n",
        ),
        ("live/env/dev.tfvars", "on = 0\n"),
        ("live/env/prod.tfvars", "on = 1\n"),
        ("m/main.tf", BUCKET),
    ]);
    let found = |arguments: &[&str]| {
        let (report, _) = project.report(&[&["--select", ACL], arguments].concat());
        let found = &report["findings"][0];
        (
            found["resource"]["root"].clone(),
            found["environments"].clone(),
            report["findings"].as_array().unwrap().len(),
        )
    };
    assert_eq!(found(&[]), (json!("m"), json!(null), 1));
    // What is made in one environment is judged there.
    assert_eq!(found(&["--each-var-file", "env/*.tfvars"]), (json!("live"), json!(["prod"]), 1));
}
