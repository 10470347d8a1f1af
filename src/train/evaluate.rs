//! How well orders agree with reviewers, on repositories that nothing was learned from.

use super::bootstrap::{Numbers, draw, quantile};
use super::data::{Answer, Dataset, Split};
use super::learn::learn_from;
use super::rank::{Order, orders};
use crate::risk::Model;
use rayon::prelude::*;
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// Draws of repositories for intervals.
const DRAWS: u64 = 2_000;
/// Draws of smaller training sets for each point of the learning curve.
const CURVE_DRAWS: u64 = 5;
/// Positions that count for nDCG and precision.
const FIRST: usize = 10;
/// The grade from which on a finding belongs among the first.
const RELEVANT: f64 = 2.0;

/// A figure with its interval over repositories drawn again (2.5 % and 97.5 % quantiles).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The figure.
    pub value: f64,
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// What is found of one order.
#[derive(Clone, Debug)]
pub struct OfOrder {
    /// Its name.
    pub name: &'static str,
    /// The share of pairs that it puts as the reviewers do; what it leaves equal counts half.
    pub accuracy: Estimate,
    /// Normalised discounted cumulative gain of the first ten of each repository, by the reviewers' grades.
    pub ndcg: Estimate,
    /// Of the first ten of each repository, the share with a grade of 2 and more.
    pub precision: Estimate,
    /// By how much more accurate the learned order is.
    pub gain: Estimate,
}

/// The accuracy of a part of the pairs.
#[derive(Clone, Debug)]
pub struct Slice {
    /// Which part.
    pub name: String,
    /// Pairs in it.
    pub pairs: usize,
    /// Its accuracy less that of the other pairs.
    pub gap: Estimate,
}

/// All figures.
#[derive(Clone, Debug)]
pub struct Evaluation {
    /// The orders, the learned one first.
    pub orders: Vec<OfOrder>,
    /// Decided pairs, and repositories, of the test split.
    pub size: (usize, usize),
    /// Agreement of the first two reviewers on all pairs: Cohen's kappa, and the share of equal answers.
    pub agreement: (f64, f64),
    /// Parts of the pairs.
    pub slices: Vec<Slice>,
    /// Accuracy by the number of training repositories.
    pub curve: Vec<(usize, f64)>,
}

/// The decided pairs of the test split by repository: winner and loser.
type Clusters = Vec<Vec<(usize, usize)>>;

/// Compares a model with other orders on the test split.
pub fn evaluate(data: &Dataset, learned: &Model, hand_set: &Model) -> Evaluation {
    let all = data.decided(Split::Test);
    let mut by_repository: BTreeMap<usize, Vec<(usize, usize)>> = BTreeMap::new();
    for (winner, loser, repository) in &all {
        by_repository.entry(*repository).or_default().push((*winner, *loser));
    }
    let repositories: Vec<usize> = by_repository.keys().copied().collect();
    let clusters: Clusters = by_repository.into_values().collect();
    let orders = orders(learned, hand_set);
    let right: Vec<Vec<f64>> = orders.iter().map(|order| agreeing(data, &clusters, order)).collect();
    let sizes: Vec<f64> = clusters.iter().map(|pairs| size(pairs.len())).collect();
    let first = right.first().cloned().unwrap_or_default();
    let of_order = |(order, right): (&Order<'_>, &Vec<f64>)| {
        let lists: Vec<(f64, f64)> =
            repositories.iter().filter_map(|at| first_ten(data, *at, order)).collect();
        let ones = vec![1.0; lists.len()];
        let gains: Vec<f64> = first.iter().zip(right).map(|(first, right)| first - right).collect();
        OfOrder {
            name: order.name,
            accuracy: ratio(right, &sizes),
            ndcg: ratio(&lists.iter().map(|one| one.0).collect::<Vec<_>>(), &ones),
            precision: ratio(&lists.iter().map(|one| one.1).collect::<Vec<_>>(), &ones),
            gain: ratio(&gains, &sizes),
        }
    };
    Evaluation {
        orders: orders.iter().zip(&right).map(of_order).collect(),
        size: (all.len(), clusters.len()),
        agreement: agreement(data),
        slices: orders.first().map(|order| slices(data, &all, order)).unwrap_or_default(),
        curve: curve(data, &clusters),
    }
}

#[expect(clippy::cast_precision_loss, reason = "numbers of pairs")]
fn size(count: usize) -> f64 {
    count as f64
}

/// The sum of some numbers by the sum of others, and its interval: one of each for every repository.
fn ratio(above: &[f64], below: &[f64]) -> Estimate {
    let of = |times: &[u32]| {
        let weighted =
            |all: &[f64]| all.iter().zip(times).map(|(one, times)| one * f64::from(*times)).sum::<f64>();
        weighted(above) / f64::max(weighted(below), f64::MIN_POSITIVE)
    };
    let mut drawn: Vec<f64> = (0..DRAWS).map(|seed| of(&draw(above.len(), seed))).collect();
    Estimate {
        value: of(&vec![1; above.len()]),
        low: quantile(&mut drawn, 0.025),
        high: quantile(&mut drawn, 0.975),
    }
}

