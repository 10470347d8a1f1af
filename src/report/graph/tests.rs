//! What every picture of a graph has in common, and the text formats.

use super::*;
use crate::finding::Instance;
use crate::graph::{DocumentReference, DocumentResource, Relation};
use serde_json::{Value, json};

pub(super) fn document(attributes: Value) -> GraphDocument {
    let end = |id: &str| DocumentReference {
        id: id.to_owned(),
        kind: "aws_x".to_owned(),
        index: 1,
        relation: Relation::Refers,
        reads: Vec::new(),
        via: vec![json!("ids"), json!(0)],
    };
    let resource = |name: &str, references| DocumentResource {
        id: format!("a\"b//aws_x.{name}"),
        address: format!("aws_x.{name}"),
        root: "a\"b".to_owned(),
        kind: "aws_x".to_owned(),
        name: name.to_owned(),
        provider: "aws".to_owned(),
        module: None,
        namespace: None,
        api_version: None,
        attributes: attributes.clone(),
        unknown: Vec::new(),
        given: Vec::new(),
        references,
        referred_by: Vec::new(),
    };
    let two = vec![resource("a", vec![end("a\"b//aws_x.b")]), resource("b", Vec::new())];
    GraphDocument { resources: BTreeMap::from([("aws_x".to_owned(), two)]), ..GraphDocument::default() }
}

fn written(format: GraphFormat, document: &GraphDocument, findings: &[Finding]) -> String {
    let mut out = Vec::new();
    let view = GraphView { document, findings, places: &BTreeMap::new() };
    write_graph(format, &view, &mut out).expect("memory takes all");
    String::from_utf8(out).expect("UTF-8")
}

/// A finding of the second resource.
pub(super) fn finding() -> Finding {
    let (report, _) = crate::report::samples::shop();
    let mut finding = report.findings.into_iter().next().expect("the sample has findings");
    finding.instances = vec![Instance { id: "a\"b//aws_x.b".to_owned(), address: "aws_x.b".to_owned() }];
    finding
}

#[test]
fn secrets_are_covered() {
    let attributes = json!({
        "db_password": "hunter2",
        "name\u{202e}": "a\u{1b}b\nAKIAIOSFODNN7EXAMPLE",
        "env": [{"name": "API_TOKEN", "value": "abc"}, {"name": "MODE", "value": "abc"}],
        "manifest": {"kind": "Secret", "data": {"cert.pem": "abc"}},
        "secret": {"secret_name": "kept"},
        "tokens": 3,
    });
    let graph: Value =
        serde_json::from_str(&written(GraphFormat::Json, &document(attributes), &[])).expect("JSON");
    assert_eq!(
        graph["resources"]["aws_x"][0]["attributes"],
        json!({
            "db_password": "(redacted)",
            "name\\u{202e}": "a\\u{1b}b\n(redacted)",
            "env": [{"name": "API_TOKEN", "value": "(redacted)"}, {"name": "MODE", "value": "abc"}],
            "manifest": {"kind": "Secret", "data": {"cert.pem": "(redacted)"}},
            "secret": {"secret_name": "kept"},
            "tokens": 3,
        })
    );
}

#[test]
fn dot() {
    insta::assert_snapshot!(written(GraphFormat::Dot, &document(json!({})), &[finding()]), @r##"
digraph resources {
  rankdir=LR;
  node [shape=box, fontname="sans-serif"];
  "a\"b//aws_x.a" [label="aws_x.a\na\"b"];
  "a\"b//aws_x.b" [label="aws_x.b\na\"b", style=filled, fillcolor="#f6c9d4", color="#a3123f"];
  "a\"b//aws_x.a" -> "a\"b//aws_x.b" [label="ids", tooltip="refers ids.0"];
}
"##);
}

#[test]
fn mermaid() {
    insta::assert_snapshot!(written(GraphFormat::Mermaid, &document(json!({})), &[finding()]), @r##"
flowchart LR
  subgraph s0["a#34;b"]
    n0["aws_x.a"]
    n1["aws_x.b"]
  end
  n0 -->|"ids"| n1
  classDef critical fill:#f6c9d4,stroke:#a3123f,color:#1f2328
  class n1 critical
"##);
}

#[test]
fn only_open_findings_colour() {
    for state in [State::Undecided, State::Suppressed] {
        let finding = Finding { state, ..finding() };
        for format in [GraphFormat::Dot, GraphFormat::Mermaid] {
            let out = written(format, &document(json!({})), std::slice::from_ref(&finding));
            assert!(!out.contains("fill"), "{state:?} {out}");
        }
    }
}

#[test]
fn no_text_gets_out_of_its_label() {
    let mut document = document(json!({}));
    for resource in document.resources.values_mut().flatten() {
        resource.address =
            "\"]; click n0 call alert() `**x** <img src=x> #quot; %% end | \u{202e}\n".to_owned();
        resource.root = "</b>\"]".to_owned();
        for reference in &mut resource.references {
            reference.via = vec![json!("a\"| --> n9 & <b>")];
        }
    }
    let out = written(GraphFormat::Mermaid, &document, &[]);
    for text in out.lines().filter(|line| line.contains('"')) {
        assert_eq!(text.matches('"').count(), 2, "{text}");
        let inside = text.split('"').nth(1).expect("between quotes");
        let entities = inside.replace(['#', ';'], "");
        let plain = |c: char| c.is_alphanumeric() || " ._-/,".contains(c);
        assert!(entities.chars().all(plain), "{text}");
    }
    assert_eq!(out.lines().count(), 6, "{out}");
    let out = written(GraphFormat::Dot, &document, &[]);
    assert!(!out.contains('\u{202e}') && out.contains("\\\"];"), "{out}");
}

#[test]
fn pictures_of_too_much_are_noted() {
    let of = |count: usize| {
        let mut document = document(json!({}));
        let list = document.resources.get_mut("aws_x").expect("the kind");
        let one = list[1].clone();
        list.extend((2..count).map(|_| one.clone()));
        let view = GraphView { document: &document, findings: &[], places: &BTreeMap::new() };
        let note = |format, bytes| graph_note(format, &view, bytes).unwrap_or_default();
        let formats = [GraphFormat::Json, GraphFormat::Html, GraphFormat::Dot, GraphFormat::Mermaid];
        formats.map(|format| note(format, 90_000))
    };
    let [json, html, dot, mermaid] = of(20);
    assert_eq!([json.as_str(), html.as_str(), dot.as_str()], ["", "", ""]);
    assert!(
        mermaid.starts_with("the graph has 20 resources and 1 links: Mermaid draws at most"),
        "{mermaid}"
    );
    let [json, html, dot, _] = of(151);
    assert_eq!([json.as_str(), html.as_str()], ["", ""]);
    assert!(dot.contains("151 resources") && dot.contains("--resource"), "{dot}");
    let [json, html, ..] = of(3_001);
    assert_eq!(json, "");
    assert!(html.contains("3001 resources"), "{html}");
}
