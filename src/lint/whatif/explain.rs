//! What would lower the risk of one finding.

use super::effect::{Difference, Key, fall, key};
use super::pairs::{pairs, suffices};
use super::proposal::{Proposal, proposals, violation_of};
use super::target::{Target, changed, targets};
use super::world::{Numbers, Part, World};
use super::written::Written;
use crate::finding::{Change, Finding, Lowering, Lowerings};
use crate::graph::GraphDocument;
use crate::policy;
use rayon::prelude::*;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// Changes that are told of.
const MOST_TOLD: usize = 5;
/// Things judged for one finding: a change costs as many as the part has that it is in.
const WORK: usize = 300_000;
/// What a change costs at least.
pub(super) const LEAST_COST: usize = 100;

/// A change that was linted.
pub(super) struct Tried<'p> {
    pub(super) number: usize,
    pub(super) proposal: &'p Proposal,
    pub(super) targets: &'p [Target],
    pub(super) difference: Difference,
}

/// The changes that remove a finding or lower its score.
pub(super) fn lowerings(world: &World<'_>, finding: &Finding) -> Lowerings {
    let subject = key(finding);
    let aimed = aimed(world, finding);
    let part = part_around(world, finding, &aimed);
    let affordable = WORK / part.size.max(LEAST_COST);
    let tried: Vec<Tried<'_>> = aimed
        .par_iter()
        .take(affordable)
        .enumerate()
        .map(|(number, (proposal, targets))| {
            let after = world.judge(&changed(world, &part.declared, &targets.iter().collect::<Vec<_>>()));
            Tried { number, proposal, targets, difference: world.difference(&part, &after, Some(&subject)) }
        })
        .collect();
    let count = tried.len();
    let helps = |one: &&Tried<'_>| one.difference.refused && !one.difference.harm && lowers(one, &subject);
    let refused = tried.iter().filter(helps).count();
    let whole = world.whole();
    let mut told: Vec<Lowering> = Vec::new();
    // Once more with everything around, where that is more.
    let told_of = |proposals: &[&Proposal], targets: &[&Target], difference: &Difference| {
        if part.size == whole.size {
            return lowering(world, finding, proposals, difference.clone());
        }
        let after = world.judge(&changed(world, &whole.declared, targets));
        lowering(world, finding, proposals, world.difference(&whole, &after, Some(&subject)))
    };
    for one in best(&tried, &subject) {
        if told.len() >= MOST_TOLD {
            break;
        }
        // Of several changes to one line the best is enough.
        let place = world.line(one.proposal);
        if told.iter().any(|other| Some(&other.change.location) == place.as_ref()) {
            continue;
        }
        told.extend(told_of(&[one.proposal], &one.targets.iter().collect::<Vec<_>>(), &one.difference));
    }
    let mut paired = 0;
    if !suffices(world, &told) {
        let (found, count) = pairs(world, &part, &tried, &subject);
        paired = count;
        let pairs = found.iter().filter_map(|pair| {
            let proposals = pair.both.map(|one| one.proposal);
            told_of(&proposals, &pair.targets().collect::<Vec<_>>(), &pair.difference)
        });
        // They do more than what is told so far.
        told = pairs.chain(told).take(MOST_TOLD).collect();
    }
    Lowerings { changes: told, tried: count, paired, refused, untried: aimed.len() - count }
}

/// What is tried, with what each changes.
fn aimed(world: &World<'_>, finding: &Finding) -> Vec<(Proposal, Vec<Target>)> {
    let written: Vec<Written> =
        world.declared.iter().map(|declared| Written::of(declared, world.sources)).collect();
    proposed(world, finding)
        .into_iter()
        .map(|proposal| {
            let targets = targets(world, &written, &proposal);
            (proposal, targets)
        })
        .filter(|(_, targets)| !targets.is_empty())
        .collect()
}

/// The part in which changes are judged for a finding: where it holds, what it rests on, and what they change.
fn part_around(world: &World<'_>, finding: &Finding, aimed: &[(Proposal, Vec<Target>)]) -> Part {
    let mut numbers = numbers_of(world, aimed.iter().flat_map(|(_, targets)| targets));
    let concerned = finding.instances.iter().map(|one| one.id.as_str());
    numbers.extend(world.numbers_of(concerned.chain(finding.rests_on.iter().map(String::as_str))));
    world.part(&numbers)
}

/// What may be changed.
fn proposed(world: &World<'_>, finding: &Finding) -> Vec<Proposal> {
    let Some(rule) = world.policies.rules().iter().find(|rule| rule.id == finding.rule) else {
        return Vec::new();
    };
    for graph in &world.graphs {
        let document = GraphDocument::new(graph);
        let run = policy::run(world.policies, &BTreeSet::from([rule.id.clone()]), graph, &document);
        if let Some(violation) = violation_of(finding, &run.violations, graph) {
            return proposals(finding, violation, world.sources, rule, world.policies, graph, &document);
        }
    }
    Vec::new()
}

/// The parts that targets lie in.
pub(super) fn numbers_of<'t>(world: &World<'_>, targets: impl Iterator<Item = &'t Target>) -> Numbers {
    let roots = targets.filter_map(|target| world.declared.get(target.environment)?.root(&target.slot));
    world.numbers(roots)
}

/// Whether a finding is gone or its score less.
fn lowers(tried: &Tried<'_>, subject: &Key) -> bool {
    tried.difference.effects.get(subject).is_some_and(|effect| effect.gone || fall(effect) > 0)
}

/// Those that help and do no harm, the best first.
fn best<'t, 'p>(tried: &'t [Tried<'p>], subject: &Key) -> Vec<&'t Tried<'p>> {
    let rank = |one: &Tried<'_>| {
        let effect = one.difference.effects.get(subject)?;
        let helps = one.difference.is_sound() && lowers(one, subject);
        let others: i64 = one.difference.effects.values().map(fall).sum();
        helps.then_some((!effect.gone, effect.to, Reverse(others), one.number))
    };
    let mut ranked: Vec<_> = tried.iter().filter_map(|one| Some((rank(one)?, one))).collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.into_iter().map(|(_, one)| one).collect()
}

fn lowering(
    world: &World<'_>,
    finding: &Finding,
    proposals: &[&Proposal],
    mut difference: Difference,
) -> Option<Lowering> {
    if !difference.is_sound() {
        return None;
    }
    let effect = difference.effects.remove(&key(finding)).filter(|effect| effect.gone || fall(effect) > 0)?;
    let mut others: Vec<_> = difference.effects.into_values().collect();
    others.sort_by_key(|one| (Reverse(fall(one)), one.clone()));
    let mut changes = proposals.iter().map(|proposal| change(world, proposal));
    let (first, with) = (changes.next()??, changes.collect::<Option<Vec<_>>>()?);
    Some(Lowering { change: first, with, effect, others })
}

/// The change as it is told.
pub(super) fn change(world: &World<'_>, proposal: &Proposal) -> Option<Change> {
    Some(Change {
        location: world.line(proposal)?,
        resource: proposal.resource.clone(),
        path: proposal.path.clone(),
        does: proposal.does.clone(),
    })
}
