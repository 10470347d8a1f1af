//! Plans, alone and beside their sources: twice the resources must take twice the time.

use divan::Bencher;
use divan::counter::BytesCount;
use purlin::evaluate::terraform::{self, Inputs};
use purlin::source::{FileId, FileKind, Sources};
use serde_json::{Value, json};
use std::fmt::Write;

const SIZES: [usize; 3] = [500, 1_000, 4_000];
/// Attributes that are known after apply; real resources have between 5 and 40.
const COMPUTED: usize = 20;

fn main() {
    divan::main();
}

/// A plan of as many buckets as access blocks that refer to them, as Terraform writes it.
fn plan(size: usize) -> String {
    let mut changes = Vec::new();
    let mut declared = Vec::new();
    for at in 0..size / 2 {
        let (bucket, block) = (format!("aws_s3_bucket.b{at}"), format!("aws_s3_bucket_acl.b{at}"));
        let set = json!({"bucket": format!("b{at}"), "tags": {"Name": format!("bucket {at}"), "owner": "platform"}});
        changes.push(change(&bucket, &set, None));
        changes.push(change(&block, &json!({"acl": "private"}), Some("bucket")));
        declared
            .push(json!({"address": bucket, "expressions": {"bucket": {"constant_value": format!("b{at}")},
            "tags": {"references": ["var.tags"]}}}));
        declared.push(json!({"address": block, "expressions": {"acl": {"constant_value": "private"},
            "bucket": {"references": [format!("{bucket}.id"), bucket]}}}));
    }
    let plan = json!({
        "format_version": "1.2",
        "resource_changes": changes,
        "configuration": {"root_module": {"resources": declared}},
    });
    serde_json::to_string_pretty(&plan).unwrap_or_default()
}

fn change(address: &str, set: &Value, unknown: Option<&str>) -> Value {
    let names =
        unknown.map(str::to_owned).into_iter().chain((0..COMPUTED).map(|at| format!("computed_{at}")));
    let unknown: serde_json::Map<String, Value> = names.map(|name| (name, json!(true))).collect();
    json!({"address": address, "mode": "managed", "provider_name": "registry.terraform.io/hashicorp/aws",
        "change": {"actions": ["create"], "before": null, "after": set, "after_unknown": unknown,
            "before_sensitive": false, "after_sensitive": {}}})
}

fn configuration(size: usize) -> String {
    let mut text = "variable \"tags\" {\n  default = { owner = \"platform\" }\n}\n".to_owned();
    for at in 0..size / 2 {
        let _ = writeln!(text, "resource \"aws_s3_bucket\" \"b{at}\" {{\n  bucket = \"b{at}\"");
        let _ = writeln!(text, "  tags = merge(var.tags, {{ Name = \"bucket {at}\" }})\n}}");
        let _ = writeln!(text, "resource \"aws_s3_bucket_acl\" \"b{at}\" {{\n  acl = \"private\"");
        let _ = writeln!(text, "  bucket = aws_s3_bucket.b{at}.id\n}}");
    }
    text
}

fn evaluate(bencher: Bencher<'_, '_>, files: &[(&str, FileKind, String)]) {
    let bytes = files.iter().map(|(_, _, text)| text.len()).sum::<usize>();
    bencher.counter(BytesCount::new(bytes)).bench(|| {
        let sources = Sources::new("/nonexistent");
        let files: Vec<FileId> =
            files.iter().map(|(path, kind, text)| sources.add(path, *kind, text)).collect();
        terraform::evaluate(&sources, &files, &Inputs::default())
    });
}

#[divan::bench(args = SIZES)]
fn alone(bencher: Bencher<'_, '_>, size: usize) {
    evaluate(bencher, &[("plan.json", FileKind::Plan, plan(size))]);
}

#[divan::bench(args = SIZES)]
fn beside_its_sources(bencher: Bencher<'_, '_>, size: usize) {
    let sources = ("main.tf", FileKind::Terraform, configuration(size));
    evaluate(bencher, &[("plan.json", FileKind::Plan, plan(size)), sources]);
}
