//! Whether findings are like those that a model was learned from. Where they are not, the model abstains: findings then
//! stand in the order of their severity.
//!
//! One repository is never like a mixture of many, so an index alone says little: of 29 repositories learned from, each
//! shows indices above 0.25 against the others. What counts as drift lies beyond chance, beyond 0.25, and beyond what
//! any of those repositories shows.

mod index;
mod reference;
#[cfg(test)]
mod tests;

use super::feature::FEATURES;
use super::model::{LARGEST, Model};
pub use index::is_of_kubernetes;
use index::{by_chance, index, share};
use reference::Tally;
pub use reference::{Histogram, Met, Observed, Reference, Scores};
use serde::Serialize;
use std::collections::BTreeSet;

/// Findings below which there are too few to tell.
pub const ENOUGH: usize = 200;
/// The index from which on a difference is large.
const LARGE: f64 = 0.25;
/// The share of rules, or kinds, that may be unknown to the model.
const UNSEEN: f64 = 0.20;
/// Points that features which have drifted may hold.
const POINTS: u32 = LARGEST / 4;

/// What is to be said of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DriftState {
    /// The model says nothing of what it was learned from, or rules were chosen by name.
    NotTold,
    /// There are too few findings.
    TooFew,
    /// Nothing differs beyond chance.
    AsLearned,
    /// Something differs beyond chance, but not so much that the model abstains.
    Noted,
    /// The findings are too unlike those learned from: they stand in the order of their severity.
    Abstains,
}

impl DriftState {
    /// As reports print it.
    pub fn name(self) -> &'static str {
        match self {
            DriftState::NotTold => "not told",
            DriftState::TooFew => "too few to tell",
            DriftState::AsLearned => "as learned",
            DriftState::Noted => "differs",
            DriftState::Abstains => "abstains",
        }
    }
}

/// What is to be said of one index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Chance alone explains it.
    ByChance,
    /// Chance alone does not, but repositories differ as much.
    Noted,
    /// It is large, and no repository learned from differs as much.
    Drifted,
}

impl Standing {
    /// As reports print it.
    pub fn name(self) -> &'static str {
        match self {
            Standing::ByChance => "by chance",
            Standing::Noted => "differs",
            Standing::Drifted => "drifted",
        }
    }
}

/// How much one feature, or the score, differs.
#[derive(Clone, Debug, PartialEq, Serialize, schemars::JsonSchema)]
pub struct DriftIndex {
    /// The feature's name; `score`.
    pub of: &'static str,
    /// The most points that it gives.
    pub points: u32,
    /// The population stability index.
    pub value: f64,
    /// What it stays below in 99 of 100 cases by chance, with so many findings.
    pub by_chance: f64,
    /// The largest one that a repository learned from shows against the others.
    pub usual: f64,
    /// What follows.
    pub standing: Standing,
}

/// How many of some names the model has never met.
#[derive(Clone, Debug, PartialEq, Serialize, schemars::JsonSchema)]
pub struct Unseen {
    /// `rules`, `kinds`.
    pub of: &'static str,
    /// How many there are.
    pub count: usize,
    /// How many of them are new.
    pub unseen: usize,
    /// The largest share that is new in a repository learned from, beside the others.
    pub usual: f64,
}

/// How findings compare with those that a model was learned from.
#[derive(Clone, Debug, PartialEq, Serialize, schemars::JsonSchema)]
pub struct Drift {
    /// What follows.
    pub state: DriftState,
    /// Findings that were compared.
    pub findings: usize,
    /// Why, in words: of a model that abstains, or that cannot tell.
    pub reasons: Vec<String>,
    /// The score first, then every feature.
    pub indices: Vec<DriftIndex>,
    /// Rules and kinds.
    pub unseen: Vec<Unseen>,
}

impl Drift {
    /// Of which nothing can be said.
    pub fn not_told(findings: usize, reason: &str) -> Drift {
        Drift {
            state: DriftState::NotTold,
            findings,
            reasons: vec![reason.to_owned()],
            indices: Vec::new(),
            unseen: Vec::new(),
        }
    }

    /// Whether the model abstains.
    pub fn abstains(&self) -> bool {
        self.state == DriftState::Abstains
    }
}

