//! `aws_iam_policy_document`: statements, merged with those of other documents.

use super::Entries;
use super::json::{encoded, from_json};
use crate::evaluate::json_text::{self, in_place};
use crate::evaluate::terraform::expression::{keyed, many, unknown_from};
use crate::evaluate::{Data, LinkKind, MappingKind, Origin, Unknown, Value};
use crate::source::{Sources, Span};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The `json` of an `aws_iam_policy_document`: text whose structure is kept, so that one unknown ARN in it does
/// not hide the rest.
pub(super) fn policy_document(attributes: &Entries, header: Span, sources: &Sources) -> Value {
    let origin = Origin::new(LinkKind::Computed, header, Vec::new());
    let mut document = Entries::new();
    let version = attributes.get("version").cloned();
    document.insert("Version".into(), version.unwrap_or_else(|| Value::string("2012-10-17", origin.clone())));
    if let Some(id) = attributes.get("policy_id") {
        document.insert("Id".into(), id.clone());
    }
    let own = attributes.get("statement").and_then(Value::items).unwrap_or_default();
    let list = |name| documents(attributes.get(name).and_then(Value::items), sources);
    let single = |name| documents(attributes.get(name).map(std::slice::from_ref), sources);
    let mut statements = list("source_policy_documents");
    statements.extend(single("source_json"));
    merge(&mut statements, own.iter().map(statement).collect());
    merge(&mut statements, list("override_policy_documents"));
    merge(&mut statements, single("override_json"));
    document.insert("Statement".into(), Value::tuple(statements, origin.clone()));
    encoded(Value::object(document, origin), header)
}

/// The statements of documents that are themselves given as JSON; of one that cannot be read, an unknown number.
fn documents(list: Option<&[Value]>, sources: &Sources) -> Vec<Value> {
    let mut statements = Vec::new();
    for document in list.unwrap_or_default() {
        let decoded = match &document.data {
            Data::Unknown(unknown) => unknown.encodes.clone().or_else(|| {
                let decoded = json_text::decoded(document)?;
                Some(in_place(decoded, document, sources))
            }),
            Data::String(text) => document.origin.encoded().cloned().or_else(|| {
                let json = serde_json::from_str(text).ok()?;
                Some(in_place(from_json(json, &document.origin), document, sources))
            }),
            _ => None,
        };
        match decoded.as_ref().and_then(|decoded| decoded.get("Statement")) {
            Some(Value { data: Data::Sequence(_, items), .. }) => statements.extend(items.iter().cloned()),
            Some(single) => statements.push(single.clone()),
            None if matches!(&document.data, Data::String(text) if text.trim().is_empty()) => {}
            None => statements.push(many(std::slice::from_ref(document), document.origin.span())),
        }
    }
    statements
}

/// A later statement replaces an earlier one with the same sid.
fn merge(statements: &mut Vec<Value>, later: Vec<Value>) {
    for statement in later {
        let sid = statement.get("Sid").and_then(Value::as_str).filter(|sid| !sid.is_empty());
        let same = |other: &&mut Value| sid.is_some() && other.get("Sid").and_then(Value::as_str) == sid;
        match statements.iter_mut().find(same) {
            Some(earlier) => *earlier = statement,
            None => statements.push(statement),
        }
    }
}

/// A `statement` block as an element of the document.
fn statement(block: &Value) -> Value {
    if let Data::Unknown(unknown) = &block.data
        && let Some(each) = &unknown.each
    {
        let unknown = Unknown { each: Some(statement(each)), ..Unknown::clone(unknown) };
        return Value { data: Data::Unknown(Arc::new(unknown)), ..block.clone() };
    }
    let Some(attributes) = block.entries() else { return block.clone() };
    let mut entries = Entries::new();
    let names = [
        ("sid", "Sid"),
        ("effect", "Effect"),
        ("actions", "Action"),
        ("not_actions", "NotAction"),
        ("resources", "Resource"),
        ("not_resources", "NotResource"),
    ];
    for (argument, name) in names {
        if let Some(value) = attributes.get(argument).filter(|value| !matches!(value.data, Data::Null)) {
            entries.insert(name.into(), value.clone());
        }
    }
    entries.entry("Effect".into()).or_insert_with(|| Value::string("Allow", block.origin.clone()));
    for (argument, name) in [("principals", "Principal"), ("not_principals", "NotPrincipal")] {
        if let Some(value) = principals(attributes.get(argument)) {
            entries.insert(name.into(), value);
        }
    }
    if let Some(value) = conditions(attributes.get("condition")) {
        entries.insert("Condition".into(), value);
    }
    Value::new(Data::Mapping(MappingKind::Object, Arc::new(entries)), block.origin.clone())
}

/// `principals` blocks by type; one of type `*` alone is the string `*`.
fn principals(blocks: Option<&Value>) -> Option<Value> {
    let blocks = blocks?;
    let items = blocks.items()?;
    if items.iter().any(|block| block.is_unknown()) {
        return Some(unknown_from(std::slice::from_ref(blocks), blocks.origin.span()));
    }
    let mut by_type: BTreeMap<Arc<str>, Vec<Value>> = BTreeMap::new();
    for block in items {
        let Some(kind) = block.get("type").and_then(Value::as_str) else {
            return Some(unknown_from(std::slice::from_ref(block), block.origin.span()));
        };
        let identifiers = block.get("identifiers")?;
        match identifiers.items() {
            Some(identifiers) => by_type.entry(kind.into()).or_default().extend(identifiers.iter().cloned()),
            None => by_type.entry(kind.into()).or_default().push(identifiers.clone()),
        }
    }
    let origin = blocks.origin.clone();
    if let (1, Some([only])) = (by_type.len(), by_type.get("*").map(Vec::as_slice))
        && only.as_str() == Some("*")
    {
        return Some(only.clone());
    }
    let entries =
        by_type.into_iter().map(|(kind, identifiers)| (kind, Value::tuple(identifiers, origin.clone())));
    Some(Value::object(entries.collect(), origin.clone()))
}

/// `condition` blocks as `{test: {variable: values}}`.
fn conditions(blocks: Option<&Value>) -> Option<Value> {
    let blocks = blocks?;
    let mut by_test: BTreeMap<Arc<str>, Vec<(Value, Value)>> = BTreeMap::new();
    for block in blocks.items()? {
        let test = block.get("test").and_then(Value::as_str);
        let (Some(test), Some(variable), Some(values)) = (test, block.get("variable"), block.get("values"))
        else {
            return Some(unknown_from(std::slice::from_ref(blocks), blocks.origin.span()));
        };
        by_test.entry(test.into()).or_default().push((variable.clone(), values.clone()));
    }
    let origin = blocks.origin.clone();
    let entries = by_test.into_iter().map(|(test, variables)| (test, compared(variables, &origin)));
    Some(Value::object(entries.collect(), origin.clone()))
}

/// What one test compares, by variable.
fn compared(mut variables: Vec<(Value, Value)>, origin: &Origin) -> Value {
    let known = variables.iter().map(|(variable, values)| Some((variable.as_str()?.into(), values.clone())));
    match known.collect::<Option<Entries>>() {
        Some(known) => Value::object(known, origin.clone()),
        None => {
            variables.sort_by_key(|(variable, _)| !variable.is_unknown());
            keyed(variables, origin.span())
        }
    }
}
