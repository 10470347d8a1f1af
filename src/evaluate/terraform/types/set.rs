//! Equality of values and the order of sets.

use super::Type;
use crate::evaluate::{Data, MappingKind, Origin, Part, SequenceKind, Unknown, Value};
use std::cmp::Ordering;
use std::fmt::Write;
use std::sync::Arc;

/// Deepest nesting that is compared; what lies below counts as undecidable.
const MAX_DEPTH: usize = 200;

/// Whether two values are equal as `==` has it: nothing is converted, a list is never equal to a tuple. None where
/// an unknown part leaves it open.
pub fn equal(left: &Value, right: &Value) -> Option<bool> {
    equal_at(left, right, 0)
}

fn equal_at(left: &Value, right: &Value, depth: usize) -> Option<bool> {
    if depth > MAX_DEPTH {
        return None;
    }
    match (&left.data, &right.data) {
        (Data::Unknown(unknown), _) => equal_unknown(unknown, right),
        (_, Data::Unknown(unknown)) => equal_unknown(unknown, left),
        (Data::Null, Data::Null) => Some(true),
        (Data::Bool(own), Data::Bool(theirs)) => Some(own == theirs),
        (Data::Number(own), Data::Number(theirs)) => Some(own == theirs),
        (Data::String(own), Data::String(theirs)) => Some(own == theirs),
        (Data::Sequence(own_kind, own), Data::Sequence(their_kind, theirs)) => {
            if own_kind != their_kind {
                return Some(false);
            }
            equal_sequences(*own_kind, own, theirs, depth)
        }
        // What the provider sets besides is not known.
        (Data::Mapping(MappingKind::Resource, _), Data::Mapping(..))
        | (Data::Mapping(..), Data::Mapping(MappingKind::Resource, _)) => None,
        (Data::Mapping(own_kind, own), Data::Mapping(their_kind, theirs)) => {
            if own_kind != their_kind || !own.keys().eq(theirs.keys()) {
                return Some(false);
            }
            all(own.values().zip(theirs.values()), depth)
        }
        _ => Some(false),
    }
}

fn equal_sequences(kind: SequenceKind, own: &[Value], theirs: &[Value], depth: usize) -> Option<bool> {
    let open = |items: &[Value]| {
        items.iter().any(|item| match &item.data {
            Data::Unknown(unknown) => unknown.many || kind == SequenceKind::Set,
            _ => kind == SequenceKind::Set && !item.is_wholly_known(),
        })
    };
    if open(own) || open(theirs) {
        return None;
    }
    if own.len() != theirs.len() {
        return Some(false);
    }
    all(own.iter().zip(theirs), depth)
}

/// One definite difference decides, whatever is unknown beside it.
fn all<'a>(pairs: impl Iterator<Item = (&'a Value, &'a Value)>, depth: usize) -> Option<bool> {
    let mut result = Some(true);
    for (left, right) in pairs {
        match equal_at(left, right, depth + 1) {
            Some(true) => {}
            Some(false) => return Some(false),
            None => result = None,
        }
    }
    result
}

fn equal_unknown(unknown: &Unknown, other: &Value) -> Option<bool> {
    match &other.data {
        Data::Null => (unknown.not_null || !unknown.parts.is_empty()).then_some(false),
        Data::String(text) if types_differ(unknown, other) == Some(false) => {
            let known = |part: Option<&Part>| match part {
                Some(Part::Text(text)) => Some(text.clone()),
                _ => None,
            };
            let begins = known(unknown.parts.first()).is_none_or(|prefix| text.starts_with(&*prefix));
            let ends = known(unknown.parts.last()).is_none_or(|suffix| text.ends_with(&*suffix));
            if begins && ends { None } else { Some(false) }
        }
        Data::Unknown(_) => None,
        // Values of two types are never equal.
        _ => types_differ(unknown, other).filter(|differ| *differ).map(|_| false),
    }
}

/// Whether an unknown value will be of another type than a value; none where one of the types is not known.
fn types_differ(unknown: &Unknown, other: &Value) -> Option<bool> {
    let (own, theirs) = (Type::of_unknown(unknown)?, Type::of(other, 0));
    if matches!(own, Type::Any) || matches!(theirs, Type::Any) {
        return None;
    }
    Some(std::mem::discriminant(&own) != std::mem::discriminant(&theirs))
}

