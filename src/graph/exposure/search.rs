//! From doors to ways.

use super::Exposure;
use super::door::{Door, Standing};
use crate::graph::ResourceIndex;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

/// Steps of one way; longer ones are cut off at the beginning of what is shown, not in what is found.
const MAX_STATIONS: usize = 24;
/// Beginnings of ways that are listed for one resource.
const MAX_ENTRIES: usize = 16;
/// Resources looked at for them.
const MAX_LOOKED_AT: usize = 64;
/// Openings and unknown places that are listed.
const MAX_LISTED: usize = 64;

/// How a resource is reached.
#[derive(Clone, Copy)]
struct Step {
    standing: Standing,
    hops: usize,
    /// Position of the last door.
    door: usize,
}

/// The best way to every resource that has one.
pub(super) fn exposures(mut doors: Vec<Door>, resources: usize) -> Vec<Exposure> {
    doors.sort_by(|one, other| {
        let order = |door: &Door| (door.from, door.to, door.judged.standing);
        order(one).cmp(&order(other)).then_with(|| one.stations.cmp(&other.stations))
    });
    let mut from: BTreeMap<Option<ResourceIndex>, Vec<usize>> = BTreeMap::new();
    let mut to: BTreeMap<ResourceIndex, Vec<usize>> = BTreeMap::new();
    for (at, door) in doors.iter().enumerate() {
        from.entry(door.from).or_default().push(at);
        to.entry(door.to).or_default().push(at);
    }
    let reached = best(&doors, &from, resources);
    let way = Ways { doors: &doors, to: &to, reached: &reached };
    let indices = reached.iter().enumerate().filter(|(_, step)| step.is_some());
    indices.filter_map(|(at, _)| way.exposure(ResourceIndex::new(at))).collect()
}

/// For every resource the last step of its best way: the most certain one, of those the shortest, of those the one
/// whose doors come first.
fn best(
    doors: &[Door],
    from: &BTreeMap<Option<ResourceIndex>, Vec<usize>>,
    resources: usize,
) -> Vec<Option<Step>> {
    let mut reached: Vec<Option<Step>> = vec![None; resources];
    let mut queue = BinaryHeap::new();
    let push = |queue: &mut BinaryHeap<Reverse<(Standing, usize, usize)>>,
                at: Option<ResourceIndex>,
                standing: Standing,
                hops: usize| {
        for position in from.get(&at).into_iter().flatten() {
            if let Some(door) = doors.get(*position) {
                queue.push(Reverse((standing.max(door.judged.standing), hops, *position)));
            }
        }
    };
    push(&mut queue, None, Standing::Open, 0);
    while let Some(Reverse((standing, hops, door))) = queue.pop() {
        let Some(to) = doors.get(door).map(|door| door.to) else { continue };
        let Some(place) = reached.get_mut(to.0 as usize) else { continue };
        if place.is_none() {
            *place = Some(Step { standing, hops, door });
            push(&mut queue, Some(to), standing, hops + 1);
        }
    }
    reached
}

struct Ways<'d> {
    doors: &'d [Door],
    to: &'d BTreeMap<ResourceIndex, Vec<usize>>,
    reached: &'d [Option<Step>],
}

impl Ways<'_> {
    fn step(&self, resource: ResourceIndex) -> Option<Step> {
        self.reached.get(resource.0 as usize).copied().flatten()
    }

    fn exposure(&self, resource: ResourceIndex) -> Option<Exposure> {
        let last = self.step(resource)?;
        let mut way = Vec::new();
        let mut at = Some(resource);
        // Hops fall by one from door to door, so this ends.
        while let Some(door) = at.and_then(|at| self.step(at)).and_then(|step| self.doors.get(step.door)) {
            way.push(door);
            at = door.from;
        }
        way.reverse();
        let mut stations: Vec<_> = way.iter().flat_map(|door| door.stations.iter().cloned()).collect();
        let cut = stations.len().saturating_sub(MAX_STATIONS);
        stations.drain(..cut);
        let deciding = || way.iter().filter(|door| door.judged.standing == last.standing);
        let unknown: BTreeSet<_> = match last.standing {
            Standing::Unknown => deciding().flat_map(|door| door.judged.unknown.iter().cloned()).collect(),
            _ => BTreeSet::new(),
        };
        let blocked_by = match last.standing {
            Standing::Blocked => deciding().flat_map(|door| door.blocked_by.iter().cloned()).collect(),
            _ => Vec::new(),
        };
        let mut openings = way.first().map(|door| door.openings.clone()).unwrap_or_default();
        openings.truncate(MAX_LISTED);
        let (entries, cut) = self.entries(resource);
        Some(Exposure {
            resource,
            standing: last.standing,
            stations,
            hops: last.hops,
            openings,
            unknown: unknown.into_iter().take(MAX_LISTED).collect(),
            blocked_by,
            entries,
            reaches: Vec::new(),
            cut,
        })
    }

    /// Resources at which open ways to this one begin, and whether there may be more.
    fn entries(&self, resource: ResourceIndex) -> (Vec<ResourceIndex>, bool) {
        let mut seen = BTreeSet::from([resource]);
        let mut pending = vec![resource];
        let mut entries = BTreeSet::new();
        let mut cut = false;
        while let Some(at) = pending.pop() {
            let doors = self.to.get(&at).into_iter().flatten().filter_map(|door| self.doors.get(*door));
            for door in doors.filter(|door| door.judged.standing == Standing::Open) {
                match door.from {
                    None => drop(entries.insert(at)),
                    Some(from) if seen.contains(&from) => {}
                    Some(_) if seen.len() >= MAX_LOOKED_AT => cut = true,
                    Some(from) => {
                        seen.insert(from);
                        pending.push(from);
                    }
                }
            }
        }
        cut |= entries.len() > MAX_ENTRIES;
        (entries.into_iter().take(MAX_ENTRIES).collect(), cut)
    }
}
