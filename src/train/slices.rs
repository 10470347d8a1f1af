//! Parts of the pairs, and whether a model does worse on one of them than on the rest.

use super::bootstrap::{draw, quantile};
use super::data::Dataset;
use super::evaluate::{DRAWS, Estimate, agrees, size};
use super::rank::Order;
use rayon::prelude::*;
use serde::Serialize;
use std::collections::BTreeMap;

/// Pairs below which a part is too small to tell anything.
pub(super) const ENOUGH: usize = 100;
/// The gap from which on a part fails, where its interval lies beyond it.
pub(super) const GAP: f64 = 0.10;

/// What is to be said of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Nothing says that it is worse by more than [`GAP`].
    Passes,
    /// It is surely worse by more than that.
    Fails,
    /// It has fewer than [`ENOUGH`] pairs.
    TooFew,
}

impl Verdict {
    /// As reports print it.
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Passes => "passes",
            Verdict::Fails => "fails",
            Verdict::TooFew => "too few to tell",
        }
    }
}

/// The accuracy of a part of the pairs.
#[derive(Clone, Debug, Serialize)]
pub struct Slice {
    /// Which part.
    pub name: String,
    /// Pairs in it.
    pub pairs: usize,
    /// Its accuracy less that of the other pairs, with an interval that is corrected for the number of parts.
    pub gap: Estimate,
    /// What follows.
    pub verdict: Verdict,
}

/// A gap of a part of so many pairs.
fn verdict(pairs: usize, gap: Estimate) -> Verdict {
    match () {
        () if pairs < ENOUGH => Verdict::TooFew,
        () if gap.high < -GAP => Verdict::Fails,
        () => Verdict::Passes,
    }
}

/// Parts of the pairs by what their findings have in common, each against the rest.
pub(super) fn slices(data: &Dataset, pairs: &[(usize, usize, usize)], order: &Order<'_>) -> Vec<Slice> {
    let mut parts: BTreeMap<String, Vec<bool>> = BTreeMap::new();
    let names: Vec<Vec<String>> = pairs.iter().map(|pair| of_pair(data, *pair)).collect();
    for name in names.iter().flatten() {
        parts.entry(name.clone()).or_insert_with(|| names.iter().map(|all| all.contains(name)).collect());
    }
    let right: Vec<f64> =
        pairs.iter().map(|(winner, loser, _)| agrees(data, (*winner, *loser), order)).collect();
    // Bonferroni: the more parts are looked at, the more of them differ by chance.
    let share = 0.025 / size(parts.len());
    let slice = |(name, inside): (String, Vec<bool>)| {
        let gap = |times: &dyn Fn(usize) -> u32| {
            let mean = |which: bool| {
                let mut sum = (0.0, 0.0);
                for ((right, inside), pair) in right.iter().zip(&inside).zip(pairs) {
                    if *inside == which {
                        let times = f64::from(times(pair.2));
                        sum = (sum.0 + times * right, sum.1 + times);
                    }
                }
                sum.0 / f64::max(sum.1, f64::MIN_POSITIVE)
            };
            mean(true) - mean(false)
        };
        let mut drawn: Vec<f64> = (0..DRAWS)
            .into_par_iter()
            .map(|seed| {
                let times = draw(data.repositories.len(), seed);
                gap(&|at| times.get(at).copied().unwrap_or_default())
            })
            .collect();
        let pairs = inside.iter().filter(|one| **one).count();
        let gap = Estimate {
            value: gap(&|_| 1),
            low: quantile(&mut drawn, share),
            high: quantile(&mut drawn, 1.0 - share),
        };
        Slice { name, pairs, gap, verdict: verdict(pairs, gap) }
    };
    parts.into_iter().map(slice).collect()
}

/// The parts that a pair belongs to.
fn of_pair(data: &Dataset, (winner, loser, repository): (usize, usize, usize)) -> Vec<String> {
    let Some((winner, loser)) = data.findings.get(winner).zip(data.findings.get(loser)) else {
        return Vec::new();
    };
    let mut names = Vec::new();
    let world = |kind: &str| {
        let kind = kind.strip_prefix("data.").unwrap_or(kind);
        match kind.split('_').next().unwrap_or_default() {
            provider @ ("aws" | "google" | "azurerm" | "azuread") => provider.to_owned(),
            _ if kind.starts_with(char::is_uppercase) => "Kubernetes".to_owned(),
            _ => "other".to_owned(),
        }
    };
    let (one, other) = (world(&winner.kind), world(&loser.kind));
    names.push(if one == other { format!("both {one}") } else { "of two worlds".to_owned() });
    let level = |one: &super::data::Labelled| one.measured.level(crate::risk::Feature::Severity).at;
    names.push(
        if level(winner) == level(loser) { "same severity" } else { "different severities" }.to_owned(),
    );
    let size = data.findings.iter().filter(|one| one.repository == repository).count();
    names.push(if size < 24 { "fewer than 24 findings drawn" } else { "24 findings drawn" }.to_owned());
    names
}
