//! Identities of Azure and its directory, Microsoft Entra ID.

mod actions;
mod assignment;
mod condition;
mod directory;
mod holders;
mod owned;
mod principal;
mod role;
mod scope;
mod targets;
mod trust;
mod world;

use super::chain::{self, Step};
use super::tree::Reader;
use super::{Identity, Part, Power, Right, Sign};
use crate::graph::{ResourceGraph, ResourceIndex};
use actions::{ASSIGNS_IDENTITIES, Over, WATCHED};
use owned::{Collector, Held};
use std::collections::{BTreeMap, BTreeSet};
use targets::Targets;
use world::{World, is_azure};

/// What is found, and whether a limit was met on the way.
pub(super) struct Found {
    pub(super) identities: Vec<Identity>,
    pub(super) exceeded: bool,
}

/// The actions that make something run as an identity that one may assign.
const CREATES: [&str; 9] = [
    "Microsoft.App/containerApps/write",
    "Microsoft.App/jobs/write",
    "Microsoft.Compute/virtualMachineScaleSets/write",
    "Microsoft.Compute/virtualMachines/write",
    "Microsoft.ContainerInstance/containerGroups/write",
    "Microsoft.ContainerService/managedClusters/write",
    "Microsoft.Logic/workflows/write",
    "Microsoft.Resources/deploymentScripts/write",
    "Microsoft.Web/sites/write",
];

/// All identities of Azure.
pub(super) fn collect<'a>(graph: &'a ResourceGraph, reader: &mut Reader<'a>) -> Found {
    if !graph.resources.iter().any(|resource| is_azure(&resource.kind)) {
        return Found { identities: Vec::new(), exceeded: false };
    }
    let mut world = World::new(graph, reader);
    let mut trusts = trust::collect(&mut world);
    let mut collector = Collector::new(&mut world);
    collector.assignments();
    collector.directory();
    collector.inherit();
    collector.loosen();
    let mut running = holders::collect(&collector);
    let mut said: BTreeSet<ResourceIndex> = trusts.keys().copied().collect();
    said.extend(running.keys());
    collector.drop_strangers(&said);
    let mut rights: BTreeMap<ResourceIndex, Vec<Held>> = BTreeMap::new();
    let mut identities: Vec<Identity> = Vec::new();
    let names = collector.names();
    for (at, owned) in &mut collector.owned {
        let mut identity = Identity::new(*at, "azure", owned.form);
        identity.name = names.get(at).cloned();
        identity.power = owned.power();
        identity.administrator = std::mem::take(&mut owned.administrator);
        identity.grants = std::mem::take(&mut owned.grants);
        identity.unknown.extend(std::mem::take(&mut owned.unknown), Part::Rights);
        if let Some(trusts) = trusts.remove(at) {
            identity.trust = trusts.trusts;
            identity.unknown.extend(trusts.unknown, Part::Trust);
        }
        // Of an administrator's rights none is more than the rest.
        let held = std::mem::take(&mut owned.rights);
        rights.insert(*at, if identity.power == Power::Administrator { Vec::new() } else { held });
        identities.push(identity);
    }
    let mut targets = Targets::new(&collector, &identities, &running);
    for identity in &mut identities {
        for held in rights.remove(&identity.resource).unwrap_or_default() {
            let Some(action) = WATCHED.get(held.position) else { continue };
            if let Some(right) = targets.reach(collector.world, identity.resource, held) {
                identity.permissions.entry(action.name).or_default().push(right);
            }
        }
        identity.escalates_by =
            identity.leads_by(|name| WATCHED.iter().any(|action| action.leads_to_all && action.name == name));
        // Whoever may do all but give roles takes over whatever runs.
        let assigns = identity.permissions.get(ASSIGNS_IDENTITIES).into_iter().flatten();
        if assigns.into_iter().any(|right| right.sweeping && right.anywhere && !right.narrowed) {
            identity.escalates_by.push(ASSIGNS_IDENTITIES);
        }
        identity.holders = running.remove(&identity.resource).unwrap_or_default();
    }
    let exceeded = targets.exceeded() || collector.exceeded();
    let steps = steps(&identities);
    let exceeded = chain::close(&mut identities, steps) || exceeded;
    Found { identities, exceeded }
}

/// Whom each identity can become by one of its rights: by the one that rests on least.
fn steps(identities: &[Identity]) -> Vec<Vec<Step>> {
    let positions: BTreeMap<ResourceIndex, usize> =
        identities.iter().enumerate().map(|(at, identity)| (identity.resource, at)).collect();
    let of = |identity: &Identity| {
        let creates = CREATES.iter().filter_map(|action| identity.permissions.get(action)).flatten();
        let creates = creates.into_iter().any(|right| !right.narrowed);
        let leads = |name: &str| {
            let action = WATCHED.iter().find(|action| action.name == name);
            action.is_some_and(|action| action.over != Over::Nobody)
                && (creates || name != ASSIGNS_IDENTITIES)
        };
        let rights =
            identity.permissions.iter().filter(|(name, _)| leads(name)).flat_map(|(_, rights)| rights);
        let mut best: BTreeMap<usize, &Right> = BTreeMap::new();
        for right in rights.filter(|right| !right.narrowed) {
            for to in right.targets.iter().filter_map(|target| positions.get(target)) {
                let kept = best.entry(*to).or_insert(right);
                if right.needs.len() < kept.needs.len() {
                    *kept = right;
                }
            }
        }
        best.into_iter().map(|(to, right)| by_right(to, right)).collect()
    };
    identities.iter().map(of).collect()
}

fn by_right(to: usize, right: &Right) -> Step {
    let mut signs = right.evidence.clone();
    signs.push(Sign { place: right.at.clone(), note: "gets at it by this".to_owned() });
    Step { to, signs, needs: right.needs.clone() }
}
