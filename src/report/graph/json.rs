//! The document that policies see as `input`.

use crate::graph::GraphDocument;
use crate::report::display::{COVER, line, visible};
use crate::report::secret::names_a_secret;
use serde_json::Value;
use std::io::{self, Write};

/// Writes the document with what looks like a credential covered.
pub(super) fn write(document: &GraphDocument, out: &mut dyn Write) -> io::Result<()> {
    let shown = shown(serde_json::to_value(document)?, false);
    serde_json::to_writer_pretty(&mut *out, &shown)?;
    out.write_all(b"\n")
}

/// A value fit to be printed; `secret`: every text in it is one. No deeper than documents may be when they are read.
pub(super) fn shown(value: Value, secret: bool) -> Value {
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
