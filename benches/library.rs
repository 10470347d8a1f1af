//! What the helpers in `policies/lib` cost: the tests of each module, run as a policy would run them.
//!
//! Time is for all tests of a module on one thread, showing the graph included, which `nothing` measures alone. Tests that set the
//! input anew (`with`) are run by the interpreter, as a user's policy that does so would be.
#![expect(clippy::unwrap_used, reason = "a bench stops where its input is wrong")]
#![expect(clippy::disallowed_methods, reason = "a bench reads what lies in this repository")]

use purlin::evaluate::terraform;
use purlin::graph::{GraphDocument, ResourceGraph};
use purlin::policy::{self, PolicySet};
use purlin::source::{Diagnostic, FileKind, Sources};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The binary's own allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    divan::main();
}

/// Paths and texts.
type Files = Vec<(PathBuf, String)>;

/// The modules that have tests.
fn modules(interpreted: bool) -> Vec<String> {
    let found = std::fs::read_dir(library()).unwrap();
    let names = found.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> =
        names.filter_map(|name| Some(name.strip_suffix("_test.rego")?.to_owned())).collect();
    names.retain(|name| tests_of(name).contains("with input") == interpreted);
    names.sort();
    names
}

fn library() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("policies/lib")
}

fn tests_of(module: &str) -> String {
    std::fs::read_to_string(library().join(format!("{module}_test.rego"))).unwrap()
}

/// A policy for each test of a module, which finds one thing if the test holds.
fn policies_of(module: &str, load: fn(Files) -> (PolicySet, Vec<Diagnostic>)) -> PolicySet {
    let text = tests_of(module);
    let package = text.lines().find_map(|line| line.strip_prefix("package ")).unwrap();
    let tests = text.lines().filter(|line| line.starts_with("test_"));
    let tests = tests.filter_map(|line| line.split([' ', ':']).next());
    let mut files: Files = tests.map(|test| policy(test, &format!("data.{package}.{test}"))).collect();
    files.push((PathBuf::from(format!("lib/{module}_tests.rego")), text.clone()));
    loaded(files, load)
}

fn policy(name: &str, asked: &str) -> (PathBuf, String) {
    let rule = format!(
        "# METADATA\n# title: Bench\n# description: Runs a test.\n# custom:\n#   severity: low\n#   profiles: [default]\n\
         #   remediation: None.\npackage policy.bench.lib.{name}\n\n\
         deny contains {{\"resource\": one.id, \"path\": [], \"message\": \"holds\"}} if {{\n\
         \tsome one in input.resources.bench_thing\n\t{asked}\n}}\n"
    );
    (PathBuf::from(format!("bench/lib/{name}/rule.rego")), rule)
}

fn loaded(files: Files, load: fn(Files) -> (PolicySet, Vec<Diagnostic>)) -> PolicySet {
    let (policies, diagnostics) = load(files);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    policies
}

fn thing() -> (ResourceGraph, GraphDocument) {
    let sources = Sources::new(".");
    let files = [sources.add("main.tf", FileKind::Terraform, "resource \"bench_thing\" \"one\" {}\n")];
    let modules = terraform::evaluate(&sources, &files, &terraform::Inputs::default()).modules;
    let graph = ResourceGraph::build(&modules, &[]);
    let document = GraphDocument::new(&graph);
    (graph, document)
}

fn run(bencher: divan::Bencher<'_, '_>, policies: &PolicySet) {
    let (graph, document) = thing();
    let selected: BTreeSet<String> = policies.rules().iter().map(|rule| rule.id.clone()).collect();
    let thread = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    let judge = || thread.install(|| policy::run(policies, &selected, &graph, &document));
    let judged = judge();
    assert_eq!(judged.violations.len(), selected.len(), "a test does not hold: {:?}", judged.diagnostics);
    bencher.counter(divan::counter::ItemsCount::new(selected.len())).bench_local(judge);
}

/// What every run costs, whatever is tested.
#[divan::bench]
fn nothing(bencher: divan::Bencher<'_, '_>) {
    run(bencher, &loaded(vec![policy("nothing", "true")], PolicySet::load));
}

/// Run by the machine, as the built-in policies are.
#[divan::bench(args = modules(false))]
fn compiled(bencher: divan::Bencher<'_, '_>, module: &str) {
    run(bencher, &policies_of(module, PolicySet::load));
}

/// Run by the interpreter.
#[divan::bench(args = modules(true))]
fn interpreted(bencher: divan::Bencher<'_, '_>, module: &str) {
    run(bencher, &policies_of(module, PolicySet::load_interpreted));
}
