//! Events of the YAML parser to nodes, without recursion.

use super::scalar;
use super::{MAX_DEPTH, MAX_DIAGNOSTICS, MAX_NODES};
use crate::parse::tree::{Entry, Node, NodeKind};
use crate::source::{Diagnostic, FileId, Level, Span};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use granit_parser::{Event, ScalarStyle, Tag};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;

/// A finished node, and what it comes to with its aliases expanded.
#[derive(Clone)]
struct Built {
    node: Node,
    nodes: u64,
    height: u32,
}

impl Built {
    fn leaf(kind: NodeKind, span: Span) -> Built {
        Built { node: Node { span, kind }, nodes: 1, height: 1 }
    }
}

/// A key that waits for its value.
struct Key {
    text: Option<Arc<str>>,
    span: Span,
    merge: bool,
}

/// A collection whose end has not come yet.
struct Frame {
    items: Items,
    anchor: usize,
    start: usize,
    end: usize,
    nodes: u64,
    height: u32,
}

enum Items {
    Sequence(Vec<Node>),
    Mapping { entries: Entries, key: Option<Key> },
}

/// The entries of a mapping in order, each key once.
#[derive(Default)]
struct Entries {
    list: Vec<Entry>,
    /// Where each key is; kept only for large mappings.
    index: FxHashMap<Arc<str>, usize>,
    /// Keys that came through `<<` and may be set again without that being a mistake.
    merged: FxHashSet<Arc<str>>,
}

/// Up to here a mapping is searched from front to back.
const SMALL: usize = 12;

impl Entries {
    /// Sets a key that is written out in the mapping, and says whether it was before.
    fn set_own(&mut self, entry: Entry) -> bool {
        let merged = self.merged.remove(&entry.key);
        self.set(entry) && !merged
    }

    /// Sets a key, and says whether it was there before.
    fn set(&mut self, entry: Entry) -> bool {
        let place = if self.list.len() <= SMALL {
            self.list.iter().position(|other| other.key == entry.key)
        } else {
            self.index.get(&entry.key).copied()
        };
        if let Some(before) = place.and_then(|at| self.list.get_mut(at)) {
            *before = entry;
            return true;
        }
        if self.list.len() == SMALL {
            self.index.extend(self.list.iter().enumerate().map(|(at, entry)| (entry.key.clone(), at)));
        }
        if self.list.len() >= SMALL {
            self.index.insert(entry.key.clone(), self.list.len());
        }
        self.list.push(entry);
        false
    }
}

/// Puts the nodes of one file together.
pub(super) struct Builder<'a> {
    file: FileId,
    text: &'a str,
    frames: Vec<Frame>,
    anchors: FxHashMap<usize, Built>,
    root: Option<Built>,
    /// Nodes of this document so far, aliases expanded.
    nodes: u64,
    /// End of the last thing read, where what is absent stands.
    last_end: usize,
    diagnostics: Vec<Diagnostic>,
    /// The weightiest and the number of those that are not listed.
    unlisted: Option<(Level, usize)>,
}

impl<'a> Builder<'a> {
    pub(super) fn new(file: FileId, text: &'a str) -> Builder<'a> {
        Builder {
            file,
            text,
            frames: Vec::new(),
            anchors: FxHashMap::default(),
            root: None,
            nodes: 0,
            last_end: 0,
            diagnostics: Vec::new(),
            unlisted: None,
        }
    }

    /// Takes an event in; false where the document is not to be read further, which has been reported.
    pub(super) fn take(&mut self, event: Event, place: granit_parser::Span) -> bool {
        let range = place.byte_range().unwrap_or_default();
        let (start, end) = (range.start, range.end.max(range.start));
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                self.scalar(&text, style, anchor, tag.as_deref(), start, end)
            }
            Event::SequenceStart(_, anchor, _) => {
                return self.open(Items::Sequence(Vec::new()), anchor, start, end);
            }
            Event::MappingStart(_, anchor, _) => {
                let items = Items::Mapping { entries: Entries::default(), key: None };
                return self.open(items, anchor, start, end);
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(start, end),
            Event::Alias(anchor) => self.alias(anchor, start, end),
            Event::UnresolvedAlias(name) => {
                let message = format!("there is no anchor `&{name}` before this alias");
                self.error(start, end, message, None);
                self.add(Built::leaf(NodeKind::Null, self.span(start, end)), true);
            }
            _ => {}
        }
        true
    }

    /// The document's node, unless it is empty.
    pub(super) fn finish_document(&mut self) -> Option<Node> {
        let root = self.root.take();
        self.abandon_document();
        root.map(|built| built.node).filter(|node| !matches!(node.kind, NodeKind::Null))
    }

    /// Where reading has come to.
    pub(super) fn place(&self) -> Span {
        self.place_of(self.last_end)
    }

    /// An empty span at a position of the text.
    pub(super) fn place_of(&self, at: usize) -> Span {
        self.span(at, at)
    }

    /// Forgets what was read of the document.
    pub(super) fn abandon_document(&mut self) {
        self.frames.clear();
        self.anchors.clear();
        self.root = None;
        self.nodes = 0;
    }

