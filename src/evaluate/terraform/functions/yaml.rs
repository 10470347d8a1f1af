//! `yamldecode`, by YAML 1.2's rules for numbers and 1.1's for booleans, as Terraform reads it.

use super::arguments::{Signature, TEXT, string_data};
use super::json::MAX_DEPTH;
use super::yaml_tabs::{Tabs, without_flow_tabs};
use super::{Arguments, Data, FunctionError, LinkKind, MAX_ELEMENTS, Origin, Value, types, yaml_text};
use crate::evaluate::kubernetes::embedded;
use crate::evaluate::{MappingKind, Number, SequenceKind, TextMap};
use crate::source::Span;
use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, Tag};
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;
use time::{Date, Month};

pub(super) const FUNCTIONS: &[Signature] = &[
    Signature::new("yamldecode", &[TEXT.unknown()], decode),
    Signature::new("yamlencode", &[super::arguments::ANY.nullable()], yaml_text::encode),
];

fn decode(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let argument = args.get(0)?;
    if argument.is_unknown() {
        return Ok(decode_partial(args, argument).unwrap_or_else(|| args.unknown()));
    }
    let text = args.text(0)?;
    if text.lines().any(|line| line.strip_prefix("%YAML ").is_some_and(|version| version.trim() != "1.1")) {
        return Err(FunctionError::at(0, "the text is not YAML 1.1"));
    }
    let mut builder = Builder { origin: args.origin(), sensitive: args.sensitive(), ..Builder::new(args) };
    let mut documents = 0;
    let plain = without_flow_tabs(text);
    if text.contains('\n') && matches!(plain, Cow::Borrowed(_)) {
        builder.places = Some((TextMap::of(argument, args.context.sources), args.context.span));
    }
    let text = &*plain;
    let mut tabs = Tabs::of(text);
    for event in Parser::new_from_str(text) {
        let (event, span) = event.map_err(|why| match why.kind() {
            // The parser's own limit is lower inside brackets.
            ErrorKind::RecursionLimitExceeded => FunctionError::limit("the text is nested too deeply"),
            _ => refused(format!("the text is not valid YAML: {why}")),
        })?;
        tabs.see(&event, span.start.index(), span.end.index());
        builder.at = span.byte_range().unwrap_or_default();
        match event {
            Event::DocumentStart(..) => documents += 1,
            event => builder.take(event)?,
        }
        if documents > 1 {
            return Err(FunctionError::at(0, "the text holds more than one document"));
        }
    }
    if let Some(line) = tabs.wrong() {
        return Err(FunctionError::at(0, format!("the text is not valid YAML: a tab indents line {line}")));
    }
    builder.root.ok_or_else(|| FunctionError::at(0, "the text holds no value"))
}

/// What is known of a text that is known in part. Terraform itself knows nothing of it then.
fn decode_partial(args: &Arguments<'_>, argument: &Value) -> Option<Value> {
    if args.context.strict {
        return None;
    }
    let (documents, _) = embedded::documents(argument, &|_| &[], args.context.sources).ok()?;
    match <[Value; 1]>::try_from(documents) {
        Ok([only]) if !only.is_unknown() => Some(args.hand_through(&only)),
        _ => None,
    }
}

/// A collection that is not closed yet.
struct Frame {
    anchor: usize,
    items: Items,
    /// Values in it, aliases expanded.
    count: usize,
    /// Where it begins in the text.
    start: usize,
}

enum Items {
    Sequence(Vec<Value>),
    Mapping { entries: BTreeMap<Arc<str>, Value>, merged: BTreeMap<Arc<str>, Value>, key: Option<Key> },
}

enum Key {
    /// The name, and where the key begins in the text.
    Named(Arc<str>, usize),
    Merge,
}

struct Builder {
    frames: Vec<Frame>,
    /// Finished nodes by anchor, with the number of values in them.
    anchors: FxHashMap<usize, (Value, usize)>,
    root: Option<Value>,
    origin: Origin,
    sensitive: bool,
    total: usize,
    /// Where the text was written, and the call that decodes it.
    places: Option<(TextMap, Span)>,
    /// Where the event is in the text.
    at: Range<usize>,
    /// The end of the last scalar in the text.
    last: usize,
}

