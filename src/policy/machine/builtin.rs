//! Functions of the language. What a function cannot do with its arguments gives nothing.

use super::super::compile::{ArithOp, Builtin};
use super::{below, glob, numbers, text};
use ipnet::IpNet;
use regex::Regex;
use regorus::Value;
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;
use std::net::IpAddr;

/// Regular expressions compiled so far; nothing for one that is none.
pub(super) type Patterns = FxHashMap<String, Option<Regex>>;

/// Elements that `numbers.range` gives at most.
const MAX_RANGE: u64 = 100_000;

/// Steps that a call counts for: what it may have to go through.
pub(super) fn work(arguments: &[&Value]) -> usize {
    let size = |value: &&Value| match value {
        Value::String(text) => text.len() / 64,
        Value::Array(items) => items.len() / 8,
        Value::Set(elements) => elements.len() / 8,
        Value::Object(fields) => fields.len() / 8,
        _ => 0,
    };
    arguments.iter().map(size).sum()
}

/// What a function gives.
pub(super) fn call(builtin: Builtin, arguments: &[&Value], patterns: &mut Patterns) -> Option<Value> {
    match arguments {
        [one] => of_one(builtin, one),
        [one, two] => of_texts(builtin, one, two).or_else(|| of_two(builtin, one, two, patterns)),
        [one, two, three] => of_three(builtin, one, two, three, patterns),
        _ => None,
    }
}

fn of_one(builtin: Builtin, value: &Value) -> Option<Value> {
    let number = match value {
        Value::Number(number) => Some(number),
        _ => None,
    };
    let is = |holds: bool| Some(Value::Bool(holds));
    match builtin {
        Builtin::Count => count(value),
        Builtin::IsArray => is(matches!(value, Value::Array(_))),
        Builtin::IsBoolean => is(matches!(value, Value::Bool(_))),
        Builtin::IsNull => is(matches!(value, Value::Null)),
        Builtin::IsNumber => is(matches!(value, Value::Number(_))),
        Builtin::IsObject => is(matches!(value, Value::Object(_))),
        Builtin::IsSet => is(matches!(value, Value::Set(_))),
        Builtin::IsString => is(matches!(value, Value::String(_))),
        Builtin::TypeName => Some(Value::from(type_name(value)?)),
        Builtin::Lower => Some(Value::from(string(value)?.to_lowercase())),
        Builtin::Upper => Some(Value::from(string(value)?.to_uppercase())),
        Builtin::TrimSpace => Some(Value::from(string(value)?.trim())),
        Builtin::ToNumber => numbers::parsed(value),
        Builtin::Abs => number.map(|number| Value::from(number.abs())),
        Builtin::Ceil => number.map(|number| Value::from(number.ceil())),
        Builtin::Floor => number.map(|number| Value::from(number.floor())),
        Builtin::Round => number.map(|number| Value::from(number.round())),
        Builtin::Max => elements(value)?.max().cloned(),
        Builtin::Min => elements(value)?.min().cloned(),
        Builtin::Sum => {
            let add = |sum, element| numbers::calculate(ArithOp::Add, &sum, element);
            elements(value)?.try_fold(Value::from(0_u64), add)
        }
        Builtin::Sort => {
            let mut sorted: Vec<Value> = elements(value)?.cloned().collect();
            sorted.sort();
            Some(Value::from(sorted))
        }
        Builtin::ArrayReverse => match value {
            Value::Array(items) => Some(Value::from(items.to_vec().into_iter().rev().collect::<Vec<_>>())),
            _ => None,
        },
        Builtin::ObjectKeys => match value {
            Value::Object(fields) => Some(Value::from(fields.keys().cloned().collect::<BTreeSet<_>>())),
            _ => None,
        },
        Builtin::Union | Builtin::Intersection => of_sets(builtin, value),
        _ => None,
    }
}

/// Functions of two texts.
fn of_texts(builtin: Builtin, one: &Value, two: &Value) -> Option<Value> {
    let (Value::String(one), Value::String(two)) = (one, two) else { return None };
    let (one, two) = (&**one, &**two);
    let among = |c: char| two.contains(c);
    Some(match builtin {
        Builtin::StartsWith => Value::Bool(one.starts_with(two)),
        Builtin::EndsWith => Value::Bool(one.ends_with(two)),
        Builtin::Contains => Value::Bool(one.contains(two)),
        Builtin::Trim => Value::from(one.trim_matches(among)),
        Builtin::TrimLeft => Value::from(one.trim_start_matches(among)),
        Builtin::TrimRight => Value::from(one.trim_end_matches(among)),
        Builtin::TrimPrefix => Value::from(one.strip_prefix(two).unwrap_or(one)),
        Builtin::TrimSuffix => Value::from(one.strip_suffix(two).unwrap_or(one)),
        Builtin::Split if two.is_empty() => {
            Value::from(one.chars().map(|c| Value::from(c.to_string())).collect::<Vec<_>>())
        }
        Builtin::Split => Value::from(one.split(two).map(Value::from).collect::<Vec<_>>()),
        Builtin::IndexOf => match one.split_once(two) {
            Some((before, _)) => Value::from(before.chars().count()),
            None => Value::from(-1_i64),
        },
        Builtin::CidrContains => Value::Bool(cidr_contains(one, two)?),
        _ => return None,
    })
}

