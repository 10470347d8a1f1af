//! Two changes that lower a risk together, where no single one lowers it much: the internet gets in by two doors, or two
//! statements give the same right.

use super::effect::{Difference, Key, fall};
use super::explain::{LEAST_COST, Tried};
use super::target::{Target, changed};
use super::world::{Part, World};
use crate::finding::{Location, Lowering};
use rayon::prelude::*;

/// Changes of which each is tried beside each other one.
const MOST_PAIRED: usize = 10;
/// Pairs that are told of.
const MOST_TOLD: usize = 2;
/// Things judged for pairs: each costs as many as the part has that it is in.
const WORK: usize = 100_000;

/// Two changes that were linted together.
pub(super) struct Pair<'t, 'p> {
    pub(super) both: [&'t Tried<'p>; 2],
    pub(super) difference: Difference,
}

impl Pair<'_, '_> {
    pub(super) fn targets(&self) -> impl Iterator<Item = &Target> {
        self.both.iter().flat_map(|one| one.targets)
    }
}

/// Whether one change alone does enough: the finding is gone, or others of its score come first then.
pub(super) fn suffices(world: &World<'_>, told: &[Lowering]) -> bool {
    let least = i64::from(world.logit().max(1));
    told.iter().any(|one| one.effect.gone || fall(&one.effect) >= least)
}

/// Pairs that do more than each of their changes alone, the best first, and how many were linted.
pub(super) fn pairs<'t, 'p>(
    world: &World<'_>,
    part: &Part,
    tried: &'t [Tried<'p>],
    subject: &Key,
) -> (Vec<Pair<'t, 'p>>, usize) {
    let alone = |one: &Tried<'_>| one.difference.effects.get(subject).map_or(0, fall);
    let mut single: Vec<&Tried<'_>> = tried.iter().filter(|one| !one.difference.harm).collect();
    single.sort_by_key(|one| (std::cmp::Reverse(alone(one)), one.number));
    let mut lines: Vec<Option<Location>> = Vec::new();
    single.retain(|one| {
        let line = world.line(one.proposal);
        let is_new = !lines.contains(&line);
        lines.push(line);
        is_new
    });
    single.truncate(MOST_PAIRED);
    let firsts = single.iter().enumerate();
    let all: Vec<[&Tried<'_>; 2]> = firsts
        .flat_map(|(at, first)| single.iter().skip(at + 1).map(|second| [*first, *second]))
        .take(WORK / part.size.max(LEAST_COST))
        .collect();
    let judged = all.par_iter().filter_map(|both| {
        let targets: Vec<&Target> = both.iter().flat_map(|one| one.targets).collect();
        let after = world.judge(&changed(world, &part.declared, &targets));
        let difference = world.difference(part, &after, Some(subject));
        let effect = difference.effects.get(subject)?;
        let helps = effect.gone || fall(effect) > alone(both[0]).max(alone(both[1]));
        (difference.is_sound() && helps).then_some(Pair { both: *both, difference })
    });
    let mut found: Vec<Pair<'t, 'p>> = judged.collect();
    let rank = |pair: &Pair<'_, '_>| {
        let effect = pair.difference.effects.get(subject);
        (effect.map(|effect| (!effect.gone, effect.to)), pair.both.map(|one| one.number))
    };
    found.sort_by_key(rank);
    found.truncate(MOST_TOLD);
    (found, all.len())
}
