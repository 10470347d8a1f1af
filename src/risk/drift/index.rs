//! The population stability index, and what it is where nothing has changed.

use crate::risk::feature::Feature;
use crate::risk::measure::Measurement;

/// Kinds of findings that are compared with their like alone.
pub(super) const STRATA: usize = 8;
/// The share that every level has at least, so that an empty one says as much of few findings as of many.
const LEAST_SHARE: f64 = 0.01;
/// Findings of all strata that a stratum's shares are mixed with, so that a small one says little.
const SMOOTHING: f64 = 5.0;

/// Quantiles of 99 % of the chi-squared distribution with 1, 2, ... degrees of freedom.
const CHI_SQUARED: [f64; 20] = [
    6.635, 9.210, 11.345, 13.277, 15.086, 16.812, 18.475, 20.090, 21.666, 23.209, 24.725, 26.217, 27.688,
    29.141, 30.578, 32.000, 33.409, 34.805, 36.191, 37.566,
];

/// Whether a kind is one of Kubernetes' own and not one of Terraform's.
pub fn is_of_kubernetes(kind: &str) -> bool {
    kind.starts_with(char::is_uppercase)
}

/// The stratum of a finding.
pub(super) fn stratum(kind: &str, measured: &Measurement) -> usize {
    let bit = |feature: Feature| usize::from(measured.level(feature).at > 0);
    bit(Feature::Common) + 2 * bit(Feature::Security) + 4 * usize::from(is_of_kubernetes(kind))
}

#[expect(clippy::cast_precision_loss, reason = "numbers of findings")]
pub(super) fn share(some: usize, all: usize) -> f64 {
    some as f64 / f64::max(all as f64, 1.0)
}

/// How many there are at each level, strata taken together.
fn together(counts: &[Vec<u32>]) -> Vec<f64> {
    let levels = counts.iter().map(Vec::len).max().unwrap_or_default();
    let at = |level: usize| counts.iter().filter_map(|row| row.get(level)).copied().map(f64::from).sum();
    (0..levels).map(at).collect()
}

fn sum(counts: &[u32]) -> f64 {
    counts.iter().copied().map(f64::from).sum()
}

/// The population stability index of counts against those of the reference, both by stratum and level: what the
/// reference would have if it had the strata in the same proportions.
pub(super) fn index(reference: &[Vec<u32>], found: &[Vec<u32>]) -> f64 {
    let all = together(reference);
    let levels = f64::max(f64::from(u32::try_from(all.len()).unwrap_or(u32::MAX)), 1.0);
    let total = all.iter().sum::<f64>();
    let overall: Vec<f64> = all.iter().map(|count| (count + 0.5) / (total + 0.5 * levels)).collect();
    let observed = together(found);
    let count = observed.iter().sum::<f64>();
    let mut expected = vec![0.0; overall.len()];
    for (reference, found) in reference.iter().zip(found) {
        let (size, weight) = (sum(reference), sum(found) / f64::max(count, 1.0));
        for ((slot, overall), own) in expected.iter_mut().zip(&overall).zip(reference) {
            *slot += weight * (f64::from(*own) + SMOOTHING * overall) / (size + SMOOTHING);
        }
    }
    let mixed = |share: f64| (share + LEAST_SHARE) / (1.0 + LEAST_SHARE * levels);
    let observed = observed.iter().map(|one| mixed(one / f64::max(count, 1.0)));
    let expected = expected.into_iter().map(mixed);
    observed.zip(expected).map(|(one, other)| (one - other) * (one / other).ln()).sum()
}

/// What the index of so many findings stays below in 99 of 100 cases where they are like those of the reference: both
/// are samples, and the index is then a chi-squared number by one and one of their sizes.
pub(super) fn by_chance(levels: usize, found: usize, reference: usize) -> f64 {
    let degrees = levels.saturating_sub(1).clamp(1, CHI_SQUARED.len());
    let quantile = CHI_SQUARED.get(degrees - 1).copied().unwrap_or(f64::MAX);
    quantile * (share(1, found) + share(1, reference))
}
