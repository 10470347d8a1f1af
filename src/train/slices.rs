//! Parts of the pairs, and whether a model does worse on one of them than on the rest.

use super::bootstrap::{draw, quantile};
use super::data::{Dataset, Labelled, Place, Split};
use super::evaluate::{DRAWS, Estimate, shrinkage, size};
use super::learn::{folds, learn_by};
use crate::report::shown;
use crate::risk::{Feature, Model, drift::is_of_kubernetes, score};
use rayon::prelude::*;
use serde::Serialize;
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// Pairs below which a part is too small to tell anything.
const ENOUGH: usize = 100;
/// The gap from which on a part fails, where its interval lies beyond it.
const GAP: f64 = 0.10;

/// What is to be said of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Nothing says that it is worse by more than 0.10.
    Passes,
    /// It is surely worse by more than that.
    Fails,
    /// It has fewer than 100 pairs.
    TooFew,
    /// It is harder for every order, and is told without a judgement.
    Harder,
}

impl Verdict {
    /// As reports print it.
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Passes => "passes",
            Verdict::Fails => "fails",
            Verdict::TooFew => "too few to tell",
            Verdict::Harder => "told only",
        }
    }
}

/// A part of the pairs against the rest.
#[derive(Clone, Debug, Serialize)]
pub struct Slice {
    /// Which part.
    pub name: String,
    /// Pairs in it.
    pub pairs: usize,
    /// Its accuracy less that of the other pairs, with an interval that is corrected for the number of parts.
    pub accuracy: Estimate,
    /// By how much more sure of itself than right the model is there than elsewhere, likewise.
    pub overconfidence: Estimate,
    /// What follows.
    pub verdict: Verdict,
}

/// What begins the name of a part that is no group of findings: severity tells pairs of one severity nothing, so that
/// they are the harder ones, and how much harder says how much of the order severity gives.
const SEVERITIES: &str = "severities: ";

fn verdict(name: &str, pairs: usize, accuracy: Estimate, overconfidence: Estimate) -> Verdict {
    match () {
        () if name.starts_with(SEVERITIES) => Verdict::Harder,
        () if pairs < ENOUGH => Verdict::TooFew,
        () if accuracy.high < -GAP || overconfidence.low > GAP => Verdict::Fails,
        () => Verdict::Passes,
    }
}

/// A pair that a model which was not learned from it has put in order.
struct Judged {
    pair: (usize, usize, usize),
    /// 1 as reviewers do, 0 otherwise, half for what it leaves equal.
    right: f64,
    /// How sure the model is of the order that it gives: the odds are e to the difference in logits.
    confidence: f64,
}

fn judged(data: &Dataset, model: &Model, pair: (usize, usize, usize)) -> Option<Judged> {
    let points = |at: usize| data.findings.get(at).map(|one| score(model, &one.measured).score);
    let (winner, loser) = (points(pair.0)?, points(pair.1)?);
    let right = match winner.cmp(&loser) {
        Ordering::Greater => 1.0,
        Ordering::Equal => 0.5,
        Ordering::Less => 0.0,
    };
    let margin = f64::from(winner.abs_diff(loser)) / f64::from(model.logit());
    Some(Judged { pair, right, confidence: 1.0 / (1.0 + (-margin).exp()) })
}

/// The pairs that nothing is learned from; and those of the others, each judged by a model learned without its repository, where
/// the model was learned from them.
fn all_judged(data: &Dataset, model: &Model) -> Vec<Judged> {
    let apart = [Split::Test, Split::Fresh].into_iter().flat_map(|split| data.decided(split));
    let mut all: Vec<Judged> = apart.filter_map(|pair| judged(data, model, pair)).collect();
    if model.kind == "learned" {
        let training = data.decided(Split::Train);
        let of_fold = |fold: Vec<bool>| {
            let left_out = |at: usize| fold.get(at) == Some(&true);
            let of_training =
                |at: usize| data.repositories.get(at).is_some_and(|one| one.split == Split::Train);
            let included: Vec<bool> =
                (0..data.repositories.len()).map(|at| of_training(at) && !left_out(at)).collect();
            let model = learn_by(data, &included, shrinkage(model), 0);
            let of_fold = training.iter().filter(|pair| left_out(pair.2));
            of_fold.filter_map(|pair| judged(data, &model, *pair)).collect::<Vec<Judged>>()
        };
        all.extend(folds(data).into_par_iter().map(of_fold).collect::<Vec<_>>().into_iter().flatten());
    }
    all
}

