//! ConfigMaps and Secrets that a kustomization makes of what is written in it, and of files beside it. Their names
//! are those that everything else in the kustomization refers to them by.

use super::kustomization::{file_name, items, join, texts};
use crate::parse::tree::{Entry, Node, NodeKind};
use crate::source::{FileId, Sources, Span};
use std::cell::Cell;
use std::sync::Arc;

/// What generates objects, the kind of these, and the field for what is not in Base64.
const GENERATORS: [(&str, &str, &str); 2] =
    [("configMapGenerator", "ConfigMap", "data"), ("secretGenerator", "Secret", "stringData")];

/// Bytes of files that the objects of one kustomization may be made of; the API server takes 1 MiB for each.
const BYTES: usize = 1 << 24;

/// The annotation by which kustomize itself remembers that an object is put into one of the same name.
const BEHAVIOR: &str = "internal.config.kubernetes.io/generatorBehavior";

/// Whether an object is generated to be put into another one, wherever that lies.
pub(super) fn completes_another(object: &Node) -> bool {
    let annotations = object.get("metadata").and_then(|metadata| metadata.get("annotations"));
    let behavior = annotations.and_then(|annotations| annotations.get(BEHAVIOR));
    behavior.and_then(Node::as_str).is_some_and(|behavior| matches!(behavior, "merge" | "replace"))
}

/// The objects that the documents of a kustomization in `directory` generate, each as if it were written where its
/// generator is.
pub(super) fn objects(sources: &Sources, directory: &str, documents: &[Node]) -> Vec<Node> {
    let beside = Beside { sources, directory, left: Cell::new(BYTES) };
    let mut found = Vec::new();
    for document in documents {
        for (key, kind, field) in GENERATORS {
            let generators = items(document.get(key)).iter();
            found.extend(generators.filter_map(|node| object(&beside, node, kind, field)));
        }
    }
    found
}

/// The files beside a kustomization.
struct Beside<'s> {
    sources: &'s Sources,
    directory: &'s str,
    /// Bytes that may still be read.
    left: Cell<usize>,
}

impl Beside<'_> {
    /// A file with text; none where it is not here, or too large with all that came before.
    fn load(&self, written: &str) -> Option<(FileId, Arc<str>)> {
        let id = self.sources.load(&join(self.directory, written)?).ok()?;
        let file = self.sources.file(id);
        self.left.set(self.left.get().checked_sub(file.text.len() + 1)?);
        file.invalid_utf8.is_none().then(|| (id, file.text.clone()))
    }
}

fn object(files: &Beside<'_>, generator: &Node, kind: &str, field: &str) -> Option<Node> {
    let name = generator.entry("name")?;
    let beside = |key: &str, value: Node| Entry { key: key.into(), key_span: name.key_span, value };
    let text = |content: &str| string(content.into(), name.value.span);
    let own = |key: &str| generator.entry(key).cloned();
    let behavior = own("behavior").map(|behavior| {
        let kept = Entry { key: BEHAVIOR.into(), ..behavior };
        Entry {
            key: "annotations".into(),
            key_span: kept.key_span,
            value: mapping(vec![kept], generator.span),
        }
    });
    let metadata = [Some(name.clone()), own("namespace"), behavior].into_iter().flatten();
    let mut entries = vec![
        beside("apiVersion", text("v1")),
        beside("kind", text(kind)),
        beside("metadata", mapping(metadata.collect(), name.value.span)),
    ];
    entries.extend(own("type"));
    let written = ["literals", "envs", "env", "files"].into_iter().find_map(|key| generator.entry(key));
    let place = written.unwrap_or(name);
    let data = mapping(values(files, generator), place.value.span);
    entries.push(Entry { key: field.into(), key_span: place.key_span, value: data });
    Some(mapping(entries, generator.span))
}

/// What the sources of a generator come to.
fn values(files: &Beside<'_>, generator: &Node) -> Vec<Entry> {
    let literals = items(generator.get("literals")).iter();
    let mut found: Vec<Entry> = literals.filter_map(|node| literal(files.sources, node)).collect();
    let one = generator.get("env").and_then(Node::as_str);
    let envs = texts(generator.get("envs")).chain(one);
    for (file, text) in envs.filter_map(|written| files.load(written)) {
        found.extend(lines(file, &text));
    }
    for written in texts(generator.get("files")) {
        let (key, path) = written.split_once('=').unwrap_or((file_name(written), written));
        let Some((file, text)) = files.load(path) else { continue };
        let span = Span::new(file, 0, text.len());
        found.push(Entry { key: key.into(), key_span: span, value: string(text, span) });
    }
    found
}

/// `KEY=value` in a list.
fn literal(sources: &Sources, node: &Node) -> Option<Entry> {
    let (key, value) = node.as_str()?.split_once('=')?;
    let value = unquoted(value);
    let file = sources.file(node.span.file);
    let raw = file.text.get(node.span.start as usize..node.span.end as usize);
    // With escapes or folded over lines, what is written is another text.
    let at = raw.and_then(|raw| raw.rfind(value)).map(|at| node.span.start as usize + at);
    let span = at.map_or(node.span, |at| Span::new(node.span.file, at, at + value.len()));
    Some(Entry { key: key.trim().into(), key_span: node.span, value: string(value.into(), span) })
}

/// `KEY=value` on each line of a file.
fn lines(file: FileId, text: &str) -> Vec<Entry> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let at = start;
        start += line.len();
        let line = line.trim_end_matches(['\r', '\n']);
        if line.trim_start().starts_with('#') {
            continue;
        }
        // Without a value the one of the environment is taken.
        let Some((key, written)) = line.split_once('=') else { continue };
        let value = unquoted(written);
        let from = at + key.len() + 1 + (written.len() - written.trim_start_matches(QUOTES).len());
        let value = string(value.into(), Span::new(file, from, from + value.len()));
        found.push(Entry { key: key.trim().into(), key_span: Span::new(file, at, at + key.len()), value });
    }
    found
}

const QUOTES: [char; 2] = ['"', '\''];

fn unquoted(value: &str) -> &str {
    value.trim_matches(QUOTES)
}

fn string(content: Arc<str>, span: Span) -> Node {
    Node { span, kind: NodeKind::String(content) }
}

fn mapping(entries: Vec<Entry>, span: Span) -> Node {
    Node { span, kind: NodeKind::Mapping(entries.into()) }
}
