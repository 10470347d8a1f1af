//! Values of which something is unknown, for a run that asks what a policy may find. They are marked in the input, and
//! every operation gives all that is known of its result:
//!
//! - [`UNKNOWN`] may be anything, or nothing at all; in a list also any number of elements.
//! - [`ONE`] in a list is one element, whatever it may be.
//! - A longer text with that character in it is a text with holes, and so is one with [`PLAIN`] in it.
//! - An object made by [`perhaps`] is, in a list, any number of such elements.
//! - [`GAP`] in a list, a set or the keys of an object: any of what is in it may be missing. What may be in it is in it.
//!
//! Too much may be left open, never too little.

use super::super::compile::{Builtin, CompareOp, SetOp};
use super::builtin::{self, Patterns};
use super::holes::{self, HOLES, PLAIN, UNKNOWN};
use regorus::Value;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// Says of a collection that any of what is in it may be missing.
pub(in crate::policy) const GAP: char = '\u{10FFFC}';

/// Stands in a list for one element that may be anything. Taken out of it, it is unknown like any other.
pub(in crate::policy) const ONE: char = '\u{10FFFA}';

/// What can be said of a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Truth {
    No,
    Maybe,
    Yes,
}

impl Truth {
    pub(super) fn of(truth: bool) -> Truth {
        if truth { Truth::Yes } else { Truth::No }
    }

    /// Of two statements together.
    fn and(self, other: Truth) -> Truth {
        match (self, other) {
            (Truth::No, _) | (_, Truth::No) => Truth::No,
            (Truth::Yes, Truth::Yes) => Truth::Yes,
            _ => Truth::Maybe,
        }
    }

    pub(super) fn value(self) -> Value {
        match self {
            Truth::No => Value::Bool(false),
            Truth::Yes => Value::Bool(true),
            Truth::Maybe => unknown(),
        }
    }
}

pub(in crate::policy) fn unknown() -> Value {
    Value::from(UNKNOWN.to_string())
}

pub(in crate::policy) fn one() -> Value {
    Value::from(ONE.to_string())
}

pub(in crate::policy) fn gap() -> Value {
    Value::from(GAP.to_string())
}

fn is_mark(value: &Value, mark: char) -> bool {
    matches!(value, Value::String(text) if text.len() == mark.len_utf8() && text.starts_with(mark))
}

pub(in crate::policy) fn is_unknown(value: &Value) -> bool {
    may_be_many(value) || is_one(value)
}

/// Whether an element of a list is unknown and may be any number of elements.
pub(super) fn may_be_many(value: &Value) -> bool {
    is_mark(value, UNKNOWN)
}

/// An object that stands in a list for any number of elements like it.
pub(in crate::policy) fn perhaps(mut fields: BTreeMap<Value, Value>) -> Value {
    fields.insert(gap(), Value::Bool(true));
    Value::from(fields)
}

/// Whether an element of a list may be any number of elements.
pub(super) fn has_no_place(value: &Value) -> bool {
    match value {
        Value::Object(fields) => GAP_KEY.with(|gap| fields.get(gap) == Some(&Value::Bool(true))),
        other => may_be_many(other),
    }
}

pub(super) fn is_one(value: &Value) -> bool {
    is_mark(value, ONE)
}

pub(in crate::policy) fn is_gap(value: &Value) -> bool {
    is_mark(value, GAP)
}

thread_local! {
    /// To look a gap up without making one.
    static GAP_KEY: Value = gap();
}

/// Whether any of what is in a collection may be missing.
pub(super) fn has_gap(value: &Value) -> bool {
    match value {
        Value::Array(items) => items.iter().any(is_gap),
        Value::Set(elements) => GAP_KEY.with(|gap| elements.contains(gap)),
        Value::Object(fields) => GAP_KEY.with(|gap| fields.contains_key(gap)),
        _ => false,
    }
}

/// Whether an object may have keys besides those it is known to have.
pub(super) fn has_unknown_keys(value: &Value) -> bool {
    match value {
        Value::Object(fields) => GAP_KEY.with(|gap| fields.get(gap).is_some_and(is_unknown)),
        _ => false,
    }
}

/// Whether anything in a value is unknown or may be missing.
pub(in crate::policy) fn is_open(value: &Value) -> bool {
    match value {
        Value::String(text) => text.contains([UNKNOWN, PLAIN, GAP, ONE]),
        Value::Array(items) => items.iter().any(is_open),
        Value::Set(elements) => elements.iter().any(is_open),
        Value::Object(fields) => fields.iter().any(|(key, value)| is_open(key) || is_open(value)),
        _ => false,
    }
}

/// A set of what was found.
pub(super) fn set(mut elements: BTreeSet<Value>, in_doubt: bool) -> Value {
    if in_doubt || elements.iter().any(is_open) {
        elements.insert(gap());
    }
    Value::from(elements)
}

