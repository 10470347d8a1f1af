//! Retraining on a team's own decisions: what they add to the findings of a rule, or take away. Everything else of the
//! shipped model stays as it is, so that whatever holds of it (no names, nothing that lowers what is worse) still does.
//!
//! The shipped model counts as [`PRIOR`] decisions on each rule. The decisions of one author are at most a fifth of what
//! counts for a rule, no rule moves by more than one logit, and rules of critical severity are never moved down.

use crate::risk::{Adjustment, Feature, Measurement, Model, score};
use std::collections::{BTreeMap, BTreeSet};

/// Decisions that the shipped model counts as, on each rule.
const PRIOR: f64 = 100.0;
/// The share of a rule's weight that one author may have.
const AUTHOR: f64 = 0.20;
/// Information that a decision gives at most, so that the shipped model holds a rule as [`PRIOR`] of them would.
const INFORMATION: f64 = 0.25;
/// Rounds of weighing: each makes weights smaller that are too large still.
const WEIGHING: usize = 200;
/// Rounds of the descent.
const ROUNDS: usize = 500;
/// The severity of which no rule is moved down.
const CRITICAL: u8 = 3;

/// That one finding comes before another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Position of the finding that comes first.
    pub first: usize,
    /// Position of the one that can wait.
    pub second: usize,
    /// Who decided.
    pub author: String,
}

/// A decision as fitting needs it.
struct Pull {
    /// Positions of the rules.
    rules: [usize; 2],
    author: usize,
    /// What the shipped model says, in logits.
    margin: f64,
    weight: f64,
}

/// The shipped model with what decisions say of rules.
pub fn retrain(shipped: &Model, findings: &[Measurement], decisions: &[Decision]) -> Model {
    let (rules, mut pulls) = pulls(shipped, findings, decisions);
    weigh(&mut pulls, rules.len());
    // Of records of different days one is enough.
    let critical: BTreeSet<&str> = findings
        .iter()
        .filter(|one| one.level(Feature::Severity).at >= CRITICAL)
        .map(|one| one.rule.as_str())
        .collect();
    let lowest: Vec<f64> =
        rules.iter().map(|rule| if critical.contains(rule) { 0.0 } else { -1.0 }).collect();
    let moved = fit(&pulls, &lowest);
    let adjustments = rules.iter().zip(moved).filter_map(|(rule, moved)| {
        let points = points(moved, shipped.logit());
        (points != 0).then(|| Adjustment { rule: (*rule).to_owned(), points })
    });
    Model {
        kind: "retrained".to_owned(),
        base: Some(shipped.digest()),
        adjustments: adjustments.collect(),
        ..shipped.clone()
    }
}

#[expect(clippy::cast_possible_truncation, reason = "at most the points of a logit")]
fn points(moved: f64, logit: u32) -> i32 {
    (moved.clamp(-1.0, 1.0) * f64::from(logit)).round() as i32
}

/// The rules that decisions tell apart, in order, and what pulls at them.
fn pulls<'f>(
    shipped: &Model,
    findings: &'f [Measurement],
    decisions: &[Decision],
) -> (Vec<&'f str>, Vec<Pull>) {
    let both = |decision: &Decision| findings.get(decision.first).zip(findings.get(decision.second));
    let telling: Vec<(&Decision, (&Measurement, &Measurement))> = decisions
        .iter()
        .filter_map(|decision| Some((decision, both(decision)?)))
        .filter(|(_, (first, second))| first.rule != second.rule)
        .collect();
    let ids = telling.iter().flat_map(|(_, (first, second))| [first.rule.as_str(), second.rule.as_str()]);
    let position: BTreeMap<&str, usize> = numbered(ids);
    let authors = numbered(telling.iter().map(|(decision, _)| decision.author.as_str()));
    let logit = f64::from(shipped.logit());
    let pull = |(decision, (first, second)): &(&Decision, (&Measurement, &Measurement))| {
        let [high, low] = [first, second].map(|one| f64::from(score(shipped, one).score));
        Some(Pull {
            rules: [*position.get(first.rule.as_str())?, *position.get(second.rule.as_str())?],
            author: *authors.get(decision.author.as_str())?,
            margin: (high - low) / logit,
            weight: 1.0,
        })
    };
    let pulls = telling.iter().filter_map(pull).collect();
    (position.into_keys().collect(), pulls)
}

/// Positions of names in their order.
fn numbered<'n>(names: impl Iterator<Item = &'n str>) -> BTreeMap<&'n str, usize> {
    let mut positions: BTreeMap<&str, usize> = names.map(|name| (name, 0)).collect();
    positions.values_mut().enumerate().for_each(|(at, slot)| *slot = at);
    positions
}

/// Makes the decisions of an author count less where they are more than their share of a rule.
fn weigh(pulls: &mut [Pull], rules: usize) {
    for _ in 0..WEIGHING {
        let mut total = vec![PRIOR; rules];
        let mut own: BTreeMap<(usize, usize), f64> = BTreeMap::new();
        for pull in pulls.iter() {
            for rule in pull.rules {
                if let Some(total) = total.get_mut(rule) {
                    *total += pull.weight;
                }
                *own.entry((rule, pull.author)).or_default() += pull.weight;
            }
        }
        let allowed = |rule: usize, author: usize| {
            let most = AUTHOR * total.get(rule).copied().unwrap_or(PRIOR);
            most / f64::max(own.get(&(rule, author)).copied().unwrap_or_default(), most)
        };
        let mut least = 1.0;
        for pull in pulls.iter_mut() {
            let [first, second] = pull.rules;
            let factor = f64::min(allowed(first, pull.author), allowed(second, pull.author));
            pull.weight *= factor;
            least = f64::min(least, factor);
        }
        if least > 1.0 - 1e-9 {
            return;
        }
    }
}

/// How far each rule is moved, in logits: what makes the decisions likely, held by the shipped model.
fn fit(pulls: &[Pull], lowest: &[f64]) -> Vec<f64> {
    let hold = PRIOR * INFORMATION;
    let mut load = vec![0.0; lowest.len()];
    for pull in pulls {
        for rule in pull.rules {
            if let Some(load) = load.get_mut(rule) {
                *load += pull.weight;
            }
        }
    }
    // The curvature along no direction is more than that.
    let pace = 1.0 / (hold + 2.0 * INFORMATION * load.iter().copied().fold(0.0, f64::max));
    let mut moved = vec![0.0; lowest.len()];
    let mut ahead = moved.clone();
    let mut momentum = 1.0_f64;
    for _ in 0..ROUNDS {
        let mut slope: Vec<f64> = ahead.iter().map(|one| hold * one).collect();
        for pull in pulls {
            let [first, second] = pull.rules.map(|rule| ahead.get(rule).copied().unwrap_or_default());
            let strength = pull.weight / (1.0 + (pull.margin + first - second).exp());
            for (rule, sign) in pull.rules.into_iter().zip([-1.0, 1.0]) {
                if let Some(slope) = slope.get_mut(rule) {
                    *slope += sign * strength;
                }
            }
        }
        let next: Vec<f64> = (ahead.iter().zip(&slope).zip(lowest))
            .map(|((one, slope), lowest)| (one - pace * slope).clamp(*lowest, 1.0))
            .collect();
        let grown = f64::midpoint(1.0, (1.0 + 4.0 * momentum * momentum).sqrt());
        let carry = (momentum - 1.0) / grown;
        ahead = next.iter().zip(&moved).map(|(next, before)| next + carry * (next - before)).collect();
        moved = next;
        momentum = grown;
    }
    moved
}

#[cfg(test)]
mod tests;