/// What Terraform would refuse about the text.
fn refused(why: impl Into<String>) -> FunctionError {
    FunctionError::at(0, why)
}

impl Builder {
    fn new(args: &Arguments<'_>) -> Builder {
        Builder {
            frames: Vec::new(),
            anchors: FxHashMap::default(),
            root: None,
            origin: args.origin(),
            sensitive: false,
            total: 0,
            places: None,
            at: 0..0,
            last: 0,
        }
    }

    fn value(&self, data: Data, range: Range<usize>) -> Value {
        let structure = matches!(data, Data::Sequence(..) | Data::Mapping(..));
        Value { data, origin: self.origin_of(range, structure), sensitive: self.sensitive }
    }

    /// A structure begins at its key, so that its first line names it.
    fn named(&self, value: Value) -> Value {
        match self.frames.last().map(|frame| &frame.items) {
            Some(Items::Mapping { key: Some(Key::Named(_, start)), .. }) if is_structure(&value) => {
                let origin = self.origin_of(*start..self.last.max(*start), true);
                value.with_origin(origin)
            }
            _ => value,
        }
    }

    /// The call, and before it the place in the text or the value put in there.
    fn origin_of(&self, range: Range<usize>, structure: bool) -> Origin {
        let Some((map, call)) = &self.places else { return self.origin.clone() };
        let mut before = if structure { Vec::new() } else { map.values(range.clone()) };
        match map.place(range) {
            Some(place) => before.insert(0, Origin::literal(place)),
            None if before.is_empty() => return self.origin.clone(),
            None => {}
        }
        Origin::new(LinkKind::Computed, *call, before)
    }

