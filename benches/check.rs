//! Each stage of a run, and the whole of it, over the demo.

use divan::Bencher;
use purlin::evaluate::kubernetes;
use purlin::evaluate::terraform::{self, Inputs};
use purlin::finding;
use purlin::graph::{GraphDocument, ResourceGraph};
use purlin::lint::{self, Outcome, RuleSet, Selection, Settings};
use purlin::policy::{self, PolicySet};
use purlin::report::{self, Format, Style};
use purlin::source::{self, DiscoverOptions, Discovery};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn main() {
    divan::main();
}

fn demo() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/demo")
}

fn found() -> Discovery {
    let root = Some(demo());
    source::discover(&[demo()], &DiscoverOptions { root, ..DiscoverOptions::default() })
}

fn graph(found: &Discovery) -> ResourceGraph {
    let evaluation = terraform::evaluate(&found.sources, &found.files, &Inputs::default());
    let manifests = kubernetes::read(&found.sources, &found.files);
    ResourceGraph::build(&evaluation.modules, &manifests.manifests)
}

fn every_rule(policies: &PolicySet) -> BTreeSet<String> {
    policies.rules().iter().map(|rule| rule.id.clone()).collect()
}

fn whole_run() -> Outcome {
    let selection = Selection { profile: Some(RuleSet::All), ..Selection::default() };
    let settings = Settings { paths: vec![demo()], selection, ..Settings::default() };
    lint::check(&settings, &())
}

#[divan::bench]
fn find_and_read_files() -> Discovery {
    found()
}

#[divan::bench]
fn evaluate_terraform(bencher: Bencher<'_, '_>) {
    bencher
        .with_inputs(found)
        .bench_refs(|found| terraform::evaluate(&found.sources, &found.files, &Inputs::default()));
}

#[divan::bench]
fn read_manifests(bencher: Bencher<'_, '_>) {
    bencher.with_inputs(found).bench_refs(|found| kubernetes::read(&found.sources, &found.files));
}

#[divan::bench]
fn build_graph_and_document(bencher: Bencher<'_, '_>) {
    let found = found();
    let evaluation = terraform::evaluate(&found.sources, &found.files, &Inputs::default());
    let manifests = kubernetes::read(&found.sources, &found.files);
    bencher.bench(|| GraphDocument::new(&ResourceGraph::build(&evaluation.modules, &manifests.manifests)));
}

#[divan::bench]
fn load_policies() -> PolicySet {
    PolicySet::builtin()
}

#[divan::bench]
fn run_policies(bencher: Bencher<'_, '_>) {
    let graph = graph(&found());
    let document = GraphDocument::new(&graph);
    let policies = PolicySet::builtin();
    let rules = every_rule(&policies);
    bencher.bench(|| policy::run(&policies, &rules, &graph, &document));
}

#[divan::bench]
fn place_findings(bencher: Bencher<'_, '_>) {
    let found = found();
    let graph = graph(&found);
    let policies = PolicySet::builtin();
    let run = policy::run(&policies, &every_rule(&policies), &graph, &GraphDocument::new(&graph));
    bencher.bench(|| finding::place(&run.violations, policies.rules(), &graph, &found.sources));
}

#[divan::bench(args = ["text", "json", "sarif", "github"])]
fn write_report(bencher: Bencher<'_, '_>, name: &str) {
    let format = match name {
        "json" => Format::Json,
        "sarif" => Format::Sarif,
        "github" => Format::Github,
        _ => Format::Text,
    };
    let outcome = whole_run();
    bencher.bench(|| {
        let mut bytes = Vec::new();
        report::write(format, &outcome.report, &outcome.sources, &Style::default(), &mut bytes)
            .map(|()| bytes)
    });
}

#[divan::bench]
fn whole_run_over_the_demo() -> Outcome {
    whole_run()
}