fn of_two(builtin: Builtin, one: &Value, two: &Value, patterns: &mut Patterns) -> Option<Value> {
    match builtin {
        Builtin::ArrayConcat => match (one, two) {
            (Value::Array(one), Value::Array(two)) => {
                Some(Value::from(one.iter().chain(two.iter()).cloned().collect::<Vec<_>>()))
            }
            _ => None,
        },
        Builtin::Concat => {
            let between = string(one)?;
            let parts: Vec<&str> = elements(two)?.map(string).collect::<Option<_>>()?;
            Some(Value::from(parts.join(between)))
        }
        Builtin::Sprintf => text::formatted(string(one)?, two).map(Value::from),
        Builtin::ObjectRemove => parted(one, two, false),
        Builtin::ObjectFilter => parted(one, two, true),
        Builtin::AnyPrefixMatch => any_match(one, two, |text, part| text.starts_with(part)),
        Builtin::AnySuffixMatch => any_match(one, two, |text, part| text.ends_with(part)),
        Builtin::ObjectUnion => match (one, two) {
            (Value::Object(_), Value::Object(_)) => Some(joined(one, two)),
            _ => None,
        },
        Builtin::RegexMatch => {
            let subject = string(two)?;
            Some(Value::Bool(pattern(patterns, string(one)?)?.is_match(subject)))
        }
        Builtin::RegexSplit => {
            let subject = string(two)?;
            let parts = pattern(patterns, string(one)?)?.split(subject);
            Some(Value::from(parts.map(Value::from).collect::<Vec<_>>()))
        }
        Builtin::FormatInt => formatted_number(one, two),
        Builtin::NumbersRange => range(one, two),
        _ => None,
    }
}

fn of_three(
    builtin: Builtin,
    one: &Value,
    two: &Value,
    three: &Value,
    patterns: &mut Patterns,
) -> Option<Value> {
    match builtin {
        Builtin::ObjectGet => looked_up(one, two).map(|found| found.unwrap_or(three).clone()),
        Builtin::ArraySlice => {
            let Value::Array(items) = one else { return None };
            let bound = |value| numbers::whole(value).map(|at| usize::try_from(at).unwrap_or(0));
            let (start, stop) = (bound(two)?, bound(three)?.min(items.len()));
            let length = stop.saturating_sub(start);
            Some(Value::from(items.iter().skip(start).take(length).cloned().collect::<Vec<_>>()))
        }
        Builtin::Replace => Some(Value::from(string(one)?.replace(string(two)?, string(three)?))),
        Builtin::Substring => {
            let (text, start) = (string(one)?, numbers::position(two)?);
            let length = usize::try_from(numbers::whole(three)?).unwrap_or(usize::MAX);
            Some(Value::from(text.chars().skip(start).take(length).collect::<String>()))
        }
        Builtin::RegexReplace => {
            let (subject, new) = (string(one)?, string(three)?);
            let replaced = pattern(patterns, string(two)?)?.replace_all(subject, new);
            Some(Value::from(&*replaced))
        }
        Builtin::GlobMatch => {
            let subject = string(three)?;
            let expression = glob::expression(string(one)?, two)?;
            Some(Value::Bool(pattern(patterns, &expression)?.is_match(subject)))
        }
        Builtin::RegexFindN => {
            let most = usize::try_from(numbers::whole(three)?).unwrap_or(usize::MAX);
            let subject = string(two)?;
            let found = pattern(patterns, string(one)?)?.find_iter(subject).take(most);
            Some(Value::from(found.map(|found| Value::from(found.as_str())).collect::<Vec<_>>()))
        }
        _ => None,
    }
}

/// What lies in an object at a key, or at an array of keys, if there is anything; nothing of what is no object.
pub(super) fn looked_up<'v>(object: &'v Value, key: &Value) -> Option<Option<&'v Value>> {
    match (object, key) {
        (Value::Object(_), Value::Array(keys)) => {
            Some(keys.iter().try_fold(object, |value, key| below(value, key)))
        }
        (Value::Object(_), key) => Some(below(object, key)),
        _ => None,
    }
}

