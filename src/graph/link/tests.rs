//! Each directory of `testdata/graph/links` is a kind of link: a configuration where it holds, and one where it must
//! not. `link` says which: `Service selects Deployment`. What is there is written beside it.

use super::Relation;
use crate::evaluate::kubernetes;
use crate::evaluate::terraform::{self, Inputs};
use crate::graph::{Resource, ResourceGraph};
use crate::source::{FileId, FileKind, Sources};
use std::path::Path;

const TOP: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/testdata/graph/links");

fn entries(directory: &Path) -> Vec<std::path::PathBuf> {
    #[allow(clippy::disallowed_methods, reason = "a test reads what lies in this repository")]
    let read = std::fs::read_dir(directory).unwrap();
    let mut entries: Vec<_> = read.map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    entries
}

/// All files of a configuration, relative to it.
fn files(top: &Path, directory: &Path, found: &mut Vec<String>) {
    for path in entries(directory) {
        let name = path.strip_prefix(top).unwrap().to_str().unwrap().to_owned();
        match path.extension().and_then(|extension| extension.to_str()) {
            _ if path.is_dir() => files(top, &path, found),
            Some("tf" | "yaml") => found.push(name),
            _ => {}
        }
    }
}

fn graph(top: &Path) -> ResourceGraph {
    let sources = Sources::new(top);
    let mut paths = Vec::new();
    files(top, top, &mut paths);
    let load = |path: &String| {
        let file = sources.load(path).unwrap();
        match path.ends_with(".yaml") {
            true => sources.add(path, FileKind::Manifest, &sources.file(file).text),
            false => file,
        }
    };
    let files: Vec<FileId> = paths.iter().map(load).collect();
    let evaluation = terraform::evaluate(&sources, &files, &Inputs::default());
    let manifests = kubernetes::read(&sources, &files).manifests;
    ResourceGraph::build(&evaluation.modules, &manifests)
}

/// What the links of a graph are, and what leads nowhere.
fn lines(graph: &ResourceGraph) -> String {
    let id = |index| graph.get(index).unwrap().id.to_string();
    let references = graph.references.iter().filter(|reference| reference.relation != Relation::Refers);
    let references = references.map(|found| {
        let (from, to, relation) = (id(found.from), id(found.to), found.relation.text());
        format!("{from}\n  {relation} {to}\n  via {}\n", found.via)
    });
    let unresolved = graph.unresolved.iter().map(|found| {
        let (from, relation) = (id(found.from), found.relation.text());
        format!("{from}\n  {relation} nothing: {}\n  via {}\n", found.reason, found.via)
    });
    references.chain(unresolved).collect()
}

#[test]
fn every_link_holds_where_it_is_written_and_nowhere_else() {
    let mut kinds = 0;
    for kind in entries(Path::new(TOP)) {
        #[allow(clippy::disallowed_methods, reason = "a test reads what lies in this repository")]
        let link = std::fs::read_to_string(kind.join("link")).unwrap();
        let link: Vec<&str> = link.split_whitespace().collect();
        let [from, relation, to] = link.as_slice() else { panic!("{}: {link:?}", kind.display()) };
        for (case, expected) in [("holds", true), ("not", false)] {
            let graph = graph(&kind.join(case));
            assert!(!graph.resources.is_empty(), "{}/{case}", kind.display());
            let is = |resource: Option<&Resource>, kind: &str| &*resource.unwrap().kind == kind;
            let holds = graph.references.iter().any(|found| {
                found.relation.text() == *relation
                    && is(graph.get(found.from), from)
                    && is(graph.get(found.to), to)
            });
            let text = lines(&graph);
            assert_eq!(holds, expected, "{}/{case}:\n{text}", kind.display());
            insta::with_settings!({
                snapshot_path => kind.join(case),
                prepend_module_to_snapshot => false,
                omit_expression => true,
            }, { insta::assert_snapshot!("links", text) });
        }
        kinds += 1;
    }
    assert!(kinds > 40, "{kinds}");
}

#[test]
fn no_link_between_objects_leaves_their_scope() {
    for kind in entries(Path::new(TOP)) {
        for case in ["holds", "not"] {
            let graph = graph(&kind.join(case));
            for found in &graph.references {
                let (from, to) = (graph.get(found.from).unwrap(), graph.get(found.to).unwrap());
                if from.api_version.is_some() && to.api_version.is_some() {
                    assert_eq!(from.root, to.root, "{} -> {}", from.id, to.id);
                }
            }
        }
    }
}
