//! Changes to one value inside another, also inside of a text that is JSON or was encoded as YAML.

use crate::evaluate::{Data, LinkKind, Origin, Part, Reason, Step, Unknown, Value, terraform};
use std::sync::Arc;

/// Copies that are gone back to see where a text came from.
const MOST_COPIES: usize = 256;

/// What is done to a value.
#[derive(Clone, Debug)]
pub(in crate::lint) enum Edit {
    /// It is taken out of what holds it.
    Remove,
    /// Another takes its place.
    Put(Value),
    /// The mapping gets an entry.
    Insert(Arc<str>, Value),
    /// The list gets an element.
    Append(Value),
    /// It becomes unknown. What it refers to stays known, as with an attribute that the provider computes.
    Hide(Hiding),
}

/// What is still known of a value that becomes unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::lint) enum Hiding {
    /// Nothing.
    Whole,
    /// That it is a text, and not an empty one.
    Filled,
}

/// A change to one value.
#[derive(Clone, Debug)]
pub(in crate::lint) struct Change {
    /// From the attributes to the value.
    pub(in crate::lint) path: Vec<Step>,
    pub(in crate::lint) edit: Edit,
}

/// The object or array that a text is the JSON or YAML of.
pub(in crate::lint) fn inside(value: &Value) -> Option<Value> {
    let yaml = || value.origin.encoded_yaml().cloned();
    match &value.data {
        Data::String(text) => value.origin.encoded().cloned().or_else(yaml).or_else(|| {
            let holds = text.trim_start().starts_with(['{', '[']);
            let json = holds.then(|| serde_json::from_str(text).ok()).flatten()?;
            Some(terraform::from_json(json, &value.origin))
        }),
        Data::Unknown(unknown) => unknown.encodes.clone().or_else(yaml),
        _ => None,
    }
}

impl Change {
    /// The value with the change made; none where the path leads nowhere. Texts of objects are left alone.
    pub(in crate::lint) fn apply(&self, value: &Value, is_object: bool) -> Option<Value> {
        change(value, &self.path, &self.edit, is_object)
    }
}

fn change(value: &Value, path: &[Step], edit: &Edit, is_object: bool) -> Option<Value> {
    let enters = !path.is_empty() || matches!(edit, Edit::Insert(..) | Edit::Append(_));
    if enters
        && !is_object
        && let Some(inner) = inside(value)
    {
        let changed = change(&inner, path, edit, is_object)?;
        return Some(encoded(changed, value));
    }
    let data = match (&value.data, path) {
        (_, []) => return here(value, edit),
        (Data::Mapping(kind, entries), [Step::Key(key), rest @ ..]) => {
            let mut entries = (**entries).clone();
            let child = entries.remove(key)?;
            if !(rest.is_empty() && matches!(edit, Edit::Remove)) {
                entries.insert(key.clone(), change(&child, rest, edit, is_object)?);
            }
            Data::Mapping(*kind, Arc::new(entries))
        }
        (Data::Sequence(kind, items), [Step::Index(at), rest @ ..]) => {
            let mut items = (**items).clone();
            let child = items.get_mut(*at)?;
            if rest.is_empty() && matches!(edit, Edit::Remove) {
                items.remove(*at);
            } else {
                *child = change(child, rest, edit, is_object)?;
            }
            Data::Sequence(*kind, Arc::new(items))
        }
        _ => return None,
    };
    Some(Value { data, ..value.clone() })
}

/// A value as the text that it is the JSON or YAML of, in place of another. One that was read from a data source still
/// is.
fn encoded(changed: Value, text: &Value) -> Value {
    if text.origin.encoded_yaml().is_some() {
        let from = Value::contributing([&changed]);
        let origin = Origin::new(LinkKind::EncodedYaml(changed), text.origin.span(), from);
        return Value::unknown(Reason::Computed, origin);
    }
    if matches!(text.data, Data::String(_)) && text.origin.encoded().is_none() && !changed.is_wholly_known() {
        return written_out(&changed, text);
    }
    let mut chain =
        std::iter::successors(Some(&text.origin), |origin| origin.copied_from()).take(MOST_COPIES);
    let is_read = chain.any(|origin| matches!(origin.link().kind, LinkKind::Reference(..)));
    let mut made = terraform::encoded(changed.clone(), text.origin.span());
    if is_read {
        let from = vec![text.origin.clone()];
        made.origin = Origin::new(LinkKind::Encoded(changed), text.origin.span(), from);
    }
    made
}

/// A value changed itself.
fn here(value: &Value, edit: &Edit) -> Option<Value> {
    let data = match (edit, &value.data) {
        (Edit::Put(other), _) => return Some(other.clone()),
        (Edit::Hide(hiding), _) => return Some(hidden(value, *hiding)),
        (Edit::Insert(key, entry), Data::Mapping(kind, entries)) => {
            let mut entries = (**entries).clone();
            entries.insert(key.clone(), entry.clone());
            Data::Mapping(*kind, Arc::new(entries))
        }
        (Edit::Append(item), Data::Sequence(kind, items)) => {
            let mut items = (**items).clone();
            items.push(item.clone());
            Data::Sequence(*kind, Arc::new(items))
        }
        _ => return None,
    };
    Some(Value { data, ..value.clone() })
}

fn hidden(value: &Value, hiding: Hiding) -> Value {
    let from = Value::contributing([value]);
    let origin = Origin::new(LinkKind::Computed, value.origin.span(), from);
    let filled = hiding == Hiding::Filled;
    let unknown = Unknown { not_null: filled, filled, ..Unknown::because(Reason::Computed) };
    Value::new(Data::Unknown(Arc::new(unknown)), origin)
}

/// A text of JSON as somebody writes it out, with an expression in the place of each part that is unknown.
fn written_out(value: &Value, text: &Value) -> Value {
    let mut written = Written::default();
    written.value(value);
    written.parts.push(Part::Text(written.known.into()));
    let origin = Origin::new(LinkKind::Computed, text.origin.span(), Value::contributing([value]));
    let unknown = Unknown { not_null: true, parts: written.parts, ..Unknown::because(Reason::Computed) };
    Value::new(Data::Unknown(Arc::new(unknown)), origin)
}

#[derive(Default)]
struct Written {
    parts: Vec<Part>,
    known: String,
}

impl Written {
    fn value(&mut self, value: &Value) {
        match &value.data {
            Data::Unknown(unknown) => {
                // What is surely a text stands between quotes.
                let quote = if unknown.filled { "\"" } else { "" };
                self.known.push_str(quote);
                self.parts.push(Part::Text(std::mem::take(&mut self.known).into()));
                self.parts.push(Part::Hole(value.clone()));
                self.known.push_str(quote);
            }
            Data::Sequence(_, items) => {
                self.known.push('[');
                for (at, item) in items.iter().enumerate() {
                    self.known.push_str(if at > 0 { ", " } else { "" });
                    self.value(item);
                }
                self.known.push(']');
            }
            Data::Mapping(_, entries) => {
                self.known.push('{');
                for (at, (key, entry)) in entries.iter().enumerate() {
                    self.known.push_str(if at > 0 { ", " } else { "" });
                    self.known.push_str(&serde_json::Value::from(&**key).to_string());
                    self.known.push_str(": ");
                    self.value(entry);
                }
                self.known.push('}');
            }
            Data::Null => self.known.push_str("null"),
            Data::Bool(truth) => self.known.push_str(if *truth { "true" } else { "false" }),
            Data::Number(number) => self.known.push_str(&number.to_json().to_string()),
            Data::String(text) => self.known.push_str(&serde_json::Value::from(&**text).to_string()),
        }
    }
}