    fn take(&mut self, event: Event<'_>) -> Result<(), FunctionError> {
        match event {
            Event::Scalar(text, style, anchor, tag) => self.scalar(&text, style, anchor, tag.as_deref()),
            Event::SequenceStart(_, anchor, tag) => {
                self.open(Items::Sequence(Vec::new()), anchor, tag.as_deref())
            }
            Event::MappingStart(_, anchor, tag) => {
                let items = Items::Mapping { entries: BTreeMap::new(), merged: BTreeMap::new(), key: None };
                self.open(items, anchor, tag.as_deref())
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(),
            Event::Alias(anchor) => {
                let found = self.anchors.get(&anchor).cloned();
                let (value, count) = found.ok_or_else(|| refused("an alias refers to what holds it"))?;
                self.add(value, count)
            }
            _ => Ok(()),
        }
    }

    fn open(&mut self, items: Items, anchor: usize, tag: Option<&Tag>) -> Result<(), FunctionError> {
        if self.frames.len() >= MAX_DEPTH {
            return Err(FunctionError::limit(format!(
                "the text is nested more than {MAX_DEPTH} levels deep"
            )));
        }
        let own = if matches!(items, Items::Sequence(_)) { "seq" } else { "map" };
        if core_tag(tag).map_err(refused)?.is_some_and(|tag| tag != own) {
            return Err(refused("a collection has a tag that Terraform does not know"));
        }
        self.frames.push(Frame { anchor, items, count: 1, start: self.at.start });
        Ok(())
    }

    fn close(&mut self) -> Result<(), FunctionError> {
        let Some(frame) = self.frames.pop() else { return Ok(()) };
        // Only a flow collection has text of its own at its end.
        if self.at.end > self.at.start {
            self.last = self.at.end;
        }
        let data = match frame.items {
            Items::Sequence(items) => Data::Sequence(SequenceKind::Tuple, Arc::new(items)),
            Items::Mapping { entries, mut merged, .. } => {
                merged.extend(entries);
                Data::Mapping(MappingKind::Object, Arc::new(merged))
            }
        };
        let value = self.value(data, frame.start..self.last.max(frame.start));
        self.keep(frame.anchor, &value, frame.count);
        self.add(value, frame.count)
    }

    fn keep(&mut self, anchor: usize, value: &Value, count: usize) {
        if anchor > 0 {
            self.anchors.insert(anchor, (value.clone(), count));
        }
    }

    fn scalar(
        &mut self,
        text: &str,
        style: ScalarStyle,
        anchor: usize,
        tag: Option<&Tag>,
    ) -> Result<(), FunctionError> {
        let plain = matches!(style, ScalarStyle::Plain);
        let data = match core_tag(tag).map_err(refused)?.as_deref() {
            None if plain && text == "<<" && self.merge_key() => return Ok(()),
            None if plain => resolve(text).map_err(refused)?,
            Some("int" | "float" | "bool" | "null" | "timestamp") if plain => {
                resolve(text).map_err(refused)?
            }
            None if text.is_empty() && matches!(style, ScalarStyle::Literal | ScalarStyle::Folded) => {
                Data::Null
            }
            None | Some("binary" | "str" | "int" | "float" | "bool" | "null" | "timestamp") => {
                string_data(text)
            }
            Some(_) => return Err(refused("a value has a tag that Terraform does not know")),
        };
        self.last = self.at.end.max(self.at.start);
        let value = self.value(data, self.at.clone());
        self.keep(anchor, &value, 1);
        self.add(value, 1)
    }

    /// Takes `<<` as a key, where a key is due.
    fn merge_key(&mut self) -> bool {
        match self.frames.last_mut() {
            Some(Frame { items: Items::Mapping { key: key @ None, .. }, .. }) => {
                *key = Some(Key::Merge);
                true
            }
            _ => false,
        }
    }

    fn add(&mut self, value: Value, count: usize) -> Result<(), FunctionError> {
        self.total = self.total.saturating_add(count);
        if self.total > MAX_ELEMENTS {
            return Err(FunctionError::limit(format!("the text holds more than {MAX_ELEMENTS} values")));
        }
        let value = self.named(value);
        let Some(frame) = self.frames.last_mut() else {
            self.root = Some(value);
            return Ok(());
        };
        frame.count = frame.count.saturating_add(count);
        match &mut frame.items {
            Items::Sequence(items) => items.push(value),
            Items::Mapping { entries, merged, key } => match key.take() {
                None => {
                    let name = types::text_of(&value)
                        .ok_or_else(|| refused("a key must be a string, a number or a boolean"))?;
                    *key = Some(Key::Named(name, self.at.start));
                }
                Some(Key::Named(name, _)) => _ = entries.insert(name, value),
                Some(Key::Merge) => merge(merged, &value)?,
            },
        }
        Ok(())
    }
}

fn is_structure(value: &Value) -> bool {
    matches!(value.data, Data::Sequence(..) | Data::Mapping(..))
}

/// Of a list of mappings the first one wins.
fn merge(merged: &mut BTreeMap<Arc<str>, Value>, value: &Value) -> Result<(), FunctionError> {
    match &value.data {
        Data::Mapping(_, entries) => {
            for (key, entry) in entries.iter() {
                merged.entry(key.clone()).or_insert_with(|| entry.clone());
            }
            Ok(())
        }
        Data::Sequence(_, items) if items.iter().all(|item| item.entries().is_some()) => {
            items.iter().try_for_each(|item| merge(merged, item))
        }
        _ => Err(refused("<< takes a mapping or a list of mappings")),
    }
}

/// The name of one of YAML's own tags; any other is an error.
fn core_tag(tag: Option<&Tag>) -> Result<Option<String>, String> {
    let Some(tag) = tag else { return Ok(None) };
    let core = tag.suffix_in_namespace("tag:yaml.org,2002:").map(|suffix| suffix.to_string());
    core.map(Some).ok_or_else(|| "a value has a tag that Terraform does not know".to_owned())
}

/// What a plain scalar means.
fn resolve(text: &str) -> Result<Data, String> {
    Ok(match text {
        "" | "~" | "null" | "Null" | "NULL" => Data::Null,
        "y" | "Y" | "yes" | "Yes" | "YES" | "true" | "True" | "TRUE" | "on" | "On" | "ON" => Data::Bool(true),
        "n" | "N" | "no" | "No" | "NO" | "false" | "False" | "FALSE" | "off" | "Off" | "OFF" => {
            Data::Bool(false)
        }
        ".nan" | ".NaN" | ".NAN" => return Err("a value is not a number".into()),
        ".inf" | ".Inf" | ".INF" | "+.inf" | "+.Inf" | "+.INF" => infinity("Inf")?,
        "-.inf" | "-.Inf" | "-.INF" => infinity("-Inf")?,
        _ => match number(text) {
            Some(number) => Data::Number(number),
            None => timestamp(text).map_or_else(|| string_data(text), |moment| Data::String(moment.into())),
        },
    })
}

fn infinity(text: &str) -> Result<Data, String> {
    Number::parse(text).map(Data::Number).ok_or_else(|| "a value is infinite".to_owned())
}

fn number(text: &str) -> Option<Number> {
    if !text.starts_with(|char: char| char.is_ascii_digit() || matches!(char, '+' | '-' | '.')) {
        return None;
    }
    let radix = |digits: &str, radix| {
        num_bigint::BigInt::parse_bytes(digits.as_bytes(), radix)
            .filter(|_| digits.bytes().all(|byte| byte.is_ascii_alphanumeric()))
            .and_then(Number::from_integer)
    };
    if let Some(digits) = text.strip_prefix("0x") {
        return radix(digits, 16);
    }
    if let Some(digits) = text.strip_prefix("0o") {
        return radix(digits, 8);
    }
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    if unsigned.bytes().all(|byte| byte.is_ascii_digit()) {
        return Number::parse(text);
    }
    let shape = unsigned.bytes().all(|byte| byte.is_ascii_digit() || b".eE+-".contains(&byte));
    text.parse::<f64>().ok().filter(|_| shape).and_then(|_| Number::parse(text))
}

/// A date, or a date with a time, in the form of RFC 3339; fractions of seconds are cut off.
fn timestamp(text: &str) -> Option<String> {
    let number = |text: &str, least: usize, most: usize| {
        let fits = (least..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse::<u16>().ok().filter(|_| fits)
    };
    let (date, rest) = match text.find(['T', 't', ' ']) {
        Some(at) => (text.get(..at)?, Some(text.get(at..)?)),
        None => (text, None),
    };
    let mut parts = date.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let (year, month, day) = (number(year, 4, 4)?, number(month, 1, 2)?, number(day, 1, 2)?);
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    Date::from_calendar_date(i32::from(year), Month::try_from(month).ok()?, day).ok()?;
    let date = format!("{year:04}-{month:02}-{day:02}");
    if parts.next().is_some() {
        return None;
    }
    let Some(rest) = rest else { return Some(format!("{date}T00:00:00Z")) };
    let spaced = rest.starts_with(' ');
    let rest = rest.get(1..)?;
    let (clock, zone) = match rest.find(['Z', '+', '-']) {
        Some(at) if !spaced => (rest.get(..at)?, rest.get(at..)?),
        None if spaced => (rest, "Z"),
        _ => return None,
    };
    let (whole, fraction) = clock.split_once('.').unwrap_or((clock, "0"));
    let mut parts = whole.split(':');
    let (hour, minute, second) = (parts.next()?, parts.next()?, parts.next()?);
    let (hour, minute, second) = (number(hour, 1, 2)?, number(minute, 1, 2)?, number(second, 1, 2)?);
    let fraction = !fraction.is_empty() && fraction.bytes().all(|byte| byte.is_ascii_digit());
    let valid = fraction && parts.next().is_none() && hour < 24 && minute < 60 && second < 60;
    let zone = match zone {
        "Z" | "+00:00" | "-00:00" => "Z",
        zone => {
            let (hours, minutes) = zone.get(1..)?.split_once(':')?;
            number(hours, 2, 2).filter(|hours| *hours < 24)?;
            number(minutes, 2, 2).filter(|minutes| *minutes < 60)?;
            zone
        }
    };
    valid.then(|| format!("{date}T{hour:02}:{minute:02}:{second:02}{zone}"))
}
