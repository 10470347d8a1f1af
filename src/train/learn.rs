//! From data to a model.

use super::bootstrap::{draw, quantile};
use super::data::{Dataset, Split};
use super::fit::{Difference, Shrinkage, curves, fit, loss};
use crate::risk::model::{FORMAT, LARGEST, Points, TrainedOn};
use crate::risk::{Bands, FEATURES, Model, Observed, Reference, score};
use rayon::prelude::*;

/// Penalties that cross-validation chooses from, the strongest first.
const PENALTIES: [f64; 5] = [0.1, 0.03, 0.01, 0.003, 0.001];
/// Logits that a point of the rubric may be worth, likewise.
const RUBRICS: [f64; 4] = [0.2, 0.1, 0.05, 0.0];
/// Parts that repositories are put into for cross-validation.
const FOLDS: usize = 7;
/// Draws of repositories for the intervals.
const DRAWS: u64 = 100;

/// Learns from the training repositories alone.
pub fn learn(data: &Dataset) -> Model {
    let included: Vec<bool> = data.repositories.iter().map(|one| one.split == Split::Train).collect();
    learn_from(data, &included, DRAWS)
}

/// Learns from some of the training repositories, with the shrinkage that does best on those left out and intervals
/// from so many draws.
fn learn_from(data: &Dataset, included: &[bool], draws: u64) -> Model {
    let differences = differences(data, included);
    let clusters: Vec<usize> = (0..included.len()).filter(|at| included.get(*at) == Some(&true)).collect();
    let tried: Vec<Shrinkage> = RUBRICS
        .iter()
        .flat_map(|rubric| PENALTIES.iter().map(|penalty| Shrinkage { penalty: *penalty, rubric: *rubric }))
        .collect();
    let losses: Vec<f64> =
        tried.par_iter().map(|one| left_out(&differences, &clusters, &data.rubric, *one)).collect();
    let best = tried.into_iter().zip(losses).min_by(|one, other| one.1.total_cmp(&other.1));
    let shrinkage = best.map_or(Shrinkage { penalty: PENALTIES[0], rubric: RUBRICS[0] }, |(one, _)| one);
    learn_by(data, included, shrinkage, draws)
}

/// Learns from some of the training repositories with a given shrinkage.
pub(super) fn learn_by(data: &Dataset, included: &[bool], shrinkage: Shrinkage, draws: u64) -> Model {
    let differences = differences(data, included);
    let clusters: Vec<usize> = (0..included.len()).filter(|at| included.get(*at) == Some(&true)).collect();
    let whole: Vec<u32> = included.iter().map(|one| u32::from(*one)).collect();
    let weights = fit(&differences, &whole, &data.rubric, shrinkage);
    let curve = curves(&weights, f64::from(LARGEST));
    let drawn: Vec<Vec<Vec<f64>>> = (0..draws)
        .into_par_iter()
        .map(|seed| {
            let mut times = vec![0; included.len()];
            for (cluster, drawn) in clusters.iter().zip(draw(clusters.len(), seed)) {
                if let Some(slot) = times.get_mut(*cluster) {
                    *slot = drawn;
                }
            }
            curves(&fit(&differences, &times, &data.rubric, shrinkage), f64::from(LARGEST))
        })
        .collect();
    let features = points(&curve, &drawn);
    let mut model = Model {
        format: FORMAT.to_owned(),
        kind: "learned".to_owned(),
        trained_on: Some(TrainedOn {
            pairs: differences.len(),
            repositories: clusters.len(),
            penalty: shrinkage.penalty.to_string(),
            rubric: shrinkage.rubric.to_string(),
            data: data.digest.clone(),
            logit: rounded(f64::from(LARGEST) / f64::max(weights.iter().sum(), 1.0)).max(1),
        }),
        features,
        bands: Bands { medium: 1, high: 1, top: 1 },
        base: None,
        adjustments: Vec::new(),
        reference: None,
    };
    model.bands = bands(&model, data, included);
    model.reference = Some(reference(&model, data, included));
    model
}

fn differences(data: &Dataset, included: &[bool]) -> Vec<Difference> {
    let difference = |(winner, loser, repository): (usize, usize, usize)| {
        let (winner, loser) = (data.findings.get(winner)?, data.findings.get(loser)?);
        Some(Difference::new(&winner.measured, &loser.measured, repository))
    };
    let decided = data.decided(Split::Train).into_iter();
    decided.filter(|(_, _, at)| included.get(*at) == Some(&true)).filter_map(difference).collect()
}

