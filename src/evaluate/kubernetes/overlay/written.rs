//! The patches of a kustomization, as they are written and as they are read.

use super::target::Target;
use crate::evaluate::kubernetes::kustomization::{items, join};
use crate::evaluate::kubernetes::read::Documents;
use crate::evaluate::kubernetes::{SkipReason, embedded, tree};
use crate::evaluate::{Origin, Value};
use crate::parse::tree::{Node, NodeKind};
use crate::parse::{json, yaml};
use crate::source::{Diagnostic, Level, Sources, Span};

/// A patch as a kustomization says it.
#[derive(Clone, Debug)]
pub(in crate::evaluate::kubernetes) struct Written {
    target: Option<Node>,
    content: Content,
    place: Span,
}

#[derive(Clone, Debug)]
enum Content {
    /// A file; none where the path leads out of what may be read.
    File(Option<String>),
    /// A text that holds the patch, or the patch itself.
    Here(Node),
    /// A number of pods, for what has this name.
    Replicas(String),
}

impl Written {
    /// The file that it is in.
    pub(in crate::evaluate::kubernetes) fn file(&self) -> Option<&String> {
        match &self.content {
            Content::File(path) => path.as_ref(),
            _ => None,
        }
    }
}

/// What a kustomization in `directory`, or what stands for one, says of patches.
pub(in crate::evaluate::kubernetes) fn written(directory: &str, node: &Node) -> Vec<Written> {
    let mut found = Vec::new();
    let in_file = |path: &Node| Content::File(path.as_str().and_then(|path| join(directory, path)));
    for key in ["patches", "patchesJson6902"] {
        for item in items(node.get(key)) {
            let target = item.get("target").cloned();
            let content = match (item.get("patch"), item.get("path")) {
                (Some(patch), _) => (Content::Here(patch.clone()), patch.span),
                (None, Some(path)) => (in_file(path), path.span),
                (None, None) => continue,
            };
            found.push(Written { target, content: content.0, place: content.1 });
        }
    }
    for item in items(node.get("patchesStrategicMerge")) {
        let content = match item.as_str() {
            Some(text) if !text.contains('\n') => in_file(item),
            _ => Content::Here(item.clone()),
        };
        found.push(Written { target: None, content, place: item.span });
    }
    for item in items(node.get("replicas")) {
        if let Some(name) = item.get("name").and_then(Node::as_str) {
            found.push(Written {
                target: None,
                content: Content::Replicas(name.to_owned()),
                place: item.span,
            });
        }
    }
    found
}

/// A patch that has been read.
pub(super) struct Patch {
    pub(super) target: Target,
    pub(super) change: Change,
    pub(super) place: Span,
}

/// What a patch does.
pub(super) enum Change {
    /// The document is merged into the object.
    Merge(Value),
    Operations(Vec<Value>),
    Replicas,
    /// It cannot be read.
    Unread,
}

/// Reads a patch, which is several where there are several documents.
pub(super) fn patches(
    written: &Written,
    files: &[Documents],
    sources: &Sources,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Patch> {
    let place = written.place;
    let target = written.target.as_ref().map(Target::read);
    let documents = match &written.content {
        Content::Replicas(name) => {
            return vec![Patch { target: Target::scaled(name), change: Change::Replicas, place }];
        }
        Content::File(path) => path.as_deref().and_then(|path| in_file(path, files, sources)),
        Content::Here(Node { kind: NodeKind::String(text), span }) => {
            let text = Value::string(text.clone(), Origin::literal(*span));
            embedded::documents(&text, &|_| &[], sources).ok().map(|(documents, _)| documents)
        }
        Content::Here(node) => Some(vec![tree::evaluate(node, &[]).0]),
    };
    let Some(documents) = documents else {
        let (what, help) = match target {
            Some(_) => ("what it is for is not decided", "check its path, and that it is YAML or JSON"),
            None => {
                ("objects are judged as if it were not there", "check its path, and that it is YAML or JSON")
            }
        };
        let message = format!("this patch cannot be read; {what}");
        diagnostics.push(Diagnostic::at(Level::Warning, "kubernetes-patch", place, message).with_help(help));
        let target = target.into_iter();
        return target.map(|target| Patch { target, change: Change::Unread, place }).collect();
    };
    let patch = |document: Value| match document.items() {
        Some(operations) => {
            let change = Change::Operations(operations.to_vec());
            Some(Patch { target: target.clone()?, change, place })
        }
        None => {
            let target = target.clone().or_else(|| Target::named(&document))?;
            Some(Patch { target, change: Change::Merge(document), place })
        }
    };
    documents.into_iter().filter_map(patch).collect()
}

/// The documents of a file; none where they cannot be read.
fn in_file(path: &str, files: &[Documents], sources: &Sources) -> Option<Vec<Value>> {
    let values = |nodes: &[Node]| nodes.iter().map(|node| tree::evaluate(node, &[]).0).collect();
    if let Ok(at) = files.binary_search_by(|file| (*file.path).cmp(path)) {
        let file = files.get(at)?;
        let broken = |reason: SkipReason| matches!(reason, SkipReason::Broken | SkipReason::Template);
        return (!file.skipped.iter().any(|one| broken(one.reason))).then(|| values(&file.nodes));
    }
    let file = sources.load(path).ok()?;
    let (nodes, found) = match path.ends_with(".json") {
        true => {
            let (nodes, _, found) = json::parse_stream(sources, file);
            (nodes, found)
        }
        false => yaml::parse(sources, file),
    };
    (!found.iter().any(|diagnostic| diagnostic.level == Level::Error)).then(|| values(&nodes))
}
