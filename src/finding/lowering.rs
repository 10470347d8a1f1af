//! What would lower the risk of a finding: changes that were made to the graph and linted.

use super::Location;
use crate::evaluate::Path;
use serde::Serialize;

/// A change to what is written at one place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Change {
    /// The line to change.
    pub location: Location,
    /// Id of the resource that is changed; of several made of one block the first.
    pub resource: String,
    /// Where in its attributes; empty for the resource as a whole.
    #[schemars(with = "Vec<serde_json::Value>")]
    pub path: Path,
    /// What to do, in words that follow "would" or stand alone: "set `encrypted` to `true`".
    pub does: String,
}

/// What changes do to a finding.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, schemars::JsonSchema)]
pub struct Effect {
    /// The finding's fingerprint.
    pub fingerprint: String,
    /// Its rule.
    pub rule: String,
    /// The resource that it is about, as an address.
    pub address: String,
    /// Its score; none where nothing is rated, and of one that appears.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<u32>,
    /// Its score with the change; none where it is gone, or nothing is rated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<u32>,
    /// Whether it is gone.
    pub gone: bool,
    /// Why it is told only with the change; none of what is told without it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub appears: Option<Appearance>,
}

/// Why a finding is told only with a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Appearance {
    /// It was there: a stronger one, which is gone, said it already.
    Uncovered,
    /// The change makes it. It is less bad than what the change removes.
    New,
}

/// What works without a change and may not with it, as far as the graph knows.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, schemars::JsonSchema)]
pub struct Stop {
    /// Id of the resource that it works for.
    pub resource: String,
    /// The resource, as an address.
    pub address: String,
    /// What, in words that follow the address.
    pub what: String,
}

/// A change that removes a finding or lowers its score, and brings up nothing that is as bad.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Lowering {
    /// The change.
    pub change: Change,
    /// What has to be changed with it; nothing where it does by itself.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub with: Vec<Change>,
    /// What it does to the finding.
    pub effect: Effect,
    /// What it does to others, for the better or the worse.
    pub others: Vec<Effect>,
}

/// All such changes that were found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Lowerings {
    /// The best first.
    pub changes: Vec<Lowering>,
    /// Changes that were linted.
    pub tried: usize,
    /// Pairs of them that were linted, since none by itself lowers the score by much.
    pub paired: usize,
    /// Changes that would do as well, but of which the platform refuses what they make beside what is there.
    pub refused: usize,
    /// Changes that were left out, since there are too many.
    pub untried: usize,
}
