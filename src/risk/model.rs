//! The model: points for every level of every feature, as a file that a person can read.

use super::drift::Reference;
use super::feature::{COUNT, FEATURES, Feature};
use super::measure::Measurement;
use crate::source::digest;
use serde::{Deserialize, Serialize};
use std::fmt::Write as _;

/// The model that is shipped, as `purlin model train` writes it.
pub const BUILTIN: &str = include_str!("../../data/risk/model.json");
/// SHA-256 of it, as `sha256sum` writes it: a model that is another is not used.
const BUILTIN_DIGEST: &str = include_str!("../../data/risk/model.json.sha256");

/// The points of all features at their highest levels.
pub const LARGEST: u32 = 100;
/// What [`Model::format`] is.
pub const FORMAT: &str = "purlin-risk-1";
/// Bytes of a model's file.
const MOST_BYTES: usize = 256 * 1024;
/// Points in one logit of a model that does not say.
const LOGIT: u32 = 10;
/// A weight that sums of weights do not overflow by.
const MOST_ODDS: f64 = 1e12;
/// Rules that a team's decisions may have adjusted.
const MOST_ADJUSTMENTS: usize = 5_000;

/// A monotone additive model.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Model {
    /// [`FORMAT`].
    pub format: String,
    /// `learned`, or `hand-set` where no learning was involved.
    pub kind: String,
    /// What it was learned from.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub trained_on: Option<TrainedOn>,
    /// For every feature, in the order of [`FEATURES`], the points of its levels.
    pub features: Vec<Points>,
    /// From which scores on a band holds.
    pub bands: Bands,
    /// SHA-256 of the model that it was retrained from.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub base: Option<String>,
    /// What a team's decisions add to the findings of a rule, or take away; ordered by rule.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub adjustments: Vec<Adjustment>,
    /// What the findings were like that it was learned from.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub reference: Option<Reference>,
}

/// What a team's decisions say of a rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Adjustment {
    /// The rule's id.
    pub rule: String,
    /// Points, at most one logit either way.
    pub points: i32,
}

/// What a model was learned from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TrainedOn {
    /// Pairs that were judged and decided.
    pub pairs: usize,
    /// Repositories that they are from.
    pub repositories: usize,
    /// The penalty on weights that cross-validation chose.
    pub penalty: String,
    /// Logits that a point of the hand-set weights is worth, towards which weights are shrunk.
    pub rubric: String,
    /// SHA-256 of the data.
    pub data: String,
    /// Points that make the odds of coming first greater by the factor e.
    pub logit: u32,
}

/// The points of a feature's levels.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Points {
    /// The feature's name.
    pub id: String,
    /// By level; never falling, none for the lowest level.
    pub points: Vec<u32>,
    /// The lower end of the interval of each (5 % quantile over repositories drawn again).
    pub low: Vec<u32>,
    /// The upper end (95 %).
    pub high: Vec<u32>,
}

/// The least scores of the bands; what is below `medium` is low.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bands {
    /// Of medium.
    pub medium: u32,
    /// Of high.
    pub high: u32,
    /// Of top.
    pub top: u32,
}

/// Why a model cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ModelError {
    /// It is not written as a model is.
    #[error("not a risk model: {0}")]
    Syntax(String),
    /// It is, but its numbers cannot be.
    #[error("not a usable risk model: {0}")]
    Numbers(String),
}

impl Model {
    /// Reads a model and checks its size, its fields and its numbers.
    ///
    /// # Errors
    ///
    /// Where it is no model that [`super::score`] could use.
    pub fn read(text: &str) -> Result<Model, ModelError> {
        if text.len() > MOST_BYTES {
            return Err(ModelError::Syntax(format!("it has {} bytes, more than {MOST_BYTES}", text.len())));
        }
        let model: Model =
            serde_json::from_str(text).map_err(|error| ModelError::Syntax(error.to_string()))?;
        model.check()?;
        Ok(model)
    }

