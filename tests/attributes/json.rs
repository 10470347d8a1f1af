//! Terraform's JSON syntax, which does not tell a nested block from a map: every type, written in it, is read as its
//! schema says.

use crate::configurations::Check;
use crate::kinds::KINDS;
use crate::schema::{Field, Node, Shape};
use purlin::source::{FileKind, Sources};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// Levels of blocks that are written.
const DEPTH: usize = 5;

/// The names of arguments that are maps and of those that are blocks.
#[derive(Default)]
struct Forms<'s> {
    maps: BTreeSet<&'s str>,
    blocks: BTreeSet<&'s str>,
}

impl<'s> Forms<'s> {
    fn add(&mut self, fields: &'s [Field]) {
        for field in fields.iter().filter(|field| !field.read_only) {
            match &field.shape {
                Shape::Map(_) | Shape::Object(_) => self.maps.insert(&field.name),
                Shape::Block(_) => self.blocks.insert(&field.name),
                _ => false,
            };
            match &field.shape {
                Shape::Block(Some(below)) => self.add(below),
                Shape::List(inner) => {
                    if let Shape::Object(Some(below)) = &**inner {
                        self.add(below);
                    }
                }
                _ => {}
            }
        }
    }
}

/// A body with every argument that is an object in JSON.
fn body(fields: &[Field], forms: &Forms<'_>, depth: usize) -> Value {
    let mut entries = Map::new();
    for field in fields.iter().filter(|field| !field.read_only) {
        let name = field.name.as_str();
        if forms.maps.contains(name) && forms.blocks.contains(name) {
            continue;
        }
        let value = match &field.shape {
            Shape::Map(_) => json!({"key": "${var.value}"}),
            Shape::Object(_) => json!({}),
            Shape::Block(Some(below)) if depth < DEPTH => body(below, forms, depth + 1),
            Shape::Block(_) => json!({}),
            _ => continue,
        };
        entries.insert(name.to_owned(), value);
    }
    Value::Object(entries)
}

#[test]
fn every_type_is_read_from_json_as_its_schema_says() {
    let sources = Sources::new(".");
    let mut problems = Vec::new();
    let mut checked = 0;
    let types =
        KINDS.schema.names().filter(|name| name.contains('_') && !name.starts_with(char::is_uppercase));
    for name in types {
        let Some(Node::Fields(fields)) = KINDS.schema.root(name) else { continue };
        let mut forms = Forms::default();
        forms.add(fields);
        let (mode, kind) = name.strip_prefix("data.").map_or(("resource", name), |kind| ("data", kind));
        let text = json!({mode: {kind: {"main": body(fields, &forms, 0)}}}).to_string();
        let file = sources.add(&format!("{name}.tf.json"), FileKind::TerraformJson, &text);
        let (parsed, diagnostics) = purlin::parse::hcl::parse(&sources, file);
        assert_eq!(diagnostics, [], "{name}");
        let mut check = Check::new(&sources);
        check.file(&parsed.body);
        checked += check.checked;
        problems.extend(check.problems);
    }
    assert!(problems.is_empty(), "{} of {checked}:\n{}", problems.len(), problems.join("\n"));
    assert!(checked > 20_000, "{checked} arguments");
}
