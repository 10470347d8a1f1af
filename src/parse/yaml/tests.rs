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
#[expect(clippy::too_many_lines, reason = "what is compared is long")]
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

#[test]
fn aliases_have_a_budget() {
    let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..12 {
        let alias = format!("*a{}", level - 1);
        bomb += &format!("a{level}: &a{level} [{}]\n", [alias.as_str(); 10].join(", "));
    }
    let (documents, diagnostics) = parse_text(FileId(0), &bomb);
    assert_eq!(documents.len(), 1);
    assert!(diagnostics[0].message.contains("more than 1000000 values"), "{:?}", diagnostics[0]);
    assert_eq!(&bomb[diagnostics[0].span.unwrap().range()], "*a4");
    // A chain of aliases may not get around the budget for depth.
    let mut chain = "a0: &a0 [x]\n".to_owned();
    for level in 1..300 {
        chain += &format!("a{level}: &a{level} [*a{}]\n", level - 1);
    }
    let (_, diagnostics) = read(&chain);
    assert!(diagnostics[0].contains("nested more than 200 levels deep"), "{diagnostics:?}");
    assert_eq!(read("a: &a [*a]\n").1, ["1:8 this alias lies inside the very thing it refers to"]);
    assert_eq!(
        read("a: *b\nc: 1\n"),
        (
            vec!["{a: null, c: 1}".to_owned()],
            vec!["1:4 there is no anchor `&b` before this alias".to_owned()],
        )
    );
}

#[test]
fn depth_is_bounded() {
    let flow = format!("a: {}{}\n---\nb: 1\n", "[".repeat(5_000), "]".repeat(5_000));
    let block = format!("{}x\n---\nb: 1\n", "- ".repeat(5_000));
    let keys: String = (0..500).map(|level| format!("{}a:\n", " ".repeat(level))).collect();
    for text in [flow, block, keys + "---\nb: 1\n"] {
        let (documents, diagnostics) = read(&text);
        assert_eq!(documents, ["{b: 1}"]);
        assert_eq!(diagnostics.len(), 1, "{diagnostics:?}");
        assert!(diagnostics[0].contains("nested"), "{diagnostics:?}");
    }
}

#[test]
fn what_is_odd_but_real() {
    let table: [(&str, &[&str], &[&str]); 14] = [
        ("", &[], &[]),
        ("# nothing\n", &[], &[]),
        ("---\n---\na: 1\n---\n", &["{a: 1}"], &[]),
        ("\u{feff}a: 1\r\nb: 2\r\n", &["{a: 1, b: 2}"], &[]),
        ("%YAML 1.1\n---\na: yes\n", &["{a: true}"], &[]),
        ("a: 1\n...\nb: 2\n", &["{a: 1}", "{b: 2}"], &[]),
        ("a: 1\na: 2\n", &["{a: 2}"], &["2:1 the key `a` is here twice; the last one counts"]),
        ("<<: {a: 1}\na: 2\n", &["{a: 2}"], &[]),
        ("[a]: 1\nb: 2\n", &["{b: 2}"], &["1:1 this key is not a text; its entry is left out"]),
        ("~: 1\nb: 2\n", &["{b: 2}"], &["1:1 this key is not a text; its entry is left out"]),
        ("<<: 1\nb: 2\n", &["{b: 2}"], &["1:1 `<<` takes a mapping or a list of mappings"]),
        ("a: .inf\n", &["{a: \".inf\"}"], &["1:4 `.inf` is not a number that Kubernetes takes"]),
        ("a: !!int x\n", &["{a: \"x\"}"], &["1:10 this value is not what its tag `!!int` says"]),
        ("a:\n- 1\n- b: 2\n  c:\n", &["{a: [1, {b: 2, c: null}]}"], &[]),
    ];
    for (text, documents, diagnostics) in table {
        let found = read(text);
        assert_eq!(found.0, documents, "{text}");
        assert_eq!(found.1, diagnostics, "{text}");
    }
    let (documents, diagnostics) = read("a: 1\n---\nb:\n\t- 1\n---\nc: 1\n");
    assert_eq!(documents, ["{a: 1}", "{c: 1}"]);
    assert!(diagnostics[0].starts_with("4:2 "), "{diagnostics:?}");
}

#[test]
fn large_mappings_are_read_in_linear_time() {
    let text: String = (0..20_000).map(|n| format!("k{}: {n}\n", n % 10_000)).collect();
    let (documents, diagnostics) = parse_text(FileId(0), &text);
    let NodeKind::Mapping(entries) = &documents[0].kind else { panic!() };
    assert_eq!(entries.len(), 10_000);
    assert_eq!(&*entries[3].key, "k3");
    assert!(matches!(&entries[3].value.kind, NodeKind::Number(n) if &**n == "10003"));
    assert_eq!(diagnostics.len(), 51);
}
