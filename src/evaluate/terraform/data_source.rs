//! Data sources that need no cloud: what they return follows from the configuration alone.

use super::evaluator::Evaluator;
use super::module::ResourceKey;
use crate::evaluate::{Data, LinkKind, MappingKind, Origin, Reason, SequenceKind, Unknown, Value};
use crate::parse::hcl::ast::Block;
use crate::source::Span;
use std::collections::BTreeMap;
use std::sync::Arc;

type Entries = BTreeMap<Arc<str>, Value>;

impl Evaluator<'_> {
    /// Adds what a data source computes to its attributes.
    pub(super) fn data_source(&self, key: &ResourceKey, block: &Block, attributes: &mut Entries) {
        if &*key.kind == "aws_iam_policy_document" {
            let document = policy_document(attributes, block.header);
            attributes.insert("json".into(), document.clone());
            attributes.insert("minified_json".into(), document);
        }
    }
}

/// The `json` of an `aws_iam_policy_document`: text whose structure is kept, so that one unknown ARN in it does
/// not hide the rest.
fn policy_document(attributes: &Entries, header: Span) -> Value {
    let origin = Origin::new(LinkKind::Computed, header, Vec::new());
    let mut document = Entries::new();
    let version = attributes.get("version").cloned();
    document.insert("Version".into(), version.unwrap_or_else(|| Value::string("2012-10-17", origin.clone())));
    if let Some(id) = attributes.get("policy_id") {
        document.insert("Id".into(), id.clone());
    }
    let own = attributes.get("statement").and_then(Value::items).unwrap_or_default();
    let mut statements = documents(attributes.get("source_policy_documents").and_then(Value::items));
    statements.extend(documents(attributes.get("source_json").map(std::slice::from_ref)));
    merge(&mut statements, own.iter().map(statement).collect());
    merge(&mut statements, documents(attributes.get("override_policy_documents").and_then(Value::items)));
    merge(&mut statements, documents(attributes.get("override_json").map(std::slice::from_ref)));
    document.insert("Statement".into(), Value::tuple(statements, origin.clone()));
    encoded(Value::object(document, origin), header)
}

/// A value as JSON text: known where all of it is, else known by what it encodes.
fn encoded(value: Value, span: Span) -> Value {
    let origin = Origin::new(LinkKind::Encoded(value.clone()), span, Value::contributing([&value]));
    let data = match to_json(&value) {
        Some(json) => Data::String(json.to_string().into()),
        None => Data::Unknown(Arc::new(Unknown {
            not_null: true,
            encodes: Some(value),
            ..Unknown::because(Reason::Computed)
        })),
    };
    Value::new(data, origin)
}

/// The JSON of a wholly known value.
fn to_json(value: &Value) -> Option<serde_json::Value> {
    Some(match &value.data {
        Data::Null => serde_json::Value::Null,
        Data::Bool(flag) => (*flag).into(),
        Data::Number(number) => number.to_json(),
        Data::String(text) => (**text).into(),
        Data::Sequence(_, items) => items.iter().map(to_json).collect::<Option<Vec<_>>>()?.into(),
        Data::Mapping(_, entries) => {
            let entries = entries.iter().map(|(key, value)| Some((key.to_string(), to_json(value)?)));
            serde_json::Value::Object(entries.collect::<Option<_>>()?)
        }
        Data::Unknown(_) => return None,
    })
}

/// The statements of documents that are themselves given as JSON; of one that cannot be read, an unknown number.
fn documents(list: Option<&[Value]>) -> Vec<Value> {
    let mut statements = Vec::new();
    for document in list.unwrap_or_default() {
        let decoded = match &document.data {
            Data::Unknown(unknown) => unknown.encodes.clone(),
            Data::String(text) => document.origin.encoded().cloned().or_else(|| {
                let json = serde_json::from_str(text).ok()?;
                Some(from_json(json, &document.origin))
            }),
            _ => None,
        };
        match decoded.as_ref().and_then(|decoded| decoded.get("Statement")) {
            Some(Value { data: Data::Sequence(_, items), .. }) => statements.extend(items.iter().cloned()),
            Some(single) => statements.push(single.clone()),
            None if matches!(&document.data, Data::String(text) if text.trim().is_empty()) => {}
            None => statements
                .push(super::expression::many(std::slice::from_ref(document), document.origin.span())),
        }
    }
    statements
}

/// JSON as a value, all of it from one place.
pub(super) fn from_json(json: serde_json::Value, origin: &Origin) -> Value {
    let data = match json {
        serde_json::Value::Null => Data::Null,
        serde_json::Value::Bool(flag) => Data::Bool(flag),
        serde_json::Value::String(text) => Data::String(text.into()),
        serde_json::Value::Number(number) => match crate::evaluate::Number::parse(&number.to_string()) {
            Some(number) => Data::Number(number),
            None => Data::Null,
        },
        serde_json::Value::Array(items) => {
            let items = items.into_iter().map(|item| from_json(item, origin));
            Data::Sequence(SequenceKind::Tuple, Arc::new(items.collect()))
        }
        serde_json::Value::Object(entries) => {
            let entries = entries.into_iter().map(|(key, value)| (key.into(), from_json(value, origin)));
            Data::Mapping(MappingKind::Object, Arc::new(entries.collect()))
        }
    };
    Value::new(data, origin.clone())
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
        return Some(super::expression::unknown_from(std::slice::from_ref(blocks), blocks.origin.span()));
    }
    let mut by_type: BTreeMap<Arc<str>, Vec<Value>> = BTreeMap::new();
    for block in items {
        let Some(kind) = block.get("type").and_then(Value::as_str) else {
            return Some(super::expression::unknown_from(std::slice::from_ref(block), block.origin.span()));
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
    let mut by_test: BTreeMap<Arc<str>, Entries> = BTreeMap::new();
    for block in blocks.items()? {
        let text = |name: &str| block.get(name).and_then(Value::as_str);
        let (Some(test), Some(variable), Some(values)) =
            (text("test"), text("variable"), block.get("values"))
        else {
            return Some(super::expression::unknown_from(std::slice::from_ref(blocks), blocks.origin.span()));
        };
        by_test.entry(test.into()).or_default().insert(variable.into(), values.clone());
    }
    let origin = blocks.origin.clone();
    let entries =
        by_test.into_iter().map(|(test, variables)| (test, Value::object(variables, origin.clone())));
    Some(Value::object(entries.collect(), origin.clone()))
}
