//! What the findings were like that a model was learned from: histograms of features and scores.

use super::index::{STRATA, index, stratum};
use crate::risk::Model;
use crate::risk::feature::FEATURES;
use crate::risk::measure::Measurement;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Parts that scores are put into.
const SCORE_BINS: usize = 8;
/// Findings that a repository needs to say how much one of them may differ from the others.
const LEAST: u32 = 8;
/// Names of rules, or kinds, that a model may list.
const MOST_NAMES: usize = 5_000;

/// A finding as drift sees it.
#[derive(Clone, Copy, Debug)]
pub struct Observed<'o> {
    /// Its rule.
    pub rule: &'o str,
    /// The kind of its resource.
    pub kind: &'o str,
    /// Its features.
    pub measured: &'o Measurement,
    /// Its score by its features alone.
    pub score: u32,
}

/// The findings that a model was learned from. Counts are kept apart by stratum: findings of the default profile and
/// others, of security and of reliability, of Terraform and of Kubernetes; which of them there are is a matter of what
/// is linted and by which rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reference {
    /// Findings in each stratum.
    pub findings: Vec<u32>,
    /// For every feature, in the order of [`FEATURES`].
    pub features: Vec<Histogram>,
    /// Of the scores.
    pub scores: Scores,
    /// Rules that were met.
    pub rules: Met,
    /// Kinds that were met.
    pub kinds: Met,
}

/// How often each level of a feature occurs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Histogram {
    /// The feature's name.
    pub id: String,
    /// By stratum and level.
    pub counts: Vec<Vec<u32>>,
    /// The largest index, in thousandths, that one of the repositories shows against the others.
    pub usual: u32,
}

/// How often scores lie in each part of their range.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scores {
    /// The least score of each part but the first.
    pub bounds: Vec<u32>,
    /// By stratum and part.
    pub counts: Vec<Vec<u32>>,
    /// As of a feature.
    pub usual: u32,
}

/// Names that were met.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Met {
    /// The largest share of them, in thousandths, that one of the repositories has and no other.
    pub usual: u32,
    /// The names, ordered.
    pub names: Vec<String>,
}

impl Met {
    /// Whether a name is among them.
    pub(in crate::risk) fn has(&self, name: &str) -> bool {
        self.names.binary_search_by(|one| one.as_str().cmp(name)).is_ok()
    }
}

/// Counts of some findings.
#[derive(Clone, Debug)]
pub(super) struct Tally {
    pub(super) findings: Vec<u32>,
    /// By feature, stratum and level.
    pub(super) features: Vec<Vec<Vec<u32>>>,
    /// By stratum and part of the range.
    pub(super) scores: Vec<Vec<u32>>,
}

