//! The values of a Helm release in Terraform: texts of YAML and single settings, as the provider merges them.

use super::declared::hidden;
use super::embedded;
use crate::evaluate::terraform::types;
use crate::evaluate::{Data, LinkKind, MappingKind, Number, Origin, Reason, Unknown, Value};
use crate::source::Sources;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The key that stands for any entry that is not known.
const ANY: &str = "*";

/// Positions in a list that a setting may name.
const MAX_INDEX: usize = 1_000;

/// Levels of values that are merged.
const MAX_DEPTH: usize = 64;

type Entries = BTreeMap<Arc<str>, Value>;

/// The merged values of a release with these arguments; none where it sets none. What may be overridden by something
/// unknown is unknown.
pub(super) fn merged_values(arguments: &Value, sources: &Sources) -> Option<Value> {
    let given = |name: &&str| arguments.get(name).filter(|value| !matches!(value.data, Data::Null));
    let names = ["values", "set", "set_list", "set_sensitive", "set_wo"];
    let origin = names.iter().find_map(given)?.origin.clone();
    let mut merged = Entries::new();
    if let Some(texts) = given(&"values") {
        match texts.items() {
            Some(items) => items.iter().for_each(|text| merge_text(&mut merged, text, sources)),
            None => merged = anything(texts),
        }
    }
    for name in names.into_iter().skip(1) {
        let Some(settings) = given(&name) else { continue };
        let Some(items) = settings.items() else {
            merged = anything(settings);
            continue;
        };
        for setting in items {
            let secret = matches!(name, "set_sensitive" | "set_wo");
            if set(&mut merged, setting, secret, sources).is_none() {
                merged = anything(setting);
            }
        }
    }
    // Where it came from is told by each part: the texts and settings themselves are arguments too.
    let origin = Origin::literal(origin.span());
    Some(Value::object(merged, origin))
}

/// Any entry, of which nothing is known because of a value.
fn anything(cause: &Value) -> Entries {
    Entries::from([(ANY.into(), unknown(cause))])
}

fn unknown(cause: &Value) -> Value {
    let reason = match &cause.data {
        Data::Unknown(unknown) => unknown.reason.clone(),
        _ => Reason::Computed,
    };
    let origin = Origin::new(LinkKind::Computed, cause.origin.span(), vec![cause.origin.clone()]);
    let data = Data::Unknown(Arc::new(Unknown::because(reason)));
    Value { data, origin, sensitive: cause.sensitive }
}

fn merge_text(merged: &mut Entries, text: &Value, sources: &Sources) {
    if matches!(text.data, Data::Null) || text.as_str().is_some_and(|text| text.trim().is_empty()) {
        return;
    }
    let documents = embedded::documents(text, &|_| &[], sources).ok();
    let document = documents.map(|(documents, _)| documents.into_iter().next());
    match document {
        // Comments alone.
        Some(None) => {}
        Some(Some(Value { data: Data::Mapping(_, entries), .. })) => merge(merged, &entries, 0),
        Some(Some(_)) | None => *merged = anything(text),
    }
}

/// Mappings are merged key by key, anything else is replaced.
fn merge(base: &mut Entries, over: &Entries, depth: usize) {
    if let Some(any) = over.get(ANY) {
        let overridden = |key: &str| !over.contains_key(key);
        base.iter_mut().filter(|(key, _)| overridden(key)).for_each(|(_, value)| *value = unknown(any));
    }
    let rest = base.get(ANY).cloned();
    for (key, value) in over {
        let below = base.get(key).or(rest.as_ref());
        let value = match (below.map(|below| &below.data), &value.data) {
            (Some(Data::Mapping(_, below)), Data::Mapping(_, entries)) if depth < MAX_DEPTH => {
                let mut below = (**below).clone();
                merge(&mut below, entries, depth + 1);
                with_entries(value, below)
            }
            (Some(Data::Unknown(_)), Data::Mapping(_, entries)) if depth < MAX_DEPTH => {
                let mut below = below.map(anything).unwrap_or_default();
                merge(&mut below, entries, depth + 1);
                with_entries(value, below)
            }
            _ => value.clone(),
        };
        base.insert(key.clone(), value);
    }
}

fn with_entries(value: &Value, entries: Entries) -> Value {
    Value { data: Data::Mapping(MappingKind::Object, Arc::new(entries)), ..value.clone() }
}

/// One step of the name of a setting.
#[derive(Debug, PartialEq, Eq)]
enum Segment {
    Key(String),
    Index(usize),
}

/// Takes a setting in; none where it may change anything.
fn set(merged: &mut Entries, setting: &Value, secret: bool, sources: &Sources) -> Option<()> {
    let name = setting.get("name")?.as_str()?.to_owned();
    let absent = Value::string("", setting.origin.clone());
    let given = setting.get("value").filter(|value| !matches!(value.data, Data::Null)).unwrap_or(&absent);
    let kind = match setting.get("type").map(|kind| &kind.data) {
        None | Some(Data::Null) => "auto",
        Some(Data::String(kind)) if kind.is_empty() => "auto",
        Some(Data::String(kind)) => kind,
        Some(_) => "unknown",
    };
    let value = match (&given.data, kind) {
        (Data::Sequence(sequence, items), _) => {
            let items = items.iter().map(|item| typed(item, true)).collect();
            Value { data: Data::Sequence(*sequence, Arc::new(items)), ..given.clone() }
        }
        (_, "literal") => {
            let documents = embedded::documents(given, &|_| &[], sources).ok();
            let only = documents.and_then(|(documents, _)| documents.into_iter().next());
            let value = only.unwrap_or_else(|| unknown(given));
            let value = if secret { hidden(value) } else { value };
            merged.insert(name.into(), value);
            return Some(());
        }
        (_, "string") => typed(given, false),
        (_, "auto") => typed(given, true),
        _ => unknown(given),
    };
    let value = if secret { hidden(value) } else { value };
    let (first, rest) = segments(&name)?;
    let below = merged.get(first.as_str()).or_else(|| merged.get(ANY)).cloned();
    merged.insert(first.into(), placed(below, &rest, value, setting));
    Some(())
}