/// How many pairs of each repository an order puts as the reviewers do.
fn agreeing(data: &Dataset, clusters: &Clusters, order: &Order<'_>) -> Vec<f64> {
    clusters.iter().map(|pairs| pairs.iter().map(|pair| agrees(data, *pair, order)).sum()).collect()
}

fn agrees(data: &Dataset, (winner, loser): (usize, usize), order: &Order<'_>) -> f64 {
    let key = |at: usize| data.findings.get(at).map(|one| (order.key)(one));
    match key(winner).cmp(&key(loser)) {
        Ordering::Greater => 1.0,
        Ordering::Equal => 0.5,
        Ordering::Less => 0.0,
    }
}

/// nDCG and precision of a repository's first findings. What an order leaves equal has the mean of its places.
fn first_ten(data: &Dataset, repository: usize, order: &Order<'_>) -> Option<(f64, f64)> {
    let graded = data.findings.iter().filter(|one| one.repository == repository);
    let mut ranked: Vec<(Vec<i64>, f64)> =
        graded.filter_map(|one| Some(((order.key)(one), one.grade?))).collect();
    if ranked.is_empty() {
        return None;
    }
    ranked.sort_by(|one, other| other.0.cmp(&one.0));
    let mut gains = Vec::new();
    let mut relevant = Vec::new();
    for group in ranked.chunk_by(|one, other| one.0 == other.0) {
        let mean =
            |of: &dyn Fn(f64) -> f64| group.iter().map(|one| of(one.1)).sum::<f64>() / size(group.len());
        gains.extend(std::iter::repeat_n(mean(&|grade| grade.exp2() - 1.0), group.len()));
        relevant
            .extend(std::iter::repeat_n(mean(&|grade| f64::from(u8::from(grade >= RELEVANT))), group.len()));
    }
    let mut ideal: Vec<f64> = ranked.iter().map(|one| one.1.exp2() - 1.0).collect();
    ideal.sort_by(|one, other| other.total_cmp(one));
    let discounted = |gains: &[f64]| -> f64 {
        gains.iter().take(FIRST).enumerate().map(|(at, gain)| gain / size(at + 2).log2()).sum()
    };
    let best = discounted(&ideal);
    let ndcg = if best > 0.0 { discounted(&gains) / best } else { 1.0 };
    let count = relevant.len().min(FIRST);
    Some((ndcg, relevant.iter().take(FIRST).sum::<f64>() / size(count)))
}

/// Cohen's kappa of the first two answers, and the share of equal ones.
fn agreement(data: &Dataset) -> (f64, f64) {
    let total = f64::max(size(data.pairs.len()), 1.0);
    let share = |which: &dyn Fn(&[Answer; 2]) -> bool| {
        size(data.pairs.iter().filter(|pair| which(&pair.answers)).count()) / total
    };
    let equal = share(&|answers| answers[0] == answers[1]);
    let by_chance: f64 = [Answer::One, Answer::Other, Answer::Tie]
        .iter()
        .map(|answer| share(&|answers| answers[0] == *answer) * share(&|answers| answers[1] == *answer))
        .sum();
    ((equal - by_chance) / f64::max(1.0 - by_chance, f64::MIN_POSITIVE), equal)
}

/// Parts of the pairs by what their findings have in common, each against the rest.
fn slices(data: &Dataset, pairs: &[(usize, usize, usize)], order: &Order<'_>) -> Vec<Slice> {
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
        Slice {
            pairs: inside.iter().filter(|one| **one).count(),
            gap: Estimate {
                value: gap(&|_| 1),
                low: quantile(&mut drawn, share),
                high: quantile(&mut drawn, 1.0 - share),
            },
            name,
        }
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

/// Accuracy on the test split by the number of repositories learned from.
fn curve(data: &Dataset, clusters: &Clusters) -> Vec<(usize, f64)> {
    let training: Vec<usize> = (0..data.repositories.len())
        .filter(|at| data.repositories.get(*at).is_some_and(|one| one.split == Split::Train))
        .collect();
    let point = |count: usize| {
        let accuracies: Vec<f64> = (0..CURVE_DRAWS)
            .map(|seed| {
                let mut order = training.clone();
                let mut numbers = Numbers(seed);
                for at in (1..order.len()).rev() {
                    order.swap(at, numbers.below(at + 1));
                }
                let chosen = order.get(..count).unwrap_or_default();
                let included: Vec<bool> =
                    (0..data.repositories.len()).map(|at| chosen.contains(&at)).collect();
                let model = learn_from(data, &included, 0).model;
                let all = orders(&model, &model);
                let right = all.first().map(|order| agreeing(data, clusters, order)).unwrap_or_default();
                right.iter().sum::<f64>() / f64::max(clusters.iter().map(|one| size(one.len())).sum(), 1.0)
            })
            .collect();
        (count, accuracies.iter().sum::<f64>() / size(accuracies.len()))
    };
    let count = training.len();
    [count / 8, count / 4, count / 2, count * 3 / 4, count]
        .into_iter()
        .filter(|one| *one > 0)
        .map(point)
        .collect()
}
