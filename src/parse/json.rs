//! Strict JSON to nodes.

use super::tree::{Entry, Node, NodeKind};
use super::yaml::MAX_DEPTH;
use crate::source::{Diagnostic, FileId, Level, Sources, Span};
use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};
use rustc_hash::FxHashMap;
use std::ops::Range;
use std::sync::Arc;

/// Comments, trailing commas and the like are no JSON to the tools that read these files.
const STRICT: ParseOptions = ParseOptions {
    allow_comments: false,
    allow_loose_object_property_names: false,
    allow_trailing_commas: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
};

/// Reads a JSON file. A broken one gives no tree and an error; an empty one gives no tree.
pub fn parse(sources: &Sources, id: FileId) -> (Option<Node>, Vec<Diagnostic>) {
    let (node, diagnostics) = parse_text(id, &sources.file(id).text, Repeated::LastCounts);
    (node, diagnostics)
}

/// Reads a JSON file of several values one after the other, as `kubectl` does. Each value that is broken is an
/// error; its place is in the second list.
pub fn parse_stream(sources: &Sources, id: FileId) -> (Vec<Node>, Vec<Span>, Vec<Diagnostic>) {
    let file = sources.file(id);
    let (mut nodes, mut broken, mut diagnostics) = (Vec::new(), Vec::new(), Vec::new());
    for range in values(&file.text) {
        let (node, found) = parse_part(id, &file.text, range, Repeated::LastCounts);
        if node.is_none() {
            broken.extend(found.iter().find_map(|diagnostic| diagnostic.span));
        }
        nodes.extend(node);
        diagnostics.extend(found);
    }
    (nodes, broken, diagnostics)
}

/// Where the objects and lists of a text stand that follow one another. All of it where something else stands
/// between them, or where its brackets do not match.
fn values(text: &str) -> Vec<Range<usize>> {
    let all = || std::iter::once(0..text.len()).collect();
    let (mut found, mut depth, mut start, mut quoted, mut escaped) = (Vec::new(), 0_usize, 0, false, false);
    for (at, byte) in text.bytes().enumerate().skip(text.len() - text.trim_start_matches('\u{feff}').len()) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' if depth > 0 => quoted = !quoted,
            _ if quoted => {}
            b'{' | b'[' => {
                if depth == 0 {
                    start = at;
                }
                depth += 1;
            }
            b'}' | b']' if depth == 1 => {
                depth = 0;
                found.push(start..at + 1);
            }
            b'}' | b']' if depth > 1 => depth -= 1,
            _ if depth > 0 || byte.is_ascii_whitespace() => {}
            _ => return all(),
        }
    }
    if depth > 0 { all() } else { found }
}

/// What to do with a key that is in one object more than once.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Repeated {
    /// Keep the last one and warn.
    LastCounts,
    /// Keep all, in order: repeated blocks of Terraform.
    Kept,
}

pub(super) fn parse_text(id: FileId, text: &str, repeated: Repeated) -> (Option<Node>, Vec<Diagnostic>) {
    parse_part(id, text, 0..text.len(), repeated)
}

/// Reads a part of a text.
fn parse_part(
    id: FileId,
    text: &str,
    range: Range<usize>,
    repeated: Repeated,
) -> (Option<Node>, Vec<Diagnostic>) {
    let part = text.get(range.clone()).unwrap_or_default();
    let body = part.trim_start_matches('\u{feff}');
    let skipped = range.start + part.len() - body.len();
    let mut reader = Reader { file: id, offset: skipped, repeated, diagnostics: Vec::new() };
    match parse_to_ast(body, &CollectOptions::default(), &STRICT) {
        Ok(parsed) => {
            let node = parsed.value.map(|value| reader.node(&value, 0));
            (node, reader.diagnostics)
        }
        Err(error) => {
            let range = error.range();
            let message = format!("this file is not valid JSON: {}", sentence(&error.kind().to_string()));
            let span = reader.span(range.start, range.end);
            (None, vec![Diagnostic::at(Level::Error, "json-syntax", span, message)])
        }
    }
}

/// In the middle of a sentence.
fn sentence(reason: &str) -> String {
    let mut chars = reason.chars();
    match chars.next() {
        Some(first) => first.to_lowercase().chain(chars).collect(),
        None => String::new(),
    }
}

struct Reader {
    file: FileId,
    offset: usize,
    repeated: Repeated,
    diagnostics: Vec<Diagnostic>,
}