/// Compares findings with those that a model was learned from.
pub fn drift(model: &Model, observed: &[Observed<'_>]) -> Drift {
    let findings = observed.len();
    let Some((reference, tally)) = model.reference.as_ref().zip(reference::tally(model, observed)) else {
        return Drift::not_told(findings, "the model does not say what it was learned from");
    };
    let indices = indices(model, reference, &tally, findings);
    let unseen = vec![
        unseen("rules", &reference.rules, observed.iter().map(|one| one.rule)),
        unseen("kinds", &reference.kinds, observed.iter().map(|one| one.kind)),
    ];
    let reasons = reasons(&indices, &unseen);
    let state = match () {
        () if findings < ENOUGH => DriftState::TooFew,
        () if !reasons.is_empty() => DriftState::Abstains,
        () if indices.iter().any(|one| one.standing != Standing::ByChance) => DriftState::Noted,
        () => DriftState::AsLearned,
    };
    let reasons = match state {
        DriftState::TooFew => vec![format!("{findings} findings; {ENOUGH} are needed")],
        _ => reasons,
    };
    Drift { state, findings, reasons, indices, unseen }
}

fn indices(model: &Model, reference: &Reference, tally: &Tally, findings: usize) -> Vec<DriftIndex> {
    let learned = reference.findings.iter().map(|one| usize::try_from(*one).unwrap_or(usize::MAX)).sum();
    let one = |of: &'static str, points: u32, counts: &[Vec<u32>], found: &[Vec<u32>], usual: u32| {
        let value = rounded(index(counts, found));
        let levels = counts.first().map_or(0, Vec::len);
        let by_chance = rounded(by_chance(levels, findings, learned));
        let usual = f64::from(usual) / 1e3;
        let standing = match () {
            () if value <= by_chance => Standing::ByChance,
            () if value <= LARGE || value <= usual => Standing::Noted,
            () => Standing::Drifted,
        };
        DriftIndex { of, points, value, by_chance, usual, standing }
    };
    let scores = &reference.scores;
    let mut all = vec![one("score", LARGEST, &scores.counts, &tally.scores, scores.usual)];
    for ((definition, histogram), found) in FEATURES.iter().zip(&reference.features).zip(&tally.features) {
        let most = model.points(definition.feature, definition.feature.highest())[1];
        all.push(one(definition.id, most, &histogram.counts, found, histogram.usual));
    }
    all
}

fn rounded(value: f64) -> f64 {
    // Nothing less than nothing, and no zero with a sign.
    f64::max((value * 1e3).round() / 1e3, 0.0) + 0.0
}

fn unseen<'o>(of: &'static str, met: &Met, names: impl Iterator<Item = &'o str>) -> Unseen {
    let names: BTreeSet<&str> = names.collect();
    let seen = names.iter().filter(|name| met.has(name)).count();
    Unseen { of, count: names.len(), unseen: names.len() - seen, usual: f64::from(met.usual) / 1e3 }
}

/// Why a model abstains; nothing where it does not.
fn reasons(indices: &[DriftIndex], unseen: &[Unseen]) -> Vec<String> {
    let mut reasons = Vec::new();
    let drifted: Vec<&DriftIndex> = indices.iter().filter(|one| one.standing == Standing::Drifted).collect();
    if let Some(score) = drifted.iter().find(|one| one.of == "score") {
        let DriftIndex { value, usual, .. } = score;
        reasons.push(format!(
            "the scores differ by an index of {value}, among repositories learned from by {usual} at most"
        ));
    }
    let features: Vec<&&DriftIndex> = drifted.iter().filter(|one| one.of != "score").collect();
    let points: u32 = features.iter().map(|one| one.points).sum();
    if points >= POINTS {
        let names: Vec<&str> = features.iter().map(|one| one.of).collect();
        reasons.push(format!(
            "features that hold {points} of {LARGEST} points differ more than in any repository learned from: {}",
            names.join(", ")
        ));
    }
    for Unseen { of, count, unseen, usual } in unseen {
        if share(*unseen, *count) > f64::max(UNSEEN, *usual) {
            reasons.push(format!("{unseen} of {count} {of} were in no repository learned from"));
        }
    }
    reasons
}
