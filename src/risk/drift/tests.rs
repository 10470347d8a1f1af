//! What counts as drift, and what chance alone does.

use super::index::{by_chance, index};
use super::{DriftState, ENOUGH, Observed, Reference, Standing, drift};
use crate::risk::{FEATURES, Feature, Level, Measurement, Model, score};

/// Numbers from 0 to 1 by a seed (a linear congruential generator).
fn numbers(seed: u64) -> impl FnMut() -> f64 {
    let mut state = seed.wrapping_mul(2).wrapping_add(1);
    move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        f64::from(u32::try_from(state >> 32).unwrap()) / 4_294_967_296.0
    }
}

fn drawn(shares: &[f64], count: usize, next: &mut impl FnMut() -> f64) -> Vec<Vec<u32>> {
    let mut counts = vec![0; shares.len()];
    for _ in 0..count {
        let at = next();
        let mut sum = 0.0;
        let level = shares.iter().position(|share| {
            sum += share;
            at < sum
        });
        counts[level.unwrap_or(shares.len() - 1)] += 1;
    }
    vec![counts]
}

/// The 99 % quantile that a simulation finds is the one that the formula gives, for the shapes that features have.
#[test]
fn chance_alone_stays_below_its_quantile() {
    for shares in [vec![0.5, 0.5], vec![0.2, 0.3, 0.3, 0.2], vec![0.25, 0.15, 0.2, 0.1, 0.2, 0.1]] {
        for count in [200, 1_000] {
            let mut next = numbers(7);
            let mut indices: Vec<f64> = (0..2_000)
                .map(|_| index(&drawn(&shares, 577, &mut next), &drawn(&shares, count, &mut next)))
                .collect();
            indices.sort_by(f64::total_cmp);
            let (found, said) = (indices[1_980], by_chance(shares.len(), count, 577));
            assert!((found / said - 1.0).abs() < 0.2, "{shares:?} {count}: {found} against {said}");
        }
    }
}

/// Of two samples of 30 in ten parts each, most differ by more than 0.25: why there have to be more.
#[test]
fn few_findings_differ_by_chance() {
    let mut next = numbers(3);
    let shares = vec![0.1; 10];
    let large = (0..500)
        .filter(|_| index(&drawn(&shares, 30, &mut next), &drawn(&shares, 30, &mut next)) > 0.25)
        .count();
    assert!(large > 300, "{large}");
    const { assert!(ENOUGH >= 200) };
}

fn measured(levels: [u8; 4]) -> Measurement {
    let mut measured = Measurement::lowest();
    for (feature, level) in
        [Feature::Severity, Feature::Gain, Feature::Common, Feature::Security].into_iter().zip(levels)
    {
        measured.set(feature, Level::known(level));
    }
    measured
}

fn observed<'o>(model: &Model, measured: &'o Measurement, rule: &'o str, kind: &'o str) -> Observed<'o> {
    Observed { rule, kind, measured, score: score(model, measured).score }
}

/// A model learned from ten repositories with thirty findings each, half of them of security, all of the default
/// profile, a third of each of three severities.
fn learned() -> Model {
    let mut model = Model::builtin().unwrap();
    // Severity and gain hold a quarter of the points, however the next model is learned.
    let gain = &mut model.features[Feature::Gain as usize];
    for points in [&mut gain.low, &mut gain.points, &mut gain.high] {
        *points = vec![0, 4, 9, 25];
    }
    let kinds: Vec<Measurement> = (0..6).map(|at| measured([at % 3, at % 3, 1, at % 2])).collect();
    let repository: Vec<Observed<'_>> = (0..30)
        .map(|at| observed(&model, &kinds[at % 6], ["rule-a", "rule-b", "rule-c"][at % 3], "aws_x"))
        .collect();
    model.reference = Some(Reference::new(&vec![repository; 10]));
    model
}

fn state(model: &Model, kinds: &[Measurement], count: usize, rule: &str) -> (DriftState, Vec<String>) {
    let all: Vec<Observed<'_>> =
        (0..count).map(|at| observed(model, &kinds[at % kinds.len()], rule, "aws_x")).collect();
    let drift = drift(model, &all);
    (drift.state, drift.reasons)
}

#[test]
fn few_findings_are_too_few_and_like_ones_are_as_learned() {
    let model = learned();
    let like: Vec<Measurement> = (0..6).map(|at| measured([at % 3, at % 3, 1, at % 2])).collect();
    assert_eq!(state(&model, &like, 199, "rule-a").0, DriftState::TooFew);
    assert_eq!(state(&model, &like, 300, "rule-a"), (DriftState::AsLearned, Vec::new()));
    // Fewer of security are a matter of what is linted: the others are compared with their like.
    let reliable: Vec<Measurement> = (0..3).map(|at| measured([at, at, 1, 0])).collect();
    assert_eq!(state(&model, &reliable, 300, "rule-a").0, DriftState::AsLearned);
}

#[test]
fn a_model_abstains_from_what_it_has_never_seen() {
    let model = learned();
    // Nothing but the worst of all: the scores and features that hold a quarter of the points have drifted.
    let worst = [measured([3, 3, 1, 1])];
    let (is, reasons) = state(&model, &worst, 300, "rule-a");
    assert_eq!(is, DriftState::Abstains, "{reasons:?}");
    assert!(reasons[0].starts_with("the scores differ by an index of "), "{reasons:?}");
    assert!(reasons[1].contains("severity, gain"), "{reasons:?}");
    // The same findings of a rule that nobody has met.
    let like: Vec<Measurement> = (0..6).map(|at| measured([at % 3, at % 3, 1, at % 2])).collect();
    let (is, reasons) = state(&model, &like, 300, "own-rule");
    assert_eq!(
        (is, reasons),
        (DriftState::Abstains, vec!["1 of 1 rules were in no repository learned from".to_owned()])
    );
    // Few findings are too few for that, too.
    assert_eq!(state(&model, &worst, 100, "own-rule").0, DriftState::TooFew);
}

#[test]
fn what_a_repository_learned_from_shows_is_noted_only() {
    let mut model = Model::builtin().unwrap();
    let (low, high) = (measured([0, 0, 1, 1]), measured([2, 2, 1, 1]));
    // Half of the repositories have the one, half the other.
    let repositories: Vec<Vec<Observed<'_>>> = (0..10)
        .map(|at| vec![observed(&model, if at % 2 == 0 { &low } else { &high }, "rule-a", "aws_x"); 30])
        .collect();
    model.reference = Some(Reference::new(&repositories));
    let all = vec![observed(&model, &high, "rule-a", "aws_x"); 300];
    let drift = drift(&model, &all);
    assert_eq!(drift.state, DriftState::Noted, "{:?}", drift.reasons);
    let severity = drift.indices.iter().find(|one| one.of == "severity").unwrap();
    assert!(severity.value > 0.25 && severity.standing == Standing::Noted, "{severity:?}");
}

#[test]
fn the_shipped_model_knows_what_it_was_learned_from() {
    let model = Model::builtin().unwrap();
    let reference = model.reference.as_ref().unwrap();
    let findings: u32 = reference.findings.iter().sum();
    assert!(findings > 500, "{findings}");
    assert_eq!(reference.features.len(), FEATURES.len());
    assert!(reference.rules.names.len() > 100 && reference.kinds.names.len() > 50);
    let text = model.text();
    let broken = text.replacen("\"scores\": {\"bounds\":[", "\"scores\": {\"bounds\":[99,", 1);
    assert_ne!(broken, text);
    assert!(Model::read(&broken).unwrap_err().to_string().contains("histogram of scores"));
}
