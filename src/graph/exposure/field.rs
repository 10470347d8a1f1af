//! Reading attributes without taking what is unknown for absent.

use super::door::{Judged, Place, Standing};
use crate::evaluate::{Data, Path, Step, Value};
use crate::graph::{Resource, ResourceIndex};

/// A place in a resource's attributes, and what is there.
#[derive(Clone, Debug)]
pub(super) struct Field<'g> {
    resource: ResourceIndex,
    path: Path,
    /// None where nothing is there. Below something unknown, that.
    value: Option<&'g Value>,
}

/// What is known of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told<T> {
    Absent,
    Unknown,
    Known(T),
}

impl<'g> Field<'g> {
    /// All attributes of a resource.
    pub(super) fn of(resources: &'g [Resource], resource: ResourceIndex) -> Field<'g> {
        let value = resources.get(resource.0 as usize).map(|resource| &resource.attributes);
        Field { resource, path: Path::default(), value }
    }

    /// The attribute `key`.
    pub(super) fn get(&self, key: &str) -> Field<'g> {
        if self.is_unknown() {
            return self.clone();
        }
        let inside = self.value.map(|value| value.encoded().unwrap_or(value));
        self.child(inside.and_then(|value| value.get(key)), key.into())
    }

    /// The attribute at the end of `keys`.
    pub(super) fn at(&self, keys: &[&str]) -> Field<'g> {
        keys.iter().fold(self.clone(), |field, key| field.get(key))
    }

    /// What stands at the end of a path.
    pub(super) fn follow(&self, path: &Path) -> Field<'g> {
        path.0.iter().fold(self.clone(), |field, step| match step {
            Step::Key(key) => field.get(key),
            Step::Index(at) => {
                field.items().into_iter().nth(*at).unwrap_or_else(|| field.child(None, (*at).into()))
            }
            Step::Any => field,
        })
    }

    fn child(&self, value: Option<&'g Value>, step: Step) -> Field<'g> {
        let value = value.filter(|value| !matches!(value.data, Data::Null));
        Field { resource: self.resource, path: self.path.with(step), value }
    }

    /// The elements of a list, or the blocks of a kind. What stands for any number of them, and a list that is
    /// unknown, are one unknown element whose place is the list.
    pub(super) fn items(&self) -> Vec<Field<'g>> {
        if self.is_unknown() {
            return vec![self.clone()];
        }
        let items = self.value.map(|value| value.encoded().unwrap_or(value)).and_then(Value::items);
        let mut position = 0;
        let element = |item: &'g Value| {
            if item.stands_for_many() {
                return Field { resource: self.resource, path: self.path.clone(), value: Some(item) };
            }
            let element = self.child(Some(item), position.into());
            position += 1;
            element
        };
        items.unwrap_or_default().iter().map(element).collect()
    }

    /// The blocks of a kind.
    pub(super) fn blocks(&self, name: &str) -> Vec<Field<'g>> {
        self.get(name).items()
    }

    /// The only block of a kind; absent where there is none.
    pub(super) fn block(&self, name: &str) -> Field<'g> {
        let list = self.get(name);
        list.items().into_iter().next().unwrap_or_else(|| list.child(None, 0.into()))
    }

    /// The entries of a mapping, whatever their keys.
    pub(super) fn entries(&self) -> Vec<(&'g str, Field<'g>)> {
        let entries = self.value.and_then(Value::entries).into_iter().flatten();
        entries.map(|(key, value)| (&**key, self.child(Some(value), Step::Key(key.clone())))).collect()
    }

    /// What is there.
    pub(super) fn value(&self) -> Option<&'g Value> {
        self.value
    }

    /// Whether nothing is there.
    pub(super) fn is_absent(&self) -> bool {
        self.value.is_none()
    }

    /// Whether it is unknown as a whole.
    pub(super) fn is_unknown(&self) -> bool {
        self.value.is_some_and(|value| value.is_unknown() && value.encoded().is_none())
    }

    /// Whether any part of it is unknown.
    pub(super) fn has_unknown(&self) -> bool {
        self.value.is_some_and(|value| !value.is_wholly_known())
    }

    /// What it is, as read by `read`; a value of another type counts as absent.
    fn told<T>(&self, read: impl FnOnce(&'g Value) -> Option<T>) -> Told<T> {
        match self.value {
            None => Told::Absent,
            Some(value) if value.is_unknown() => Told::Unknown,
            Some(value) => read(value).map_or(Told::Absent, Told::Known),
        }
    }

    /// A truth, as Terraform converts texts to it.
    pub(super) fn truth(&self) -> Told<bool> {
        self.told(|value| match (&value.data, value.as_str()) {
            (_, Some("true" | "1")) => Some(true),
            (_, Some("false" | "0")) => Some(false),
            _ => value.as_bool(),
        })
    }

    /// A text.
    pub(super) fn text(&self) -> Told<&'g str> {
        self.told(Value::as_str)
    }

    /// The text, where it is known.
    pub(super) fn known(&self) -> Option<&'g str> {
        self.value.and_then(Value::as_str)
    }

    /// A whole number, also where it is written as text.
    pub(super) fn number(&self) -> Told<i64> {
        self.told(|value| match &value.data {
            Data::Number(number) => number.to_i64(),
            Data::String(text) => text.trim().parse().ok(),
            _ => None,
        })
    }

    /// The number of one port, as a range.
    pub(super) fn port(&self) -> Option<(u16, u16)> {
        match self.number() {
            Told::Known(number) => {
                u16::try_from(number).ok().filter(|port| *port > 0).map(|port| (port, port))
            }
            _ => None,
        }
    }

    /// Where it stands.
    pub(super) fn place(&self) -> Place {
        Place { resource: self.resource, path: self.path.clone() }
    }

    /// Whether it is true; `default` where it is absent.
    pub(super) fn is_true(&self, default: bool) -> Judged {
        self.judge(self.truth(), |truth| truth, default)
    }

    /// Whether it is false; `default` says whether it is where absent.
    pub(super) fn is_false(&self, default: bool) -> Judged {
        self.judge(self.truth(), |truth| !truth, default)
    }

    /// Whether the text meets a condition; `default` where it is absent.
    pub(super) fn is(&self, default: bool, holds: impl FnOnce(&str) -> bool) -> Judged {
        self.judge(self.text(), holds, default)
    }

    fn judge<T>(&self, told: Told<T>, holds: impl FnOnce(T) -> bool, default: bool) -> Judged {
        match told {
            Told::Absent => Judged::known(default),
            Told::Known(value) => Judged::known(holds(value)),
            Told::Unknown => self.unknown(),
        }
    }

    /// That nothing can be said for not knowing what is here.
    pub(super) fn unknown(&self) -> Judged {
        Judged { standing: Standing::Unknown, unknown: vec![self.hole()] }
    }

    /// The first place in it that is unknown; its own where all is known.
    fn hole(&self) -> Place {
        let mut at = self.clone();
        while !at.is_unknown() {
            let entries = at.entries().into_iter().map(|(_, field)| field);
            let Some(next) = entries.chain(at.items()).find(Field::has_unknown) else { return self.place() };
            at = next;
        }
        at.place()
    }
}
