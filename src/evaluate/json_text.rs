//! Strings that hold a JSON object or array, also where parts of them are unknown.

mod place;

pub use place::in_place;

use super::terraform::from_json;
use super::{Data, LinkKind, Origin, Part, Reason, Unknown, Value};
use serde_json::Value as Json;
use std::sync::Arc;

/// Encloses the number of a hole inside a JSON string. A noncharacter: no text is meant to hold it.
const INSIDE: char = '\u{10FFFE}';

/// Begins the JSON string that stands in for a hole where a value is expected; its number follows.
const BARE: char = '\u{10FFFF}';

/// Strings within strings within strings.
const MAX_NESTING: usize = 16;

/// JSON with holes.
pub struct Skeleton<'a> {
    /// The JSON; holes are told by [`Skeleton::hole`].
    pub json: Json,
    holes: Vec<&'a Value>,
}

/// What a string of a skeleton is.
pub enum Hole<'a> {
    /// A known string.
    None,
    /// A string that is known at most in part.
    Inside,
    /// Stands in for one or more JSON values: the text of this unknown string.
    Bare(&'a Value),
}

/// The object or array that a text holds which somebody wrote as JSON, with holes where the text has some. None where
/// it holds none, and for a text that is known to encode a value: that value says more.
pub fn decoded(text: &Value) -> Option<Value> {
    match &text.data {
        Data::String(known) => {
            let json = parse(known)?;
            Some(Skeleton { json: Json::Null, holes: Vec::new() }.value(&json, text))
        }
        Data::Unknown(unknown) if unknown.encodes.is_none() => {
            let skeleton = parse_parts(&unknown.parts)?;
            Some(skeleton.value(&skeleton.json, text))
        }
        _ => None,
    }
}

/// Whether a text may be a JSON object or array.
pub fn may_be_json(text: &str) -> bool {
    text.trim_start().starts_with(['{', '['])
}

/// The JSON object or array a text holds.
pub fn parse(text: &str) -> Option<Json> {
    may_be_json(text).then(|| read(text)).flatten()
}

/// JSON as it is meant: what takes a policy refuses a comma behind the last element, and says so by itself.
fn read(text: &str) -> Option<Json> {
    serde_json::from_str(text).ok().or_else(|| serde_json::from_str(&without_last_commas(text)?).ok())
}

/// A text without the commas that stand between an element and a closing bracket; none if there are none.
fn without_last_commas(text: &str) -> Option<String> {
    let (mut in_string, mut escaped) = (false, false);
    let mut stray = Vec::new();
    // The last character but space, and where it stands if it is a comma behind an element.
    let (mut before, mut comma) = (None, None);
    for (at, character) in text.char_indices() {
        let inside = in_string;
        match character {
            _ if escaped => escaped = false,
            '\\' if in_string => escaped = true,
            '"' => in_string = !in_string,
            _ => {}
        }
        if character.is_whitespace() && !inside {
            continue;
        }
        stray.extend(comma.filter(|_| matches!(character, ']' | '}') && !inside));
        let follows = !matches!(before, None | Some('[' | '{' | ','));
        comma = (character == ',' && !inside && follows).then_some(at);
        before = Some(character);
    }
    let mut stray = stray.into_iter().peekable();
    let kept = text.char_indices().filter(|(at, _)| stray.next_if_eq(at).is_none());
    let kept: String = kept.map(|(_, character)| character).collect();
    (kept.len() < text.len()).then_some(kept)
}

/// The JSON object or array that a string known in part holds, if its known text says so much.
pub fn parse_parts(parts: &[Part]) -> Option<Skeleton<'_>> {
    let starts = matches!(parts.first(), Some(Part::Text(text)) if may_be_json(text));
    if !starts {
        return None;
    }
    let mut assembler = Assembler::default();
    assembler.parts(parts, 0);
    let json = read(&assembler.text)?;
    Some(Skeleton { json, holes: assembler.holes })
}

