//! Which few edits remove the most risk: at every place the changes that help there, the places in the order of what they
//! remove. What an edit removes is what is gone when the changed configuration is linted.

use super::effect::{Difference, Key, fall, key};
use super::explain::{LEAST_COST, change, numbers_of};
use super::proposal::{Proposal, proposals, violation_of};
use super::stops::Working;
use super::target::{Target, changed, identity, targets};
use super::world::{Numbers, Part, World};
use super::written::Written;
use crate::finding::{Appearance, Change, Effect, Finding, State, Stop};
use crate::graph::GraphDocument;
use crate::lint::change::declared::Declared;
use crate::policy::{self, Rule};
use crate::report::{Plan, PlannedEdit};
use rayon::prelude::*;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Things judged for a plan: a change costs as many as the part has that it is in.
const WORK: usize = 1_500_000;
/// Changes made together at one place.
const MOST_TOGETHER: usize = 8;

/// A change, or several at one place.
#[derive(Clone)]
struct Candidate {
    changes: Vec<Change>,
    targets: Vec<Target>,
    numbers: Numbers,
    difference: Difference,
    /// What it removes from the weight of all findings.
    gain: i64,
    /// The most that it could remove beside others: what it mends counts, too, where a stronger finding covers it.
    bound: i64,
}

/// What is planned with.
pub(super) struct Planner<'w, 'r> {
    world: &'w World<'r>,
    /// Open findings that concern what is looked at, with whether they are told.
    concerned: BTreeMap<Key, bool>,
}

impl<'w, 'r> Planner<'w, 'r> {
    pub(super) fn new(world: &'w World<'r>, concerns: &dyn Fn(&Finding) -> bool) -> Planner<'w, 'r> {
        let open = world.findings.iter().filter(|one| one.state == State::Open && concerns(one));
        let concerned = open.map(|one| (key(one), one.covered_by.is_none())).collect();
        Planner { world, concerned }
    }

    /// The edits that remove the most, at most so many.
    pub(super) fn plan(&self, most: usize) -> Plan {
        let (aimed, mut plan) = self.aimed();
        let candidates = self.tried(aimed, &mut plan);
        let helping = candidates.iter().filter(|one| one.difference.is_sound());
        let fixable: BTreeSet<&Key> = helping.flat_map(|one| self.gone(&one.difference)).collect();
        plan.without_edit = plan.findings.saturating_sub(fixable.len());
        let (picked, left_out) = self.picked(self.by_place(&candidates), most);
        plan.untried += left_out;
        self.written(plan, picked)
    }

