//! The same from text: parsed, evaluated, made a graph, then placed. A resource of kind `aws_x` is at fault where
//! its `encrypted` is false or not set.

use super::samples::{rule, violation};
use super::{Finding, place};
use crate::evaluate::{Data, kubernetes, terraform};
use crate::graph::{ResourceGraph, ResourceIndex};
use crate::policy::{Severity, Violation};
use crate::source::{FileId, FileKind, Sources};
use proptest::prelude::{Strategy, any, prop_assert_eq, proptest};
use std::collections::BTreeSet;
use std::fmt::Write;

fn sources(files: &[(&str, &str)]) -> (Sources, Vec<FileId>) {
    let sources = Sources::new("nowhere");
    let kind = |path: &str| match path.rsplit_once('.') {
        Some((_, "tf")) => FileKind::Terraform,
        _ => FileKind::Manifest,
    };
    let ids = files.iter().map(|(path, text)| sources.add(path, kind(path), text)).collect();
    (sources, ids)
}

fn graph(sources: &Sources, ids: &[FileId]) -> ResourceGraph {
    let evaluation = terraform::evaluate(sources, ids, &terraform::Inputs::default());
    let manifests = kubernetes::read(sources, ids);
    ResourceGraph::build(&evaluation.modules, &manifests.manifests)
}

fn findings_at(files: &[(&str, &str)], path: &str) -> Vec<Finding> {
    let (sources, ids) = sources(files);
    let graph = graph(&sources, &ids);
    let at_fault = graph.resources.iter().enumerate().filter(|(_, resource)| {
        let encrypted = resource.attributes.get("encrypted").map(|value| &value.data);
        let terraform = matches!(encrypted, None | Some(Data::Null | Data::Bool(false)));
        (&*resource.kind == "aws_x" && terraform) || &*resource.kind == "Deployment"
    });
    let violations: Vec<Violation> = at_fault
        .map(|(at, _)| ResourceIndex(u32::try_from(at).expect("few resources")))
        .map(|at| violation("encrypted", at, path, "not encrypted"))
        .collect();
    place(&violations, &[rule("encrypted", Severity::High)], &graph, &sources)
}

fn findings(files: &[(&str, &str)]) -> Vec<Finding> {
    findings_at(files, "encrypted")
}

/// Each finding: the line to change as written, how many instances, and the chain.
fn shown(files: &[(&str, &str)], path: &str) -> String {
    let mut text = String::new();
    for finding in findings_at(files, path) {
        let at = |location: &super::Location| {
            let (_, source) = files.iter().find(|(path, _)| *path == location.file).expect("a known file");
            let line = source.lines().nth(location.start.line as usize - 1).expect("a line");
            let from = location.start.column as usize - 1;
            let words: String =
                line.chars().skip(from).take(location.end.column as usize - 1 - from).collect();
            format!("{}:{}: {words}", location.file, location.start.line)
        };
        let _ = writeln!(text, "{} x{}", at(&finding.location), finding.instances.len());
        for link in &finding.chain {
            let _ = writeln!(text, "    {} -- {}", at(&link.location), link.note);
        }
    }
    text
}

const MODULE: &str = "variable \"encrypted\" {\n  type    = bool\n  default = false\n}\n\nresource \"aws_x\" \"main\" {\n  encrypted = var.encrypted\n}\n";