impl<'a> Skeleton<'a> {
    /// What a string of the skeleton, a key or a value, is.
    pub fn hole(&self, text: &str) -> Hole<'a> {
        let number = text.strip_prefix(BARE).and_then(|number| number.parse::<usize>().ok());
        match number.and_then(|number| self.holes.get(number)) {
            Some(value) => Hole::Bare(value),
            None if text.contains([INSIDE, BARE]) => Hole::Inside,
            None => Hole::None,
        }
    }

    /// A part of the JSON as a value. Nothing says which part of a text its references are in but the holes.
    fn value(&self, json: &Json, text: &Value) -> Value {
        let written = || Origin::literal(text.origin.span());
        match json {
            Json::String(part) => match self.hole(part) {
                Hole::None => Value { sensitive: text.sensitive, ..Value::string(part.as_str(), written()) },
                Hole::Inside => self.joined(part, text),
                Hole::Bare(value) => value.clone(),
            },
            Json::Array(items) => {
                let item = |item: &Json| {
                    let value = self.value(item, text);
                    // A hole may be the text of several elements.
                    match item.as_str().map(|part| self.hole(part)) {
                        Some(Hole::Bare(hole)) if hole.encoded().is_none() => as_many(value),
                        _ => value,
                    }
                };
                Value::tuple(items.iter().map(item).collect(), written())
            }
            Json::Object(entries) => {
                let known = entries.iter().map(|(key, entry)| match self.hole(key) {
                    Hole::None => Some((key.as_str().into(), self.value(entry, text))),
                    _ => None,
                });
                if let Some(known) = known.collect::<Option<_>>() {
                    return Value::object(known, written());
                }
                let key = |key: &str| self.value(&Json::from(key), text);
                let keyed = entries.iter().map(|(name, entry)| (key(name), self.value(entry, text)));
                let keyed: Vec<(Value, Value)> = keyed.collect();
                let origin = Origin::new(
                    LinkKind::Computed,
                    text.origin.span(),
                    Value::contributing(keyed.iter().map(|(key, _)| key)),
                );
                let reason = keyed.iter().find_map(|(key, _)| reason(key)).unwrap_or(Reason::Computed);
                let unknown = Unknown { not_null: true, keyed, ..Unknown::because(reason) };
                Value { sensitive: text.sensitive, ..Value::new(Data::Unknown(Arc::new(unknown)), origin) }
            }
            other => from_json(other.clone(), &written()),
        }
    }

    /// A string of which parts are unknown.
    fn joined(&self, part: &str, text: &Value) -> Value {
        let parts = self.pieces(part).into_iter().map(|piece| match piece {
            Ok(known) => Part::Text(known.into()),
            Err(hole) => Part::Hole(hole.clone()),
        });
        let holes = self.holes(part);
        let reason = holes.iter().find_map(|hole| reason(hole)).unwrap_or(Reason::Computed);
        let origin = Origin::new(LinkKind::Computed, text.origin.span(), Value::contributing(holes));
        let unknown = Unknown { not_null: true, parts: parts.collect(), ..Unknown::because(reason) };
        Value { sensitive: text.sensitive, ..Value::new(Data::Unknown(Arc::new(unknown)), origin) }
    }

    /// What is unknown of a string.
    pub fn holes(&self, text: &str) -> Vec<&'a Value> {
        match self.hole(text) {
            Hole::Bare(value) => vec![value],
            _ => self.pieces(text).into_iter().filter_map(Result::err).collect(),
        }
    }

    /// The known pieces of a string and the holes between them, in order.
    pub fn pieces<'t>(&self, text: &'t str) -> Vec<Result<&'t str, &'a Value>> {
        let hole = |number: &str| number.parse::<usize>().ok().and_then(|number| self.holes.get(number));
        let pieces = text.split(INSIDE).enumerate().filter(|(_, piece)| !piece.is_empty());
        let piece = |(at, piece): (usize, &'t str)| match (at % 2 == 1).then(|| hole(piece)).flatten() {
            Some(value) => Err(*value),
            None => Ok(piece),
        };
        pieces.map(piece).collect()
    }
}

fn reason(value: &Value) -> Option<Reason> {
    match &value.data {
        Data::Unknown(unknown) => Some(unknown.reason.clone()),
        _ => None,
    }
}

/// An unknown value as one that stands for any number of elements.
fn as_many(mut value: Value) -> Value {
    if let Data::Unknown(unknown) = &mut value.data {
        let unknown = Arc::make_mut(unknown);
        unknown.many = true;
        unknown.each = None;
    }
    value
}

/// Puts the parts together, with a stand-in for each hole that fits where it stands.
#[derive(Default)]
struct Assembler<'a> {
    text: String,
    holes: Vec<&'a Value>,
    in_string: bool,
    escaped: bool,
}

impl<'a> Assembler<'a> {
    fn parts(&mut self, parts: &'a [Part], depth: usize) {
        for part in parts {
            match part {
                Part::Text(text) => self.known(text),
                Part::Hole(value) => self.hole(value, depth),
            }
        }
    }