    /// The findings that are told, and gone.
    fn gone<'d>(&self, difference: &'d Difference) -> impl Iterator<Item = &'d Key> {
        let told = |key: &Key| self.concerned.get(key) == Some(&true);
        let gone = difference.effects.iter().filter(move |(key, effect)| effect.gone && told(key));
        gone.map(|(key, _)| key)
    }

    fn concerns(&self, key: &Key, effect: &Effect) -> bool {
        effect.appears == Some(Appearance::New) || self.concerned.contains_key(key)
    }

    /// A candidate with what it does.
    fn weighed(&self, candidate: Candidate, difference: Difference) -> Candidate {
        let gain = self.gain(&difference);
        let beneath = difference.beneath.iter().filter(|(key, _)| self.concerned.contains_key(*key));
        let bound = gain + beneath.map(|(_, score)| self.world.odds(*score)).sum::<i64>();
        Candidate { difference, gain, bound, ..candidate }
    }

    fn gain(&self, difference: &Difference) -> i64 {
        let counted = difference.effects.iter().filter(|(key, effect)| self.concerns(key, effect));
        counted.map(|(_, effect)| self.world.odds(effect.from) - self.world.odds(effect.to)).sum()
    }

    /// All changes that are tried, each once, and where they are made.
    fn aimed(&self) -> (Vec<(Proposal, Vec<Target>)>, Plan) {
        let world = self.world;
        let written: Vec<Written> =
            world.declared.iter().map(|declared| Written::of(declared, world.sources)).collect();
        let rules: BTreeMap<&str, &Rule> =
            world.policies.rules().iter().map(|rule| (rule.id.as_str(), rule)).collect();
        let open = world.findings.iter().filter(|one| one.state == State::Open);
        let mut order: Vec<&Finding> = open.filter(|one| self.concerned.contains_key(&key(one))).collect();
        order.sort_by_key(|finding| Reverse(finding.risk.as_ref().map(|risk| risk.score)));
        let found: BTreeSet<String> = order.iter().map(|finding| finding.rule.clone()).collect();
        let judged: Vec<_> = world
            .graphs
            .iter()
            .map(|graph| {
                let document = GraphDocument::new(graph);
                let violations = policy::run(world.policies, &found, graph, &document).violations;
                (graph, document, violations)
            })
            .collect();
        let mut met = BTreeSet::new();
        let mut aimed = Vec::new();
        for finding in &order {
            let Some(rule) = rules.get(finding.rule.as_str()) else { continue };
            let own = judged.iter().find_map(|(graph, document, violations)| {
                let violation = violation_of(finding, violations, graph)?;
                Some(proposals(finding, violation, world.sources, rule, world.policies, graph, document))
            });
            for proposal in own.into_iter().flatten() {
                let targets = targets(world, &written, &proposal);
                if !targets.is_empty() && met.insert(identity(&targets)) {
                    aimed.push((proposal, targets));
                }
            }
        }
        let told = order.iter().filter(|finding| finding.covered_by.is_none());
        let risk = told.clone().map(|finding| world.odds(finding.risk.as_ref().map(|risk| risk.score)));
        let (risk, findings) = (risk.sum(), told.count());
        (aimed, Plan { version: 1, findings, risk, logit: world.logit(), ..Plan::default() })
    }

    /// Every change linted by itself; those that help, be it beside others only, are kept.
    fn tried(&self, aimed: Vec<(Proposal, Vec<Target>)>, plan: &mut Plan) -> Vec<Candidate> {
        let world = self.world;
        let numbers: Vec<Numbers> =
            aimed.iter().map(|(_, targets)| numbers_of(world, targets.iter())).collect();
        let mut parts: BTreeMap<&Numbers, Part> = BTreeMap::new();
        let mut spent = 0;
        let mut afforded = 0;
        for one in &numbers {
            let part = parts.entry(one).or_insert_with(|| world.part(one));
            spent += part.size.max(LEAST_COST);
            if spent > WORK {
                break;
            }
            afforded += 1;
        }
        plan.tried = afforded;
        plan.untried = aimed.len() - afforded;
        let all: Vec<_> = aimed.into_iter().zip(&numbers).take(afforded).collect();
        let tried = all.into_par_iter().filter_map(|((proposal, targets), numbers)| {
            let part = parts.get(numbers)?;
            let after = world.judge(&changed(world, &part.declared, &targets.iter().collect::<Vec<_>>()));
            let alone = Candidate {
                changes: vec![change(world, &proposal)?],
                targets,
                numbers: numbers.clone(),
                difference: Difference::default(),
                gain: 0,
                bound: 0,
            };
            let weighed = self.weighed(alone, world.difference(part, &after, None));
            (weighed.bound > 0 && !weighed.difference.harm).then_some(weighed)
        });
        tried.collect()
    }

    /// One candidate for each line: the change that removes the most there, with those that remove what it leaves.
    fn by_place(&self, candidates: &[Candidate]) -> Vec<Candidate> {
        let mut places: BTreeMap<(String, u32), Vec<&Candidate>> = BTreeMap::new();
        for candidate in candidates {
            if let Some(change) = candidate.changes.first() {
                let place = (change.location.file.clone(), change.location.start.line);
                places.entry(place).or_default().push(candidate);
            }
        }
        places
            .into_values()
            .collect::<Vec<_>>()
            .into_par_iter()
            .filter_map(|here| self.joined(here))
            .collect()
    }

    /// Of the changes to one line the best, with those that mend what it leaves, linted together. What is refused alone
    /// is left for last: beside others it may not be.
    fn joined(&self, mut here: Vec<&Candidate>) -> Option<Candidate> {
        here.sort_by_key(|one| (one.difference.refused, Reverse(one.bound)));
        let mut mended: BTreeSet<&Key> = BTreeSet::new();
        let mut chosen: Vec<&Candidate> = Vec::new();
        for one in here {
            let adds = mends(one).any(|key| !mended.contains(key));
            if chosen.is_empty() || adds && chosen.len() < MOST_TOGETHER {
                mended.extend(mends(one));
                chosen.push(one);
            }
        }
        let (first, others) = chosen.split_first()?;
        let all = self.together(first, others);
        if all.is_some() || others.len() < 2 {
            return Some(all.unwrap_or_else(|| (*first).clone()));
        }
        // One of them spoils it: those that do not, one by one.
        let add = |best: Candidate, one: &&Candidate| self.together(&best, &[*one]).unwrap_or(best);
        Some(others.iter().fold((*first).clone(), add))
    }

    /// Changes to one line as one; none where they do harm or no more than the first alone.
    fn together(&self, first: &Candidate, others: &[&Candidate]) -> Option<Candidate> {
        if others.is_empty() {
            return None;
        }
        let mut all = first.clone();
        for one in others {
            all.changes.extend(one.changes.iter().cloned());
            all.targets.extend(one.targets.iter().cloned());
            all.numbers.extend(&one.numbers);
        }
        let all = self.judged(&all, &[]).1;
        (all.difference.is_sound() && all.bound > first.bound).then_some(all)
    }

    /// How much was judged for it, and a candidate beside others that are chosen already.
    fn judged(&self, candidate: &Candidate, chosen: &[Candidate]) -> (usize, Candidate) {
        let beside: Vec<&Candidate> =
            chosen.iter().filter(|one| !one.numbers.is_disjoint(&candidate.numbers)).collect();
        let numbers: Numbers =
            beside.iter().flat_map(|one| &one.numbers).chain(&candidate.numbers).copied().collect();
        let mut part = self.world.part(&numbers);
        let work = part.size.max(LEAST_COST);
        let mut targets: Vec<&Target> = beside.iter().flat_map(|one| &one.targets).collect();
        if !targets.is_empty() {
            part.before = self.world.judge(&changed(self.world, &part.declared, &targets));
        }
        targets.extend(&candidate.targets);
        let after = self.world.judge(&changed(self.world, &part.declared, &targets));
        let difference = self.world.difference(&part, &after, None);
        (work, self.weighed(candidate.clone(), difference))
    }

    /// The best, one after the other; what one removes no other does again. And how many were left out, since there was
    /// too much to judge.
    fn picked(&self, candidates: Vec<Candidate>, most: usize) -> (Vec<Candidate>, usize) {
        let mut picked: Vec<Candidate> = Vec::new();
        let (mut spent, mut left_out) = (0, 0);
        // How many were picked when a candidate was judged last.
        let mut waiting: BTreeMap<usize, (usize, Candidate)> =
            candidates.into_iter().map(|one| (0, one)).enumerate().collect();
        while picked.len() < most {
            let is_fresh = |known: usize, one: &Candidate| {
                picked.iter().skip(known).all(|other| other.numbers.is_disjoint(&one.numbers))
            };
            let promises = waiting.iter().map(|(number, (known, one))| match is_fresh(*known, one) {
                true if !one.difference.is_sound() => (0, true, Reverse(*number)),
                true => (one.gain, true, Reverse(*number)),
                false => (one.bound, false, Reverse(*number)),
            });
            // Of equals one that is known to do it, and that stands first.
            let best = promises.filter(|(gain, ..)| *gain > 0).max();
            let Some((_, fresh, Reverse(number))) = best else { break };
            let Some((_, candidate)) = waiting.remove(&number) else { break };
            if fresh {
                picked.push(candidate);
            } else if spent > WORK {
                left_out += 1;
            } else {
                let (work, again) = self.judged(&candidate, &picked);
                spent += work;
                waiting.insert(number, (picked.len(), again));
            }
        }
        (picked, left_out)
    }

    /// What is gone with all edits made, which is what the plan says.
    fn written(&self, mut plan: Plan, mut picked: Vec<Candidate>) -> Plan {
        let whole = self.world.whole();
        let all: Vec<&Target> = picked.iter().flat_map(|one| &one.targets).collect();
        let all = self.world.judge(&changed(self.world, &whole.declared, &all));
        let all = self.world.difference(&whole, &all, None);
        let is_gone =
            |key: &Key| all.beneath.contains_key(key) || all.effects.get(key).is_some_and(|one| one.gone);
        let holds = |one: &Candidate| {
            one.difference
                .effects
                .iter()
                .all(|(key, effect)| !(effect.gone && self.concerned.contains_key(key)) || is_gone(key))
        };
        let count = picked.len();
        picked.retain(holds);
        if picked.len() < count {
            return self.written(plan, picked);
        }
        plan.removed = self.gain(&all);
        plan.gone = self.gone(&all).count();
        let stops = self.stops(&whole, &picked);
        plan.edits = picked.into_iter().zip(stops).filter_map(|(one, stops)| self.edit(one, stops)).collect();
        plan
    }

    /// What each edit may stop, with those before it made.
    fn stops(&self, whole: &Part, picked: &[Candidate]) -> Vec<Vec<Stop>> {
        let working = |count: usize| {
            let made: Vec<&Target> = picked.iter().take(count).flat_map(|one| &one.targets).collect();
            let graphs: Vec<_> =
                changed(self.world, &whole.declared, &made).iter().map(Declared::graph).collect();
            Working::of(&graphs)
        };
        let all: Vec<Working> = (0..=picked.len()).into_par_iter().map(working).collect();
        all.iter().zip(all.iter().skip(1)).map(|(before, after)| before.without(after)).collect()
    }

    fn edit(&self, candidate: Candidate, stops: Vec<Stop>) -> Option<PlannedEdit> {
        let location = candidate.changes.first()?.location.clone();
        let effects = candidate.difference.effects.into_iter();
        let counted = effects.filter(|(key, effect)| self.concerns(key, effect));
        let mut effects: Vec<Effect> = counted.map(|(_, effect)| effect).collect();
        effects.sort_by_key(|one| (Reverse(fall(one)), one.clone()));
        let (fixes, rest): (Vec<Effect>, Vec<Effect>) = effects.into_iter().partition(|one| one.gone);
        let (brings, others) = rest.into_iter().partition(|one| one.appears.is_some());
        let (changes, removes) = (candidate.changes, candidate.gain);
        Some(PlannedEdit { location, changes, removes, fixes, brings, others, stops })
    }
}

/// What is gone, told or not.
fn mends(candidate: &Candidate) -> impl Iterator<Item = &Key> {
    let effects = candidate.difference.effects.iter();
    let gone = effects.filter(|(_, effect)| effect.gone).map(|(key, _)| key);
    gone.chain(candidate.difference.beneath.keys())
}