#[test]
fn literals_variables_and_locals() {
    let text = r#"
variable "default_off" { default = false }
locals {
  off   = var.default_off
  table = { a = { encrypted = false }, b = { encrypted = true } }
  both  = merge({ encrypted = true }, { encrypted = false })
}
resource "aws_x" "literal" { encrypted = false }
resource "aws_x" "variable" { encrypted = var.default_off }
resource "aws_x" "local" { encrypted = local.off }
resource "aws_x" "element" { encrypted = local.table["a"].encrypted }
resource "aws_x" "merged" { encrypted = local.both.encrypted }
resource "aws_x" "absent" {
}
resource "aws_x" "null" { encrypted = null }
resource "aws_x" "computed" { encrypted = 1 > 2 }
resource "aws_x" "conditional" {
  encrypted = var.default_off ? true : local.table.a.encrypted
}
"#;
    insta::assert_snapshot!(shown(&[("main.tf", text)], "encrypted"), @r#"
main.tf:2: false x2
    main.tf:2: false -- default of variable `default_off`
    main.tf:4: off   = var.default_off -- local `off`
    main.tf:10: encrypted = local.off -- used by `encrypted` of aws_x.local
main.tf:5: false x2
    main.tf:5: false -- local `table`
    main.tf:2: false -- the condition: default of variable `default_off`
    main.tf:18: local.table.a.encrypted -- used by `encrypted` of aws_x.conditional
main.tf:6: false x1
    main.tf:6: false -- local `both`
    main.tf:12: encrypted = local.both.encrypted -- used by `encrypted` of aws_x.merged
main.tf:8: false x1
main.tf:13: resource "aws_x" "absent" x1
main.tf:15: null x1
main.tf:16: 1 > 2 x1
"#);
}

#[test]
fn modules() {
    let root = r#"
module "one" { source = "./db" }
module "many" {
  source   = "./db"
  for_each = toset(["a", "b"])
}
module "own" {
  source    = "./db"
  encrypted = false
}
"#;
    insta::assert_snapshot!(shown(&[("main.tf", root), ("db/main.tf", MODULE)], "encrypted"), @r#"
db/main.tf:3: false x3
    db/main.tf:3: false -- default of variable `encrypted`
    db/main.tf:7: encrypted = var.encrypted -- used by `encrypted` of module.many["a"].aws_x.main
main.tf:9: false x1
    main.tf:9: false -- argument `encrypted` of module call `own`
    db/main.tf:7: encrypted = var.encrypted -- used by `encrypted` of module.own.aws_x.main
"#);
}

#[test]
fn expansion_and_iteration() {
    let text = r#"
locals {
  disks = {
    safe = { encrypted = true }
    open = { encrypted = false }
  }
}
resource "aws_x" "each" {
  for_each  = local.disks
  encrypted = each.value.encrypted
}
resource "aws_x" "counted" {
  count     = 3
  encrypted = false
}
"#;
    insta::assert_snapshot!(shown(&[("main.tf", text)], "encrypted"), @r#"
main.tf:5: false x1
    main.tf:5: false -- written here
    main.tf:3: disks = { -- local `disks`
    main.tf:10: encrypted = each.value.encrypted -- used by `encrypted` of aws_x.each["open"]
main.tf:14: false x3
"#);
}

#[test]
fn same_address_in_two_roots() {
    let text = "resource \"aws_x\" \"main\" {\n  encrypted = false\n}\n";
    insta::assert_snapshot!(shown(&[("a/main.tf", text), ("b/main.tf", text)], "encrypted"), @r#"
a/main.tf:2: false x1
b/main.tf:2: false x1
"#);
    let names: BTreeSet<String> = findings(&[("a/main.tf", text), ("b/main.tf", text)])
        .into_iter()
        .map(|finding| finding.fingerprint)
        .collect();
    assert_eq!(names.len(), 2);
}

#[test]
fn policy_documents() {
    let text = r#"
resource "aws_x" "encoded" {
  policy = jsonencode({
    Statement = [{
      Action = "*"
    }]
  })
}
resource "aws_x" "heredoc" {
  policy = <<-EOT
    {
      "Statement": [
        { "Resource": "${aws_x.encoded.arn}", "Action": "*" }
      ]
    }
  EOT
}
data "aws_iam_policy_document" "this" {
  statement {
    actions = ["*"]
  }
}
resource "aws_x" "data" {
  policy = data.aws_iam_policy_document.this.json
}
"#;
    insta::assert_snapshot!(shown(&[("main.tf", text)], "policy.Statement.0.Action"), @r#"
main.tf:5: "*" x1
    main.tf:5: "*" -- written here
    main.tf:3: jsonencode({ -- used by `policy.Statement[0].Action` of aws_x.encoded
main.tf:13: "Action": "*" x1
    main.tf:13: "Action": "*" -- written here
    main.tf:10: <<-EOT -- used by `policy` of aws_x.heredoc
main.tf:20: ["*"] x1
    main.tf:20: ["*"] -- part of the document
    main.tf:18: data "aws_iam_policy_document" "this" -- encoded as JSON here
    main.tf:24: data.aws_iam_policy_document.this.json -- used by `policy.Statement[0].Action` of aws_x.data
"#);
}

#[test]
fn kubernetes_objects() {
    let text = "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template:\n    spec:\n      containers:\n        - name: web\n          securityContext:\n            privileged: true\n        - name: side\n";
    let at = |path: &str| shown(&[("k8s/web.yaml", text)], path);
    insta::assert_snapshot!(at("spec.template.spec.containers.0.securityContext.privileged"), @"k8s/web.yaml:11: true x1");
    insta::assert_snapshot!(at("spec.template.spec.containers.0.securityContext.runAsUser"), @"k8s/web.yaml:10: securityContext: x1");
    insta::assert_snapshot!(at("spec.template.spec.containers.1.securityContext.privileged"), @"k8s/web.yaml:12: name: side x1");
    insta::assert_snapshot!(at("spec.template.spec.hostNetwork"), @"k8s/web.yaml:7: spec: x1");
    insta::assert_snapshot!(at("spec.replicas"), @"k8s/web.yaml:5: spec: x1");
    insta::assert_snapshot!(at("other"), @"k8s/web.yaml:2: kind: Deployment x1");
    assert_eq!(findings(&[("a/web.yaml", text), ("b/web.yaml", text)]).len(), 2);
}

#[test]
fn what_a_secret_holds_is_sensitive() {
    let text = "apiVersion: v1\nkind: Secret\nmetadata:\n  name: web\nstringData:\n  plain: abc\n";
    let (sources, ids) = sources(&[("k8s/web.yaml", text)]);
    let covered: Vec<String> =
        super::sensitive_spans(&graph(&sources, &ids)).into_iter().map(|span| sources.text(span)).collect();
    assert_eq!(covered, ["abc"]);
}

fn names(files: &[(&str, &str)]) -> BTreeSet<String> {
    findings(files).into_iter().map(|finding| finding.fingerprint).collect()
}

#[test]
fn fingerprints_survive_edits_elsewhere() {
    let one = "resource \"aws_x\" \"a\" {\n  encrypted = false\n}\n";
    let two = "resource \"aws_x\" \"b\" {\n  name = \"b\"\n}\n";
    let call = "module \"db\" {\n  source = \"./db\"\n}\n";
    let module = ("db/main.tf", MODULE);
    let whole = format!("{one}\n{two}\n{call}");
    let before = names(&[("main.tf", &whole), module]);
    assert_eq!(before.len(), 3);

    let reordered = format!("\n\n# a comment\n{call}{two}\n\nlocals {{ x = 1 }}\n{one}");
    assert_eq!(names(&[("main.tf", &reordered), module]), before, "reordered, blank lines, comments");
    assert_eq!(names(&[("renamed.tf", &whole), module]), before, "another file name");
    assert_eq!(names(&[("one.tf", one), ("two.tf", two), ("call.tf", call), module]), before, "split");
    let another = format!("{whole}module \"another\" {{\n  source = \"./db\"\n}}\n");
    assert_eq!(names(&[("main.tf", &another), module]), before, "one more call of the module");
    let spaced = whole.replace("encrypted = false", "encrypted   =   false # why");
    assert_eq!(names(&[("main.tf", &spaced), module]), before, "white space and a comment");
    let crlf = whole.replace('\n', "\r\n");
    assert_eq!(names(&[("main.tf", &crlf), module]), before, "line ends");
    let counted = whole.replace("  encrypted = false", "  count = 2\n  encrypted = false");
    assert_eq!(names(&[("main.tf", &counted), module]), before, "more instances");

    let fixed = whole.replace("encrypted = false", "encrypted = true");
    assert_eq!(
        names(&[("main.tf", &fixed), module]).difference(&before).count(),
        0,
        "a fix names nothing anew"
    );
    let renamed = whole.replace("\"a\"", "\"c\"");
    assert_eq!(names(&[("main.tf", &renamed), module]).difference(&before).count(), 1, "another resource");
}

proptest! {
    #[test]
    fn fingerprints_do_not_depend_on_layout(
        order in proptest::sample::subsequence((0..6).collect::<Vec<usize>>(), 6).prop_shuffle(),
        gaps in proptest::collection::vec(0..4_usize, 6),
        files in proptest::collection::vec(any::<bool>(), 6),
    ) {
        let block = |at: usize| format!("resource \"aws_x\" \"r{at}\" {{\n  encrypted = false\n}}\n");
        let plain: String = (0..6).map(block).collect();
        let (mut one, mut two) = (String::new(), String::new());
        for ((at, gap), first) in order.iter().zip(&gaps).zip(&files) {
            let file = if *first { &mut one } else { &mut two };
            file.push_str(&"\n".repeat(*gap));
            file.push_str(&block(*at));
        }
        prop_assert_eq!(names(&[("one.tf", &one), ("two.tf", &two)]), names(&[("main.tf", &plain)]));
    }
}
