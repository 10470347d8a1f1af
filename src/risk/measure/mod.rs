//! From a finding and the graph to the levels of its features.
//!
//! What is unknown counts as the higher level that it may have, and the lower one is kept beside it, so that making a
//! value unknown never lowers a risk.

mod data;
mod index;
mod privilege;
mod reach;
mod rule;
mod statement;
mod uses;

use super::feature::{COUNT, Condition, FEATURES, Feature};
use crate::evaluate::Path;
use crate::graph::{DocumentResource, GraphDocument};
use crate::policy::Rule;
use index::Index;
use serde::Serialize;
use serde_json::Value as Json;
use std::collections::BTreeSet;

pub use statement::statement_of;

/// A level of a feature, with the lowest and the highest it may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Level {
    /// The one that counts.
    pub at: u8,
    /// The lowest one possible.
    pub least: u8,
    /// The highest one possible.
    pub most: u8,
}

impl Level {
    /// One that is known.
    pub fn known(at: u8) -> Level {
        Level { at, least: at, most: at }
    }

    /// One that may be anything from `least` to `most`: the highest counts.
    pub fn up_to(least: u8, most: u8) -> Level {
        Level { at: most.max(least), least, most: most.max(least) }
    }

    /// The higher of two.
    #[must_use]
    pub fn max(self, other: Level) -> Level {
        Level {
            at: self.at.max(other.at),
            least: self.least.max(other.least),
            most: self.most.max(other.most),
        }
    }

    /// Whether something is unknown that would lower it.
    pub fn is_unknown(self) -> bool {
        self.least < self.at && self.most == self.at
    }
}

/// A station on the way from the internet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct WayStation {
    /// Id of the resource.
    pub resource: String,
    /// Its address, as reports name it.
    pub address: String,
    /// What is to be seen there.
    pub note: String,
}

/// What a finding's features are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measurement {
    /// The rule that it is a finding of.
    pub rule: String,
    levels: [Level; COUNT],
    /// The way from the internet, station after station, where there is one.
    pub way: Vec<WayStation>,
    /// Whether no other linter rates the misconfiguration.
    pub unrated: bool,
    /// The kinds of the resources at fault; none where nobody keeps them, as in records of runs.
    pub kinds: BTreeSet<String>,
}

impl Measurement {
    /// The lowest level of everything.
    pub fn lowest() -> Measurement {
        Measurement {
            rule: String::new(),
            levels: [Level::known(0); COUNT],
            way: Vec::new(),
            unrated: false,
            kinds: BTreeSet::new(),
        }
    }

    /// The level of a feature.
    pub fn level(&self, feature: Feature) -> Level {
        self.levels.get(feature as usize).copied().unwrap_or(Level::known(0))
    }

    /// Sets the level of a feature, at most its highest one.
    pub fn set(&mut self, feature: Feature, level: Level) {
        let highest = feature.highest();
        let within = |level: Level| Level {
            at: level.at.min(highest),
            least: level.least.min(highest),
            most: level.most.min(highest),
        };
        if let Some(slot) = self.levels.get_mut(feature as usize) {
            *slot = within(level);
        }
    }

    /// Gives features that count for other rules alone their lowest level.
    fn leave_out_what_does_not_count(&mut self) {
        for definition in FEATURES {
            let holds = |condition: &Condition| {
                let (feature, least) = condition.least();
                self.level(feature).at >= least
            };
            if !definition.counts.iter().all(holds) {
                self.set(definition.feature, Level::known(0));
            }
        }
        if self.level(Feature::Internet).at == 0 {
            self.way.clear();
        }
    }

    /// The worse of two for every feature: of a finding in several environments.
    #[must_use]
    pub fn worst(mut self, other: &Measurement) -> Measurement {
        for definition in FEATURES {
            self.set(definition.feature, self.level(definition.feature).max(other.level(definition.feature)));
        }
        if self.way.is_empty() {
            self.way.clone_from(&other.way);
        }
        self.kinds.extend(other.kinds.iter().cloned());
        self
    }
}

/// Measures findings of one graph.
#[derive(Debug)]
pub struct Gauge<'d> {
    index: Index<'d>,
}

/// What is measured.
struct Subject<'s> {
    resource: &'s DocumentResource,
    /// What the path leads into: the resource itself, or one that configures it.
    at: &'s DocumentResource,
    /// Where the fault is, as documents write it.
    path: Vec<Json>,
}

impl<'d> Gauge<'d> {
    /// Of the graph that the findings are of. Takes time in proportion to what the document holds.
    pub fn new(document: &'d GraphDocument) -> Gauge<'d> {
        Gauge { index: Index::new(document) }
    }

    /// The features of a finding: what a rule finds of the resource with an id, at a path of the same or of one that
    /// configures it, and of so many others. One whose resource the graph does not have is measured by its rule alone.
    pub fn measure(&self, rule: &Rule, id: &str, (at, path): (&str, &Path), instances: usize) -> Measurement {
        let mut found = Measurement::lowest();
        found.rule.clone_from(&rule.id);
        rule::measure(rule, &mut found);
        found.set(Feature::Instances, Level::known(by_count(instances, &[2, 4, 10, 30])));
        found.set(Feature::Unhindered, Level::known(Feature::Unhindered.highest()));
        let Some(resource) = self.index.resource(id) else {
            found.leave_out_what_does_not_count();
            return found;
        };
        found.kinds.insert(resource.kind.clone());
        let path = match serde_json::to_value(path) {
            Ok(Json::Array(steps)) => steps,
            _ => Vec::new(),
        };
        let at = self.index.resource(at).unwrap_or(resource);
        let subject = Subject { resource, at, path };
        data::measure(&self.index, &subject, &mut found);
        privilege::measure(&self.index, &subject, &mut found);
        statement::measure(&self.index, &subject, &mut found);
        reach::measure(&self.index, &subject, &mut found);
        found.leave_out_what_does_not_count();
        found
    }
}

/// The level of a number: how many of the bounds it reaches.
fn by_count(count: usize, bounds: &[usize]) -> u8 {
    u8::try_from(bounds.iter().filter(|bound| count >= **bound).count()).unwrap_or(u8::MAX)
}

/// Whether one path lies at, above or below the other; `*` stands for any step.
fn related(one: &[Json], other: &[Json]) -> bool {
    one.iter().zip(other).all(|(one, other)| one == other || one == "*" || other == "*")
}
