//! Values to the JSON that policies see, and the paths of what is unknown in it.

use super::json_text::{self, Hole, Skeleton};
use super::lookup::encoded;
use crate::evaluate::{Data, LinkKind, MappingKind, Part, Step, Value};
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
            Data::Unknown(unknown) => match self.partly_known(value, &unknown.parts) {
                Some(written) => written,
                None => self.hole(),
            },
            _ if value.sensitive && self.style.redact => Some(Json::from(REDACTED)),
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
        if let Some(inside) = encoded(value).filter(|inside| is_structure(inside))
            && let Some(json) = self.value(inside)
        {
            return json;
        }
        json_text::parse(text).map(without_nulls).unwrap_or_else(|| Json::from(text))
    }

    /// The JSON of an unknown string whose structure is known; none where nothing is known of it.
    fn partly_known(&mut self, value: &Value, parts: &[Part]) -> Option<Option<Json>> {
        if !self.style.parse_text {
            return None;
        }
        let inside = encoded(value).filter(|inside| is_structure(inside));
        let skeleton = || json_text::parse_parts(parts);
        if value.sensitive && self.style.redact {
            return (inside.is_some() || skeleton().is_some()).then(|| Some(Json::from(REDACTED)));
        }
        match inside {
            Some(inside) => Some(self.value(inside)),
            None => skeleton().map(|skeleton| self.skeleton(&skeleton, &skeleton.json)),
        }
    }

    fn skeleton(&mut self, skeleton: &Skeleton<'_>, json: &Json) -> Option<Json> {
        match json {
            Json::Null => None,
            Json::String(text) => match skeleton.hole(text) {
                Hole::None => Some(json.clone()),
                Hole::Inside => self.hole(),
                Hole::Bare(value) => match encoded(value) {
                    Some(inside) => self.value(inside),
                    None => self.hole(),
                },
            },
            Json::Array(items) => {
                let mut list = Vec::with_capacity(items.len());
                for item in items {
                    if is_unknown_element(skeleton, item) {
                        self.further();
                        continue;
                    }
                    let json = self.below(Json::from(list.len()), |writer| writer.skeleton(skeleton, item));
                    list.push(json.unwrap_or(Json::Null));
                }
                Some(Json::Array(list))
            }
            Json::Object(entries) => {
                let mut object = Map::new();
                for (key, value) in entries {
                    if !matches!(skeleton.hole(key), Hole::None) {
                        self.further();
                        continue;
                    }
                    let json = self.below(Json::from(&**key), |writer| writer.skeleton(skeleton, value));
                    object.extend(json.map(|json| (key.clone(), json)));
                }
                Some(Json::Object(object))
            }
            known => Some(known.clone()),
        }
    }
}

/// Whether an array's element is a hole that may be the text of several elements.
fn is_unknown_element(skeleton: &Skeleton<'_>, item: &Json) -> bool {
    let hole = item.as_str().map(|text| skeleton.hole(text));
    matches!(hole, Some(Hole::Bare(value)) if encoded(value).is_none())
}

/// Whether a resource, or a block of one, was copied from another resource, whose provider may have set more.
fn is_another_resource(value: &Value) -> bool {
    let chain = std::iter::successors(Some(&value.origin), |origin| origin.copied_from());
    chain.take(MAX_DEPTH).any(|origin| matches!(origin.link().kind, LinkKind::Reference(..)))
}

fn is_structure(value: &Value) -> bool {
    matches!(value.data, Data::Sequence(..) | Data::Mapping(..))
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
