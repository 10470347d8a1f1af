//! How well orders agree with reviewers, on repositories that nothing was learned from.

use super::bootstrap::{Numbers, draw, quantile};
use super::data::{Answer, Dataset, Split};
use super::fit::Shrinkage;
use super::learn::learn_by;
use super::rank::{Order, orders};
use super::slices::{Slice, slices};
use crate::risk::Model;
use serde::Serialize;
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// Draws of repositories for intervals.
pub(super) const DRAWS: u64 = 2_000;
/// Draws of smaller training sets for each point of the learning curve.
const CURVE_DRAWS: u64 = 5;
/// Positions that count for nDCG and precision.
const FIRST: usize = 10;
/// The grade from which on a finding belongs among the first.
const RELEVANT: f64 = 2.0;

/// A figure with its interval over repositories drawn again (2.5 % and 97.5 % quantiles).
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Estimate {
    /// The figure.
    #[serde(serialize_with = "short")]
    pub value: f64,
    /// The lower end.
    #[serde(serialize_with = "short")]
    pub low: f64,
    /// The upper end.
    #[serde(serialize_with = "short")]
    pub high: f64,
}

/// What is found of one order.
#[derive(Clone, Debug, Serialize)]
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

/// What is found on the repositories of one split.
#[derive(Clone, Debug, Serialize)]
pub struct Comparison {
    /// Decided pairs.
    pub pairs: usize,
    /// Repositories that they are of.
    pub repositories: usize,
    /// The orders, the learned one first.
    pub orders: Vec<OfOrder>,
}

/// All figures.
#[derive(Clone, Debug)]
pub struct Evaluation {
    /// Of the test split.
    pub test: Comparison,
    /// Of repositories that were looked at once, where there are any.
    pub fresh: Option<Comparison>,
    /// Agreement of the first two reviewers on all pairs: Cohen's kappa, and the share of equal answers.
    pub agreement: (Estimate, f64),
    /// Parts of the pairs.
    pub slices: Vec<Slice>,
    /// Pairs that these are parts of.
    pub sliced: usize,
    /// Accuracy by the number of training repositories.
    pub curve: Vec<CurvePoint>,
}

/// A point of the learning curve.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct CurvePoint {
    /// Repositories learned from.
    pub repositories: usize,
    /// The mean of models learned from so many, drawn anew each time, with the lowest and the highest.
    pub accuracy: Estimate,
}

/// Four digits behind the point: more would say nothing.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for it")]
fn short<S: serde::Serializer>(value: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64((value * 1e4).round() / 1e4)
}

/// The decided pairs of a split by repository: winner and loser.
type Clusters = Vec<Vec<(usize, usize)>>;

/// Compares a model with other orders on what it was not learned from.
pub fn evaluate(data: &Dataset, learned: &Model) -> Evaluation {
    let (slices, sliced) = slices(data, learned);
    let (_, clusters) = clusters(data, Split::Test);
    Evaluation {
        test: compare(data, learned, Split::Test),
        fresh: Some(compare(data, learned, Split::Fresh)).filter(|one| one.pairs > 0),
        agreement: agreement(data),
        slices,
        sliced,
        curve: curve(data, &clusters, shrinkage(learned)),
    }
}

/// The repositories of a split that have decided pairs, and these.
fn clusters(data: &Dataset, split: Split) -> (Vec<usize>, Clusters) {
    let mut by_repository: BTreeMap<usize, Vec<(usize, usize)>> = BTreeMap::new();
    for (winner, loser, repository) in data.decided(split) {
        by_repository.entry(repository).or_default().push((winner, loser));
    }
    by_repository.into_iter().unzip()
}

fn compare(data: &Dataset, learned: &Model, split: Split) -> Comparison {
    let (repositories, clusters) = clusters(data, split);
    let orders = orders(learned, &data.rubric);
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
    Comparison {
        pairs: clusters.iter().map(Vec::len).sum(),
        repositories: clusters.len(),
        orders: orders.iter().zip(&right).map(of_order).collect(),
    }
}

#[expect(clippy::cast_precision_loss, reason = "numbers of pairs")]
pub(super) fn size(count: usize) -> f64 {
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
fn agreement(data: &Dataset) -> (Estimate, f64) {
    let mut answers: Vec<Vec<[Answer; 2]>> = vec![Vec::new(); data.repositories.len()];
    for pair in &data.pairs {
        if let Some(of_repository) = answers.get_mut(pair.repository) {
            of_repository.push(pair.answers);
        }
    }
    answers.retain(|one| !one.is_empty());
    let of = |times: &[u32]| kappa(&answers, times);
    let mut drawn: Vec<f64> = (0..DRAWS).map(|seed| of(&draw(answers.len(), seed)).0).collect();
    let (value, equal) = of(&vec![1; answers.len()]);
    (Estimate { value, low: quantile(&mut drawn, 0.025), high: quantile(&mut drawn, 0.975) }, equal)
}

/// Cohen's kappa and the share of equal answers, each repository as often as it was drawn.
fn kappa(answers: &[Vec<[Answer; 2]>], times: &[u32]) -> (f64, f64) {
    let count = |which: &dyn Fn(&[Answer; 2]) -> bool| {
        let of = |(all, times): (&Vec<[Answer; 2]>, &u32)| {
            f64::from(*times) * size(all.iter().filter(|one| which(one)).count())
        };
        answers.iter().zip(times).map(of).sum::<f64>()
    };
    let total = f64::max(count(&|_| true), 1.0);
    let share = |which: &dyn Fn(&[Answer; 2]) -> bool| count(which) / total;
    let equal = share(&|answers| answers[0] == answers[1]);
    let by_chance: f64 = [Answer::One, Answer::Other, Answer::Tie]
        .iter()
        .map(|answer| share(&|answers| answers[0] == *answer) * share(&|answers| answers[1] == *answer))
        .sum();
    ((equal - by_chance) / f64::max(1.0 - by_chance, f64::MIN_POSITIVE), equal)
}

/// The shrinkage that a model was learned with; a middling one for a model that says none.
pub(super) fn shrinkage(model: &Model) -> Shrinkage {
    let trained = model.trained_on.as_ref();
    let said = |text: Option<&String>, least: f64| {
        let number = text.and_then(|text| text.parse::<f64>().ok());
        number.filter(|number| number.is_finite() && *number >= least)
    };
    Shrinkage {
        penalty: said(trained.map(|one| &one.penalty), f64::MIN_POSITIVE).unwrap_or(0.01),
        rubric: said(trained.map(|one| &one.rubric), 0.0).unwrap_or(0.1),
    }
}

/// Accuracy on the test split by the number of repositories learned from, all with one shrinkage.
fn curve(data: &Dataset, clusters: &Clusters, shrinkage: Shrinkage) -> Vec<CurvePoint> {
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
                let model = learn_by(data, &included, shrinkage, 0);
                let all = orders(&model, &model);
                let right = all.first().map(|order| agreeing(data, clusters, order)).unwrap_or_default();
                right.iter().sum::<f64>() / f64::max(clusters.iter().map(|one| size(one.len())).sum(), 1.0)
            })
            .collect();
        let accuracy = Estimate {
            value: accuracies.iter().sum::<f64>() / size(accuracies.len()),
            low: accuracies.iter().copied().fold(f64::INFINITY, f64::min),
            high: accuracies.iter().copied().fold(f64::NEG_INFINITY, f64::max),
        };
        CurvePoint { repositories: count, accuracy }
    };
    let count = training.len();
    [count / 8, count / 4, count / 2, count * 3 / 4, count]
        .into_iter()
        .filter(|one| *one > 0)
        .map(point)
        .collect()
}
