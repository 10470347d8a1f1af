//! What YAML is read as; the expected values are kubectl's.

use super::parse_text;
use crate::parse::tree::{Node, NodeKind};
use crate::source::{FileId, LineIndex};

fn show(node: &Node) -> String {
    match &node.kind {
        NodeKind::Null => "null".to_owned(),
        NodeKind::Bool(value) => value.to_string(),
        NodeKind::Number(text) => text.to_string(),
        NodeKind::String(text) => format!("{text:?}"),
        NodeKind::Sequence(items) => format!("[{}]", items.iter().map(show).collect::<Vec<_>>().join(", ")),
        NodeKind::Mapping(entries) => {
            let shown: Vec<_> = entries.iter().map(|e| format!("{}: {}", e.key, show(&e.value))).collect();
            format!("{{{}}}", shown.join(", "))
        }
    }
}

/// The documents, and each diagnostic as `line:column message`.
fn read(text: &str) -> (Vec<String>, Vec<String>) {
    let (documents, diagnostics) = parse_text(FileId(0), text);
    let lines = LineIndex::new(text);
    let shown = diagnostics.iter().map(|diagnostic| {
        let at = lines.position(diagnostic.span.map_or(0, |span| span.start), text);
        format!("{}:{} {}", at.line, at.column, diagnostic.message)
    });
    (documents.iter().map(show).collect(), shown.collect())
}

#[test]
fn scalars_as_kubectl_reads_them() {
    let table = [
        ("y", "true"),
        ("No", "false"),
        ("nO", "\"nO\""),
        ("~", "null"),
        ("", "null"),
        ("0755", "493"),
        ("0o14", "12"),
        ("-0o14", "-12"),
        ("089", "89"),
        ("0o8", "\"0o8\""),
        ("1_000", "1000"),
        ("0x1F", "31"),
        ("0X1F", "31"),
        ("-0x10", "-16"),
        ("0b101", "5"),
        ("1e3", "1000"),
        ("1.", "1"),
        (".5", "0.5"),
        ("+1", "1"),
        ("-0", "0"),
        ("2001-12-14", "\"2001-12-14\""),
        ("12:30:45", "\"12:30:45\""),
        ("1e400", "\"1e400\""),
        ("0x_1", "1"),
        ("1_", "1"),
        ("_1", "\"_1\""),
        ("1.10", "1.1"),
        ("9223372036854775808", "9223372036854775808"),
        ("!!str 123", "\"123\""),
        ("!!int \"0x1F\"", "31"),
        ("!!binary aGk=", "\"hi\""),
        ("!foo 12", "\"12\""),
        ("! 12", "\"12\""),
        ("!!bool \"yes\"", "true"),
        ("685_230.15", "685230.15"),
        ("-.5", "-0.5"),
        ("+12e03", "12000"),
        ("1.e5", "100000"),
        (".", "\".\""),
        ("0o", "\"0o\""),
        ("1e", "\"1e\""),
        ("0_8", "8"),
        ("1,000", "\"1,000\""),
        ("NaN", "\"NaN\""),
        ("0xFFFFFFFFFFFFFFFFF", "\"0xFFFFFFFFFFFFFFFFF\""),
        ("'~'", "\"~\""),
        ("!!set {a, b}", "{a: null, b: null}"),
        ("|\n  a\n  b", "\"a\\nb\\n\""),
        ("{a: 2, <<: {a: 1, b: 1}}", "{a: 1, b: 1}"),
        ("{<<: [{a: 1}, {a: 2, b: 3}]}", "{a: 1, b: 3}"),
        ("{<<: {a: 1}, a: 2}", "{a: 2}"),
        ("{\"<<\": {a: 1}}", "{<<: {a: 1}}"),
        ("[&a 1, &a 2, *a]", "[1, 2, 2]"),
        ("{0x10: a, 010: b, 1e3: c, 2001-01-01: d}", "{16: \"a\", 8: \"b\", 1000: \"c\", 2001-01-01: \"d\"}"),
    ];
    for (text, value) in table {
        let (documents, diagnostics) = read(&format!("k: {text}\n"));
        assert_eq!(documents, [format!("{{k: {value}}}")], "{text}");
        assert_eq!(diagnostics, Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_broken_document_leaves_the_others() {
    let text = "a: 1\n---\nb: [1\nc: 2\n---\n# nothing\n---\nd: 3\n...\n";
    let (documents, diagnostics) = read(text);
    assert_eq!(documents, ["{a: 1}", "{d: 3}"]);
    assert_eq!(diagnostics.len(), 1, "{diagnostics:?}");
}

#[test]
fn spans() {
    let text = "a:\n  b: [x, 'y']\n  c:\n  d: |\n    t\n\ne: 1\n";
    let (documents, _) = parse_text(FileId(0), text);
    let at = |node: &Node| &text[node.span.range()];
    let a = documents[0].get("a").unwrap();
    assert_eq!(at(a), "b: [x, 'y']\n  c:\n  d: |\n    t");
    assert_eq!(at(a.get("b").unwrap()), "[x, 'y']");
    assert_eq!(at(a.get("c").unwrap()), "");
    assert_eq!(at(a.get("d").unwrap()), "t");
    assert_eq!(&text[a.entry("d").unwrap().key_span.range()], "d");
    assert_eq!(at(&documents[0]), text.trim_end());
}
