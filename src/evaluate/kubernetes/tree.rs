//! Documents to values.

use super::embedded::Embedded;
use crate::evaluate::{Data, MappingKind, Number, Origin, Reason, SequenceKind, Value};
use crate::parse::tree::{Node, NodeKind};
use crate::source::{Diagnostic, Level, Span};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Levels below an object's top; the API server refuses deeper ones long before.
const MAX_DEPTH: usize = 200;

/// Values in one object, counted as often as aliases repeat them; the largest real ones have about 100,000.
const MAX_VALUES: usize = 500_000;

/// The value of an object; what stands under its keys `sensitive` must not be printed. A part beyond the budgets
/// is unknown, and a diagnostic says so.
pub(super) fn evaluate(node: &Node, sensitive: &[&str]) -> (Value, Vec<Diagnostic>) {
    read(node, sensitive, None)
}

/// The same for a document in a string, whose places are those of that string.
pub(super) fn evaluate_embedded(
    node: &Node,
    sensitive: &[&str],
    text: &Embedded,
) -> (Value, Vec<Diagnostic>) {
    read(node, sensitive, Some(text))
}

fn read(node: &Node, sensitive: &[&str], text: Option<&Embedded>) -> (Value, Vec<Diagnostic>) {
    let mut reader =
        Reader { left: MAX_VALUES, exceeded: None, sensitive_keys: sensitive, sensitive: false, text };
    let value = reader.value(node, None, 0);
    let diagnostic = reader.exceeded.map(|span| {
        let message = format!(
            "this object goes beyond {MAX_DEPTH} levels or {MAX_VALUES} values; what lies beyond is not checked"
        );
        Diagnostic::at(Level::Warning, "kubernetes-limit", span, message)
            .with_help("check whether aliases multiply its content")
    });
    (value, diagnostic.into_iter().collect())
}

struct Reader<'a> {
    left: usize,
    exceeded: Option<Span>,
    sensitive_keys: &'a [&'a str],
    /// What is read at the moment stands under one of them.
    sensitive: bool,
    /// The string that holds the document.
    text: Option<&'a Embedded>,
}

impl Reader<'_> {
    fn origin(&self, node: &Node, key: Option<Span>) -> Origin {
        let place = place(node, key);
        match (self.text, &node.kind) {
            (None, _) => Origin::literal(place),
            (Some(text), NodeKind::Sequence(_) | NodeKind::Mapping(_)) => text.structure_origin(place),
            (Some(text), _) => text.scalar_origin(place),
        }
    }

    fn value(&mut self, node: &Node, key: Option<Span>, depth: usize) -> Value {
        if let (Some(text), NodeKind::String(content)) = (self.text, &node.kind)
            && let Some(unknown) = text.unknown_scalar(node, content)
        {
            self.left = self.left.saturating_sub(1);
            return Value { sensitive: unknown.sensitive || self.sensitive, ..unknown };
        }
        let origin = self.origin(node, key);
        if self.left == 0 || depth > MAX_DEPTH {
            self.exceeded.get_or_insert(place(node, key));
            return Value::unknown(Reason::Limit, origin);
        }
        self.left -= 1;
        let data = match &node.kind {
            NodeKind::Null => Data::Null,
            NodeKind::Bool(value) => Data::Bool(*value),
            // Text that is no number after all, like `.inf`, has no equal among values.
            NodeKind::Number(text) => match Number::parse(text) {
                Some(number) => Data::Number(number),
                None => Data::String(text.clone()),
            },
            NodeKind::String(text) => Data::String(text.clone()),
            NodeKind::Sequence(items) => {
                let values = items.iter().map(|item| self.value(item, None, depth + 1)).collect();
                Data::Sequence(SequenceKind::Tuple, Arc::new(values))
            }
            NodeKind::Mapping(entries) => {
                let mut read = BTreeMap::new();
                for entry in entries.iter() {
                    if depth == 0 {
                        self.sensitive = self.sensitive_keys.contains(&&*entry.key);
                    }
                    if let Some(unknown) = self.text.and_then(|text| text.unknown_entries(entry.key_span)) {
                        // Any entry may be behind it.
                        read.insert("*".into(), unknown);
                        continue;
                    }
                    read.insert(entry.key.clone(), self.value(&entry.value, Some(entry.key_span), depth + 1));
                }
                Data::Mapping(MappingKind::Object, Arc::new(read))
            }
        };
        let is_scalar = !matches!(data, Data::Sequence(..) | Data::Mapping(..));
        let secret = self.text.is_some_and(|text| is_scalar && text.is_secret(node.span));
        Value { data, origin, sensitive: secret || (self.sensitive && depth > 1) }
    }
}

/// The text that stands for a value: of a scalar itself; of a structure from its key on, so that its first line
/// is the one that names it.
fn place(node: &Node, key: Option<Span>) -> Span {
    let Some(key) = key else { return node.span };
    let structure = matches!(node.kind, NodeKind::Sequence(_) | NodeKind::Mapping(_));
    let absent = node.span.start == node.span.end;
    // An alias stands for text before its key, which must not be joined to it.
    let follows = key.file == node.span.file && key.start <= node.span.start;
    match (structure || absent, follows) {
        (false, _) => node.span,
        (true, true) => key.to(node.span),
        (true, false) => key,
    }
}
