//! Where the parts of JSON are written that a text holds.

use crate::evaluate::{Data, LinkKind, Origin, Step, TextMap, Value, heredoc};
use crate::source::{Sources, Span};
use std::sync::Arc;

/// Bytes of a text whose parts are looked up, one after the other. No cloud takes a policy that is longer.
const LONGEST: usize = 20_480;

/// What a text holds, each part with the place where it is written, as far as that is told.
pub fn in_place(decoded: Value, text: &Value, sources: &Sources) -> Value {
    let known = match &text.data {
        Data::String(known) => known.to_string(),
        Data::Unknown(unknown) => unknown.known_text(),
        _ => return decoded,
    };
    if known.len() > LONGEST {
        return decoded;
    }
    let map = TextMap::of(text, sources);
    Placing { text, known, map, sources }.value(decoded, &mut Vec::new())
}

struct Placing<'a> {
    text: &'a Value,
    /// What is known of it.
    known: String,
    map: TextMap,
    sources: &'a Sources,
}

impl Placing<'_> {
    fn value(&self, value: Value, path: &mut Vec<Step>) -> Value {
        let mut below = |step: Step, part: &Value| {
            path.push(step);
            let part = self.value(part.clone(), path);
            path.pop();
            part
        };
        let data = match &value.data {
            Data::Sequence(kind, items) => {
                let items = items.iter().enumerate().map(|(at, item)| below(Step::Index(at), item));
                Data::Sequence(*kind, Arc::new(items.collect()))
            }
            Data::Mapping(kind, entries) => {
                let entries = entries.iter();
                let entries = entries.map(|(key, entry)| (key.clone(), below(Step::Key(key.clone()), entry)));
                Data::Mapping(*kind, Arc::new(entries.collect()))
            }
            other => other.clone(),
        };
        let origin = self.origin(&value, path).unwrap_or(value.origin);
        Value { data, origin, ..value }
    }

    /// Where a part comes from: where it is written, or if all of it was put into the text, where that is.
    fn origin(&self, value: &Value, path: &[Step]) -> Option<Origin> {
        // What fills a hole knows its own place.
        if value.origin.span() != self.text.origin.span() {
            return None;
        }
        let range = heredoc::find(&self.known, path).filter(|range| !range.is_empty())?;
        let place = self.map.place(range).filter(|place| self.sources.file(place.file).is_editable());
        let inside = heredoc::value(&self.known, path).filter(|_| value.as_str().is_some());
        let values = inside.clone().map(|inside| self.map.values(inside)).unwrap_or_default();
        let own = match (values.as_slice(), inside) {
            ([only], Some(inside)) if !self.map.has_own_text(inside.clone()) => only.clone(),
            _ => self.written(value, place?, values),
        };
        let step = path.last()?;
        Some(self.text.origin.of_part(step, &own, self.text.origin.span()))
    }

    fn written(&self, value: &Value, place: Span, mut values: Vec<Origin>) -> Origin {
        if value.is_unknown() {
            values.extend(value.origin.link().from.iter().cloned());
        }
        match values.is_empty() {
            true => Origin::literal(place),
            false => Origin::new(LinkKind::Computed, place, values),
        }
    }
}
