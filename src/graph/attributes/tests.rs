//! What holds for the attributes of any resource.

use super::{Attributes, Style, write};
use crate::evaluate::{Data, Origin, Part, Path, Reason, Step, Unknown, Value};
use crate::graph::lookup::follow;
use crate::source::{FileKind, Sources, Span};
use proptest::prelude::*;
use serde_json::Value as Json;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What every sensitive string holds, and no other value.
const SECRET: &str = "hunter2";

fn origin() -> Origin {
    Origin::literal(Span::new(Sources::new(".").add("a.tf", FileKind::Terraform, ""), 0, 0))
}

fn unknown(many: bool, parts: Vec<Part>, encodes: Option<Value>) -> Value {
    let unknown = Unknown { many, parts, encodes, ..Unknown::because(Reason::Computed) };
    Value::new(Data::Unknown(Arc::new(unknown)), origin())
}

/// An object with one key more, of which nothing is known.
fn keyed(entries: BTreeMap<String, Value>) -> Value {
    let known = entries.into_iter().map(|(key, value)| (Value::string(key, origin()), value));
    let hole = (unknown(false, vec![], None), sensitive());
    let unknown = Unknown { keyed: known.chain([hole]).collect(), ..Unknown::because(Reason::Computed) };
    Value::new(Data::Unknown(Arc::new(unknown)), origin())
}

fn sensitive() -> Value {
    Value { sensitive: true, ..Value::string(SECRET, origin()) }
}

/// Values of every kind; `many` ones inside of lists alone, as evaluation makes them.
fn value() -> impl Strategy<Value = Value> {
    let text = prop_oneof![
        "[a-z]{0,3}",
        Just(r#"{"a": [1, null, {"b": null}]}"#.to_owned()),
        Just("[broken".to_owned())
    ];
    let hole = prop_oneof![
        Just(vec![]),
        Just(vec![Part::Text("arn:".into()), Part::Hole(unknown(false, vec![], None))]),
        Just(vec![
            Part::Text(r#"{"a": ["#.into()),
            Part::Hole(unknown(false, vec![], None)),
            Part::Text(r#", "x"], "b": ""#.into()),
            Part::Hole(unknown(false, vec![], None)),
            Part::Text("\"}".into()),
        ]),
    ];
    let leaf = prop_oneof![
        Just(Value::new(Data::Null, origin())),
        any::<bool>().prop_map(|value| Value::new(Data::Bool(value), origin())),
        any::<i64>().prop_map(|number| Value::new(Data::Number(number.into()), origin())),
        text.prop_map(|text| Value::string(text, origin())),
        hole.prop_map(|parts| unknown(false, parts, None)),
        Just(sensitive()),
    ];
    leaf.prop_recursive(4, 40, 4, |inner| {
        let element = prop_oneof![4 => inner.clone(), 1 => Just(unknown(true, vec![], None))];
        prop_oneof![
            prop::collection::vec(element, 0..4).prop_map(|items| Value::tuple(items, origin())),
            prop::collection::btree_map("[a-d]", inner.clone(), 0..4).prop_map(|entries| {
                let entries = entries.into_iter().map(|(key, value)| (Arc::from(key), value));
                Value::object(entries.collect(), origin())
            }),
            prop::collection::btree_map("[a-d]", inner.clone(), 0..3).prop_map(keyed),
            inner.prop_map(|value| unknown(false, vec![], Some(value))),
        ]
    })
}

fn attributes() -> impl Strategy<Value = Value> {
    prop::collection::btree_map("[a-d]", value(), 0..5).prop_map(|entries| {
        let entries = entries.into_iter().map(|(key, value)| (Arc::from(key), value));
        Value::object(entries.collect(), origin())
    })
}

fn at<'a>(json: &'a Json, path: &[Json]) -> Option<&'a Json> {
    path.iter().try_fold(json, |json, step| match step {
        Json::String(key) => json.get(key),
        step => json.get(usize::try_from(step.as_u64()?).ok()?),
    })
}

fn paths(json: &Json, path: &mut Vec<Step>, found: &mut Vec<Path>) {
    found.push(Path(path.clone()));
    let children: Vec<(Step, &Json)> = match json {
        Json::Object(entries) => entries.iter().map(|(key, value)| (Step::from(&**key), value)).collect(),
        Json::Array(items) => items.iter().enumerate().map(|(at, item)| (Step::from(at), item)).collect(),
        _ => Vec::new(),
    };
    for (step, child) in children {
        path.push(step);
        paths(child, path, found);
        path.pop();
    }
}

proptest! {
    #[test]
    fn what_is_unknown_is_not_there(value in attributes()) {
        let Attributes { json, unknown } = write(&value, Style { parse_text: true, redact: false });
        for path in &unknown {
            let (last, above) = path.split_last().unwrap();
            if last == "*" {
                prop_assert!(at(&json, above).is_some_and(|list| list.is_array() || list.is_object()));
            } else {
                let there = at(&json, path);
                prop_assert!(there.is_none_or(Json::is_null), "{:?} is {:?}", path, there);
            }
        }
    }

    #[test]
    fn every_path_of_the_document_leads_back_to_a_value(value in attributes()) {
        let Attributes { json, .. } = write(&value, Style { parse_text: true, redact: false });
        let mut found = Vec::new();
        paths(&json, &mut Vec::new(), &mut found);
        for path in found {
            let (value, rest) = follow(&value, &path.0);
            let inside_text = matches!(value.data, Data::String(_) | Data::Unknown(_));
            prop_assert!(rest.is_empty() || inside_text, "{} ends before {:?}", path, rest);
        }
    }

    #[test]
    fn no_sensitive_value_is_printed(value in attributes()) {
        let Attributes { json, .. } = write(&value, Style { parse_text: true, redact: true });
        prop_assert!(!json.to_string().contains(SECRET));
    }
}