impl Tally {
    pub(super) fn of(observed: &[Observed<'_>], bounds: &[u32]) -> Tally {
        let levels = |count: usize| vec![vec![0; count]; STRATA];
        let mut tally = Tally {
            findings: vec![0; STRATA],
            features: FEATURES.iter().map(|one| levels(one.levels.len())).collect(),
            scores: levels(bounds.len() + 1),
        };
        let add = |counts: &mut Vec<Vec<u32>>, stratum: usize, at: usize| {
            if let Some(slot) = counts.get_mut(stratum).and_then(|counts| counts.get_mut(at)) {
                *slot += 1;
            }
        };
        for one in observed {
            let stratum = stratum(one.kind, one.measured);
            if let Some(slot) = tally.findings.get_mut(stratum) {
                *slot += 1;
            }
            for (counts, definition) in tally.features.iter_mut().zip(FEATURES) {
                add(counts, stratum, usize::from(one.measured.level(definition.feature).at));
            }
            let part = bounds.iter().filter(|bound| one.score >= **bound).count();
            add(&mut tally.scores, stratum, part);
        }
        tally
    }
}

/// What is left of counts without some of them.
fn without(all: &[Vec<u32>], some: &[Vec<u32>]) -> Vec<Vec<u32>> {
    let row = |(all, some): (&Vec<u32>, &Vec<u32>)| {
        all.iter().zip(some).map(|(all, some)| all.saturating_sub(*some)).collect()
    };
    all.iter().zip(some).map(row).collect()
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small number")]
fn thousandths(value: f64) -> u32 {
    (value * 1e3).ceil().clamp(0.0, 1e9) as u32
}

impl Reference {
    /// Of the findings of each repository that a model was learned from.
    pub fn new(repositories: &[Vec<Observed<'_>>]) -> Reference {
        let all: Vec<Observed<'_>> = repositories.iter().flatten().copied().collect();
        let bounds = bounds(&all);
        let whole = Tally::of(&all, &bounds);
        let tallies: Vec<Tally> = repositories.iter().map(|one| Tally::of(one, &bounds)).collect();
        let telling: Vec<&Tally> =
            tallies.iter().filter(|one| one.findings.iter().sum::<u32>() >= LEAST).collect();
        let usual = |of: &dyn Fn(&Tally) -> &Vec<Vec<u32>>| {
            let index = |one: &&Tally| index(&without(of(&whole), of(one)), of(one));
            thousandths(telling.iter().map(index).fold(0.0, f64::max))
        };
        let feature = |(at, definition): (usize, &super::super::feature::Definition)| {
            let counts = |tally: &Tally| tally.features.get(at).cloned().unwrap_or_default();
            let of_whole = counts(&whole);
            let most = telling.iter().map(|one| index(&without(&of_whole, &counts(one)), &counts(one)));
            Histogram {
                id: definition.id.to_owned(),
                usual: thousandths(most.fold(0.0, f64::max)),
                counts: of_whole,
            }
        };
        Reference {
            findings: whole.findings.clone(),
            features: FEATURES.iter().enumerate().map(feature).collect(),
            scores: Scores { usual: usual(&|tally| &tally.scores), counts: whole.scores.clone(), bounds },
            rules: met(repositories, |one| one.rule),
            kinds: met(repositories, |one| one.kind),
        }
    }

    /// What cannot be, in words.
    pub(in crate::risk) fn fault(&self) -> Option<String> {
        let rows = |counts: &[Vec<u32>], levels: usize| {
            counts.len() == STRATA
                && counts.iter().zip(&self.findings).all(|(row, findings)| {
                    row.len() == levels
                        && row.iter().map(|one| u64::from(*one)).sum::<u64>() == u64::from(*findings)
                })
        };
        let features = self.features.len() == FEATURES.len()
            && self.features.iter().zip(FEATURES).all(|(histogram, definition)| {
                histogram.id == definition.id && rows(&histogram.counts, definition.levels.len())
            });
        let scores = rows(&self.scores.counts, self.scores.bounds.len() + 1)
            && self.scores.bounds.len() < 100
            && self.scores.bounds.is_sorted_by(|one, other| one < other);
        let names = [&self.rules, &self.kinds]
            .iter()
            .all(|met| met.names.len() <= MOST_NAMES && met.names.is_sorted_by(|one, other| one < other));
        let fault = match () {
            () if self.findings.len() != STRATA => "strata",
            () if !features => "histograms of features",
            () if !scores => "histogram of scores",
            () if !names => "names of rules and kinds",
            () => return None,
        };
        Some(format!("the {fault} of its reference cannot be"))
    }
}

/// Bounds that put about as many findings into each part.
fn bounds(all: &[Observed<'_>]) -> Vec<u32> {
    let mut scores: Vec<u32> = all.iter().map(|one| one.score).collect();
    scores.sort_unstable();
    let bound = |part: usize| scores.get(part * scores.len() / SCORE_BINS).copied();
    let bounds: BTreeSet<u32> = (1..SCORE_BINS).filter_map(bound).filter(|bound| *bound > 0).collect();
    bounds.into_iter().collect()
}

/// The names of some kind, and the largest share of a repository's that no other has.
fn met<'o>(repositories: &[Vec<Observed<'o>>], name: impl Fn(&Observed<'o>) -> &'o str) -> Met {
    let of: Vec<BTreeSet<&str>> = repositories.iter().map(|one| one.iter().map(&name).collect()).collect();
    let mut most = 0.0;
    for (at, (own, findings)) in of.iter().zip(repositories).enumerate() {
        let others = || of.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, names)| names);
        let alone = own.iter().filter(|name| !others().any(|names| names.contains(*name))).count();
        if findings.len() >= usize::try_from(LEAST).unwrap_or_default() {
            most = f64::max(most, super::index::share(alone, own.len()));
        }
    }
    let names: BTreeSet<&str> = of.into_iter().flatten().collect();
    Met { usual: thousandths(most), names: names.into_iter().map(str::to_owned).collect() }
}

/// The parts of the range that scores of a model may be put into.
pub(super) fn tally(model: &Model, observed: &[Observed<'_>]) -> Option<Tally> {
    model.reference.as_ref().map(|reference| Tally::of(observed, &reference.scores.bounds))
}
