//! Each stage of a run over a generated configuration, and the whole run over the demo:
//! `cargo bench --bench stages`.

use divan::Bencher;
use purlin::evaluate::kubernetes;
use purlin::evaluate::terraform::{self, Inputs};
use purlin::finding;
use purlin::graph::{GraphDocument, ResourceGraph};
use purlin::lint::{self, Settings};
use purlin::parse::{hcl, yaml};
use purlin::policy::{self, PolicySet};
use purlin::report::{self, Format, Style};
use purlin::source::{self, DiscoverOptions, FileId, FileKind, Sources};
use std::collections::BTreeSet;
use std::fmt::Write;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Blocks or objects of each kind in the generated text.
const SIZES: [usize; 2] = [200, 2_000];
const DEMO: &str = "testdata/demo";

fn main() {
    divan::main();
}

/// Buckets, some public, and security groups with rules, some open: about one finding in four resources.
fn terraform_text(size: usize) -> String {
    let mut text = String::from("variable \"acl\" {\n  default = \"public-read\"\n}\n");
    for at in 0..size {
        let acl = if at % 4 == 0 { "var.acl" } else { "\"private\"" };
        let _ = writeln!(text, "resource \"aws_s3_bucket\" \"b{at}\" {{\n  bucket = \"shop-{at}\"\n  acl = {acl}\n}}");
        let _ = writeln!(text, "resource \"aws_security_group\" \"g{at}\" {{\n  name = \"g-${{{at} + 1}}\"");
        let cidr = if at % 4 == 0 { "0.0.0.0/0" } else { "10.0.0.0/8" };
        let _ = writeln!(text, "  ingress {{\n    from_port = 22\n    to_port = 22\n    protocol = \"tcp\"");
        let _ = writeln!(text, "    cidr_blocks = [\"{cidr}\"]\n  }}\n}}");
    }
    text
}

fn manifest_text(size: usize) -> String {
    let mut text = String::new();
    for at in 0..size {
        let privileged = at % 4 == 0;
        let _ = write!(
            text,
            "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: app-{at}\n  namespace: shop\nspec:\n  \
             selector:\n    matchLabels: {{app: app-{at}}}\n  template:\n    metadata:\n      labels: {{app: app-{at}}}\n    \
             spec:\n      containers:\n      - name: main\n        image: registry.example/app:{at}\n        \
             securityContext:\n          privileged: {privileged}\n          runAsNonRoot: true\n---\n"
        );
    }
    text
}

fn sources(size: usize) -> (Sources, Vec<FileId>) {
    let sources = Sources::new(".");
    let files = vec![
        sources.add("main.tf", FileKind::Terraform, &terraform_text(size)),
        sources.add("all.yaml", FileKind::Manifest, &manifest_text(size)),
    ];
    (sources, files)
}

fn graph(sources: &Sources, files: &[FileId]) -> ResourceGraph {
    let evaluation = terraform::evaluate(sources, files, &Inputs::default());
    let manifests = kubernetes::read(sources, files);
    ResourceGraph::build(&evaluation.modules, &manifests.manifests)
}

fn every_rule(policies: &PolicySet) -> BTreeSet<String> {
    policies.rules().iter().map(|rule| rule.id.clone()).collect()
}

#[divan::bench]
fn a_discover_demo() {
    source::discover(&[DEMO.into()], &DiscoverOptions::default());
}

#[divan::bench(args = SIZES)]
fn b_parse_hcl(bencher: Bencher<'_, '_>, size: usize) {
    let (sources, files) = sources(size);
    bencher.bench(|| hcl::parse(&sources, files[0]));
}

#[divan::bench(args = SIZES)]
fn b_parse_yaml(bencher: Bencher<'_, '_>, size: usize) {
    let (sources, files) = sources(size);
    bencher.bench(|| yaml::parse(&sources, files[1]));
}

#[divan::bench(args = SIZES)]
fn c_evaluate_terraform(bencher: Bencher<'_, '_>, size: usize) {
    let (sources, files) = sources(size);
    bencher.bench(|| terraform::evaluate(&sources, &files, &Inputs::default()));
}

#[divan::bench(args = SIZES)]
fn c_evaluate_kubernetes(bencher: Bencher<'_, '_>, size: usize) {
    let (sources, files) = sources(size);
    bencher.bench(|| kubernetes::read(&sources, &files));
}

#[divan::bench(args = SIZES)]
fn d_graph(bencher: Bencher<'_, '_>, size: usize) {
    let (sources, files) = sources(size);
    let evaluation = terraform::evaluate(&sources, &files, &Inputs::default());
    let manifests = kubernetes::read(&sources, &files);
    bencher.bench(|| ResourceGraph::build(&evaluation.modules, &manifests.manifests));
}

#[divan::bench(args = SIZES)]
fn e_document(bencher: Bencher<'_, '_>, size: usize) {
    let (sources, files) = sources(size);
    let graph = graph(&sources, &files);
    bencher.bench(|| GraphDocument::new(&graph));
}

#[divan::bench]
fn f_load_policies() {
    PolicySet::builtin();
}

#[divan::bench(args = SIZES)]
fn f_policies(bencher: Bencher<'_, '_>, size: usize) {
    let (sources, files) = sources(size);
    let graph = graph(&sources, &files);
    let document = GraphDocument::new(&graph);
    let policies = PolicySet::builtin();
    let rules = every_rule(&policies);
    bencher.bench(|| policy::run(&policies, &rules, &graph, &document));
}

#[divan::bench(args = SIZES)]
fn g_findings(bencher: Bencher<'_, '_>, size: usize) {
    let (sources, files) = sources(size);
    let graph = graph(&sources, &files);
    let policies = PolicySet::builtin();
    let run = policy::run(&policies, &every_rule(&policies), &graph, &GraphDocument::new(&graph));
    bencher.bench(|| finding::place(&run.violations, policies.rules(), &graph, &sources));
}

#[divan::bench(args = [Format::Text, Format::Json, Format::Sarif, Format::Github])]
fn h_report_demo(bencher: Bencher<'_, '_>, format: Format) {
    let outcome = lint::check(&demo(), &());
    bencher.bench(|| report::write(format, &outcome.report, &outcome.sources, &Style::default(), &mut std::io::sink()));
}

#[divan::bench]
fn whole_demo() {
    lint::check(&demo(), &());
}

fn demo() -> Settings {
    Settings { paths: vec![DEMO.into()], ..Settings::default() }
}