    /// The shipped one.
    ///
    /// # Errors
    ///
    /// Never of a build whose tests pass.
    pub fn builtin() -> Result<Model, ModelError> {
        Model::read_accepted(BUILTIN, BUILTIN_DIGEST)
    }

    /// Reads a model whose SHA-256 has been written down as `sha256sum` does.
    fn read_accepted(text: &str, accepted: &str) -> Result<Model, ModelError> {
        let (is, said) = (digest(text.as_bytes()), accepted.split(' ').next().unwrap_or_default());
        if is != said {
            return Err(ModelError::Numbers(format!("its SHA-256 is {is}, not {said}")));
        }
        Model::read(text)
    }

    /// Points in one logit.
    pub fn logit(&self) -> u32 {
        self.trained_on.as_ref().map_or(LOGIT, |trained| trained.logit)
    }

    /// What a score weighs beside others, in thousandths: the odds of being dealt with first, by which the points were
    /// learned. Of several findings each comes first as often as its weight is of the sum of all.
    pub fn odds(&self, score: u32) -> i64 {
        let logits = f64::from(score) / f64::from(self.logit().max(1));
        #[expect(
            clippy::cast_possible_truncation,
            reason = "it is within bounds, and a fraction does not matter"
        )]
        let odds = (logits.exp() * 1000.0).round().min(MOST_ODDS) as i64;
        odds
    }

    /// How many points a score may be off by, either way, where its resource is of a kind that nothing was learned of;
    /// nothing for kinds that were met. A logit is what a team's decisions may move a rule by: as much as somebody who
    /// knows better is believed.
    pub fn leeway(&self, measured: &Measurement) -> u32 {
        let met = self.reference.as_ref().map(|reference| &reference.kinds);
        let unmet = met.is_some_and(|met| measured.kinds.iter().any(|kind| !met.has(kind)));
        if unmet { self.logit() } else { 0 }
    }

    /// What a team's decisions add to the findings of a rule.
    pub fn adjustment(&self, rule: &str) -> i32 {
        let found = self.adjustments.binary_search_by(|one| one.rule.as_str().cmp(rule));
        found.ok().and_then(|at| self.adjustments.get(at)).map_or(0, |one| one.points)
    }

    fn check(&self) -> Result<(), ModelError> {
        let wrong = |what: String| Err(ModelError::Numbers(what));
        if self.format != FORMAT {
            return wrong(format!("its format is `{}`, not `{FORMAT}`", self.format));
        }
        if self.features.len() != COUNT {
            return wrong(format!("it has {} features, not {COUNT}", self.features.len()));
        }
        let mut largest = 0_u64;
        for (points, definition) in self.features.iter().zip(FEATURES) {
            let id = definition.id;
            let levels = definition.levels.len();
            if points.id != id {
                return wrong(format!("`{}` stands where `{id}` belongs", points.id));
            }
            if [&points.points, &points.low, &points.high].iter().any(|all| all.len() != levels) {
                return wrong(format!("`{id}` has {levels} levels"));
            }
            if points.points.first() != Some(&0) || !points.points.is_sorted() {
                return wrong(format!("the points of `{id}` begin with 0 and never fall"));
            }
            let bounds = points.low.iter().zip(&points.points).zip(&points.high);
            if bounds.clone().any(|((low, at), high)| low > at || at > high || *high > LARGEST) {
                return wrong(format!("an interval of `{id}` does not hold its points"));
            }
            largest += u64::from(points.points.last().copied().unwrap_or_default());
        }
        if largest != u64::from(LARGEST) {
            return wrong(format!("the largest possible score is {largest}, not {LARGEST}"));
        }
        let Bands { medium, high, top } = self.bands;
        if !(0 < medium && medium <= high && high <= top && top <= LARGEST) {
            return wrong("the bands are not in order".to_owned());
        }
        self.check_adjustments().or_else(wrong)?;
        match self.reference.as_ref().and_then(Reference::fault) {
            Some(fault) => wrong(fault),
            None => Ok(()),
        }
    }

    fn check_adjustments(&self) -> Result<(), String> {
        let logit = self.logit();
        if !(1..=LARGEST).contains(&logit) {
            return Err(format!("one logit has {logit} points"));
        }
        if self.adjustments.len() > MOST_ADJUSTMENTS
            || !self.adjustments.is_sorted_by(|one, other| one.rule < other.rule)
        {
            return Err("its adjustments are too many or not in order".to_owned());
        }
        match self.adjustments.iter().find(|one| one.points.unsigned_abs() > logit || one.points == 0) {
            Some(one) => {
                Err(format!("`{}` is adjusted by {} points; one logit has {logit}", one.rule, one.points))
            }
            None => Ok(()),
        }
    }

    /// The points of a level, with the ends of their interval; nothing for a level that there is not.
    pub fn points(&self, feature: Feature, level: u8) -> [u32; 3] {
        let Some(points) = self.features.get(feature as usize) else { return [0; 3] };
        [&points.low, &points.points, &points.high]
            .map(|all| all.get(usize::from(level)).copied().unwrap_or_default())
    }

    /// What a feature adds on average to the findings that it was learned from, rounded; none where it does not say what
    /// these were like.
    pub fn usual(&self, feature: Feature) -> Option<u32> {
        let counts = &self.reference.as_ref()?.features.get(feature as usize)?.counts;
        let points = &self.features.get(feature as usize)?.points;
        let by_level = counts.iter().flat_map(|stratum| stratum.iter().zip(points));
        let (all, sum) = by_level.fold((0_u64, 0_u64), |(all, sum), (count, points)| {
            let count = u64::from(*count);
            (all.saturating_add(count), sum.saturating_add(count.saturating_mul(u64::from(*points))))
        });
        u32::try_from(sum.saturating_add(all / 2).checked_div(all)?).ok()
    }

    /// The text of its file: the same for the same model.
    pub fn text(&self) -> String {
        let mut text = String::from("{\n");
        let quote = |value: &dyn erased::Json| value.json();
        let _ = writeln!(text, "  \"format\": {},", quote(&self.format));
        let _ = writeln!(text, "  \"kind\": {},", quote(&self.kind));
        if let Some(trained) = &self.trained_on {
            let _ = writeln!(text, "  \"trained_on\": {},", quote(trained));
        }
        text.push_str("  \"features\": [\n");
        let lines: Vec<String> =
            self.features.iter().map(|points| format!("    {}", quote(points))).collect();
        text.push_str(&lines.join(",\n"));
        let _ = write!(text, "\n  ],\n  \"bands\": {}", quote(&self.bands));
        if let Some(base) = &self.base {
            let _ = write!(text, ",\n  \"base\": {}", quote(base));
        }
        if !self.adjustments.is_empty() {
            let lines: Vec<String> =
                self.adjustments.iter().map(|one| format!("    {}", quote(one))).collect();
            let _ = write!(text, ",\n  \"adjustments\": [\n{}\n  ]", lines.join(",\n"));
        }
        if let Some(reference) = &self.reference {
            let lines: Vec<String> =
                reference.features.iter().map(|one| format!("      {}", quote(one))).collect();
            let _ = write!(
                text,
                ",\n  \"reference\": {{\n    \"findings\": {},\n    \"features\": [\n{}\n    ],\n    \"scores\": {},\n    \
                 \"rules\": {},\n    \"kinds\": {}\n  }}",
                quote(&reference.findings),
                lines.join(",\n"),
                quote(&reference.scores),
                quote(&reference.rules),
                quote(&reference.kinds)
            );
        }
        text.push_str("\n}\n");
        text
    }

    /// SHA-256 of [`Model::text`], in hexadecimal.
    pub fn digest(&self) -> String {
        digest(self.text().as_bytes())
    }
}

/// One line of JSON for whatever can be written as such.
mod erased {
    use serde::Serialize;

    pub(super) trait Json {
        fn json(&self) -> String;
    }

    impl<T: Serialize> Json for T {
        fn json(&self) -> String {
            serde_json::to_string(self).unwrap_or_default()
        }
    }
}

#[cfg(test)]
mod tests;