    pub(super) fn syntax_error(&mut self, at: usize, reason: &str) {
        let at = self.boundary(at);
        let length = self.text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        let message = format!("this document is not valid YAML: {reason}");
        self.error(at, at + length, message, Some("the other documents of the file are still read"));
    }

    pub(super) fn too_deep(&mut self, at: usize) {
        let message = format!("nested more than {MAX_DEPTH} levels deep");
        self.error(at, at, message, Some("generated files can be left out with --exclude"));
    }

    fn boundary(&self, at: usize) -> usize {
        let mut at = at.min(self.text.len());
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        at
    }

    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.file, self.boundary(start), self.boundary(end))
    }

    fn error(&mut self, start: usize, end: usize, message: String, help: Option<&str>) {
        self.report(Level::Error, "yaml-syntax", self.span(start, end), || {
            (message, help.unwrap_or_default())
        });
    }

    /// Notes a message and, where it is not empty, what to do.
    fn report<'h>(
        &mut self,
        level: Level,
        code: &'static str,
        span: Span,
        words: impl FnOnce() -> (String, &'h str),
    ) {
        if self.diagnostics.len() >= MAX_DIAGNOSTICS {
            let (worst, number) = self.unlisted.unwrap_or((level, 0));
            self.unlisted = Some((worst.max(level), number + 1));
            return;
        }
        let (message, help) = words();
        let diagnostic = Diagnostic::at(level, code, span, message);
        self.diagnostics.push(if help.is_empty() { diagnostic } else { diagnostic.with_help(help) });
    }

    /// Everything reported.
    pub(super) fn into_diagnostics(mut self) -> Vec<Diagnostic> {
        if let Some((level, number)) = self.unlisted {
            let end = Span::new(self.file, self.text.len(), self.text.len());
            let message = format!("{number} more like these in this file");
            self.diagnostics.push(Diagnostic::at(level, "yaml-syntax", end, message));
        }
        self.diagnostics
    }

    fn open(&mut self, items: Items, anchor: usize, start: usize, end: usize) -> bool {
        if self.frames.len() >= MAX_DEPTH as usize {
            self.too_deep(start);
            return false;
        }
        self.frames.push(Frame { items, anchor, start, end, nodes: 1, height: 1 });
        self.last_end = self.last_end.max(end);
        true
    }

    fn close(&mut self, start: usize, end: usize) {
        let Some(frame) = self.frames.pop() else { return };
        // Only a flow collection has text of its own at its end.
        let last = if end > start { end } else { frame.end.max(self.content_end(frame.start)) };
        self.last_end = self.last_end.max(last);
        let kind = match frame.items {
            Items::Sequence(items) => NodeKind::Sequence(items.into()),
            Items::Mapping { entries, .. } => NodeKind::Mapping(entries.list.into()),
        };
        let node = Node { span: self.span(frame.start, last), kind };
        let built = Built { node, nodes: frame.nodes, height: frame.height };
        self.keep(frame.anchor, &built);
        self.add(built, false);
    }

    /// End of the last text read, unless nothing was read behind `start`.
    fn content_end(&self, start: usize) -> usize {
        self.last_end.max(start)
    }

    fn keep(&mut self, anchor: usize, built: &Built) {
        if anchor > 0 {
            self.anchors.insert(anchor, built.clone());
        }
    }

    fn scalar(
        &mut self,
        text: &str,
        style: ScalarStyle,
        anchor: usize,
        tag: Option<&Tag>,
        start: usize,
        end: usize,
    ) {
        let plain = matches!(style, ScalarStyle::Plain);
        // An absent value stands behind what was read last, not where the next thing begins.
        let absent = plain && text.is_empty();
        let source = self.text.get(self.boundary(start)..self.boundary(end)).unwrap_or_default();
        let (start, end) = match absent {
            true => (self.last_end, self.last_end),
            false => (start, start + source.trim_end().len()),
        };
        self.last_end = self.last_end.max(end);
        let kind = self.resolve(text, plain, tag, start, end);
        let merge = plain && tag.is_none() && text == "<<";
        let built = Built::leaf(kind, self.span(start, end));
        self.keep(anchor, &built);
        if merge && self.awaits_key() {
            self.set_key(Key { text: None, span: built.node.span, merge: true });
            return;
        }
        self.add(built, false);
    }

    fn awaits_key(&self) -> bool {
        matches!(self.frames.last(), Some(Frame { items: Items::Mapping { key: None, .. }, .. }))
    }

    fn set_key(&mut self, new: Key) {
        if let Some(Frame { items: Items::Mapping { key, .. }, .. }) = self.frames.last_mut() {
            *key = Some(new);
        }
    }

    fn resolve(&mut self, text: &str, plain: bool, tag: Option<&Tag>, start: usize, end: usize) -> NodeKind {
        let core = tag.and_then(|tag| tag.suffix_in_namespace("tag:yaml.org,2002:"));
        let core = core.as_deref();
        let kind = match (tag, core) {
            (None, _) if plain => scalar::resolve(text),
            (_, Some("int" | "float" | "bool" | "null")) => scalar::resolve(text),
            (_, Some("binary")) => {
                return NodeKind::String(decode_base64(text).map_or(text.into(), Into::into));
            }
            _ => return NodeKind::String(text.into()),
        };
        if (plain || core.is_some()) && scalar::is_not_finite(text) {
            self.error(start, end, format!("`{text}` is not a number that Kubernetes takes"), None);
        }
        let fits = match core {
            Some("int" | "float") => matches!(kind, NodeKind::Number(_)),
            Some("bool") => matches!(kind, NodeKind::Bool(_)),
            Some("null") => matches!(kind, NodeKind::Null),
            _ => true,
        };
        if !fits {
            let message = format!("this value is not what its tag `!!{}` says", core.unwrap_or_default());
            self.error(start, end, message, None);
        }
        kind
    }

    fn alias(&mut self, anchor: usize, start: usize, end: usize) {
        let Some(built) = self.anchors.get(&anchor).cloned() else {
            self.error(start, end, "this alias lies inside the very thing it refers to".to_owned(), None);
            self.add(Built::leaf(NodeKind::Null, self.span(start, end)), true);
            return;
        };
        self.last_end = self.last_end.max(end);
        let depth = u32::try_from(self.frames.len()).unwrap_or(u32::MAX);
        let too_many = self.nodes.saturating_add(built.nodes) > MAX_NODES;
        if too_many || depth.saturating_add(built.height) > MAX_DEPTH {
            let message = match too_many {
                true => format!("with this alias the document has more than {MAX_NODES} values"),
                false => format!("with this alias the document is nested more than {MAX_DEPTH} levels deep"),
            };
            self.error(
                start,
                end,
                message,
                Some("write the value out, or leave the file out with --exclude"),
            );
            self.add(Built::leaf(NodeKind::Null, self.span(start, end)), true);
            return;
        }
        self.add(built, true);
    }

    /// Adds a finished node to the collection it lies in.
    fn add(&mut self, built: Built, alias: bool) {
        // A collection's children were counted when they were added.
        let counted = if alias { built.nodes } else { 1 };
        self.nodes = self.nodes.saturating_add(counted);
        let Some(frame) = self.frames.last_mut() else {
            self.root = Some(built);
            return;
        };
        let mut repeated = None;
        frame.nodes = frame.nodes.saturating_add(built.nodes);
        frame.height = frame.height.max(built.height + 1);
        match &mut frame.items {
            Items::Sequence(items) => items.push(built.node),
            Items::Mapping { key, entries } => match key.take() {
                None => {
                    let text = key_text(&built.node.kind);
                    let span = built.node.span;
                    *key = Some(Key { text: text.clone(), span, merge: false });
                    if text.is_none() {
                        let message = "this key is not a text; its entry is left out".to_owned();
                        let range = span.range();
                        self.error(
                            range.start,
                            range.end,
                            message,
                            Some("keys of Kubernetes objects are texts"),
                        );
                    }
                }
                Some(Key { merge: true, span, .. }) => {
                    if !merge(entries, &built.node) {
                        let message = "`<<` takes a mapping or a list of mappings".to_owned();
                        let range = span.range();
                        self.error(range.start, range.end, message, None);
                    }
                }
                Some(Key { text: Some(text), span, .. }) => {
                    let entry = Entry { key: text.clone(), key_span: span, value: built.node };
                    repeated = entries.set_own(entry).then_some((text, span));
                }
                Some(Key { text: None, .. }) => {}
            },
        }
        if let Some((text, span)) = repeated {
            self.report(Level::Warning, "yaml-duplicate-key", span, || {
                let message = format!("the key `{text}` is here twice; the last one counts");
                (message, "remove one of the two")
            });
        }
    }
}

