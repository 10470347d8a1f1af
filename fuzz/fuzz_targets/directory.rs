//! A whole small directory through every layer: no panic, no hang, whatever the files say about each other.
//! The input is a list of files: `=== name` on a line of its own begins one.

#![no_main]

use libfuzzer_sys::fuzz_target;
use purlin::evaluate::kubernetes;
use purlin::evaluate::terraform::{self, Inputs};
use purlin::finding;
use purlin::graph::{GraphDocument, ResourceGraph};
use purlin::policy::{self, PolicySet};
use purlin::source::{FileId, FileKind, Sources};
use std::collections::BTreeSet;
use std::sync::LazyLock;

static POLICIES: LazyLock<PolicySet> = LazyLock::new(PolicySet::builtin);

fn kind(name: &str) -> FileKind {
    match name {
        _ if name.ends_with(".tf") => FileKind::Terraform,
        _ if name.ends_with(".tf.json") => FileKind::TerraformJson,
        _ if name.ends_with("plan.json") => FileKind::Plan,
        _ if name.ends_with(".json") => FileKind::ManifestJson,
        _ => FileKind::Manifest,
    }
}

fuzz_target!(|text: &str| {
    let sources = Sources::new("/nonexistent");
    let mut files: Vec<FileId> = Vec::new();
    for (at, part) in text.split("=== ").take(8).enumerate() {
        let (name, content) = part.split_once('\n').unwrap_or(("main.tf", part));
        // A name of its own for each file, and no path out of the directory.
        let suffix: String = name.chars().filter(|char| char.is_ascii_alphanumeric() || *char == '.').collect();
        let name = format!("f{at}{suffix}");
        files.push(sources.add(&name, kind(&name), content));
    }
    let evaluation = terraform::evaluate(&sources, &files, &Inputs::default());
    let manifests = kubernetes::read(&sources, &files);
    let graph = ResourceGraph::build(&evaluation.modules, &manifests.manifests);
    let document = GraphDocument::new(&graph);
    let rules: BTreeSet<String> = POLICIES.rules().iter().map(|rule| rule.id.clone()).collect();
    let run = policy::run(&POLICIES, &rules, &graph, &document);
    finding::place(&run.violations, POLICIES.rules(), &graph, &sources);
});
