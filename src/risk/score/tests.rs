//! Scores add up and never fall.

use super::score;
use crate::risk::{FEATURES, Feature, Level, Measurement, Model};
use proptest::prelude::*;

fn hand_set() -> Model {
    Model::read(include_str!("../../../data/risk/hand-set.json")).unwrap()
}

#[test]
fn nothing_scores_nothing_and_everything_the_largest_score() {
    assert_eq!(score(&hand_set(), &Measurement::lowest()).score, 0);
    let mut all = Measurement::lowest();
    for definition in FEATURES {
        all.set(definition.feature, Level::known(u8::MAX));
    }
    let all = score(&hand_set(), &all);
    assert_eq!((all.score, all.low, all.high), (100, 100, 100));
}

#[test]
fn what_is_unknown_counts_in_full_and_opens_the_interval() {
    let mut measured = Measurement::lowest();
    measured.set(Feature::Power, Level::up_to(0, 2));
    let risk = score(&hand_set(), &measured);
    assert_eq!((risk.score, risk.low, risk.high), (8, 0, 8));
    assert!(risk.contributions.iter().all(|one| one.unknown));
}

#[test]
fn linters_that_differ_by_two_severities_are_said() {
    let note = |least: u8, most: u8| {
        let mut measured = Measurement::lowest();
        measured.set(Feature::Consensus, Level { at: most, least, most });
        score(&hand_set(), &measured).notes.iter().any(|note| note.starts_with("linters disagree"))
    };
    // Low, medium and high are twice their rank, critical is one more than high.
    let far = [(0, 4), (0, 5), (2, 5)];
    let near = [(0, 2), (2, 4), (4, 5), (2, 2)];
    assert!(far.iter().all(|(least, most)| note(*least, *most)));
    assert!(!near.iter().any(|(least, most)| note(*least, *most)));
}

#[test]
fn a_kind_that_was_not_met_opens_the_interval_by_a_logit_and_moves_no_score() {
    let model = Model::builtin().unwrap();
    let of = |kinds: &[&str]| {
        let mut measured = Measurement::lowest();
        measured.set(Feature::Severity, Level::known(2));
        measured.set(Feature::Power, Level::known(2));
        measured.kinds = kinds.iter().map(|kind| (*kind).to_owned()).collect();
        score(&model, &measured)
    };
    let met = of(&["Deployment"]);
    assert_eq!(met, of(&[]));
    for kinds in [&["Widget.example.com"][..], &["Deployment", "aws_s3_bucket_v2"]] {
        let unmet = of(kinds);
        assert_eq!((unmet.score, unmet.low), (met.score, met.low - model.logit()));
        assert_eq!(unmet.high, met.high + model.logit());
        assert_eq!(unmet.notes.len(), met.notes.len() + 1);
    }
    // One that says nothing of what it was learned from cannot tell.
    let mut measured = Measurement::lowest();
    measured.kinds.insert("Widget.example.com".to_owned());
    assert_eq!(score(&hand_set(), &measured), score(&hand_set(), &Measurement::lowest()));
}

proptest! {
    #[test]
    fn contributions_add_up_and_no_level_lowers_the_score(
        levels in prop::collection::vec(0_u8..6, FEATURES.len()),
        raised in 0..FEATURES.len(),
    ) {
        let mut measured = Measurement::lowest();
        for (definition, level) in FEATURES.iter().zip(levels) {
            measured.set(definition.feature, Level::known(level));
        }
        for model in [hand_set(), Model::builtin().unwrap()] {
            let before = score(&model, &measured);
            prop_assert_eq!(before.contributions.iter().map(|one| one.points).sum::<i32>(), before.score.cast_signed());
            prop_assert!(before.low <= before.score && before.score <= before.high);
            let feature = FEATURES[raised].feature;
            let mut after = measured.clone();
            after.set(feature, Level::known(measured.level(feature).at + 1));
            prop_assert!(score(&model, &after).score >= before.score);
        }
    }
}