fn string(value: &Value) -> Option<&str> {
    match value {
        Value::String(text) => Some(text),
        _ => None,
    }
}

/// The elements of an array or set.
fn elements(value: &Value) -> Option<Box<dyn Iterator<Item = &Value> + '_>> {
    match value {
        Value::Array(items) => Some(Box::new(items.iter())),
        Value::Set(elements) => Some(Box::new(elements.iter())),
        _ => None,
    }
}

/// One text, or those in an array or set.
fn listed(value: &Value) -> Option<Vec<&str>> {
    match value {
        Value::String(text) => Some(vec![&**text]),
        other => elements(other)?.map(string).collect(),
    }
}

fn count(value: &Value) -> Option<Value> {
    Some(Value::from(match value {
        Value::Array(items) => items.len(),
        Value::Set(elements) => elements.len(),
        Value::Object(fields) => fields.len(),
        Value::String(text) => text.chars().count(),
        _ => return None,
    }))
}

fn type_name(value: &Value) -> Option<&'static str> {
    Some(match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Set(_) => "set",
        Value::Object(_) => "object",
        Value::Undefined => return None,
    })
}

/// The union or intersection of the sets in a set.
fn of_sets(builtin: Builtin, value: &Value) -> Option<Value> {
    let Value::Set(sets) = value else { return None };
    let mut result: Option<regorus::value::Set> = None;
    for set in sets.iter() {
        let Value::Set(set) = set else { return None };
        result = Some(match result {
            None => (**set).clone(),
            Some(result) if builtin == Builtin::Union => result.union(set),
            Some(result) => result.intersection(set),
        });
    }
    Some(result.map_or_else(Value::new_set, regorus::value::Set::into_value))
}

/// An object with only the keys in a list, set or object, or with only the others.
fn parted(object: &Value, keys: &Value, wanted: bool) -> Option<Value> {
    let Value::Object(fields) = object else { return None };
    let is_listed = |key: &Value| match keys {
        Value::Array(keys) => Some(keys.contains(key)),
        Value::Set(keys) => Some(keys.contains(key)),
        Value::Object(keys) => Some(keys.contains_key(key)),
        _ => None,
    };
    is_listed(&Value::Null)?;
    let mut left = (**fields).clone();
    left.retain(|key, _| is_listed(key) == Some(wanted));
    Some(left.into_value())
}

/// Whether any of the texts, one or several, has any of the parts.
fn any_match(texts: &Value, parts: &Value, has: fn(&str, &str) -> bool) -> Option<Value> {
    let (texts, parts) = (listed(texts)?, listed(parts)?);
    Some(Value::Bool(texts.iter().any(|text| parts.iter().any(|part| has(text, part)))))
}

/// One object with the fields of two; of two values for a key that are no objects, the second.
fn joined(one: &Value, two: &Value) -> Value {
    let (Value::Object(first), Value::Object(second)) = (one, two) else { return two.clone() };
    let mut fields = (**first).clone();
    for (key, value) in second.iter_sorted() {
        let value = first.get(key).map_or_else(|| value.clone(), |own| joined(own, value));
        fields.insert(key.clone(), value);
    }
    fields.into_value()
}

fn pattern<'p>(patterns: &'p mut Patterns, text: &str) -> Option<&'p Regex> {
    if !patterns.contains_key(text) {
        patterns.insert(text.to_owned(), Regex::new(text).ok());
    }
    patterns.get(text)?.as_ref()
}

fn formatted_number(number: &Value, base: &Value) -> Option<Value> {
    let sign = if *number < Value::from(0_u64) { "-" } else { "" };
    let Value::Number(number) = number else { return None };
    let number = number.abs().floor();
    let digits = match numbers::position(base)? {
        2 => number.format_bin(),
        8 => number.format_octal(),
        10 => number.format_decimal(),
        16 => number.format_hex(),
        _ => return None,
    };
    Some(Value::from(format!("{sign}{digits}")))
}

fn range(from: &Value, to: &Value) -> Option<Value> {
    let (from, to) = (numbers::whole(from)?, numbers::whole(to)?);
    if from.abs_diff(to) >= MAX_RANGE {
        return None;
    }
    let numbers: Vec<Value> = if from <= to {
        (from..=to).map(Value::from).collect()
    } else {
        (to..=from).rev().map(Value::from).collect()
    };
    Some(Value::from(numbers))
}

fn cidr_contains(range: &str, inner: &str) -> Option<bool> {
    let range: IpNet = range.parse().ok()?;
    if inner.contains('/') {
        return Some(range.contains(&inner.parse::<IpNet>().ok()?));
    }
    Some(range.contains(&inner.parse::<IpAddr>().ok()?))
}
