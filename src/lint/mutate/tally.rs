//! What the changes to the cases of one rule showed.

use super::changes::{self, Changes};
use super::outcome::{Bodies, Outcomes, Said};
use super::reads::{self, Reading};
use super::unknown;
use super::vocabulary::Vocabulary;
use crate::evaluate::Number;
use crate::graph::GraphDocument;
use crate::lint::cases::Case;
use crate::lint::change::declared::{Declared, Slot};
use crate::lint::change::edit::Edit;
use crate::policy::{Outcome, PolicySet};
use std::collections::{BTreeMap, BTreeSet};

/// Changes tried on one case: more take minutes, and tell no more.
const MOST_CHANGES: usize = 20_000;

/// A definition of `deny`, by its number, and the shape of a path that it gives.
pub(super) type Place = (usize, String);

/// What a change to a good case made a definition say.
pub(super) type Fired = (usize, Outcome);

/// What the changes to cases showed.
#[derive(Debug, Default)]
pub(super) struct Tally {
    /// Changes tried.
    pub(super) tried: usize,
    /// What is reported, or left undecided by a definition itself, in bad cases as they are.
    pub(super) reported: BTreeMap<Place, Outcome>,
    /// Of these, what some change silences.
    pub(super) silenced: BTreeSet<Place>,
    /// Of these, what goes with the resource it is about, and the kind of that.
    pub(super) removed: BTreeMap<Place, String>,
    /// Definitions that some change to a good case makes report something, or leave it undecided.
    pub(super) fired: BTreeSet<Fired>,
    /// Positions of what is read and makes a difference.
    pub(super) seen: BTreeSet<usize>,
    /// Positions of what is read and is in some case.
    pub(super) there: BTreeSet<usize>,
    /// Kinds of resources in the cases.
    pub(super) kinds: BTreeSet<String>,
    /// What is wrong once something is unknown.
    pub(super) wrong: Vec<String>,
    /// Cases of which not all changes were tried.
    pub(super) cut: Vec<String>,
}

impl Tally {
    pub(super) fn join(mut self, other: Tally) -> Tally {
        self.tried += other.tried;
        for (place, outcome) in other.reported {
            let own = self.reported.entry(place).or_insert(outcome);
            *own = (*own).min(outcome);
        }
        self.removed.extend(other.removed);
        self.silenced.extend(other.silenced);
        self.fired.extend(other.fired);
        self.seen.extend(other.seen);
        self.there.extend(other.there);
        self.kinds.extend(other.kinds);
        self.wrong.extend(other.wrong);
        self.cut.extend(other.cut);
        self
    }
}

/// What all cases of a rule share.
pub(super) struct Rule<'p> {
    policies: &'p PolicySet,
    pub(super) bodies: Bodies,
    pub(super) readings: Vec<Reading>,
    vocabulary: Vocabulary,
    numbers: Vec<Number>,
}

