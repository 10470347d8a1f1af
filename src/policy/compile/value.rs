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
    /// It may be the keys, or one of the keys, of what is at these places.
    pub(super) keys_of: BTreeSet<Vec<Step>>,
    /// It may also be a constant number.
    pub(super) number: bool,
    /// It may also be something else that is no place of `input`.
    pub(super) computed: bool,
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

    /// Something that is worked out.
    pub(super) fn computed() -> Abstract {
        Abstract { computed: true, ..Abstract::default() }
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
        self.keys_of.extend(other.keys_of);
        self.number |= other.number;
        self.computed |= other.computed;
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

    /// What lies under any of some keys.
    pub(super) fn any_of(&self, keys: &BTreeSet<String>) -> Abstract {
        let mut found = Abstract::default();
        keys.iter().for_each(|key| found.join(self.get(key)));
        found
    }

    /// Whether it can be nothing but a collection that the policy builds.
    pub(super) fn is_built(&self) -> bool {
        let other = self.computed || self.number || !self.strings.is_empty() || !self.fields.is_empty();
        self.element.is_some() && !other && self.places.is_empty() && self.keys_of.is_empty()
    }

    /// The strings it may be, where it can be nothing else.
    pub(super) fn constants(&self) -> Option<&BTreeSet<String>> {
        self.steps().filter(|_| !self.number)
    }

    /// The strings it may be, where it can be nothing else but a constant number.
    pub(super) fn steps(&self) -> Option<&BTreeSet<String>> {
        let other = self.computed || !self.places.is_empty() || !self.keys_of.is_empty();
        (!other && !self.strings.is_empty()).then_some(&self.strings)
    }

    /// What lies under any key or position.
    pub(super) fn each(&self) -> Abstract {
        let mut found =
            Abstract { places: self.below(&Step::Any), keys_of: self.keys_of.clone(), ..Abstract::default() };
        for value in self.fields.values() {
            found.join(value.clone());
        }
        if let Some(element) = &self.element {
            found.join((**element).clone());
        }
        found
    }

    /// How long it is.
    pub(super) fn length(&self) -> Abstract {
        Abstract { places: self.below(&Step::Length), ..Abstract::default() }
    }

    /// Its keys.
    pub(super) fn keys(&self) -> Abstract {
        let strings = self.fields.keys().cloned().collect();
        let computed = self.computed || self.element.is_some();
        Abstract { strings, keys_of: self.places.clone(), computed, ..Abstract::default() }
    }

    /// It and everything it was built from.
    pub(super) fn parts<'s>(&'s self, found: &mut Vec<&'s Abstract>) {
        found.push(self);
        self.fields.values().for_each(|value| value.parts(found));
        if let Some(element) = &self.element {
            element.parts(found);
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