/// The value with `value` at the end of a path in it.
fn placed(below: Option<Value>, path: &[Segment], value: Value, setting: &Value) -> Value {
    let Some((step, rest)) = path.split_first() else { return value };
    let origin =
        below.as_ref().map_or_else(|| Origin::literal(setting.origin.span()), |below| below.origin.clone());
    match step {
        Segment::Key(key) => {
            let mut entries = match &below {
                Some(Value { data: Data::Mapping(_, entries), .. }) => (**entries).clone(),
                Some(below) if below.is_unknown() => anything(below),
                _ => Entries::new(),
            };
            let next = entries.get(key.as_str()).or_else(|| entries.get(ANY)).cloned();
            entries.insert(key.as_str().into(), placed(next, rest, value, setting));
            Value::object(entries, origin)
        }
        Segment::Index(index) => {
            let mut items = match &below {
                Some(Value { data: Data::Sequence(_, items), .. }) => (**items).clone(),
                Some(below) if below.is_unknown() => return unknown(below),
                _ => Vec::new(),
            };
            while items.len() <= *index {
                items.push(Value { data: Data::Null, origin: origin.clone(), sensitive: false });
            }
            if let Some(item) = items.get_mut(*index) {
                *item = placed(Some(item.clone()), rest, value, setting);
            }
            Value::tuple(items, origin)
        }
    }
}

/// The name of a setting: `a.b[0].c`, where `\.` belongs to a key; none where it is no such name.
fn segments(name: &str) -> Option<(String, Vec<Segment>)> {
    let mut found = Vec::new();
    let mut key = String::new();
    let mut chars = name.chars().peekable();
    let mut ended = false;
    while let Some(char) = chars.next() {
        match char {
            '\\' => key.push(chars.next()?),
            '.' => {
                if !ended || !key.is_empty() {
                    found.push(Segment::Key(std::mem::take(&mut key)));
                }
                ended = false;
            }
            '[' => {
                if !key.is_empty() {
                    found.push(Segment::Key(std::mem::take(&mut key)));
                }
                let digits: String = std::iter::from_fn(|| chars.next_if(|char| *char != ']')).collect();
                chars.next()?;
                found.push(Segment::Index(digits.parse().ok().filter(|index| *index <= MAX_INDEX)?));
                ended = true;
            }
            ',' | '=' => return None,
            _ => key.push(char),
        }
    }
    if !key.is_empty() {
        found.push(Segment::Key(key));
    }
    let mut found = found.into_iter();
    match found.next()? {
        Segment::Key(first) if found.len() < MAX_DEPTH => Some((first, found.collect())),
        _ => None,
    }
}

/// What a setting's text means: `true`, `null`, numbers and `{a,b}` are what they look like where `auto` is asked for.
fn typed(given: &Value, auto: bool) -> Value {
    let Some(text) = types::text_of(given) else {
        return if given.is_unknown() { given.clone() } else { unknown(given) };
    };
    let list = text.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
    let with = |data: Data| Value { data, ..given.clone() };
    match (list, pieces(list.unwrap_or(&text))) {
        (Some(""), _) => Value { ..Value::tuple(Vec::new(), given.origin.clone()) },
        (Some(_), pieces) => {
            let items = pieces.iter().map(|piece| with(scalar(piece, auto))).collect();
            Value { sensitive: given.sensitive, ..Value::tuple(items, given.origin.clone()) }
        }
        (None, pieces) => match <[String; 1]>::try_from(pieces) {
            Ok([only]) => with(scalar(&only, auto)),
            // A comma that is not escaped begins another setting.
            Err(_) => unknown(given),
        },
    }
}

fn scalar(text: &str, auto: bool) -> Data {
    let number = || {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let whole = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        let decimal = whole && (digits == "0" || !digits.starts_with('0'));
        decimal.then(|| Number::parse(text)).flatten()
    };
    match text {
        _ if !auto => Data::String(text.into()),
        "true" => Data::Bool(true),
        "false" => Data::Bool(false),
        "null" => Data::Null,
        _ => number().map_or_else(|| Data::String(text.into()), Data::Number),
    }
}

/// The text at its commas; `\,` is none of them.
fn pieces(text: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    let mut chars = text.chars();
    while let Some(char) = chars.next() {
        match char {
            ',' => found.push(String::new()),
            '\\' => found.last_mut().into_iter().for_each(|last| last.extend(chars.next())),
            _ => found.last_mut().into_iter().for_each(|last| last.push(char)),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_settings_are_paths() {
        let key = |key: &str| Segment::Key(key.to_owned());
        for (name, expected) in [
            ("a", Some(("a", vec![]))),
            ("a.b", Some(("a", vec![key("b")]))),
            ("a[1].b", Some(("a", vec![Segment::Index(1), key("b")]))),
            (
                r"sa.annotations.eks\.amazonaws\.com/role-arn",
                Some(("sa", vec![key("annotations"), key("eks.amazonaws.com/role-arn")])),
            ),
            ("a[x]", None),
            ("a[99999999]", None),
            ("a=b,c", None),
            ("[0]", None),
            ("", None),
        ] {
            let expected = expected.map(|(first, rest)| (first.to_owned(), rest));
            assert_eq!(segments(name), expected, "{name}");
        }
    }
}
