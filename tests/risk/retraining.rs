//! Whether somebody whose decisions are wrong, by mistake or on purpose, can turn the order.

use crate::dataset;
use purlin::risk::{Feature, Measurement, Model, score};
use purlin::train::{Decision, Split, retrain};
use std::cmp::Reverse;

const AUTHORS: usize = 5;
const TOP: usize = 20;

/// The findings of the shipped data, and its judged pairs as decisions of five authors.
fn shipped() -> (Vec<Measurement>, Vec<Decision>) {
    let data = dataset();
    let pairs = data.decided(Split::Train).into_iter().chain(data.decided(Split::Test));
    let decisions = pairs.enumerate().map(|(at, (first, second, _))| Decision {
        first,
        second,
        author: format!("author {}", at % AUTHORS),
    });
    (data.findings.iter().map(|one| one.measured.clone()).collect(), decisions.collect())
}

/// The score of the twentieth finding.
fn twentieth(findings: &[Measurement], model: &Model) -> u32 {
    let mut scores: Vec<u32> = findings.iter().map(|one| score(model, one).score).collect();
    scores.sort_unstable_by_key(|score| Reverse(*score));
    scores[TOP - 1]
}

/// The first twenty findings by a model; what scores the same stands by severity, then by position.
fn top(findings: &[Measurement], model: &Model) -> Vec<usize> {
    let mut order: Vec<usize> = (0..findings.len()).collect();
    order.sort_by_key(|at| {
        let finding = &findings[*at];
        (Reverse(score(model, finding).score), Reverse(finding.level(Feature::Severity).at), *at)
    });
    order.truncate(TOP);
    order
}

/// Which decisions of an author are turned round.
#[derive(Clone, Copy)]
enum Turned {
    /// Any, by a number.
    Any(usize),
    /// Those for what scores most.
    Aimed,
}

/// How many of the first twenty score less than the twentieth does, where a share of an author's decisions is turned
/// round; the most for any author. What scores as much as the twentieth is no worse placed by the model.
fn pushed_out(share: usize, which: Turned) -> usize {
    let (findings, decisions) = shipped();
    let model = Model::builtin().unwrap();
    let honest = top(&findings, &retrain(&model, &findings, &decisions));
    let pushed_out = |author: usize| {
        let name = format!("author {author}");
        let mut own: Vec<usize> = (0..decisions.len()).filter(|at| decisions[*at].author == name).collect();
        let count = own.len() * share / 100;
        match which {
            Turned::Any(number) => own.sort_by_key(|at| ((at + number) * 7919) % 1009),
            Turned::Aimed => own.sort_by_key(|at| {
                let first = &findings[decisions[*at].first];
                (Reverse(score(&model, first).score), first.rule.clone())
            }),
        }
        let mut wrong = decisions.clone();
        for at in own.into_iter().take(count) {
            let decision = &mut wrong[at];
            std::mem::swap(&mut decision.first, &mut decision.second);
        }
        let turned = retrain(&model, &findings, &wrong);
        let least = twentieth(&findings, &turned);
        honest.iter().filter(|at| score(&turned, &findings[**at]).score < least).count()
    };
    (0..AUTHORS).map(pushed_out).max().unwrap()
}

#[test]
fn a_tenth_of_an_authors_decisions_turned_round_changes_two_of_the_first_twenty_at_most() {
    for number in [0, 401] {
        let count = pushed_out(10, Turned::Any(number));
        assert!(count <= 2, "{count}");
    }
}

#[test]
fn three_tenths_of_an_authors_decisions_turned_round_change_four_of_the_first_twenty_at_most() {
    for number in [0, 401] {
        let count = pushed_out(30, Turned::Any(number));
        assert!(count <= 4, "{count}");
    }
}

/// Somebody who knows the model and turns round what stands first does more, but no more than that.
#[test]
fn decisions_turned_round_on_purpose_change_a_quarter_of_the_first_twenty_at_most() {
    for share in [10, 30] {
        let count = pushed_out(share, Turned::Aimed);
        assert!(count <= 5, "{share}: {count}");
    }
}

#[test]
fn retraining_does_something_and_makes_no_new_model_of_nothing() {
    let (findings, decisions) = shipped();
    let model = Model::builtin().unwrap();
    let made = retrain(&model, &findings, &decisions);
    assert!(made.adjustments.len() > 20, "{:?}", made.adjustments);
    assert!(retrain(&model, &findings, &[]).adjustments.is_empty());
}