/// The training repositories in parts for cross-validation: which of all repositories are in each.
pub(super) fn folds(data: &Dataset) -> Vec<Vec<bool>> {
    let training: Vec<usize> = (data.repositories.iter().enumerate())
        .filter(|(_, one)| one.split == Split::Train)
        .map(|(at, _)| at)
        .collect();
    let fold = |fold: usize| {
        let of_fold =
            |at: usize| training.iter().position(|one| *one == at).is_some_and(|at| at % FOLDS == fold);
        (0..data.repositories.len()).map(of_fold).collect()
    };
    (0..FOLDS).map(fold).collect()
}

/// The mean loss on repositories that the weights were not learned from.
fn left_out(differences: &[Difference], clusters: &[usize], rubric: &Model, shrinkage: Shrinkage) -> f64 {
    let size = clusters.iter().max().map_or(0, |most| most + 1);
    let mut sum = 0.0;
    for fold in 0..FOLDS {
        let mut learn = vec![0; size];
        let mut test = vec![0; size];
        for (at, cluster) in clusters.iter().enumerate() {
            let side = if at % FOLDS == fold { &mut test } else { &mut learn };
            if let Some(slot) = side.get_mut(*cluster) {
                *slot = 1;
            }
        }
        sum += loss(differences, &test, &fit(differences, &learn, rubric, shrinkage));
    }
    #[expect(clippy::cast_precision_loss, reason = "a small number")]
    let folds = FOLDS as f64;
    sum / folds
}

/// Whole points with their intervals.
fn points(curves: &[Vec<f64>], drawn: &[Vec<Vec<f64>>]) -> Vec<Points> {
    let highest =
        whole_numbers(&curves.iter().map(|one| one.last().copied().unwrap_or_default()).collect::<Vec<_>>());
    let feature = |at: usize| {
        let definition = FEATURES.get(at)?;
        let curve = curves.get(at)?;
        let top = highest.get(at).copied()?;
        let points: Vec<u32> = curve
            .iter()
            .enumerate()
            .map(|(level, value)| if level + 1 == curve.len() { top } else { rounded(*value).min(top) })
            .collect();
        let bound = |share: f64, level: usize| {
            let of = |one: &Vec<Vec<f64>>| one.get(at).and_then(|curve| curve.get(level)).copied();
            let mut values: Vec<f64> = drawn.iter().filter_map(of).collect();
            rounded(quantile(&mut values, share)).min(LARGEST)
        };
        let low = points.iter().enumerate().map(|(level, at)| bound(0.05, level).min(*at)).collect();
        let high = points.iter().enumerate().map(|(level, at)| bound(0.95, level).max(*at)).collect();
        Some(Points { id: definition.id.to_owned(), points, low, high })
    };
    (0..FEATURES.len()).filter_map(feature).collect()
}

/// Rounds so that the sum is kept: what lost most by rounding down gets the points that are left.
fn whole_numbers(values: &[f64]) -> Vec<u32> {
    let mut whole: Vec<u32> = values.iter().map(|value| rounded(value.floor())).collect();
    let mut order: Vec<usize> = (0..values.len()).collect();
    let lost = |at: &usize| values.get(*at).map_or(0.0, |value| value - value.floor());
    order.sort_by(|one, other| lost(other).total_cmp(&lost(one)).then(one.cmp(other)));
    let missing = LARGEST.saturating_sub(whole.iter().sum());
    for at in order.into_iter().cycle().take(usize::try_from(missing).unwrap_or_default()) {
        if let Some(slot) = whole.get_mut(at) {
            *slot += 1;
        }
    }
    whole
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a number from 0 to 100")]
fn rounded(value: f64) -> u32 {
    value.round().clamp(0.0, f64::from(LARGEST)) as u32
}

/// What the findings learned from are like.
fn reference(model: &Model, data: &Dataset, included: &[bool]) -> Reference {
    let of = |at: usize| {
        let findings = data.findings.iter().filter(|one| one.repository == at);
        let observed = findings.map(|one| Observed {
            rule: &one.rule,
            kind: &one.kind,
            measured: &one.measured,
            score: score(model, &one.measured).score,
        });
        observed.collect::<Vec<_>>()
    };
    let clusters = (0..included.len()).filter(|at| included.get(*at) == Some(&true));
    Reference::new(&clusters.map(of).collect::<Vec<_>>())
}

/// The bands: 5 % of the findings learned from are top, 15 % more are high, 30 % more are medium.
fn bands(model: &Model, data: &Dataset, included: &[bool]) -> Bands {
    let of = data.findings.iter().filter(|one| included.get(one.repository) == Some(&true));
    let mut scores: Vec<f64> = of.map(|one| f64::from(score(model, &one.measured).score)).collect();
    let mut bound = |share: f64| rounded(quantile(&mut scores, share)).max(1);
    let (medium, high, top) = (bound(0.5), bound(0.8), bound(0.95));
    Bands { medium, high: high.max(medium), top: top.max(high) }
}