/// A scalar's text as a key, the way the tools turn YAML into JSON.
fn key_text(kind: &NodeKind) -> Option<Arc<str>> {
    match kind {
        NodeKind::String(text) | NodeKind::Number(text) => Some(text.clone()),
        NodeKind::Bool(value) => Some(if *value { "true".into() } else { "false".into() }),
        NodeKind::Null | NodeKind::Sequence(_) | NodeKind::Mapping(_) => None,
    }
}

/// Takes in the entries of what `<<` names. Of a list the first mapping wins; all of them win over keys that
/// stand before the `<<` and lose to those behind it, as in the tools.
fn merge(entries: &mut Entries, value: &Node) -> bool {
    match &value.kind {
        NodeKind::Mapping(merged) => {
            for entry in merged.iter() {
                entries.merged.insert(entry.key.clone());
                entries.set(entry.clone());
            }
            true
        }
        NodeKind::Sequence(items) => {
            let mappings = items.iter().rev().filter(|item| matches!(item.kind, NodeKind::Mapping(_)));
            mappings.filter(|item| merge(entries, item)).count() == items.len()
        }
        _ => false,
    }
}

/// Standard base64 with white space between; `None` where it is none, or not text.
fn decode_base64(text: &str) -> Option<String> {
    let packed: String = text.split_whitespace().collect();
    STANDARD.decode(packed).ok().and_then(|bytes| String::from_utf8(bytes).ok())
}
