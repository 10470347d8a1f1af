//! Planned values: JSON, what of it is unknown, and what of it is sensitive, as one value.

use super::document::place;
use crate::evaluate::{Data, MappingKind, Number, Origin, Reason, SequenceKind, Value};
use crate::parse::tree::{Entry, Node, NodeKind};
use crate::source::Span;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The three trees at one place; in each, what is not there says nothing.
#[derive(Clone, Copy)]
pub(super) struct Trees<'n> {
    pub(super) values: Option<&'n Node>,
    pub(super) unknown: Option<&'n Node>,
    pub(super) sensitive: Option<&'n Node>,
}

impl<'n> Trees<'n> {
    /// The value; `at` is where it stands if nothing of it is there. Null entries of objects are absent.
    pub(super) fn value(self, at: Span) -> Value {
        let origin = Origin::literal(at);
        let mut value = match self.unknown.map(|node| &node.kind) {
            Some(NodeKind::Bool(true)) => Value::unknown(Reason::Computed, origin),
            _ => Value::new(self.data(at), origin),
        };
        value.sensitive = is_true(self.sensitive);
        value
    }

    fn data(self, at: Span) -> Data {
        match self.values.map(|node| &node.kind) {
            Some(NodeKind::Bool(flag)) => Data::Bool(*flag),
            Some(NodeKind::Number(text)) => Number::parse(text).map_or(Data::Null, Data::Number),
            Some(NodeKind::String(text)) => Data::String(text.clone()),
            Some(NodeKind::Mapping(entries)) => self.object(entries),
            Some(NodeKind::Sequence(items)) => self.list(items, at),
            None | Some(NodeKind::Null) => match self.unknown.map(|node| &node.kind) {
                Some(NodeKind::Mapping(_)) if self.unknown.is_some_and(says_true) => self.object(&[]),
                Some(NodeKind::Sequence(_)) if self.unknown.is_some_and(says_true) => self.list(&[], at),
                _ => Data::Null,
            },
        }
    }

    fn object(self, entries: &'n [Entry]) -> Data {
        let (unknown, sensitive) = (keyed(self.unknown), keyed(self.sensitive));
        let mut object = BTreeMap::new();
        for Entry { key, value, .. } in unknown.values() {
            let trees = Trees { values: None, unknown: Some(value), sensitive: None };
            if says_true(value) {
                object.insert(key.clone(), (trees, value.span));
            }
        }
        for entry in entries {
            let at = place(entry);
            let unknown = unknown.get(&*entry.key).map(|entry| &entry.value);
            object.insert(
                entry.key.clone(),
                (Trees { values: Some(&entry.value), unknown, sensitive: None }, at),
            );
        }
        let entries = object.into_iter().filter_map(|(key, (trees, at))| {
            let sensitive = sensitive.get(&*key).map(|entry| &entry.value);
            let value = Trees { sensitive, ..trees }.value(at);
            (!matches!(value.data, Data::Null)).then_some((key, value))
        });
        Data::Mapping(MappingKind::Object, Arc::new(entries.collect()))
    }

    fn list(self, items: &'n [Node], at: Span) -> Data {
        let (unknown, sensitive) = (elements(self.unknown), elements(self.sensitive));
        let length = items.len().max(unknown.len());
        let items = (0..length).map(|position| {
            let values = items.get(position);
            let trees = Trees { values, unknown: unknown.get(position), sensitive: sensitive.get(position) };
            trees.value(values.map_or(at, element_place))
        });
        Data::Sequence(SequenceKind::Tuple, Arc::new(items.collect()))
    }
}

/// A structure is pointed at by its bracket.
fn element_place(node: &Node) -> Span {
    match node.kind {
        NodeKind::Mapping(_) | NodeKind::Sequence(_) => Span { end: node.span.start + 1, ..node.span },
        _ => node.span,
    }
}

fn is_true(node: Option<&Node>) -> bool {
    matches!(node.map(|node| &node.kind), Some(NodeKind::Bool(true)))
}

/// Whether some part is `true`.
fn says_true(node: &Node) -> bool {
    match &node.kind {
        NodeKind::Bool(flag) => *flag,
        NodeKind::Sequence(items) => items.iter().any(says_true),
        NodeKind::Mapping(entries) => entries.iter().any(|entry| says_true(&entry.value)),
        _ => false,
    }
}

fn keyed(node: Option<&Node>) -> BTreeMap<&str, &Entry> {
    match node.map(|node| &node.kind) {
        Some(NodeKind::Mapping(entries)) => entries.iter().map(|entry| (&*entry.key, entry)).collect(),
        _ => BTreeMap::new(),
    }
}

fn elements(node: Option<&Node>) -> &[Node] {
    match node.map(|node| &node.kind) {
        Some(NodeKind::Sequence(items)) => items,
        _ => &[],
    }
}

/// Whether a value nobody set is what providers write for unset: an empty list or text stands for no blocks and
/// for nothing.
pub(super) fn stands_for_absent(value: &Value) -> bool {
    match &value.data {
        Data::Null => true,
        Data::String(text) => text.is_empty(),
        Data::Sequence(_, items) => items.is_empty(),
        Data::Mapping(_, entries) => entries.is_empty(),
        _ => false,
    }
}

/// The text of a scalar, for comparing what is written as `"80"` here and as `80` there.
pub(super) fn scalar_text(value: &Value) -> Option<Arc<str>> {
    match &value.data {
        Data::Bool(flag) => Some(if *flag { "true".into() } else { "false".into() }),
        Data::Number(number) => Some(number.to_string().into()),
        Data::String(text) => Some(text.clone()),
        _ => None,
    }
}
