//! The resource graph, for `purlin graph`: as JSON what policies see as `input`, as DOT what refers to what.

use super::display::{COVER, line, visible};
use super::secret::names_a_secret;
use crate::graph::GraphDocument;
use serde_json::Value;
use std::io::{self, Write};

/// How the graph is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GraphFormat {
    /// The document, with what looks like a credential covered.
    Json,
    /// A picture for Graphviz.
    Dot,
}

/// Writes a graph. `document` must be the printable one, in which sensitive values are left out; beyond that
/// everything in it passes the display boundary.
pub fn write_graph(format: GraphFormat, document: &GraphDocument, out: &mut dyn Write) -> io::Result<()> {
    match format {
        GraphFormat::Json => {
            let shown = shown(serde_json::to_value(document)?, false);
            serde_json::to_writer_pretty(&mut *out, &shown)?;
            out.write_all(b"\n")
        }
        GraphFormat::Dot => dot(document, out),
    }
}

/// A value fit to be printed; `secret`: every text in it is one. No deeper than documents may be when they are read.
fn shown(value: Value, secret: bool) -> Value {
    match value {
        Value::String(text) if secret && !text.is_empty() && text != "(sensitive)" => Value::from(COVER),
        Value::String(text) => Value::from(line_by_line(&text)),
        Value::Array(items) => items.into_iter().map(|item| shown(item, secret)).collect(),
        Value::Object(entries) => {
            let is_secret = entries.get("kind").and_then(Value::as_str) == Some("Secret");
            let named = entries.get("name").and_then(Value::as_str).is_some_and(names_a_secret);
            let entries = entries.into_iter().map(|(key, value)| {
                // A name says so of a text; a structure under such a name has names of its own.
                let by_name = value.is_string() && (names_a_secret(&key) || (named && key == "value"));
                let by_kind = is_secret && matches!(&*key, "data" | "stringData");
                (visible(&key, false).into_owned(), shown(value, secret || by_name || by_kind))
            });
            Value::Object(entries.collect())
        }
        other => other,
    }
}

/// Text of several lines: each passes the boundary, the breaks are escaped by JSON.
fn line_by_line(text: &str) -> String {
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

fn dot(document: &GraphDocument, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "digraph resources {{\n  rankdir=LR;\n  node [shape=box, fontname=\"sans-serif\"];")?;
    for resource in document.resources.values().flatten() {
        let place =
            if resource.root == "." { String::new() } else { format!("\\n{}", quoted(&resource.root)) };
        writeln!(out, "  \"{}\" [label=\"{}{place}\"];", quoted(&resource.id), quoted(&resource.address))?;
    }
    for resource in document.resources.values().flatten() {
        for reference in &resource.references {
            let via: Vec<String> = reference.via.iter().map(step).collect();
            writeln!(
                out,
                "  \"{}\" -> \"{}\" [label=\"{}\"];",
                quoted(&resource.id),
                quoted(&reference.id),
                quoted(&via.join("."))
            )?;
        }
    }
    writeln!(out, "}}")
}

fn step(step: &Value) -> String {
    step.as_str().map_or_else(|| step.to_string(), str::to_owned)
}

/// Text between quotes in DOT.
fn quoted(text: &str) -> String {
    line(text).replace('\\', "\\\\").replace('"', "\\\"")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::{DocumentReference, DocumentResource, Relation};
    use serde_json::json;
    use std::collections::BTreeMap;

    fn document(attributes: Value) -> GraphDocument {
        let end = |id: &str| DocumentReference {
            id: id.to_owned(),
            kind: "aws_x".to_owned(),
            index: 0,
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
            references,
            referred_by: Vec::new(),
        };
        let two = vec![resource("a", vec![end("a\"b//aws_x.b")]), resource("b", Vec::new())];
        GraphDocument {
            resources: BTreeMap::from([("aws_x".to_owned(), two)]),
            workloads: Vec::new(),
            providers: Vec::new(),
            unresolved: Vec::new(),
        }
    }

    fn written(format: GraphFormat, document: &GraphDocument) -> String {
        let mut out = Vec::new();
        write_graph(format, document, &mut out).expect("memory takes all");
        String::from_utf8(out).expect("UTF-8")
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
            serde_json::from_str(&written(GraphFormat::Json, &document(attributes))).expect("JSON");
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
        insta::assert_snapshot!(written(GraphFormat::Dot, &document(json!({}))), @r#"
digraph resources {
  rankdir=LR;
  node [shape=box, fontname="sans-serif"];
  "a\"b//aws_x.a" [label="aws_x.a\na\"b"];
  "a\"b//aws_x.b" [label="aws_x.b\na\"b"];
  "a\"b//aws_x.a" -> "a\"b//aws_x.b" [label="ids.0"];
}
"#);
    }
}