/// A set: sorted as Terraform iterates over it, without duplicates, unknown elements last. A sensitive element
/// makes the whole set sensitive.
pub fn sorted_set(mut items: Vec<Value>, origin: Origin, sensitive: bool) -> Value {
    let simple = |item: &Value| matches!(item.data, Data::String(_) | Data::Number(_) | Data::Bool(_));
    if items.iter().all(simple) {
        items.sort_by(compare_elements);
    } else {
        items.sort_by_cached_key(|item| (rank(item), OrderKey(item.clone(), key_of(item))));
    }
    items.dedup_by(|later, earlier| equal(later, earlier) == Some(true));
    let sensitive = sensitive || items.iter().any(is_sensitive);
    let data = Data::Sequence(SequenceKind::Set, Arc::new(items));
    Value { data, origin, sensitive }
}

/// Whether a value or anything in it is sensitive.
pub fn is_sensitive(value: &Value) -> bool {
    value.sensitive
        || match &value.data {
            Data::Sequence(_, items) => items.iter().any(is_sensitive),
            Data::Mapping(_, entries) => entries.values().any(is_sensitive),
            _ => false,
        }
}

/// Terraform's order of the elements of a set: strings by bytes, numbers by value, false before true, then null.
pub fn compare_elements(left: &Value, right: &Value) -> Ordering {
    match (&left.data, &right.data) {
        (Data::String(own), Data::String(theirs)) => own.cmp(theirs),
        (Data::Number(own), Data::Number(theirs)) => own.cmp(theirs),
        (Data::Bool(own), Data::Bool(theirs)) => own.cmp(theirs),
        _ => rank(left).cmp(&rank(right)).then_with(|| key_of(left).cmp(&key_of(right))),
    }
}

/// Known elements first, then null, then unknown ones.
fn rank(value: &Value) -> u8 {
    match &value.data {
        Data::Null => 1,
        Data::Unknown(_) => 2,
        _ => 0,
    }
}

struct OrderKey(Value, String);

impl PartialEq for OrderKey {
    fn eq(&self, other: &OrderKey) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for OrderKey {}

impl PartialOrd for OrderKey {
    fn partial_cmp(&self, other: &OrderKey) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for OrderKey {
    fn cmp(&self, other: &OrderKey) -> Ordering {
        match (&self.0.data, &other.0.data) {
            (Data::String(own), Data::String(theirs)) => own.cmp(theirs),
            (Data::Number(own), Data::Number(theirs)) => own.cmp(theirs),
            _ => self.1.cmp(&other.1),
        }
    }
}

/// A text that orders structures as Terraform's own hash texts do: members in order, numbers as text. Known values
/// are equal exactly where their texts are.
pub fn key_of(value: &Value) -> String {
    let mut key = String::new();
    write_key(value, &mut key, 0);
    key
}

fn write_key(value: &Value, key: &mut String, depth: usize) {
    if depth > MAX_DEPTH {
        return;
    }
    match &value.data {
        Data::Unknown(_) => key.push('?'),
        Data::Null => key.push('~'),
        Data::Bool(true) => key.push('T'),
        Data::Bool(false) => key.push('F'),
        // Writing to a string never fails.
        Data::Number(number) => _ = write!(key, "{number}"),
        Data::String(text) => _ = write!(key, "{text:?}"),
        Data::Sequence(kind, items) => {
            let (open, close) = if *kind == SequenceKind::Tuple { ('<', '>') } else { ('[', ']') };
            key.push(open);
            for item in items.iter() {
                write_key(item, key, depth + 1);
                key.push(';');
            }
            key.push(close);
        }
        Data::Mapping(kind, entries) => {
            let (open, close) = if *kind == MappingKind::Map { ('{', '}') } else { ('<', '>') };
            key.push(open);
            for (name, entry) in entries.iter() {
                _ = write!(key, "{name:?}:");
                write_key(entry, key, depth + 1);
                key.push(';');
            }
            key.push(close);
        }
    }
}
