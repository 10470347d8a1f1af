//! Identities of AWS.

mod actions;
mod attached;
mod chain;
mod condition;
mod effect;
mod holders;
mod images;
mod managed;
mod scope;
mod statement;
mod targets;
mod trust;
mod world;

pub(in crate::graph) use statement::{Condition, Document, Effect, Listed, Statement};

use super::tree::Reader;
use super::{Identity, Open, Part, Place, Power, Right, Sign};
use crate::evaluate::Path;
use crate::graph::{OUTPUT, ResourceGraph, ResourceIndex};
use actions::WATCHED;
use attached::{Attached, Boundary, Owned};
use effect::Effects;
use std::collections::BTreeMap;
use targets::Targets;
use world::World;

/// The rights by which one gets all others, where they hold for everything.
const LEAD_TO_ALL: [&str; 12] = [
    "iam:AddUserToGroup",
    "iam:AttachGroupPolicy",
    "iam:AttachRolePolicy",
    "iam:AttachUserPolicy",
    "iam:CreateAccessKey",
    "iam:CreateLoginProfile",
    "iam:CreatePolicyVersion",
    "iam:PutGroupPolicy",
    "iam:PutRolePolicy",
    "iam:PutUserPolicy",
    "iam:UpdateAssumeRolePolicy",
    "iam:UpdateLoginProfile",
];

/// Rights and statements kept in one run; the largest real configurations have some 10,000. One statement may give a
/// hundred rights to each of thousands of identities.
const MAX_RIGHTS: usize = 200_000;

/// What is found, and whether a limit was met on the way.
pub(super) struct Found {
    pub(super) identities: Vec<Identity>,
    pub(super) exceeded: bool,
}

/// All identities of AWS.
pub(super) fn collect<'a>(graph: &'a ResourceGraph, reader: &mut Reader<'a>) -> Found {
    if !graph.resources.iter().any(|resource| resource.kind.trim_start_matches("data.").starts_with("aws_")) {
        return Found { identities: Vec::new(), exceeded: false };
    }
    let mut world = World::new(graph, reader);
    let mut owned = attached::collect(&mut world);
    documents(&mut world, &mut owned);
    inherit(&mut owned);
    let (mut effects, too_many) = effects_of(&owned);
    let mut running = holders::collect(&world);
    let mut identities: Vec<Identity> = Vec::new();
    for (at, owned) in &owned {
        let Some(effects) = effects.get_mut(at) else { continue };
        let mut identity = Identity::new(*at, "aws", owned.form);
        identity.administrator = std::mem::take(&mut effects.administrator);
        identity.grants = std::mem::take(&mut effects.grants);
        identity.unknown = std::mem::take(&mut effects.unknown);
        identity.power = power(&identity.administrator, effects);
        if let (Some(role), "role") = (graph.get(*at), owned.form) {
            let trusts = trust::of_role(&mut world, *at, role);
            identity.works_for_itself = trusts.all_work_for_themselves();
            // Somebody further may be no such service.
            if identity.works_for_itself {
                identity.unknown.extend(trusts.unknown.iter().cloned(), Part::OwnWork);
            }
            identity.unknown.extend(trusts.unknown, Part::Trust);
            identity.trust = trusts.trusts;
        }
        identities.push(identity);
    }
    let holding = holding(&owned);
    let mut targets = Targets::new(&world, &identities, &running, &holding);
    for identity in &mut identities {
        let Some(effects) = effects.get_mut(&identity.resource) else { continue };
        let groups = owned.get(&identity.resource).map(|owned| owned.groups.as_slice()).unwrap_or_default();
        let groups: Vec<ResourceIndex> = groups.iter().map(|(group, _)| *group).collect();
        for (position, rights) in std::mem::take(&mut effects.rights) {
            let Some(action) = WATCHED.get(position) else { continue };
            let rights = rights.into_iter().map(|mut effective| {
                targets.reach(identity, &groups, position, &mut effective);
                effective.right
            });
            let rights: Vec<Right> = rights.collect();
            identity.permissions.insert(action.name, rights);
        }
        identity.escalates_by = identity.leads_by(|action| LEAD_TO_ALL.contains(&action));
        identity.holders = running.remove(&identity.resource).unwrap_or_default();
    }
    let exceeded = targets.exceeded();
    let exceeded = chain::close(&world, &mut identities) || exceeded || too_many;
    Found { identities, exceeded }
}

