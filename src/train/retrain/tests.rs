//! The limits of retraining.

use super::{AUTHOR, Decision, PRIOR, pulls, retrain, weigh};
use crate::risk::{Feature, Level, Measurement, Model};

fn finding(rule: &str, severity: u8) -> Measurement {
    let mut measured = Measurement::lowest();
    measured.rule = rule.to_owned();
    measured.set(Feature::Severity, Level::known(severity));
    measured
}

fn shipped() -> Model {
    Model::builtin().unwrap()
}

fn decisions(count: usize, authors: usize, first: usize, second: usize) -> Vec<Decision> {
    (0..count).map(|at| Decision { first, second, author: format!("author {}", at % authors) }).collect()
}

fn adjusted(decisions: &[Decision], findings: &[Measurement]) -> Vec<(String, i32)> {
    let model = retrain(&shipped(), findings, decisions);
    // What comes of it can be used, and is the shipped model but for that.
    assert_eq!(Model::read(&model.text()).unwrap(), model);
    assert_eq!(model.base, Some(shipped().digest()));
    assert_eq!((&model.features, model.bands), (&shipped().features, shipped().bands));
    model.adjustments.into_iter().map(|one| (one.rule, one.points)).collect()
}

#[test]
fn decisions_move_rules_and_no_more_than_one_logit() {
    let findings = [finding("quiet", 1), finding("loud", 1)];
    let logit = shipped().logit().cast_signed();
    let few = adjusted(&decisions(5, 5, 0, 1), &findings);
    assert!(few.iter().all(|(_, points)| points.abs() < logit), "{few:?}");
    assert_eq!(few.iter().map(|(rule, _)| rule.as_str()).collect::<Vec<_>>(), ["loud", "quiet"]);
    assert!(few[0].1 < 0 && few[1].1 > 0, "{few:?}");
    let many = adjusted(&decisions(5_000, 50, 0, 1), &findings);
    assert_eq!(many, [("loud".to_owned(), -logit), ("quiet".to_owned(), logit)]);
    assert!(adjusted(&[], &findings).is_empty());
}

#[test]
fn what_is_critical_is_never_moved_down() {
    let findings = [finding("quiet", 1), finding("worst", 3)];
    let moved = adjusted(&decisions(1_000, 50, 0, 1), &findings);
    assert_eq!(moved.iter().map(|(rule, _)| rule.as_str()).collect::<Vec<_>>(), ["quiet"]);
    let up = adjusted(&decisions(1_000, 50, 1, 0), &findings);
    assert!(up.iter().any(|(rule, points)| rule == "worst" && *points > 0), "{up:?}");
    // A later record that says otherwise of the rule changes nothing.
    let softened = [finding("quiet", 1), finding("worst", 3), finding("worst", 0)];
    let moved = adjusted(&decisions(1_000, 50, 0, 1), &softened);
    assert_eq!(moved.iter().map(|(rule, _)| rule.as_str()).collect::<Vec<_>>(), ["quiet"]);
}

#[test]
fn one_author_is_a_fifth_of_a_rule_at_most() {
    let findings = [finding("quiet", 1), finding("loud", 1), finding("other", 1)];
    let mut all = decisions(10_000, 1, 0, 1);
    all.extend(decisions(3, 3, 0, 2));
    let (rules, mut pulls) = pulls(&shipped(), &findings, &all);
    weigh(&mut pulls, rules.len());
    for (rule, name) in rules.iter().enumerate() {
        let of_rule = || pulls.iter().filter(|pull| pull.rules.contains(&rule));
        let total: f64 = PRIOR + of_rule().map(|pull| pull.weight).sum::<f64>();
        let own: f64 = of_rule().filter(|pull| pull.author == 0).map(|pull| pull.weight).sum();
        assert!(own <= AUTHOR * total * 1.001, "{name}: {own} of {total}");
    }
    // However often one author says so, it moves a rule less than a hundred authors do who say so once.
    let one = adjusted(&decisions(10_000, 1, 0, 1), &findings);
    let many = adjusted(&decisions(100, 100, 0, 1), &findings);
    assert!(one[1].1 < many[1].1, "{one:?} {many:?}");
}

#[test]
fn what_has_one_rule_alone_tells_nothing() {
    let findings = [finding("quiet", 1), finding("quiet", 2)];
    assert!(adjusted(&decisions(100, 10, 0, 1), &findings).is_empty());
}
