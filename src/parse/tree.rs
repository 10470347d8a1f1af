//! The tree that YAML and JSON documents are read into.

use crate::source::Span;
use std::sync::Arc;

/// One value of a YAML or JSON document. Cloning is cheap: children are shared, as aliases are.
#[derive(Clone, Debug)]
pub struct Node {
    /// The value's own text; for an alias the place of the alias's anchor content.
    pub span: Span,
    /// What it is.
    pub kind: NodeKind,
}

/// Kinds of values, already resolved as Kubernetes resolves scalars (YAML 1.1 as Go reads it).
#[derive(Clone, Debug)]
pub enum NodeKind {
    /// `null`, `~` or nothing.
    Null,
    /// A boolean.
    Bool(bool),
    /// A number, in its decimal text.
    Number(Arc<str>),
    /// A string.
    String(Arc<str>),
    /// A sequence.
    Sequence(Arc<[Node]>),
    /// A mapping in document order; merge keys are resolved, of equal keys the last one is kept.
    Mapping(Arc<[Entry]>),
}

/// A key and its value.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The key's text; keys that are not scalars are left out with a diagnostic.
    pub key: Arc<str>,
    /// Where the key stands.
    pub key_span: Span,
    /// Its value.
    pub value: Node,
}

impl Node {
    /// The value under `key` of a mapping.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entry(key).map(|entry| &entry.value)
    }

    /// The entry under `key` of a mapping.
    pub fn entry(&self, key: &str) -> Option<&Entry> {
        match &self.kind {
            NodeKind::Mapping(entries) => entries.iter().find(|entry| &*entry.key == key),
            _ => None,
        }
    }

    /// The text of a string.
    pub fn as_str(&self) -> Option<&str> {
        match &self.kind {
            NodeKind::String(text) => Some(text),
            _ => None,
        }
    }
}