/// Parts of the pairs by what their findings have in common, each against the rest; the number of pairs they are of.
pub fn slices(data: &Dataset, model: &Model) -> (Vec<Slice>, usize) {
    let all = all_judged(data, model);
    let mut parts: BTreeMap<String, Vec<bool>> = BTreeMap::new();
    let names: Vec<Vec<String>> = all.iter().map(|one| of_pair(data, one.pair)).collect();
    for name in names.iter().flatten() {
        parts.entry(name.clone()).or_insert_with(|| names.iter().map(|all| all.contains(name)).collect());
    }
    let count = |inside: &[bool]| inside.iter().filter(|one| **one).count();
    // Bonferroni: the more parts are judged, the more of them differ by chance.
    let is_judged =
        |(name, inside): &(&String, &Vec<bool>)| count(inside) >= ENOUGH && !name.starts_with(SEVERITIES);
    let judged = parts.iter().filter(is_judged).count().max(1);
    let share = 0.025 / (2.0 * size(judged));
    let right: Vec<f64> = all.iter().map(|one| one.right).collect();
    let excess: Vec<f64> = all.iter().map(|one| one.confidence - one.right).collect();
    let slice = |(name, inside): (String, Vec<bool>)| {
        let pairs = count(&inside);
        let [accuracy, overconfidence] =
            [&right, &excess].map(|values| gap(data, &all, values, &inside, share));
        Slice {
            pairs,
            accuracy,
            overconfidence,
            verdict: verdict(&name, pairs, accuracy, overconfidence),
            name,
        }
    };
    let slices: Vec<Slice> = parts.into_par_iter().map(slice).collect();
    (slices, all.len())
}

/// The mean of the values inside less that of those outside, and its interval over repositories drawn again.
fn gap(data: &Dataset, all: &[Judged], values: &[f64], inside: &[bool], share: f64) -> Estimate {
    let mut sums = vec![[(0.0, 0.0); 2]; data.repositories.len()];
    for ((value, inside), one) in values.iter().zip(inside).zip(all) {
        if let Some(sum) = sums.get_mut(one.pair.2).and_then(|both| both.get_mut(usize::from(*inside))) {
            *sum = (sum.0 + value, sum.1 + 1.0);
        }
    }
    let of = |times: &dyn Fn(usize) -> u32| {
        let mean = |which: usize| {
            let mut total = (0.0, 0.0);
            for (at, sum) in sums.iter().enumerate() {
                let times = f64::from(times(at));
                let (value, count) = sum.get(which).copied().unwrap_or_default();
                total = (total.0 + times * value, total.1 + times * count);
            }
            (total.1 > 0.0).then(|| total.0 / total.1)
        };
        mean(1).zip(mean(0)).map(|(inside, outside)| inside - outside)
    };
    // A draw without a repository of the part, or with none but those, says nothing.
    let drawn = (0..DRAWS).filter_map(|seed| {
        let times = draw(data.repositories.len(), seed);
        of(&|at| times.get(at).copied().unwrap_or_default())
    });
    let mut drawn: Vec<f64> = drawn.collect();
    Estimate {
        value: of(&|_| 1).unwrap_or_default(),
        low: quantile(&mut drawn, share),
        high: quantile(&mut drawn, 1.0 - share),
    }
}

/// The provider that a kind is of.
fn provider(kind: &str) -> &'static str {
    let kind = kind.strip_prefix("data.").unwrap_or(kind);
    match kind.split('_').next().unwrap_or_default() {
        _ if is_of_kubernetes(kind) => "Kubernetes",
        "aws" => "AWS",
        "google" => "Google Cloud",
        "azurerm" | "azuread" | "azapi" => "Azure",
        _ => "another",
    }
}

/// What two findings have in common, or that they differ.
fn common<'n>(one: &'n str, other: &'n str) -> &'n str {
    if one == other { one } else { "two" }
}

/// The parts that a pair belongs to.
fn of_pair(data: &Dataset, (winner, loser, repository): (usize, usize, usize)) -> Vec<String> {
    let Some((winner, loser)) = data.findings.get(winner).zip(data.findings.get(loser)) else {
        return Vec::new();
    };
    let both = |of: &dyn Fn(&Labelled) -> &'static str| common(of(winner), of(loser));
    let severity = |one: &Labelled| one.measured.level(Feature::Severity).at;
    let format = |one: &Labelled| if is_of_kubernetes(&one.kind) { "Kubernetes" } else { "Terraform" };
    let place = |one: &Labelled| match one.place {
        Place::Root => "root modules",
        Place::Module => "called modules",
        Place::Manifest => "manifests",
    };
    let resources = match winner.resources {
        0..100 => "under 100 resources",
        100..1_000 => "100 to 999 resources",
        _ => "1,000 resources and more",
    };
    let severities = if severity(winner) == severity(loser) { "the same" } else { "different" };
    let mut names = vec![
        format!("provider: {}", both(&|one| provider(&one.kind))),
        format!("format: {}", both(&format)),
        format!("place: {}", both(&place)),
        format!("repository: {resources}"),
        format!("{SEVERITIES}{severities}"),
    ];
    let organisation = data.repositories.get(repository).and_then(|one| one.name.split('/').next());
    names.extend(organisation.map(|name| format!("organisation: {}", shown(name))));
    names
}
