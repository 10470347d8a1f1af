//! Changes to one value inside another, also inside of a text that is JSON.

use crate::evaluate::{Data, LinkKind, Origin, Reason, Step, Value, terraform};
use std::sync::Arc;

/// Copies that are gone back to see where a text came from.
const MOST_COPIES: usize = 256;

/// What is done to a value.
#[derive(Clone, Debug)]
pub(super) enum Edit {
    /// It is taken out of what holds it.
    Remove,
    /// Another takes its place.
    Put(Value),
    /// The mapping gets an entry.
    Insert(Arc<str>, Value),
    /// The list gets an element.
    Append(Value),
    /// It becomes unknown. What it refers to stays known, as with an attribute that the provider computes.
    Hide,
}

/// A change to one value.
#[derive(Clone, Debug)]
pub(super) struct Change {
    /// From the attributes to the value.
    pub(super) path: Vec<Step>,
    pub(super) edit: Edit,
}

/// The object or array that a text is the JSON of.
pub(super) fn inside(value: &Value) -> Option<Value> {
    match &value.data {
        Data::String(text) => value.origin.encoded().cloned().or_else(|| {
            let holds = text.trim_start().starts_with(['{', '[']);
            let json = holds.then(|| serde_json::from_str(text).ok()).flatten()?;
            Some(terraform::from_json(json, &value.origin))
        }),
        Data::Unknown(unknown) => unknown.encodes.clone(),
        _ => None,
    }
}

impl Change {
    /// The value with the change made; none where the path leads nowhere. Texts of objects are left alone.
    pub(super) fn apply(&self, value: &Value, is_object: bool) -> Option<Value> {
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

/// A value as the text that it is the JSON of, in place of another. One that was read from a data source still is.
fn encoded(changed: Value, text: &Value) -> Value {
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
        (Edit::Hide, _) => return Some(hidden(value)),
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

fn hidden(value: &Value) -> Value {
    let from = Value::contributing([value]);
    Value::unknown(Reason::Computed, Origin::new(LinkKind::Computed, value.origin.span(), from))
}