/// Adds a field to an object that is being made.
pub(super) fn insert(fields: &mut BTreeMap<Value, Value>, key: Value, value: Value, in_doubt: bool) {
    if is_open(&key) {
        fields.insert(gap(), unknown());
        return;
    }
    if in_doubt {
        fields.entry(gap()).or_insert(Value::Null);
    }
    match fields.get(&key) {
        Some(other) if *other == value => {}
        Some(_) => {
            fields.insert(key, unknown());
        }
        None => {
            fields.insert(key, value);
        }
    }
}

/// Whether two values are the same.
pub(super) fn same(one: &Value, other: &Value) -> Truth {
    if is_unknown(one) || is_unknown(other) {
        return Truth::Maybe;
    }
    match (one, other) {
        (Value::String(one), Value::String(other)) => same_text(one, other),
        (Value::Array(own), Value::Array(others)) if !has_gap(one) && !has_gap(other) => {
            if own.len() != others.len() {
                let may_grow = own.iter().chain(others.iter()).any(has_no_place);
                return if may_grow { Truth::Maybe } else { Truth::No };
            }
            own.iter().zip(others.iter()).fold(Truth::Yes, |truth, (own, other)| truth.and(same(own, other)))
        }
        (Value::Object(own), Value::Object(others)) if !has_gap(one) && !has_gap(other) => {
            let fields = own.iter().map(|(key, value)| match (others.get(key), is_unknown(value)) {
                (Some(other), _) => same(value, other),
                (None, true) => Truth::Maybe,
                (None, false) => Truth::No,
            });
            let missing = others.iter().filter(|(key, _)| !own.contains_key(key));
            let missing = missing.map(|(_, value)| if is_unknown(value) { Truth::Maybe } else { Truth::No });
            fields.chain(missing).fold(Truth::Yes, Truth::and)
        }
        (Value::Array(_), Value::Array(_)) | (Value::Object(_), Value::Object(_)) => Truth::Maybe,
        (Value::Set(_), Value::Set(_)) if is_open(one) || is_open(other) => Truth::Maybe,
        _ => Truth::of(one == other),
    }
}

fn same_text(one: &str, other: &str) -> Truth {
    match (one.contains(HOLES), other.contains(HOLES)) {
        (false, false) => Truth::of(one == other),
        (true, true) => holes::may_be_same(one, other),
        (true, false) => holes::may_be(one, other),
        (false, true) => holes::may_be(other, one),
    }
}

/// A comparison.
pub(super) fn compare(op: CompareOp, left: &Value, right: &Value) -> Value {
    let ordered = |holds: fn(Ordering) -> bool| match is_open(left) || is_open(right) {
        true => unknown(),
        false => Value::Bool(holds(left.cmp(right))),
    };
    match op {
        CompareOp::Eq => same(left, right).value(),
        CompareOp::Ne => match same(left, right) {
            Truth::Maybe => unknown(),
            truth => Value::Bool(truth == Truth::No),
        },
        CompareOp::Lt => ordered(Ordering::is_lt),
        CompareOp::Le => ordered(Ordering::is_le),
        CompareOp::Gt => ordered(Ordering::is_gt),
        CompareOp::Ge => ordered(Ordering::is_ge),
    }
}

/// Whether a collection has a value.
pub(super) fn member(value: &Value, of: &Value) -> Value {
    if is_unknown(of) {
        return unknown();
    }
    let is_certain = !has_gap(of);
    let among = |mut elements: Box<dyn Iterator<Item = &Value> + '_>| {
        let mut truth = Truth::No;
        let found = elements.by_ref().filter(|element| !is_gap(element)).any(|element| {
            let same = same(value, element);
            if same == Truth::Maybe {
                truth = Truth::Maybe;
            }
            same == Truth::Yes
        });
        match (found, is_certain) {
            (true, true) => Value::Bool(true),
            (true, false) => unknown(),
            (false, _) => truth.value(),
        }
    };
    match of {
        Value::Set(elements) if is_certain && !is_open(value) => Value::Bool(elements.contains(value)),
        Value::Array(items) => among(Box::new(items.iter())),
        Value::Set(elements) => among(Box::new(elements.iter())),
        Value::Object(_) if has_unknown_keys(of) => unknown(),
        Value::Object(fields) => {
            among(Box::new(fields.iter_sorted().filter(|(key, _)| !is_gap(key)).map(|(_, value)| value)))
        }
        _ => Value::Bool(false),
    }
}

/// The union or intersection of two sets, of which one has something unknown.
pub(super) fn combined(op: SetOp, left: &Value, right: &Value) -> Option<Value> {
    if is_unknown(left) || is_unknown(right) {
        return Some(unknown());
    }
    let (Value::Set(one), Value::Set(other)) = (left, right) else { return None };
    match op {
        SetOp::Union => Some(one.union(other).into_value()),
        SetOp::Intersection => Some(unknown()),
    }
}

