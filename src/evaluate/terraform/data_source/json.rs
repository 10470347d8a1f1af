//! Values to JSON text that keeps their structure, and JSON to values.

use crate::evaluate::{Data, LinkKind, MappingKind, Origin, Reason, SequenceKind, Unknown, Value};
use crate::source::Span;
use std::sync::Arc;

/// A value as JSON text: known where all of it is, else known by what it encodes.
pub fn encoded(value: Value, span: Span) -> Value {
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

/// JSON as a value, all of one origin.
pub fn from_json(json: serde_json::Value, origin: &Origin) -> Value {
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