    fn known(&mut self, text: &str) {
        for character in text.chars() {
            match character {
                _ if self.escaped => self.escaped = false,
                '\\' if self.in_string => self.escaped = true,
                '"' => self.in_string = !self.in_string,
                _ => {}
            }
        }
        self.text.push_str(text);
    }

    fn hole(&mut self, value: &'a Value, depth: usize) {
        match &value.data {
            Data::String(text) => self.known(text),
            Data::Unknown(unknown) if !unknown.parts.is_empty() && depth < MAX_NESTING => {
                self.parts(&unknown.parts, depth + 1);
            }
            _ => {
                let number = self.holes.len();
                match self.in_string {
                    true => self.text.push_str(&format!("{INSIDE}{number}{INSIDE}")),
                    false => self.text.push_str(&format!("\"{BARE}{number}\"")),
                }
                self.holes.push(value);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{FileKind, Sources, Span};

    fn origin() -> Origin {
        Origin::literal(Span::new(Sources::new("/").add("a.tf", FileKind::Terraform, ""), 0, 0))
    }

    /// Parts of a text in which `_` stands for a hole.
    fn parts(text: &str) -> Vec<Part> {
        let mut parts = Vec::new();
        for (at, known) in text.split('_').enumerate() {
            if at > 0 {
                parts.push(Part::Hole(Value::unknown(Reason::Computed, origin())));
            }
            parts.push(Part::Text(known.into()));
        }
        parts
    }

    #[test]
    fn holes_are_told_from_known_text() {
        let parts = parts(r#"{"a": "x_y", "b": _, "c": "say \"_\"", "d": "known", "_": [1]}"#);
        let skeleton = parse_parts(&parts).expect("is JSON");
        let kinds: Vec<_> = ["a", "b", "c", "d"]
            .iter()
            .map(|key| match skeleton.hole(skeleton.json[key].as_str().unwrap_or_default()) {
                Hole::None => "known",
                Hole::Inside => "inside",
                Hole::Bare(_) => "bare",
            })
            .collect();
        assert_eq!(kinds, ["inside", "bare", "inside", "known"]);
    }

    #[test]
    fn json_that_is_written_as_text_is_read_into_values() {
        let parts = parts(r#"{"_:sub": ["x", _, "y_"], "b": {"c": null, "d": 1, "e": _}}"#);
        let unknown = Unknown { parts, ..Unknown::because(Reason::Computed) };
        let value = decoded(&Value::new(Data::Unknown(Arc::new(unknown)), origin())).unwrap();
        let [(known, inner), (open, list)] = value.keyed() else { panic!("{value:?}") };
        assert!(open.is_unknown() && known.as_str() == Some("b"));
        let [first, many, partly] = list.items().unwrap() else { panic!("{list:?}") };
        assert_eq!(first.as_str(), Some("x"));
        assert!(many.stands_for_many() && partly.is_unknown() && !partly.stands_for_many());
        assert!(matches!(inner.get("c").map(|value| &value.data), Some(Data::Null)));
        assert!(matches!(inner.get("d").map(|value| &value.data), Some(Data::Number(_))));
        assert!(inner.get("e").is_some_and(|hole| hole.is_unknown() && !hole.stands_for_many()));

        let written = decoded(&Value::string(r#"[{"a": "b"}]"#, origin())).unwrap();
        assert_eq!(written.items().unwrap()[0].get("a").and_then(Value::as_str), Some("b"));
        assert!(decoded(&Value::string("[plain", origin())).is_none());
    }

    #[test]
    fn a_comma_behind_the_last_element_is_passed_over() {
        let text = r#"{"a": [1, "x,]", {"b": 2,},
            ], "c\"": ",}",}"#;
        assert_eq!(parse(text), serde_json::from_str(r#"{"a": [1, "x,]", {"b": 2}], "c\"": ",}"}"#).ok());
        assert!(parse_parts(&parts(r#"{"a": [_, "_",],}"#)).is_some());
        for text in ["[,]", "{,}", "[1,,]", "[1 2,]"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn text_that_is_no_json_whatever_the_holes_hold_is_left_alone() {
        for text in ["_", "_{}", "{\"a\": __}", "{\"a\": 1_}", "plain _", "[_"] {
            assert!(parse_parts(&parts(text)).is_none(), "{text}");
        }
    }
}