impl Reader {
    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.file, self.offset + start, self.offset + end)
    }

    fn node(&mut self, value: &Value, depth: u32) -> Node {
        let span = self.span(value.start(), value.end());
        if depth >= MAX_DEPTH {
            let message = format!("nested more than {MAX_DEPTH} levels deep");
            let diagnostic = Diagnostic::at(Level::Error, "json-syntax", span, message);
            self.diagnostics.push(diagnostic.with_help("generated files can be left out with --exclude"));
            return Node { span, kind: NodeKind::Null };
        }
        let kind = match value {
            Value::NullKeyword(_) => NodeKind::Null,
            Value::BooleanLit(literal) => NodeKind::Bool(literal.value),
            Value::NumberLit(literal) => NodeKind::Number(literal.value.into()),
            Value::StringLit(literal) => NodeKind::String((*literal.value).into()),
            Value::Array(array) => {
                NodeKind::Sequence(array.elements.iter().map(|item| self.node(item, depth + 1)).collect())
            }
            Value::Object(object) => self.object(object, depth),
        };
        Node { span, kind }
    }

    fn object(&mut self, object: &jsonc_parser::ast::Object, depth: u32) -> NodeKind {
        let mut entries: Vec<Entry> = Vec::with_capacity(object.properties.len());
        let mut places: FxHashMap<Arc<str>, usize> = FxHashMap::default();
        for property in &object.properties {
            let key: Arc<str> = property.name.as_str().into();
            let key_span = self.span(property.name.start(), property.name.end());
            let value = self.node(&property.value, depth + 1);
            let entry = Entry { key: key.clone(), key_span, value };
            let before = match self.repeated {
                Repeated::LastCounts => places.insert(key.clone(), entries.len()),
                Repeated::Kept => None,
            };
            match before.and_then(|at| entries.get_mut(at).map(|slot| (at, slot))) {
                Some((at, slot)) => {
                    *slot = entry;
                    places.insert(key.clone(), at);
                    let message = format!("the key `{key}` is here twice; the last one counts");
                    let diagnostic = Diagnostic::at(Level::Warning, "json-duplicate-key", key_span, message);
                    self.diagnostics.push(diagnostic.with_help("remove one of the two"));
                }
                None => entries.push(entry),
            }
        }
        NodeKind::Mapping(entries.into())
    }
}

#[cfg(test)]
mod tests {
    use super::{Repeated, parse_text};
    use crate::parse::tree::NodeKind;
    use crate::source::{FileId, FileKind, Sources};
    use proptest::prelude::*;

    #[test]
    fn broken_and_deep() {
        for text in ["{", "{\"a\": 1,}", "// c\n{}", "{a: 1}", "[1 2]", "{} {}", "{\"a\": 'b'}", "+1", "0x1"]
        {
            let (node, diagnostics) = parse_text(FileId(0), text, Repeated::LastCounts);
            assert!(node.is_none() && diagnostics.len() == 1, "{text}: {node:?} {diagnostics:?}");
        }
        for (open, close, levels) in [("[", "]", 300), ("{\"a\":", "}", 5_000)] {
            let text = format!("{}1{}", open.repeat(levels), close.repeat(levels));
            let (_, diagnostics) = parse_text(FileId(0), &text, Repeated::LastCounts);
            assert_eq!(diagnostics.len(), 1, "{diagnostics:?}");
        }
    }

    #[test]
    fn values_that_follow_one_another() {
        for (text, parts) in [
            ("{\"a\": \"}\\\"{\"}\n[1]{}", vec!["{\"a\": \"}\\\"{\"}", "[1]", "{}"]),
            ("\u{feff}{}", vec!["{}"]),
            ("{} x", vec!["{} x"]),
            ("{}{", vec!["{}{"]),
            ("1", vec!["1"]),
            (" \n", vec![]),
        ] {
            let found: Vec<&str> = super::values(text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, parts, "{text}");
        }
        let sources = Sources::new(".");
        let file = sources.add("a.json", FileKind::ManifestJson, "{\"a\": 1}\n{\"a\": }\n{\"b\": [2]}\n");
        let (nodes, broken, diagnostics) = super::parse_stream(&sources, file);
        assert_eq!((nodes.len(), broken.len(), diagnostics.len()), (2, 1, 1));
        assert_eq!(sources.position(nodes[1].get("b").unwrap().span).line, 3);
        assert_eq!(sources.position(broken[0]).line, 2);
    }

    #[test]
    fn repeated_keys_and_spans() {
        let text = "\u{feff}{\"a\": 1, \"b\": [\"\\u00e9\", null], \"a\": 2.50}";
        let (node, diagnostics) = parse_text(FileId(0), text, Repeated::LastCounts);
        let node = node.unwrap();
        assert_eq!(diagnostics[0].message, "the key `a` is here twice; the last one counts");
        let NodeKind::Mapping(entries) = &node.kind else { panic!() };
        assert_eq!(entries.len(), 2);
        assert_eq!(&text[entries[0].value.span.range()], "2.50");
        assert_eq!(&text[entries[0].key_span.range()], "\"a\"");
        let (node, _) = parse_text(FileId(0), text, Repeated::Kept);
        let NodeKind::Mapping(entries) = node.unwrap().kind else { panic!() };
        assert_eq!(entries.len(), 3);
    }

    proptest! {
        #[test]
        fn any_text_is_taken(text in "[\\[\\]{}:,\"'\\\\u0-9a-f é\u{1F600}/*+-]{0,60}") {
            let (_, diagnostics) = parse_text(FileId(0), &text, Repeated::LastCounts);
            for diagnostic in diagnostics {
                prop_assert!(text.get(diagnostic.span.unwrap().range()).is_some());
            }
        }
    }
}
