//! YAML and JSON documents: any text is read without a panic or a hang, and diagnostics point into it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use purlin::parse::tree::{Node, NodeKind};
use purlin::parse::{json, yaml};
use purlin::source::{FileKind, Sources};

fn walk(node: &Node, text: &str) -> u64 {
    assert!(text.get(node.span.range()).is_some());
    match &node.kind {
        NodeKind::Sequence(items) => items.iter().map(|item| walk(item, text)).sum::<u64>() + 1,
        NodeKind::Mapping(entries) => entries.iter().map(|entry| walk(&entry.value, text)).sum::<u64>() + 1,
        _ => 1,
    }
}

fuzz_target!(|text: &str| {
    let sources = Sources::new(".");
    let id = sources.add("a.yaml", FileKind::Manifest, text);
    let (documents, mut diagnostics) = yaml::parse(&sources, id);
    for document in &documents {
        assert!(walk(document, text) <= yaml::MAX_NODES + 1);
    }
    let (document, more) = json::parse(&sources, id);
    if let Some(document) = &document {
        walk(document, text);
    }
    diagnostics.extend(more);
    for diagnostic in diagnostics {
        let span = diagnostic.span.expect("a syntax error has a place");
        assert!(text.get(span.range()).is_some());
    }
});