/// What each identity may do, and whether that is more than is kept. Of those left out nothing is known.
fn effects_of(owned: &BTreeMap<ResourceIndex, Owned>) -> (BTreeMap<ResourceIndex, Effects>, bool) {
    let mut left = MAX_RIGHTS;
    let effects = owned.iter().map(|(at, owned)| {
        if left == 0 {
            let mut unknown = Open::default();
            unknown.add(Place { resource: *at, path: Path::default() }, Part::Rights);
            return (*at, Effects { unknown, ..Effects::default() });
        }
        let effects = effect::of(owned);
        let rights: usize = effects.rights.values().map(Vec::len).sum();
        left = left.saturating_sub(rights + effects.grants.len());
        (*at, effects)
    });
    let effects = effects.collect();
    (effects, left == 0)
}

/// Documents that nothing here is made of: their text goes out of this configuration, to whoever is given it there.
fn documents(world: &mut World<'_, '_>, owned: &mut BTreeMap<ResourceIndex, Owned>) {
    let mut used = vec![false; world.graph.resources.len()];
    let leaves = |from| world.graph.get(from).is_some_and(|resource| &*resource.kind == OUTPUT);
    for reference in world.graph.references.iter().filter(|reference| !leaves(reference.from)) {
        if let Some(used) = used.get_mut(reference.to.0 as usize) {
            *used = true;
        }
    }
    for (at, resource) in world.resources() {
        let unused = used.get(at.0 as usize).is_some_and(|used| !used);
        if &*resource.kind != "data.aws_iam_policy_document" || !unused {
            continue;
        }
        let Some(json) = resource.attributes.get("json") else { continue };
        let document = world.document(at, &Path::default().join(&["json"]), json);
        if !document.has_principals() {
            let boundary = document.perhaps_principals().map(Boundary::Unknown);
            let attached = vec![Attached { document, instead: None, evidence: Vec::new() }];
            owned.insert(at, Owned { form: "policy", attached, boundary, ..Owned::default() });
        }
    }
}

/// Members of groups have what their groups have.
fn inherit(owned: &mut BTreeMap<ResourceIndex, Owned>) {
    let groups: BTreeMap<ResourceIndex, Owned> = owned
        .iter()
        .filter(|(_, owned)| owned.form == "group")
        .map(|(at, owned)| (*at, owned.clone()))
        .collect();
    for owned in owned.values_mut() {
        for (group, sign) in owned.groups.clone() {
            let Some(group) = groups.get(&group) else { continue };
            owned.unknown.merge(&group.unknown);
            let inherited = group.attached.iter().cloned().map(|mut attached| {
                attached.evidence.insert(0, Sign::clone(&sign));
                attached
            });
            owned.attached.extend(inherited);
        }
    }
}

/// The identities that have each customer's policy.
fn holding(owned: &BTreeMap<ResourceIndex, Owned>) -> BTreeMap<ResourceIndex, Vec<ResourceIndex>> {
    let mut found: BTreeMap<ResourceIndex, Vec<ResourceIndex>> = BTreeMap::new();
    for (at, owned) in owned {
        for policy in owned.attached.iter().filter_map(|attached| attached.document.at) {
            if policy != *at && attached_is_real(policy) {
                found.entry(policy).or_default().push(*at);
            }
        }
    }
    for holders in found.values_mut() {
        holders.dedup();
    }
    found
}

/// Whether a document is one of the configuration, not one that AWS manages.
fn attached_is_real(policy: ResourceIndex) -> bool {
    policy != ResourceIndex(u32::MAX)
}

fn power(administrator: &[Right], effects: &Effects) -> Power {
    let certain = |right: &Right| right.needs.is_empty() && !right.narrowed;
    if administrator.iter().any(certain) {
        return Power::Administrator;
    }
    let leads = |(position, rights): (&usize, &Vec<effect::Effective>)| {
        let listed = WATCHED.get(*position).is_some_and(|action| LEAD_TO_ALL.contains(&action.name));
        listed && rights.iter().any(|effective| effective.right.anywhere && certain(&effective.right))
    };
    match effects.rights.iter().any(leads) {
        true => Power::Escalating,
        false => Power::Ordinary,
    }
}
