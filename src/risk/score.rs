//! From levels and a model to a score that adds up.

use super::feature::{FEATURES, Group};
use super::measure::{Measurement, WayStation};
use super::model::{LARGEST, Model};
use serde::Serialize;
use std::borrow::Cow;

/// The score in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Band {
    /// When one is there anyway.
    Low,
    /// In its turn.
    Medium,
    /// Soon.
    High,
    /// First.
    Top,
}

impl Band {
    /// As reports print it.
    pub fn name(self) -> &'static str {
        match self {
            Band::Low => "low",
            Band::Medium => "medium",
            Band::High => "high",
            Band::Top => "top",
        }
    }
}

/// What one feature adds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Contribution {
    /// The feature's name.
    pub feature: &'static str,
    /// What it speaks of.
    pub group: Group,
    /// Its level in words.
    pub level: Cow<'static, str>,
    /// What it adds to the score; less than nothing for what a team decided alone.
    pub points: i32,
    /// What it adds on average to the findings that the model was learned from, where the model knows.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub usual: Option<i32>,
    /// Something is unknown that could make it less: the higher level counts.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub unknown: bool,
}

/// How urgent a finding is beside the others of its repository. A ranking aid, no probability.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct RiskScore {
    /// 0 to 100: the sum of the contributions' points.
    pub score: u32,
    /// The score in a word.
    pub band: Band,
    /// The lower end of its interval: what the data leave open, and what is unknown.
    pub low: u32,
    /// The upper end.
    pub high: u32,
    /// What adds to it, the most first; features that add nothing and of which all is known are left out.
    pub contributions: Vec<Contribution>,
    /// The way from the internet, where there is one.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub way: Vec<WayStation>,
    /// Why the interval is wide, in words.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub notes: Vec<String>,
}

impl RiskScore {
    /// What the features add up to, without what a team decided.
    pub fn of_features(&self) -> u32 {
        let of_features = self.contributions.iter().filter(|one| one.group != Group::Team);
        u32::try_from(of_features.map(|one| one.points).sum::<i32>()).unwrap_or_default()
    }
}

/// The score of what was measured.
///
/// The interval takes the intervals of the points as independent of each other, and all unknowns at their lowest or
/// highest. A kind of resource that the model has not met widens it on both sides, and moves no score.
pub fn score(model: &Model, measured: &Measurement) -> RiskScore {
    let mut contributions = Vec::new();
    let (mut sum, mut lowest, mut highest) = (0, 0, 0);
    let (mut below, mut above) = (0_u32, 0_u32);
    for definition in FEATURES {
        let level = measured.level(definition.feature);
        let [low, points, high] = model.points(definition.feature, level.at);
        sum += points;
        lowest += model.points(definition.feature, level.least)[1];
        highest += model.points(definition.feature, level.most)[1];
        below += (points - low).pow(2);
        above += (high - points).pow(2);
        // Opinions that differ are no value that is unknown.
        let unknown = level.is_unknown() && definition.feature != super::Feature::Consensus;
        if points > 0 || unknown {
            let words = definition.levels.get(usize::from(level.at)).copied().unwrap_or_default();
            // Nobody rates it: its own severity stands in.
            let assumed = measured.unrated && definition.feature == super::Feature::Consensus;
            contributions.push(Contribution {
                feature: definition.id,
                group: definition.group,
                level: if assumed { format!("taken as {words}").into() } else { words.into() },
                points: signed(points),
                usual: model.usual(definition.feature).map(signed),
                unknown,
            });
        }
    }
    let adjusted = adjusted(model, measured, sum);
    contributions.extend(adjusted.clone());
    let shift = adjusted.map_or(0, |one| one.points);
    let moved = |value: u32| value.saturating_add_signed(shift).min(LARGEST);
    contributions.sort_by_key(|one| std::cmp::Reverse(one.points));
    let leeway = model.leeway(measured);
    let mut notes = Vec::new();
    if leeway > 0 {
        notes.push(format!("nothing was learned of this kind of resource ({leeway} points either way)"));
    }
    if measured.unrated {
        notes.push("no other linter rates this misconfiguration".to_owned());
    }
    // Half ranks, of which the highest is short of its half.
    let consensus = measured.level(super::Feature::Consensus);
    if consensus.most.div_ceil(2) >= consensus.least.div_ceil(2) + 2 {
        notes.push("linters disagree by two severities or more".to_owned());
    }
    RiskScore {
        score: moved(sum),
        band: band(model, moved(sum)),
        low: moved(lowest.saturating_sub(below.isqrt() + leeway)),
        high: moved((highest + above.isqrt() + leeway).min(LARGEST)),
        contributions,
        way: measured.way.clone(),
        notes,
    }
}

fn signed(points: u32) -> i32 {
    i32::try_from(points).unwrap_or(i32::MAX)
}

/// What a team's decisions add to a sum, which stays between 0 and [`LARGEST`].
fn adjusted(model: &Model, measured: &Measurement, sum: u32) -> Option<Contribution> {
    let least = -signed(sum);
    let points =
        model.adjustment(&measured.rule).clamp(least, signed(LARGEST).saturating_add(least).max(least));
    (points != 0).then_some(Contribution {
        feature: "team",
        group: Group::Team,
        level: "what your team decided of the rule".into(),
        points,
        usual: None,
        unknown: false,
    })
}

fn band(model: &Model, score: u32) -> Band {
    let bands = &model.bands;
    match score {
        score if score >= bands.top => Band::Top,
        score if score >= bands.high => Band::High,
        score if score >= bands.medium => Band::Medium,
        _ => Band::Low,
    }
}

#[cfg(test)]
mod tests;
