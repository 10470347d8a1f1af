//! What holds for any text.

use super::parse_text;
use crate::parse::tree::{Node, NodeKind};
use crate::source::{FileId, Span};
use proptest::prelude::*;

const PIECES: [&str; 44] = [
    "a",
    "b:",
    "c: ",
    "- ",
    "-",
    "? ",
    ": ",
    "{",
    "}",
    "[",
    "]",
    ",",
    "\"",
    "'",
    "\"x\"",
    "|\n",
    ">-\n",
    "&a ",
    "*a",
    "*b ",
    "<<: ",
    "!!str ",
    "!x ",
    "\n",
    "\r\n",
    " ",
    "  ",
    "    ",
    "\t",
    "# c\n",
    "---\n",
    "--- ",
    "...\n",
    "%YAML 1.1\n",
    "\u{feff}",
    "é",
    "\u{1F600}",
    "0755",
    "yes",
    "~",
    "key: value\n",
    "  k: v\n",
    "- x\n",
    "\\",
];

fn text() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..50);
    prop_oneof![4 => pieces.prop_map(|pieces| pieces.concat()), 1 => any::<String>()]
}

/// Every span is a piece of the text. Children lie inside their parents, save where an alias or a merge key
/// brought them in.
fn check(node: &Node, parent: Span, text: &str) {
    let aliased = text.contains('*') || text.contains("<<");
    let inside = |span: Span, outer: Span| {
        assert!(text.get(span.range()).is_some(), "{span:?} in {text:?}");
        let nested = outer.start <= span.start && span.end <= outer.end;
        assert!(aliased || nested, "{span:?} is not in {outer:?} of {text:?}");
    };
    inside(node.span, parent);
    match &node.kind {
        NodeKind::Sequence(items) => items.iter().for_each(|item| check(item, node.span, text)),
        NodeKind::Mapping(entries) => {
            for entry in entries.iter() {
                inside(entry.key_span, node.span);
                check(&entry.value, node.span, text);
            }
        }
        _ => {}
    }
}

proptest! {
    #[test]
    fn spans_nest_in_any_text(text in text()) {
        let (documents, diagnostics) = parse_text(FileId(0), &text);
        let whole = Span::new(FileId(0), 0, text.len());
        for document in &documents {
            check(document, whole, &text);
        }
        for diagnostic in diagnostics {
            prop_assert!(text.get(diagnostic.span.unwrap().range()).is_some());
        }
    }
}
