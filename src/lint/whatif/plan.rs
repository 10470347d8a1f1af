//! Which few edits remove the most risk: at every place the changes that help there, the places in the order of what they
//! remove. What an edit removes is what is gone when the changed configuration is linted.

use super::effect::{Difference, Key, difference, fall};
use super::explain::{LEAST_COST, change, numbers_of};
use super::proposal::{Proposal, proposals, violation_of};
use super::target::{Target, changed, identity, targets};
use super::world::{Numbers, Part, World};
use super::written::Written;
use crate::finding::{Change, Effect, Finding, State};
use crate::graph::GraphDocument;
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
struct Candidate {
    changes: Vec<Change>,
    targets: Vec<Target>,
    numbers: Numbers,
    difference: Difference,
    gain: i64,
}

/// What is planned with.
pub(super) struct Planner<'w, 'r> {
    world: &'w World<'r>,
    /// The findings whose risk is to fall.
    counted: BTreeSet<Key>,
    before: i64,
    findings: &'w [Finding],
}

impl<'w, 'r> Planner<'w, 'r> {
    pub(super) fn new(
        world: &'w World<'r>,
        findings: &'w [Finding],
        concerns: &dyn Fn(&Finding) -> bool,
    ) -> Planner<'w, 'r> {
        let counted = findings.iter().filter(|one| one.state == State::Open && concerns(one));
        let before = counted.clone().map(risk).sum();
        Planner { world, counted: counted.map(super::effect::key).collect(), before, findings }
    }

    /// The edits that remove the most, at most so many.
    pub(super) fn plan(&self, most: usize) -> Plan {
        let (aimed, mut plan) = self.aimed();
        let candidates = self.tried(aimed, &mut plan);
        let fixable: BTreeSet<&Key> = candidates.iter().flat_map(|one| self.gone(&one.difference)).collect();
        plan.without_edit = self.counted.len().saturating_sub(fixable.len());
        let (picked, left_out) = self.picked(self.by_place(&candidates), most);
        plan.untried += left_out;
        self.written(plan, picked)
    }

