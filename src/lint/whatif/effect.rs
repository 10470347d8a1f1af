//! What changes do to findings: those that are gone, those whose score is another, and those that are told only then.

use super::refused::Refusals;
use crate::evaluate::Path;
use crate::finding::{Appearance, Effect, Finding, State};
use crate::source::Span;
use std::collections::BTreeMap;

/// What tells a finding from the others, whatever is changed elsewhere. A fingerprint does not, since equal faults are
/// numbered.
pub(super) type Key = (String, Span, Path);

pub(super) fn key(finding: &Finding) -> Key {
    (finding.rule.clone(), finding.location.span, finding.path.without_indices())
}

/// What is said of a configuration.
#[derive(Debug, Default)]
pub(super) struct Verdict {
    /// Those too that stronger ones cover.
    pub(super) findings: Vec<Finding>,
    pub(super) refusals: Refusals,
}

/// What is not as it was.
#[derive(Clone, Debug, Default)]
pub(super) struct Difference {
    /// Findings that are gone, have another score, or are told only now.
    pub(super) effects: BTreeMap<Key, Effect>,
    /// Findings that are gone, with their scores, though they were not told: stronger ones covered them.
    pub(super) beneath: BTreeMap<Key, Option<u32>>,
    /// It brings up what is as bad as what it removes.
    pub(super) harm: bool,
    /// The platform refuses what it makes.
    pub(super) refused: bool,
}

impl Difference {
    /// Whether what makes it can be advised.
    pub(super) fn is_sound(&self) -> bool {
        !self.harm && !self.refused
    }
}

/// Of a configuration and of the same with changes. The finding `subject` is told even where a stronger one covers it,
/// and is what harm is measured by. `names` are the fingerprints of all findings of the run, since a part of it numbers
/// equal faults otherwise.
pub(super) fn difference(
    before: &Verdict,
    after: &Verdict,
    subject: Option<&Key>,
    names: &BTreeMap<Key, String>,
) -> Difference {
    let (was, is) = (Seen::of(before, subject), Seen::of(after, subject));
    let mut found = Difference::default();
    let mut gone: Vec<&Finding> = Vec::new();
    for (key, (finding, told)) in &was.open {
        let score = score(finding);
        match is.open.get(key) {
            // What cannot be told any more is not gone.
            None if is.undecided.contains_key(key) => {}
            None if *told => {
                gone.push(finding);
                let effect = Effect { from: score, gone: true, ..effect(key, finding, names) };
                found.effects.insert(key.clone(), effect);
            }
            None => drop(found.beneath.insert(key.clone(), score)),
            Some((now, true)) if !told => {
                let appears = Some(Appearance::Uncovered);
                let effect = Effect { to: self::score(now), appears, ..effect(key, now, names) };
                found.effects.insert(key.clone(), effect);
            }
            Some((now, _)) if *told && self::score(now) != score => {
                let effect = Effect { from: score, to: self::score(now), ..effect(key, finding, names) };
                found.effects.insert(key.clone(), effect);
            }
            Some(_) => {}
        }
    }
    let of_subject = |finding: &&&Finding| subject.is_none_or(|subject| key(finding) == *subject);
    let gone: Vec<&Finding> = gone.iter().filter(of_subject).copied().collect();
    let new = is.open.iter().filter(|(key, _)| !was.open.contains_key(*key));
    for (key, (finding, told)) in new {
        found.harm |= is_as_bad(finding, &gone);
        if *told {
            let appears = Some(Appearance::New);
            let effect = Effect { to: score(finding), appears, ..effect(key, finding, names) };
            found.effects.insert(key.clone(), effect);
        }
    }
    let mut open = is.undecided.iter().filter(|(key, _)| !was.undecided.contains_key(*key));
    found.harm |= open.any(|(key, finding)| was.open.contains_key(key) || is_as_bad(finding, &gone));
    found.refused = after.refusals.iter().any(|refusal| !before.refusals.contains(refusal));
    found
}

/// Findings by what tells them apart.
struct Seen<'f> {
    /// With whether they are told.
    open: BTreeMap<Key, (&'f Finding, bool)>,
    undecided: BTreeMap<Key, &'f Finding>,
}

impl<'f> Seen<'f> {
    fn of(verdict: &'f Verdict, subject: Option<&Key>) -> Seen<'f> {
        let mut seen = Seen { open: BTreeMap::new(), undecided: BTreeMap::new() };
        for finding in &verdict.findings {
            let key = key(finding);
            match finding.state {
                State::Open => {
                    let told = finding.covered_by.is_none() || subject == Some(&key);
                    seen.open.insert(key, (finding, told));
                }
                State::Undecided => drop(seen.undecided.insert(key, finding)),
                State::Suppressed => {}
            }
        }
        seen
    }
}

/// Whether what is found now is as bad as the worst that is gone, or the same fault in another place.
fn is_as_bad(new: &Finding, gone: &[&Finding]) -> bool {
    let is_worse = |old: &&Finding| match score(old).zip(score(new)) {
        Some((old, new)) => old > new,
        None => old.severity > new.severity,
    };
    let is_same = |old: &&Finding| old.rule == new.rule && old.resource.id == new.resource.id;
    !gone.iter().any(is_worse) || gone.iter().any(is_same)
}

/// Of a finding, without what becomes of it.
fn effect(key: &Key, finding: &Finding, names: &BTreeMap<Key, String>) -> Effect {
    Effect {
        fingerprint: names.get(key).unwrap_or(&finding.fingerprint).clone(),
        rule: finding.rule.clone(),
        address: finding.resource.address.clone(),
        from: None,
        to: None,
        gone: false,
        appears: None,
    }
}

fn score(finding: &Finding) -> Option<u32> {
    finding.risk.as_ref().map(|risk| risk.score)
}

/// By how much a score falls; of one that rises it is negative.
pub(super) fn fall(effect: &Effect) -> i64 {
    i64::from(effect.from.unwrap_or_default()) - i64::from(effect.to.unwrap_or_default())
}
