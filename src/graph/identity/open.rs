//! What is unknown of an identity, and which parts of it that leaves open.

use super::Place;
use std::collections::{BTreeMap, BTreeSet};

/// What of an identity may be other than it looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// All that is said of it.
    Everything,
    /// All that is said of what it may do.
    Rights,
    /// Its rights to one watched action.
    Right(&'static str),
    /// Which statements hold for it.
    Grants,
    /// Whether it has, or can get, all rights.
    Power,
    /// Whom it can become.
    Becoming,
    /// Who may act as it.
    Trust,
    /// Whether nobody but services that do work of their own may act as it.
    OwnWork,
}

impl Part {
    /// The fields of the document that say it, as paths; none for all of them.
    pub(super) fn fields(self) -> Vec<Vec<String>> {
        let fields: &[&str] = match self {
            Part::Everything => return Vec::new(),
            Part::Rights => {
                &["administrator", "becomes", "doubts", "escalates_by", "grants", "permissions", "power"]
            }
            Part::Right(action) => {
                return vec![vec!["grants".to_owned()], vec!["permissions".to_owned(), action.to_owned()]];
            }
            Part::Grants => &["grants"],
            Part::Power => &["administrator", "doubts", "escalates_by", "power"],
            Part::Becoming => &["becomes"],
            Part::Trust => &["trust", "trust_unknown"],
            Part::OwnWork => &["works_for_itself"],
        };
        fields.iter().map(|field| vec![(*field).to_owned()]).collect()
    }

    /// Whether it decides how much the identity may do.
    fn is_about_power(self) -> bool {
        matches!(self, Part::Everything | Part::Rights | Part::Power)
    }
}

/// What is unknown, and the parts that each place leaves open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Open(BTreeMap<Place, BTreeSet<Part>>);

impl Open {
    /// Adds a place.
    pub(super) fn add(&mut self, place: Place, part: Part) {
        self.0.entry(place).or_default().insert(part);
    }

    /// Adds places that all leave the same part open.
    pub(super) fn extend(&mut self, places: impl IntoIterator<Item = Place>, part: Part) {
        places.into_iter().for_each(|place| self.add(place, part));
    }

    /// Adds places that leave several parts open; nothing, where there are no parts.
    pub(super) fn extend_by(&mut self, places: impl IntoIterator<Item = Place>, parts: &BTreeSet<Part>) {
        for place in places {
            parts.iter().for_each(|part| self.add(place.clone(), *part));
        }
    }

    /// Adds what is open elsewhere.
    pub(super) fn merge(&mut self, other: &Open) {
        for (place, parts) in &other.0 {
            self.extend_by([place.clone()], parts);
        }
    }

    /// Whether all is known.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All places, each with the parts that it leaves open.
    pub(super) fn parts(&self) -> impl Iterator<Item = (&Place, &BTreeSet<Part>)> {
        self.0.iter()
    }

    /// Those that leave open who may act as the identity, and how.
    pub(super) fn of_trust(&self) -> impl Iterator<Item = &Place> {
        self.0.iter().filter(|(_, parts)| parts.contains(&Part::Trust)).map(|(place, _)| place)
    }

    /// Those that leave open whether it has, or can get, all rights.
    pub(super) fn of_power(&self) -> impl Iterator<Item = &Place> {
        let about = |parts: &BTreeSet<Part>| parts.iter().any(|part| part.is_about_power());
        self.0.iter().filter(move |(_, parts)| about(parts)).map(|(place, _)| place)
    }
}