    /// The counted findings that are gone.
    fn gone<'d>(&self, difference: &'d Difference) -> impl Iterator<Item = &'d Key> {
        let gone =
            difference.effects.iter().filter(|(key, effect)| effect.gone && self.counted.contains(*key));
        gone.map(|(key, _)| key)
    }

    fn gain(&self, difference: &Difference) -> i64 {
        let counted = difference.effects.iter().filter(|(key, _)| self.counted.contains(*key));
        counted.map(|(_, effect)| fall(effect)).sum()
    }

    /// All changes that are tried, each once, and where they are made.
    fn aimed(&self) -> (Vec<(Proposal, Vec<Target>)>, Plan) {
        let world = self.world;
        let written: Vec<Written> =
            world.declared.iter().map(|declared| Written::of(declared, world.sources)).collect();
        let rules: BTreeMap<&str, &Rule> =
            world.policies.rules().iter().map(|rule| (rule.id.as_str(), rule)).collect();
        // Another one with the same key may be suppressed for some of its instances.
        let open = self.findings.iter().filter(|one| one.state == State::Open);
        let counted: Vec<&Finding> =
            open.filter(|one| self.counted.contains(&super::effect::key(one))).collect();
        let found: BTreeSet<String> = counted.iter().map(|finding| finding.rule.clone()).collect();
        let mut order: Vec<&Finding> = counted;
        order.sort_by_key(|finding| Reverse(risk(finding)));
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
                Some(proposals(violation, rule, world.policies, graph, document))
            });
            for proposal in own.into_iter().flatten() {
                let targets = targets(world, &written, &proposal);
                if !targets.is_empty() && met.insert(identity(&targets)) {
                    aimed.push((proposal, targets));
                }
            }
        }
        let plan = Plan { version: 1, findings: order.len(), risk: self.before, ..Plan::default() };
        (aimed, plan)
    }

    /// Every change linted by itself; those that help and do no harm are kept.
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
            let after = world.judge(&changed(&part.declared, &targets.iter().collect::<Vec<_>>()));
            let difference = difference(&part.before, &after);
            let gain = self.gain(&difference);
            let helps = !difference.opens && gain > 0;
            let changes = helps.then(|| change(world, &proposal)).flatten().map(|one| vec![one])?;
            Some(Candidate { changes, targets, numbers: numbers.clone(), difference, gain })
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
        let together = |mut here: Vec<&Candidate>| {
            here.sort_by_key(|one| Reverse(one.gain));
            let mut gone: BTreeSet<&Key> = BTreeSet::new();
            let mut chosen: Vec<&Candidate> = Vec::new();
            for one in here {
                let adds = self.gone(&one.difference).any(|key| !gone.contains(key));
                if chosen.is_empty() || adds && chosen.len() < MOST_TOGETHER {
                    gone.extend(self.gone(&one.difference));
                    chosen.push(one);
                }
            }
            self.joined(&chosen)
        };
        places.into_values().collect::<Vec<_>>().into_par_iter().filter_map(together).collect()
    }

    /// Several changes as one, linted together; the first alone where together they do harm or no more.
    fn joined(&self, chosen: &[&Candidate]) -> Option<Candidate> {
        let first = chosen.first()?;
        let all = Candidate {
            changes: chosen.iter().flat_map(|one| one.changes.clone()).collect(),
            targets: chosen.iter().flat_map(|one| one.targets.clone()).collect(),
            numbers: chosen.iter().flat_map(|one| one.numbers.clone()).collect(),
            difference: Difference::default(),
            gain: 0,
        };
        let judged = if chosen.len() > 1 { self.judged(&all, &[]).1 } else { None };
        let better = judged.filter(|one| one.gain > first.gain);
        Some(better.unwrap_or_else(|| Candidate {
            changes: first.changes.clone(),
            targets: first.targets.clone(),
            numbers: first.numbers.clone(),
            difference: Difference { effects: first.difference.effects.clone(), opens: false },
            gain: first.gain,
        }))
    }

    /// How much was judged for it, and a candidate beside others that are chosen already; none where it does harm.
    fn judged(&self, candidate: &Candidate, chosen: &[Candidate]) -> (usize, Option<Candidate>) {
        let beside: Vec<&Candidate> =
            chosen.iter().filter(|one| !one.numbers.is_disjoint(&candidate.numbers)).collect();
        let numbers: Numbers =
            beside.iter().flat_map(|one| &one.numbers).chain(&candidate.numbers).copied().collect();
        let part = self.world.part(&numbers);
        let work = part.size.max(LEAST_COST);
        let mut targets: Vec<&Target> = beside.iter().flat_map(|one| &one.targets).collect();
        let before = match targets.is_empty() {
            true => part.before,
            false => self.world.judge(&changed(&part.declared, &targets)),
        };
        targets.extend(&candidate.targets);
        let difference = difference(&before, &self.world.judge(&changed(&part.declared, &targets)));
        let gain = self.gain(&difference);
        let helps = (!difference.opens && gain > 0).then(|| Candidate {
            changes: candidate.changes.clone(),
            targets: candidate.targets.clone(),
            numbers: candidate.numbers.clone(),
            difference,
            gain,
        });
        (work, helps)
    }

    /// The best, one after the other; what one removes no other does again. And how many were left out, since there was
    /// too much to judge.
    fn picked(&self, mut candidates: Vec<Candidate>, most: usize) -> (Vec<Candidate>, usize) {
        candidates.sort_by_key(|one| Reverse(one.gain));
        let mut picked: Vec<Candidate> = Vec::new();
        let (mut spent, mut left_out) = (0, 0);
        // How many were picked when a candidate was judged last.
        let mut waiting: Vec<(usize, Candidate)> = candidates.into_iter().map(|one| (0, one)).collect();
        while picked.len() < most && !waiting.is_empty() {
            let (known, candidate) = waiting.remove(0);
            let is_fresh = picked.iter().skip(known).all(|one| one.numbers.is_disjoint(&candidate.numbers));
            if is_fresh {
                picked.push(candidate);
                continue;
            }
            if spent > WORK {
                left_out += 1;
                continue;
            }
            let (work, again) = self.judged(&candidate, &picked);
            spent += work;
            if let Some(again) = again {
                let at = waiting.partition_point(|(_, other)| other.gain >= again.gain);
                waiting.insert(at, (picked.len(), again));
            }
        }
        (picked, left_out)
    }

    /// What is gone with all edits made, which is what the plan says.
    fn written(&self, mut plan: Plan, mut picked: Vec<Candidate>) -> Plan {
        let whole = self.world.whole(self.findings);
        let all: Vec<&Target> = picked.iter().flat_map(|one| &one.targets).collect();
        let all = difference(&whole.before, &self.world.judge(&changed(&whole.declared, &all)));
        let holds = |one: &Candidate| {
            self.gone(&one.difference).all(|key| all.effects.get(key).is_some_and(|effect| effect.gone))
        };
        let count = picked.len();
        picked.retain(holds);
        if picked.len() < count {
            return self.written(plan, picked);
        }
        plan.removed = self.gain(&all);
        plan.gone = self.gone(&all).count();
        plan.edits = picked.into_iter().filter_map(|one| self.edit(one)).collect();
        plan
    }

    fn edit(&self, candidate: Candidate) -> Option<PlannedEdit> {
        let location = candidate.changes.first()?.location.clone();
        let counted = candidate.difference.effects.into_iter().filter(|(key, _)| self.counted.contains(key));
        let mut effects: Vec<Effect> = counted.map(|(_, effect)| effect).collect();
        effects.sort_by_key(|one| (Reverse(fall(one)), one.clone()));
        let (fixes, others) = effects.into_iter().partition(|one: &Effect| one.gone);
        Some(PlannedEdit { location, changes: candidate.changes, removes: candidate.gain, fixes, others })
    }
}

fn risk(finding: &Finding) -> i64 {
    finding.risk.as_ref().map_or(0, |risk| i64::from(risk.score))
}
