//! `replace`, also in texts that are known in part and by what is not known yet: a placeholder in a policy that gets the
//! ARN of a bucket leaves all else of the policy known.

use super::arguments::{Signature, TEXT, too_large};
use super::partial::PartialText;
use super::{Arguments, Data, FunctionError, LinkKind, MAX_TEXT, Origin, Value, pattern};
use crate::evaluate::{Part, Unknown};
use std::sync::Arc;

pub(super) const FUNCTIONS: &[Signature] =
    &[Signature::new("replace", &[TEXT.unknown(), TEXT.unknown(), TEXT.unknown()], replace)];

/// Levels of an encoded value that are looked into; policies have about eight.
const MAX_DEPTH: usize = 32;

fn replace(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let [Some(search), replacement] = [args.get(1)?.as_str(), args.get(2)?.as_str()] else {
        return Ok(args.unknown());
    };
    let slashes = search.strip_prefix('/').and_then(|rest| rest.strip_suffix('/'));
    if let (Some(text), Some(replacement)) = (args.get(0)?.as_str(), replacement) {
        if let Some(pattern) = slashes {
            return args.string(pattern::replace_all(text, pattern, replacement)?);
        }
        let growth = replacement.len().saturating_sub(search.len());
        if growth > 0 && text.len() + growth.saturating_mul(text.matches(search).count()) > MAX_TEXT {
            return Err(too_large());
        }
        return args.string(text.replace(search, replacement));
    }
    if args.context.strict || slashes.is_some() || search.is_empty() {
        return Ok(args.unknown());
    }
    let text = args.get(0)?;
    match &text.data {
        Data::String(known) if !known.contains(search) => return Ok(args.hand_through(text)),
        Data::Unknown(unknown) if unknown.parts.is_empty() && unknown.encodes.is_none() => {
            return Ok(args.unknown());
        }
        _ => {}
    }
    let mut replacer = Replacer { args, search, replacement: args.get(2)?, length: 0 };
    match text.encoded() {
        Some(encoded) if replacer.stays_in_strings() => {
            let encoded = replacer.within(encoded, 0)?;
            Ok(args.unknown_with(Vec::new(), Some(encoded)))
        }
        Some(_) if text.is_unknown() => Ok(args.unknown()),
        _ => replacer.text(text),
    }
}

struct Replacer<'a> {
    args: &'a Arguments<'a>,
    search: &'a str,
    replacement: &'a Value,
    /// Bytes of all texts that were made.
    length: usize,
}

impl Replacer<'_> {
    /// Whether what is searched for in a JSON text can only stand inside of a string, as it is written there, and what is
    /// put in its place does not end the string.
    fn stays_in_strings(&self) -> bool {
        let is_plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-');
        let is_of_no_literal = |letter: char| !"truefalsnE-0123456789".contains(letter);
        let known = |text: &str| !text.contains(['"', '\\', '\n']);
        let fits = match &self.replacement.data {
            Data::String(text) => known(text),
            Data::Unknown(unknown) => unknown.parts.iter().all(|part| match part {
                Part::Text(text) => known(text),
                Part::Hole(_) => true,
            }),
            _ => false,
        };
        fits && self.search.chars().all(is_plain) && self.search.chars().any(is_of_no_literal)
    }

    /// The value with what is searched for replaced in all of its texts.
    fn within(&mut self, value: &Value, depth: usize) -> Result<Value, FunctionError> {
        if depth > MAX_DEPTH {
            return Ok(self.args.unknown());
        }
        let data = match &value.data {
            Data::String(_) => return self.text(value),
            Data::Sequence(kind, items) => {
                let items = items.iter().map(|item| self.within(item, depth + 1));
                Data::Sequence(*kind, Arc::new(items.collect::<Result<_, _>>()?))
            }
            Data::Mapping(_, entries) if entries.keys().any(|key| key.contains(self.search)) => {
                return Ok(self.args.unknown());
            }
            Data::Mapping(kind, entries) => {
                let entries =
                    entries.iter().map(|(key, value)| Ok((key.clone(), self.within(value, depth + 1)?)));
                Data::Mapping(*kind, Arc::new(entries.collect::<Result<_, FunctionError>>()?))
            }
            Data::Unknown(unknown) if !unknown.parts.is_empty() => return self.text(value),
            Data::Unknown(unknown) => {
                let each = unknown.each.as_ref().map(|each| self.within(each, depth + 1)).transpose()?;
                let hole = self.hole(value);
                match (&hole.data, each) {
                    (Data::Unknown(unknown), each @ Some(_)) => {
                        Data::Unknown(Arc::new(Unknown { each, ..Unknown::clone(unknown) }))
                    }
                    _ => return Ok(hole),
                }
            }
            Data::Null | Data::Bool(_) | Data::Number(_) => return Ok(value.clone()),
        };
        Ok(Value { data, ..value.clone() })
    }

    /// What is unknown, in which it may stand. Nobody but who writes a text puts a placeholder into one: an ARN, an id, a
    /// name that a provider gives has none.
    fn hole(&self, hole: &Value) -> Value {
        let Data::Unknown(unknown) = &hole.data else { return hole.clone() };
        let is_marked = self.search.contains(['<', '>', '{', '}', '%', '$', '#', '@'])
            || self.search.starts_with('_') && self.search.ends_with('_');
        if is_marked && self.search.len() > 2 && unknown.keyed.is_empty() && unknown.encodes.is_none() {
            return hole.clone();
        }
        let own = Unknown { many: unknown.many, ..Unknown::because(unknown.reason.clone()) };
        Value { data: Data::Unknown(Arc::new(own)), origin: self.origin(hole), ..hole.clone() }
    }

    /// Where what is made of a value comes from.
    fn origin(&self, value: &Value) -> Origin {
        let from = Value::contributing([value, self.replacement]);
        Origin::new(LinkKind::Computed, self.args.context.span, from)
    }

    /// A text in which it is replaced.
    fn text(&mut self, value: &Value) -> Result<Value, FunctionError> {
        let known = [Part::Text(value.as_str().unwrap_or_default().into())];
        let parts = match &value.data {
            Data::Unknown(unknown) => unknown.parts.as_slice(),
            _ => &known,
        };
        if value.as_str().is_some_and(|text| !text.contains(self.search)) {
            return Ok(value.clone());
        }
        if self.may_straddle(parts) {
            return Ok(self.args.unknown());
        }
        let mut made = PartialText::default();
        for part in parts {
            match part {
                Part::Hole(hole) => made.value(&self.hole(hole)),
                Part::Text(text) => {
                    for (at, piece) in text.split(self.search).enumerate() {
                        if at > 0 {
                            made.value(self.replacement);
                        }
                        made.text(piece);
                        if made.is_full() {
                            return Err(too_large());
                        }
                    }
                }
            }
        }
        self.length = self.length.saturating_add(made.length());
        if self.length > MAX_TEXT {
            return Err(too_large());
        }
        Ok(made.finish(self.args)?.with_origin(self.origin(value)))
    }

    /// Whether what is searched for may begin in a known part and end in an unknown one, or the other way round.
    fn may_straddle(&self, parts: &[Part]) -> bool {
        let cuts = || (1..self.search.len()).filter_map(|at| self.search.split_at_checked(at));
        parts.windows(2).any(|pair| match pair {
            [Part::Text(text), Part::Hole(_)] => cuts().any(|(start, _)| text.ends_with(start)),
            [Part::Hole(_), Part::Text(text)] => cuts().any(|(_, end)| text.starts_with(end)),
            _ => false,
        })
    }
}
