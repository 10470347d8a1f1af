//! Fitting: which weights make the findings that reviewers put first come first.
//!
//! A feature's level is coded as the steps up to it, so that a weight that is not negative for each step makes the model
//! monotone. The weights minimise the mean logistic loss of the differences in the pairs and a penalty on the squares of
//! how far they are from the hand-set weights of the rubric: of what the pairs say nothing, the rubric decides. The loss
//! is convex, and projected gradients with momentum find its minimum.

use crate::risk::{FEATURES, Measurement, Model};

/// Rounds of the descent: the weights move by less than a thousandth of a point after far fewer.
const ROUNDS: usize = 400;

/// The difference between the winner and the loser of a pair: which steps the one has and the other has not.
#[derive(Clone, Debug)]
pub(super) struct Difference {
    steps: Vec<(usize, f64)>,
    /// Which of the repositories it is from.
    pub(super) repository: usize,
}

/// What keeps weights from following every pair.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Shrinkage {
    /// What it costs to be far from the rubric.
    pub(super) penalty: f64,
    /// How much a point of the rubric's hand-set weights is worth, in logits; 0 shrinks to nothing.
    pub(super) rubric: f64,
}

/// The hand-set weights of all steps, in logits.
fn hand_set(rubric: &Model, shrinkage: Shrinkage) -> Vec<f64> {
    let steps = |levels: &[u32]| -> Vec<f64> {
        let rises = levels.iter().zip(levels.iter().skip(1));
        rises.map(|(low, high)| f64::from(high.saturating_sub(*low)) * shrinkage.rubric).collect()
    };
    rubric.features.iter().flat_map(|one| steps(&one.points)).collect()
}

impl Difference {
    pub(super) fn new(winner: &Measurement, loser: &Measurement, repository: usize) -> Difference {
        let mut steps = Vec::new();
        let mut first = 0;
        for definition in FEATURES {
            let [won, lost] = [winner, loser].map(|one| usize::from(one.level(definition.feature).at));
            let sign = if won > lost { 1.0 } else { -1.0 };
            steps.extend((won.min(lost)..won.max(lost)).map(|step| (first + step, sign)));
            first += definition.levels.len() - 1;
        }
        Difference { steps, repository }
    }

    fn margin(&self, weights: &[f64]) -> f64 {
        self.steps.iter().map(|(step, sign)| sign * weights.get(*step).copied().unwrap_or_default()).sum()
    }
}

/// The mean logistic loss, each pair as often as its repository was drawn.
pub(super) fn loss(differences: &[Difference], times: &[u32], weights: &[f64]) -> f64 {
    let mut sum = (0.0, 0.0);
    for difference in differences {
        let times = f64::from(times.get(difference.repository).copied().unwrap_or_default());
        sum.0 += times * (-difference.margin(weights)).exp().ln_1p();
        sum.1 += times;
    }
    sum.0 / f64::max(sum.1, 1.0)
}

/// The weights of all steps.
pub(super) fn fit(
    differences: &[Difference],
    times: &[u32],
    rubric: &Model,
    shrinkage: Shrinkage,
) -> Vec<f64> {
    let penalty = shrinkage.penalty;
    let prior = hand_set(rubric, shrinkage);
    let drawn =
        |difference: &Difference| f64::from(times.get(difference.repository).copied().unwrap_or_default());
    let total = f64::max(differences.iter().map(drawn).sum(), 1.0);
    #[expect(clippy::cast_precision_loss, reason = "a number of steps")]
    let longest = differences.iter().map(|one| one.steps.len()).max().unwrap_or(1) as f64;
    let pace = 1.0 / (0.25 * longest + penalty);
    let mut weights = prior.clone();
    let mut ahead = weights.clone();
    let mut momentum = 1.0_f64;
    for _ in 0..ROUNDS {
        let mut slope: Vec<f64> =
            ahead.iter().zip(&prior).map(|(weight, prior)| penalty * (weight - prior)).collect();
        for difference in differences {
            let pull = drawn(difference) / total / (1.0 + difference.margin(&ahead).exp());
            for (step, sign) in &difference.steps {
                if let Some(slope) = slope.get_mut(*step) {
                    *slope -= pull * sign;
                }
            }
        }
        let next: Vec<f64> =
            ahead.iter().zip(&slope).map(|(weight, slope)| f64::max(weight - pace * slope, 0.0)).collect();
        let grown = f64::midpoint(1.0, (1.0 + 4.0 * momentum * momentum).sqrt());
        let carry = (momentum - 1.0) / grown;
        ahead = next.iter().zip(&weights).map(|(next, before)| next + carry * (next - before)).collect();
        weights = next;
        momentum = grown;
    }
    weights
}

/// For each feature the sums of the weights up to each level, the lowest first, scaled so that the highest add up to
/// `largest`.
pub(super) fn curves(weights: &[f64], largest: f64) -> Vec<Vec<f64>> {
    let total = f64::max(weights.iter().sum(), f64::MIN_POSITIVE);
    let mut rest = weights.iter();
    let curve = |levels: usize| {
        let mut sum = 0.0;
        let mut curve = vec![0.0];
        for weight in rest.by_ref().take(levels - 1) {
            sum += weight * largest / total;
            curve.push(sum);
        }
        curve
    };
    FEATURES.iter().map(|one| one.levels.len()).map(curve).collect()
}
