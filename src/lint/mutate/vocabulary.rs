//! What the cases of a rule have at like places: what a value can be swapped with, and what can be added.

use crate::evaluate::{Data, Value};
use crate::lint::change::edit::inside;
use crate::lint::change::signature::signature;
use std::collections::BTreeMap;

/// Different values that are kept of one place. Whatever a rule tells apart is among them, unless its cases have
/// a long list of one thing.
const MOST: usize = 12;

/// What stands for the elements of a list.
pub(super) const ELEMENT: &str = "*";

/// Values by place: what holds them, and the key. What holds a value is told by its own key, so that a container's
/// `securityContext` is the same place in every kind; at the top, by the kind.
#[derive(Debug, Default)]
pub(super) struct Vocabulary(BTreeMap<String, BTreeMap<String, BTreeMap<String, Value>>>);

impl Vocabulary {
    /// Takes in all that a value holds.
    pub(super) fn add(&mut self, value: &Value, holder: &str, is_object: bool) {
        if !is_object && let Some(inner) = inside(value) {
            return self.add(&inner, holder, is_object);
        }
        for (key, child) in value.entries().into_iter().flatten() {
            self.add_at(child, holder, key);
            self.add(child, key, is_object);
        }
        for child in value.items().into_iter().flatten().filter(|item| !item.stands_for_many()) {
            self.add_at(child, holder, ELEMENT);
            self.add(child, holder, is_object);
        }
    }

    fn add_at(&mut self, value: &Value, holder: &str, key: &str) {
        if matches!(value.data, Data::Null) {
            return;
        }
        let seen = self.0.entry(holder.to_owned()).or_default().entry(key.to_owned()).or_default();
        if seen.len() < MOST {
            seen.entry(signature(value)).or_insert_with(|| value.clone());
        }
    }

    /// What is seen in what a key, or kind, stands for.
    pub(super) fn within(&self, holder: &str) -> impl Iterator<Item = (&str, impl Iterator<Item = &Value>)> {
        let keys = self.0.get(holder).into_iter().flatten();
        keys.map(|(key, values)| (key.as_str(), values.values()))
    }

    /// What is seen at one place.
    pub(super) fn at(&self, holder: &str, key: &str) -> impl Iterator<Item = &Value> {
        self.0.get(holder).and_then(|keys| keys.get(key)).into_iter().flat_map(BTreeMap::values)
    }
}
