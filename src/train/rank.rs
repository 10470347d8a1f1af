//! Orders to compare with each other: what each of them says of a finding.

use super::data::Labelled;
use crate::risk::{Feature, Model, score};

/// What an order says of a finding.
type Key<'m> = Box<dyn Fn(&Labelled) -> Vec<i64> + Sync + 'm>;

/// A way to put findings in order.
pub(super) struct Order<'m> {
    /// Its name in reports.
    pub(super) name: &'static str,
    /// What comes first has the larger key.
    pub(super) key: Key<'m>,
}

fn level(labelled: &Labelled, feature: Feature) -> i64 {
    i64::from(labelled.measured.level(feature).at)
}

/// The order of the model first, then that of the weights that were set by hand, then what any linter can do.
pub(super) fn orders<'m>(learned: &'m Model, hand_set: &'m Model) -> Vec<Order<'m>> {
    let by = |name, key: Key<'m>| Order { name, key };
    let scored =
        |model: &'m Model| Box::new(move |one: &Labelled| vec![i64::from(score(model, &one.measured).score)]);
    vec![
        by("learned", scored(learned)),
        by("hand-set weights", scored(hand_set)),
        by("severity", Box::new(|one| vec![level(one, Feature::Severity)])),
        by("consensus severity", Box::new(|one| vec![level(one, Feature::Consensus)])),
        by(
            "severity, then kind",
            Box::new(|one| vec![level(one, Feature::Severity), level(one, Feature::Data)]),
        ),
        by(
            "internet, then severity",
            Box::new(|one| vec![level(one, Feature::Internet), level(one, Feature::Severity)]),
        ),
        by("random", Box::new(|_| Vec::new())),
    ]
}