/// The difference of two sets, of which one has something unknown: what is certainly taken away cannot be told.
pub(super) fn difference(left: &Value, right: &Value) -> Option<Value> {
    match (left, right) {
        (Value::Set(elements), Value::Set(_)) => Some(set(elements.iter().cloned().collect(), true)),
        _ => Some(unknown()),
    }
}

/// What a function of the language gives for arguments of which something may be unknown.
pub(super) fn call(builtin: Builtin, arguments: &[&Value], patterns: &mut Patterns) -> Option<Value> {
    let any = unknown();
    let taken: Vec<&Value> = arguments.iter().map(|one| if is_one(one) { &any } else { *one }).collect();
    let arguments = taken.as_slice();
    match (builtin, arguments) {
        (Builtin::ObjectKeys, [object, ..]) => keys(object),
        _ => match leaves_open(builtin, arguments) {
            Some(true) => Some(unknown()),
            Some(false) => builtin::call(builtin, arguments, patterns),
            None => of_texts(builtin, arguments, patterns),
        },
    }
}

/// Whether something unknown leaves open what a function gives that asks what its arguments are made of; none for one
/// that asks what they say.
fn leaves_open(builtin: Builtin, arguments: &[&Value]) -> Option<bool> {
    let first = arguments.first().copied().unwrap_or(&Value::Undefined);
    Some(match builtin {
        Builtin::IsArray
        | Builtin::IsBoolean
        | Builtin::IsNull
        | Builtin::IsNumber
        | Builtin::IsObject
        | Builtin::IsSet
        | Builtin::IsString
        | Builtin::TypeName => is_unknown(first),
        Builtin::Count => match first {
            Value::String(text) if text.contains(HOLES) => true,
            Value::Object(fields) if fields.iter().any(|(_, value)| is_unknown(value)) => true,
            Value::Array(items) if items.iter().any(has_no_place) => true,
            _ => has_gap(first),
        },
        Builtin::ArrayConcat | Builtin::ArrayReverse => arguments.iter().any(|argument| is_unknown(argument)),
        Builtin::ObjectUnion => {
            arguments.iter().any(|argument| is_unknown(argument) || has_unknown_keys(argument))
        }
        Builtin::ArraySlice => {
            let shifts = |item: &Value| is_unknown(item) || is_gap(item) || has_no_place(item);
            let is_shifted = match first {
                Value::Array(items) => items.iter().any(shifts),
                _ => is_unknown(first),
            };
            is_shifted || arguments.iter().skip(1).any(|bound| is_open(bound))
        }
        _ => return None,
    })
}

/// What a function gives that asks what its arguments say.
fn of_texts(builtin: Builtin, arguments: &[&Value], patterns: &mut Patterns) -> Option<Value> {
    let is_known = match builtin {
        Builtin::Concat | Builtin::Sprintf => arguments.iter().all(|argument| is_made_of_texts(argument)),
        _ => !arguments.iter().any(|argument| is_open(argument)),
    };
    if is_known {
        return builtin::call(builtin, arguments, patterns);
    }
    Some(match (builtin, arguments) {
        (_, [Value::String(text), Value::String(part)]) if !part.contains([UNKNOWN, PLAIN, GAP, ONE]) => {
            holes::of_texts(builtin, text, part)
        }
        (Builtin::Lower, [one @ Value::String(text)]) if !is_unknown(one) => Value::from(text.to_lowercase()),
        (Builtin::Upper, [one @ Value::String(text)]) if !is_unknown(one) => Value::from(text.to_uppercase()),
        _ => unknown(),
    })
}

/// Whether a text, or each text in a list, is surely one, with holes or without.
fn is_made_of_texts(value: &Value) -> bool {
    match value {
        Value::Array(items) => items.iter().all(|item| !is_open(item) || is_text(item)),
        _ => !is_open(value) || is_text(value),
    }
}

/// Whether a value is a text of which something is known.
fn is_text(value: &Value) -> bool {
    matches!(value, Value::String(_)) && !is_unknown(value) && !is_gap(value)
}

/// The keys of an object. One whose value is unknown may not be there.
fn keys(object: &Value) -> Option<Value> {
    match object {
        Value::Object(fields) => {
            let mut keys: BTreeSet<Value> = fields.keys().cloned().collect();
            if has_unknown_keys(object) {
                keys.insert(unknown());
            }
            let in_doubt = fields.iter().any(|(_, value)| is_unknown(value));
            Some(set(keys, in_doubt))
        }
        other => is_unknown(other).then(unknown),
    }
}

/// Whether a value is not known to have so many elements or not, but may be a list of them.
pub(super) fn may_have_length(value: &Value, length: usize) -> bool {
    match value {
        Value::Array(items) => has_gap(value) || (items.len() != length && items.iter().any(has_no_place)),
        _ => is_unknown(value),
    }
}

/// Whether a value may be an object with any fields.
pub(super) fn may_be_any_object(value: &Value) -> bool {
    match value {
        Value::Object(fields) => has_gap(value) || fields.iter().any(|(_, value)| is_unknown(value)),
        _ => is_unknown(value),
    }
}