impl<'p> Rule<'p> {
    pub(super) fn new(policies: &'p PolicySet, id: &str, cases: &[(&Case, Declared)]) -> Rule<'p> {
        let mut vocabulary = Vocabulary::default();
        for (_, declared) in cases {
            for slot in declared.slots() {
                if let Some(value) = declared.value(&slot) {
                    vocabulary.add(value, declared.kind(&slot), declared.is_object(&slot));
                }
            }
        }
        Rule {
            policies,
            bodies: Bodies::of(policies, id),
            readings: policies.footprint(id).map(reads::readings).unwrap_or_default(),
            vocabulary,
            numbers: changes::around(&policies.numbers(id)),
        }
    }

    /// Tries every change on a case.
    pub(super) fn try_case(&self, case: &Case, declared: &Declared) -> Tally {
        let graph = declared.graph();
        let document = GraphDocument::new(&graph);
        let before = self.bodies.judge(&graph, &document);
        let known = unknown::judge(&case.rule, self.policies, &graph, &document);
        let mut trial = Trial { rule: self, case, document, before, tally: Tally::default() };
        trial.start();
        let Ok(known) = known else { return trial.tally };
        for slot in declared.slots() {
            trial.without(declared, &slot);
            let Some(whole) = declared.value(&slot) else { continue };
            let is_object = declared.is_object(&slot);
            let all = Changes::of(whole, declared.kind(&slot), is_object, &self.vocabulary, &self.numbers);
            for change in all {
                let Some(changed) = change.apply(whole, is_object) else { continue };
                if trial.tally.tried >= MOST_CHANGES {
                    trial.tally.cut.push(case.name.clone());
                    return trial.tally;
                }
                let graph = declared.with(&slot, changed).graph();
                let document = GraphDocument::new(&graph);
                trial.tally.tried += 1;
                if matches!(change.edit, Edit::Hide(_)) {
                    let model = (&graph, &document);
                    let wrong = unknown::complaints(case, &change, self.policies, &known, model);
                    trial.tally.wrong.extend(wrong);
                    if !case.bad {
                        trial.fires(&self.bodies.judge(&graph, &document));
                    }
                } else {
                    let after = self.bodies.judge(&graph, &document);
                    trial.compare(&after, &document);
                }
            }
        }
        trial.tally
    }
}

/// The changes to one case.
struct Trial<'t, 'p> {
    rule: &'t Rule<'p>,
    case: &'t Case,
    document: GraphDocument,
    before: Outcomes,
    tally: Tally,
}

impl Trial<'_, '_> {
    /// What the case shows as it is.
    fn start(&mut self) {
        if self.case.bad {
            for said in &self.before.said {
                let place = (said.body, said.shape(&self.document));
                let outcome = self.tally.reported.entry(place).or_insert(said.outcome);
                *outcome = (*outcome).min(said.outcome);
            }
        }
        self.tally.wrong.extend(self.before.broken.clone());
        self.tally.kinds = self.document.resources.keys().cloned().collect();
        let readings = self.rule.readings.iter().enumerate();
        let there = readings.filter(|(_, reading)| reading.is_in(&self.document));
        self.tally.there = there.map(|(at, _)| at).collect();
    }

    /// Takes out a resource or object as a whole.
    fn without(&mut self, declared: &Declared, slot: &Slot) {
        let graph = declared.without(slot).graph();
        let document = GraphDocument::new(&graph);
        let after = self.rule.bodies.judge(&graph, &document);
        self.tally.tried += 1;
        self.compare(&after, &document);
    }

    /// What is not as it was.
    fn compare(&mut self, after: &Outcomes, document: &GraphDocument) {
        if after.said == self.before.said {
            return;
        }
        self.silences(after, document);
        self.fires(after);
        let differences = reads::differences(&self.document, document);
        for (at, reading) in self.rule.readings.iter().enumerate() {
            if !self.tally.seen.contains(&at) && differences.iter().any(|one| reading.sees(one)) {
                self.tally.seen.insert(at);
            }
        }
    }
    /// What a change to a bad case silences.
    fn silences(&mut self, after: &Outcomes, document: &GraphDocument) {
        if !self.case.bad {
            return;
        }
        for said in self.before.said.iter().filter(|said| !after.said.iter().any(|one| one.is_at(said))) {
            let place = (said.body, said.shape(&self.document));
            // What is said of a resource as a whole goes with it, and has room all the same.
            let has_room = said.has_room(&self.document, document);
            if has_room {
                self.tally.silenced.insert(place.clone());
            }
            let is_gone = !has_room || said.kind(document).is_none();
            if let Some(kind) = said.kind(&self.document).filter(|_| is_gone) {
                self.tally.removed.insert(place, kind.to_owned());
            }
        }
    }

    /// What a change to a good case makes the rule say.
    fn fires(&mut self, after: &Outcomes) {
        if self.case.bad {
            return;
        }
        let was =
            |said: &Said| self.before.said.iter().any(|one| one.is_at(said) && one.outcome <= said.outcome);
        let new: Vec<Fired> =
            after.said.iter().filter(|said| !was(said)).map(|said| (said.body, said.outcome)).collect();
        self.tally.fired.extend(new);
    }
}
