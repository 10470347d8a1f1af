//! What is known of a value in a policy without running it: the places of `input` it may come from, the constant
//! strings it may be, and what it was built from.

use super::footprint::Step;
use std::collections::{BTreeMap, BTreeSet};

/// Above this many places or fields a value is taken to be anything.
const MAX_PLACES: usize = 256;

/// An abstract value: the union of everything it may be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Abstract {
    /// Places below `input` it may be.
    pub(super) places: BTreeSet<Vec<Step>>,
    /// Constant strings it may be.
    pub(super) strings: BTreeSet<String>,
    /// Of an object built with constant keys.
    pub(super) fields: BTreeMap<String, Abstract>,
    /// Elements of a built collection.
    pub(super) element: Option<Box<Abstract>>,
}

impl Abstract {
    /// The value at a place below `input`.
    pub(super) fn place(place: Vec<Step>) -> Abstract {
        Abstract { places: BTreeSet::from([place]), ..Abstract::default() }
    }

    /// A constant string.
    pub(super) fn string(text: &str) -> Abstract {
        Abstract { strings: BTreeSet::from([text.to_owned()]), ..Abstract::default() }
    }

    /// A collection of `element`s.
    pub(super) fn collection(element: Abstract) -> Abstract {
        Abstract { element: Some(Box::new(element)), ..Abstract::default() }
    }

    /// Either of the two.
    pub(super) fn join(&mut self, other: Abstract) {
        self.places.extend(other.places);
        if self.places.len() > MAX_PLACES {
            self.places = BTreeSet::from([Vec::new()]);
        }
        self.strings.extend(other.strings);
        for (key, value) in other.fields {
            self.fields.entry(key).or_default().join(value);
        }
        if let Some(element) = other.element {
            match &mut self.element {
                Some(own) => own.join(*element),
                None => self.element = Some(element),
            }
        }
    }

    /// What lies under a constant key.
    pub(super) fn get(&self, key: &str) -> Abstract {
        let mut found = Abstract { places: self.below(&Step::Key(key.to_owned())), ..Abstract::default() };
        if let Some(value) = self.fields.get(key) {
            found.join(value.clone());
        }
        if let Some(element) = &self.element {
            found.join((**element).clone());
        }
        found
    }

    /// What lies under any key or position.
    pub(super) fn each(&self) -> Abstract {
        let mut found = Abstract { places: self.below(&Step::Any), ..Abstract::default() };
        for value in self.fields.values() {
            found.join(value.clone());
        }
        if let Some(element) = &self.element {
            found.join((**element).clone());
        }
        found
    }

    /// Its keys, where they are constant.
    pub(super) fn keys(&self) -> Abstract {
        Abstract { strings: self.fields.keys().cloned().collect(), ..Abstract::default() }
    }

    /// Every place in it, also inside what it was built from.
    pub(super) fn all_places(&self, found: &mut BTreeSet<Vec<Step>>) {
        found.extend(self.places.iter().cloned());
        for value in self.fields.values() {
            value.all_places(found);
        }
        if let Some(element) = &self.element {
            element.all_places(found);
        }
    }

    fn below(&self, step: &Step) -> BTreeSet<Vec<Step>> {
        let extend = |place: &Vec<Step>| {
            let mut place = place.clone();
            place.push(step.clone());
            place
        };
        self.places.iter().map(extend).collect()
    }
}
