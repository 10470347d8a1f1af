//! The rules' part of a run: loading the built-in programs, showing the graph to policies, judging it.
#![expect(clippy::unwrap_used, reason = "a bench stops where its input is wrong")]

use purlin::evaluate::{kubernetes, terraform};
use purlin::graph::{GraphDocument, ResourceGraph};
use purlin::policy::{self, PolicySet};
use purlin::source::{FileId, FileKind, Sources};
use std::collections::BTreeSet;
use std::fmt::Write;

fn main() {
    divan::main();
}

/// As many deployments as asked for, each with two containers, of which one is at fault.
fn workloads(count: usize) -> (ResourceGraph, GraphDocument) {
    let mut text = String::new();
    for n in 0..count {
        write!(
            text,
            "apiVersion: apps/v1\nkind: Deployment\nmetadata: {{name: web-{n}}}\nspec:\n  template:\n    metadata: \
             {{labels: {{app: web-{n}}}}}\n    spec:\n      containers:\n        - name: app\n          image: shop/web:1.{n}\n          \
             securityContext: {{privileged: false, readOnlyRootFilesystem: true}}\n        - name: agent\n          \
             image: shop/agent\n          securityContext: {{privileged: true}}\n---\n"
        )
        .unwrap();
    }
    let sources = Sources::new(".");
    let files: Vec<FileId> = vec![sources.add("web.yaml", FileKind::Manifest, &text)];
    let modules = terraform::evaluate(&sources, &[], &terraform::Inputs::default()).modules;
    let manifests = kubernetes::read(&sources, &files).manifests;
    let graph = ResourceGraph::build(&modules, &manifests);
    let document = GraphDocument::new(&graph);
    assert_eq!(document.workloads.len(), count);
    (graph, document)
}

/// The index of the built-in policies, without any program.
#[divan::bench]
fn read_the_index() -> PolicySet {
    PolicySet::builtin()
}

/// A whole run over one workload: the programs that apply are read and each policy runs once.
#[divan::bench]
fn cold_start(bencher: divan::Bencher<'_, '_>) {
    let (graph, document) = workloads(1);
    bencher.bench_local(|| {
        let policies = PolicySet::builtin();
        let selected = policies.rules().iter().map(|rule| rule.id.clone()).collect();
        policy::run(&policies, &selected, &graph, &document)
    });
}

/// Pairs of a policy and a workload; time per pair is what the last column says.
#[divan::bench(args = [100, 1000, 4000])]
fn judge_workloads(bencher: divan::Bencher<'_, '_>, count: usize) {
    let (graph, document) = workloads(count);
    let policies = PolicySet::builtin();
    let over_workloads = policies.rules().iter().filter(|rule| rule.subjects == ["workloads"]);
    let selected: BTreeSet<String> = over_workloads.map(|rule| rule.id.clone()).collect();
    bencher
        .counter(divan::counter::ItemsCount::new(count * selected.len()))
        .bench_local(|| policy::run(&policies, &selected, &graph, &document));
}

/// One cheap rule: nearly all of it is showing the graph to policies.
#[divan::bench(args = [100, 1000, 4000])]
fn judge_with_one_rule(bencher: divan::Bencher<'_, '_>, count: usize) {
    let (graph, document) = workloads(count);
    let policies = PolicySet::builtin();
    let selected = BTreeSet::from(["kubernetes-pod-host-network".to_owned()]);
    bencher
        .counter(divan::counter::ItemsCount::new(count))
        .bench_local(|| policy::run(&policies, &selected, &graph, &document));
}
