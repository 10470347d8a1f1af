//! Values to the JSON that policies see, and the paths of what is unknown in it.

use super::lookup::held;
use crate::evaluate::{Data, LinkKind, MappingKind, Step, Value, json_text};
use serde_json::{Map, Value as Json};

/// Levels of a resource's attributes; deeper ones count as unknown.
const MAX_DEPTH: usize = 250;

/// What stands for a sensitive value where it must not be printed.
const REDACTED: &str = "(sensitive)";

/// How values are written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Style {
    /// A string that holds a JSON object or array becomes that object or array.
    pub(super) parse_text: bool,
    /// Sensitive values are replaced.
    pub(super) redact: bool,
}

/// Attributes as policies see them.
#[derive(Debug, Default)]
pub(super) struct Attributes {
    /// An object, unless the attributes as a whole are something else.
    pub(super) json: Json,
    /// Paths of what is unknown.
    pub(super) unknown: Vec<Vec<Json>>,
}

/// A step as JSON: a key, a position, or `"*"`.
pub(super) fn step(step: &Step) -> Json {
    match step {
        Step::Key(key) => Json::from(&**key),
        Step::Index(index) => Json::from(*index),
        Step::Any => Json::from("*"),
    }
}

/// Writes a resource's attributes.
pub(super) fn write(attributes: &Value, style: Style) -> Attributes {
    let mut writer = Writer { style, path: Vec::new(), unknown: Vec::new() };
    let json = writer.value(attributes).unwrap_or_else(|| Json::Object(Map::new()));
    Attributes { json, unknown: writer.unknown }
}

/// A value as policies see it, and the paths of what is unknown in it.
pub fn shown(value: &Value) -> (Json, Vec<Vec<Json>>) {
    let Attributes { json, unknown } = write(value, Style { parse_text: true, redact: false });
    (json, unknown)
}

struct Writer {
    style: Style,
    path: Vec<Json>,
    unknown: Vec<Vec<Json>>,
}

impl Writer {
    /// The value's JSON; none where it is absent, the reason being null or, then noted, unknown.
    fn value(&mut self, value: &Value) -> Option<Json> {
        if self.path.len() > MAX_DEPTH {
            return self.hole();
        }
        match &value.data {
            Data::Null => None,
            Data::Unknown(unknown) if !unknown.keyed.is_empty() && !self.is_redacted(value) => {
                Some(self.keyed(&unknown.keyed))
            }
            Data::Unknown(_) => match self.partly_known(value) {
                Some(written) => written,
                None => self.hole(),
            },
            _ if self.is_redacted(value) => Some(Json::from(REDACTED)),
            Data::Bool(value) => Some(Json::from(*value)),
            Data::Number(number) => Some(number.to_json()),
            Data::String(text) => Some(self.string(value, text)),
            Data::Sequence(_, items) => Some(self.sequence(items)),
            Data::Mapping(kind, entries) => {
                let mut object = Map::new();
                for (key, value) in entries.iter() {
                    if let Some(json) = self.below(Json::from(&**key), |writer| writer.value(value)) {
                        object.insert(key.to_string(), json);
                    }
                }
                if *kind == MappingKind::Resource && is_another_resource(value) {
                    self.further();
                }
                Some(Json::Object(object))
            }
        }
    }

    fn is_redacted(&self, value: &Value) -> bool {
        value.sensitive && self.style.redact
    }

    fn below<T>(&mut self, step: Json, write: impl FnOnce(&mut Writer) -> T) -> T {
        self.path.push(step);
        let written = write(self);
        self.path.pop();
        written
    }

    /// Notes that the current path is unknown.
    fn hole(&mut self) -> Option<Json> {
        self.unknown.push(self.path.clone());
        None
    }

    /// Notes that the structure at the current path has further elements or entries.
    fn further(&mut self) {
        self.below(Json::from("*"), |writer| {
            if writer.unknown.last() != Some(&writer.path) {
                writer.hole();
            }
        });
    }

    /// The entries of an object whose keys are known; others have no place in it.
    fn keyed(&mut self, entries: &[(Value, Value)]) -> Json {
        let mut object = Map::new();
        for (key, value) in entries {
            match key.as_str() {
                Some(key) => {
                    let json = self.below(Json::from(key), |writer| writer.value(value));
                    object.extend(json.map(|json| (key.to_owned(), json)));
                }
                None => self.further(),
            }
        }
        Json::Object(object)
    }

    fn sequence(&mut self, items: &[Value]) -> Json {
        let mut list = Vec::with_capacity(items.len());
        for item in items {
            if item.stands_for_many() {
                self.further();
                continue;
            }
            let json = self.below(Json::from(list.len()), |writer| writer.value(item));
            list.push(json.unwrap_or(Json::Null));
        }
        Json::Array(list)
    }

    fn string(&mut self, value: &Value, text: &str) -> Json {
        if !self.style.parse_text || !json_text::may_be_json(text) {
            return Json::from(text);
        }
        if let Some(inside) = value.encoded().filter(|inside| is_structure(inside))
            && let Some(json) = self.value(inside)
        {
            return json;
        }
        json_text::parse(text).map(without_nulls).unwrap_or_else(|| Json::from(text))
    }

    /// The JSON of an unknown string whose structure is known; none where nothing is known of it.
    fn partly_known(&mut self, value: &Value) -> Option<Option<Json>> {
        if !self.style.parse_text {
            return None;
        }
        let inside = held(value);
        if !is_structure(&inside) {
            return None;
        }
        if self.is_redacted(value) {
            return Some(Some(Json::from(REDACTED)));
        }
        Some(self.value(&inside))
    }
}

/// Whether a resource, or a block of one, was copied from another resource, whose provider may have set more.
fn is_another_resource(value: &Value) -> bool {
    let chain = std::iter::successors(Some(&value.origin), |origin| origin.copied_from());
    chain.take(MAX_DEPTH).any(|origin| matches!(origin.link().kind, LinkKind::Reference(..)))
}

fn is_structure(value: &Value) -> bool {
    matches!(value.data, Data::Sequence(..) | Data::Mapping(..)) || !value.keyed().is_empty()
}

fn without_nulls(json: Json) -> Json {
    match json {
        Json::Object(entries) => {
            let known = entries.into_iter().filter(|(_, value)| !value.is_null());
            known.map(|(key, value)| (key, without_nulls(value))).collect::<Map<_, _>>().into()
        }
        Json::Array(items) => items.into_iter().map(without_nulls).collect::<Vec<_>>().into(),
        other => other,
    }
}

#[cfg(test)]
mod tests;
