//! Whom a right reaches: the service accounts that it covers, or that things run as which it covers.

use super::people::{Held, People};
use super::permissions::{Level, Over, WATCHED};
use crate::graph::ResourceIndex;
use crate::graph::identity::chain::{self, Step};
use crate::graph::identity::{Identity, Power, Right, Sign};
use std::collections::{BTreeMap, BTreeSet};

/// Accounts listed of those that a right covers; those that are more than ordinary come first.
const MAX_TARGETS: usize = 16;
/// Accounts of a root that are looked at for each right.
const MAX_STRONG: usize = 64;

/// Permissions by which one acts as the accounts that they cover, without any other.
const ACTING: [&str; 5] = [
    "iam.serviceAccountKeys.create",
    "iam.serviceAccounts.getAccessToken",
    "iam.serviceAccounts.setIamPolicy",
    "iam.serviceAccounts.signBlob",
    "iam.serviceAccounts.signJwt",
];

/// Fills in whom the rights of each reach, and moves them into the identities.
pub(super) fn targets(people: &mut People<'_>) {
    let strong = strong(people);
    for position in 0..people.all.len() {
        let Some(person) = people.all.get_mut(position) else { continue };
        let mut rights = std::mem::take(&mut person.rights);
        let root = person.root.clone();
        let own = (position, person.identity.resource, person.identity.form);
        let candidates = strong.get(&root).map(Vec::as_slice).unwrap_or_default();
        for (permission, held) in &mut rights {
            let Some(over) = WATCHED.get(*permission).map(|one| one.over) else { continue };
            held.iter_mut().for_each(|one| reach(people, candidates, own, over, one));
        }
        if let Some(person) = people.all.get_mut(position) {
            person.identity.permissions = rights
                .into_iter()
                .filter_map(|(at, held)| {
                    let name = WATCHED.get(at)?.name;
                    Some((name, held.into_iter().map(|one| one.right).collect()))
                })
                .collect();
            person.identity.escalates_by = person.identity.leads_by(|name| {
                WATCHED.iter().any(|permission| permission.leads_to_all && permission.name == name)
            });
        }
    }
}

/// The accounts of each root that are more than ordinary, or may be: the certain ones first.
fn strong(people: &People<'_>) -> BTreeMap<String, Vec<usize>> {
    let mut found: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for certain in [true, false] {
        for (at, person) in people.all.iter().enumerate() {
            let identity = &person.identity;
            let declared = people.of_resource(identity.resource) == Some(at);
            let is_strong = identity.power > Power::Ordinary;
            if declared && is_strong == certain && (is_strong || identity.doubts().next().is_some()) {
                let listed = found.entry(person.root.clone()).or_default();
                if listed.len() < MAX_STRONG {
                    listed.push(at);
                }
            }
        }
    }
    found
}

fn reach(
    people: &People<'_>,
    candidates: &[usize],
    (own, own_resource, form): (usize, ResourceIndex, &str),
    over: Over,
    held: &mut Held,
) {
    let scope = &held.scope;
    let is_account = people.of_resource(own_resource) == Some(own) && form != "role";
    let covers = |at: usize| {
        let project = people.all.get(at).map(|person| &person.project);
        match scope.level {
            Level::Project => project.is_some_and(|project| scope.project.is(project) == Some(true)),
            Level::Folder | Level::Organization => true,
            Level::Account => scope.resources.iter().any(|one| people.of_resource(*one) == Some(at)),
            Level::Resource(_) => false,
        }
    };
    let runs = |at: usize, hows: &[&str]| {
        let holders = people.all.get(at).map(|person| person.identity.holders.as_slice()).unwrap_or_default();
        holders.iter().any(|holder| {
            let here = scope.level.is_wide() || scope.resources.contains(&holder.resource);
            here && hows.contains(&holder.how)
        })
    };
    let mut found: Vec<usize> = match over {
        Over::Nobody => Vec::new(),
        Over::Accounts | Over::Passed if scope.level == Level::Account => {
            scope.resources.iter().filter_map(|one| people.of_resource(*one)).collect()
        }
        Over::Accounts | Over::Passed => candidates.iter().copied().filter(|at| covers(*at)).collect(),
        Over::Running(hows) => {
            let covered = |at: &usize| !scope.level.is_wide() || covers(*at);
            candidates.iter().copied().filter(covered).filter(|at| runs(*at, hows)).collect()
        }
        // What it runs as is given by another right.
        Over::Runs => Vec::new(),
    };
    let right = &mut held.right;
    right.itself = is_account && matches!(over, Over::Accounts | Over::Passed) && covers(own);
    found.retain(|at| *at != own);
    found.truncate(MAX_TARGETS);
    let resources: BTreeSet<ResourceIndex> =
        found.iter().filter_map(|at| Some(people.all.get(*at)?.identity.resource)).collect();
    right.targets = resources.into_iter().collect();
}

/// Fills in whom each can become. Returns whether some were left out, since there are too many.
pub(super) fn close(identities: &mut [Identity]) -> bool {
    let accounts = identities.iter().enumerate().filter(|(_, one)| {
        matches!(one.form, "service-account" | "default-service-account") && one.name.is_none()
    });
    let positions: BTreeMap<ResourceIndex, usize> = accounts.map(|(at, one)| (one.resource, at)).collect();
    let steps = identities.iter().map(|identity| steps(identity, &positions)).collect();
    chain::close(identities, steps)
}

fn steps(identity: &Identity, positions: &BTreeMap<ResourceIndex, usize>) -> Vec<Step> {
    let mut found = Vec::new();
    for right in ACTING.iter().filter_map(|name| identity.permissions.get(name)).flatten() {
        to_targets(right, &[right], positions, &mut found);
    }
    let passed = identity.permissions.get("iam.serviceAccounts.actAs").map(Vec::as_slice).unwrap_or_default();
    let runs = WATCHED.iter().filter(|one| one.over == Over::Runs);
    let mut runs = runs.filter_map(|one| identity.permissions.get(one.name)).flatten();
    if let Some(run) = runs.find(|right| right.anywhere && !right.narrowed) {
        for right in passed.iter().filter(|right| !right.sweeping) {
            to_targets(right, &[right, run], positions, &mut found);
        }
    }
    // A basic role has something run, too.
    for right in passed.iter().filter(|right| right.sweeping) {
        to_targets(right, &[right], positions, &mut found);
    }
    found
}

/// The steps to whom a right covers, by several rights together.
fn to_targets(
    right: &Right,
    together: &[&Right],
    positions: &BTreeMap<ResourceIndex, usize>,
    found: &mut Vec<Step>,
) {
    if right.narrowed {
        return;
    }
    for to in right.targets.iter().filter_map(|at| positions.get(at).copied()) {
        let signs = together.iter().flat_map(|right| {
            let own = Sign { place: right.at.clone(), note: format!("gives {}", right.action) };
            right.evidence.iter().cloned().chain([own])
        });
        let needs = together.iter().flat_map(|right| right.needs.iter().cloned());
        found.push(Step { to, signs: signs.collect(), needs: needs.collect() });
    }
}
