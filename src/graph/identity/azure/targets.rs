//! Whom a right reaches: the identities it covers, or whose code or machine it covers.

use super::actions::{Action, Over, WATCHED};
use super::assignment::uses_roles;
use super::owned::{Collector, Held};
use super::scope::{Cover, Level, Scope};
use super::world::{World, first_key};
use crate::graph::ResourceIndex;
use crate::graph::identity::{Holder, Identity, Place, Power, Right};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Identities listed of those that a right covers; those that are more than ordinary come first.
const MAX_TARGETS: usize = 16;
/// Resources compared with scopes in one run; real configurations compare some 10,000.
const MAX_COMPARISONS: usize = 2_000_000;

/// The actions that change who may read a vault's secrets, where the vault goes by access policies.
const POLICIES: [&str; 2] =
    ["Microsoft.KeyVault/vaults/accessPolicies/write", "Microsoft.KeyVault/vaults/write"];

/// Kinds that keep their code in a storage account.
const STORED: [&str; 6] = [
    "azurerm_function_app",
    "azurerm_function_app_flex_consumption",
    "azurerm_linux_function_app",
    "azurerm_logic_app_standard",
    "azurerm_windows_function_app",
    "azurerm_function_app_slot",
];

/// A resource that power over gives the rights of an identity.
#[derive(Clone, Copy, Debug)]
struct Hold {
    over: ResourceIndex,
    identity: ResourceIndex,
}

/// How certain it is that an identity is more than ordinary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Strength {
    Certain,
    /// Something of it is unknown.
    Possible,
    None,
}

/// The identities that a right gives power over.
#[derive(Default)]
struct Covered {
    certain: BTreeSet<ResourceIndex>,
    /// Those of which it is not known whether it does, each with what would have to be.
    possible: BTreeMap<ResourceIndex, Vec<Place>>,
}

/// Who gains what.
pub(super) struct Targets<'a> {
    /// By root and by how something runs as them, or what they are.
    holds: BTreeMap<(&'a str, &'static str), Vec<Hold>>,
    /// The same by the resource that power over gives it.
    by_resource: BTreeMap<(&'static str, ResourceIndex), Vec<Hold>>,
    /// Under which names each is listed.
    listed: BTreeSet<(ResourceIndex, &'static str)>,
    /// Those that are more than ordinary, or may be.
    strong: BTreeMap<ResourceIndex, Strength>,
    /// The vaults of each root, and whether they ask roles who may do what.
    vaults: BTreeMap<&'a str, Vec<(ResourceIndex, Option<bool>)>>,
    comparisons: usize,
    /// What was found before.
    met: BTreeMap<(&'a str, &'static str, Level), Rc<Covered>>,
}

impl<'a> Targets<'a> {
    pub(super) fn new(
        collector: &Collector<'_, 'a, '_>,
        identities: &[Identity],
        running: &BTreeMap<ResourceIndex, Vec<Holder>>,
    ) -> Targets<'a> {
        let world = &*collector.world;
        let mut holds: BTreeMap<(&str, &'static str), Vec<Hold>> = BTreeMap::new();
        let mut strong = BTreeMap::new();
        for identity in identities {
            let own = identity.resource;
            let root = world.root(own);
            if identity.power > Power::Ordinary {
                strong.insert(own, Strength::Certain);
            } else if identity.doubts().next().is_some() {
                strong.insert(own, Strength::Possible);
            }
            holds.entry((root, identity.form)).or_default().push(Hold { over: own, identity: own });
            for holder in running.get(&own).into_iter().flatten() {
                let hold = Hold { over: holder.resource, identity: own };
                holds.entry((root, holder.how)).or_default().push(hold);
            }
        }
        for (at, holders) in stored(world, running) {
            let listed = holds.entry((world.root(at), "stored")).or_default();
            listed.extend(holders.into_iter().map(|identity| Hold { over: at, identity }));
        }
        let mut vaults: BTreeMap<&str, Vec<_>> = BTreeMap::new();
        for (at, resource) in world.resources().filter(|(_, one)| &*one.kind == "azurerm_key_vault") {
            vaults.entry(&*resource.root).or_default().push((at, uses_roles(collector, at)));
        }
        // What is certain is listed first.
        for listed in holds.values_mut() {
            listed.sort_by_key(|hold| (strength(&strong, hold.identity), hold.identity, hold.over));
        }
        let mut by_resource: BTreeMap<_, Vec<Hold>> = BTreeMap::new();
        for ((_, kind), listed) in &holds {
            for hold in listed {
                by_resource.entry((*kind, hold.over)).or_default().push(*hold);
            }
        }
        let own = holds.iter().flat_map(|((_, kind), all)| all.iter().map(|hold| (hold.identity, *kind)));
        let listed = own.collect();
        Targets { holds, by_resource, listed, strong, vaults, comparisons: 0, met: BTreeMap::new() }
    }

    /// Whether resources were left uncompared.
    pub(super) fn exceeded(&self) -> bool {
        self.comparisons >= MAX_COMPARISONS
    }

    /// Fills in whom a right of an identity reaches; none where it reaches nothing that matters.
    pub(super) fn reach(
        &mut self,
        world: &mut World<'a, '_>,
        own: ResourceIndex,
        held: Held,
    ) -> Option<Right> {
        let action = WATCHED.get(held.position)?;
        let root = world.root(own);
        let mut right = held.right.clone();
        if POLICIES.contains(&action.name) {
            self.over_vaults(world, root, &held, &mut right);
        }
        let Covered { mut certain, possible } = self.covered(world, root, action, &held);
        let is_one = kinds(action).iter().any(|kind| self.listed.contains(&(own, *kind)));
        right.itself = certain.remove(&own) || (held.scope.is_everything() && is_one);
        // What may be covered matters only where nothing that is worth as much is for certain.
        if !certain.iter().any(|target| strength(&self.strong, *target) == Strength::Certain) {
            for (target, needs) in possible.into_iter().filter(|(target, _)| *target != own).take(MAX_TARGETS)
            {
                certain.insert(target);
                right.needs.extend(needs);
            }
            right.needs.sort();
            right.needs.dedup();
        }
        let mut listed: Vec<ResourceIndex> = certain.into_iter().collect();
        listed.sort_by_key(|target| (strength(&self.strong, *target), *target));
        listed.truncate(MAX_TARGETS);
        listed.sort_unstable();
        right.targets = listed;
        Some(right)
    }

    /// The identities in the scope of a right that it gives power over.
    fn covered(&mut self, world: &mut World<'a, '_>, root: &'a str, action: &Action, held: &Held) -> Covered {
        let mut covered = Covered::default();
        for kind in kinds(action) {
            let key = (root, kind, held.scope.level.clone());
            let known = self.met.get(&key).cloned();
            let found = known.unwrap_or_else(|| {
                let found = Rc::new(self.of_kind(world, root, kind, &held.scope));
                self.met.insert(key, found.clone());
                found
            });
            covered.certain.extend(&found.certain);
            covered.possible.extend(found.possible.clone());
        }
        covered
    }

    /// The same, of what is listed under one name.
    fn of_kind(
        &mut self,
        world: &mut World<'a, '_>,
        root: &'a str,
        kind: &'static str,
        scope: &Scope,
    ) -> Covered {
        let mut covered = Covered::default();
        let listed: Vec<Hold> = match &scope.level {
            Level::Resource(all) => {
                let over = all.iter().filter_map(|at| self.by_resource.get(&(kind, *at)));
                over.flatten().copied().collect()
            }
            _ => self.holds.get(&(root, kind)).cloned().unwrap_or_default(),
        };
        for hold in listed {
            let matters = self.strong.contains_key(&hold.identity);
            let enough = covered.certain.len() > MAX_TARGETS || self.comparisons >= MAX_COMPARISONS;
            if enough || (scope.is_everything() && !matters) {
                break;
            }
            self.comparisons += 1;
            let changeable = if kind == "group" { assignable(world, hold.identity) } else { Cover::Yes };
            match (changeable, scope.covers(world, hold.over)) {
                (Cover::No, _) | (_, Cover::No) => {}
                (Cover::Yes, Cover::Yes) => {
                    covered.certain.insert(hold.identity);
                }
                (one, other) if matters && covered.possible.len() <= MAX_TARGETS => {
                    let needs = one.needs().into_iter().chain(other.needs()).collect();
                    covered.possible.insert(hold.identity, needs);
                }
                _ => {}
            }
        }
        covered
    }

    /// A right to change access policies matters for vaults that go by them.
    fn over_vaults(&self, world: &mut World<'a, '_>, root: &str, held: &Held, right: &mut Right) {
        let vaults = self.vaults.get(root).map(Vec::as_slice).unwrap_or_default();
        let mut covered = Vec::new();
        let mut doubts = Vec::new();
        for (vault, roles) in vaults {
            let mut needs = match held.scope.covers(world, *vault) {
                Cover::No => continue,
                cover => cover.needs(),
            };
            match roles {
                Some(true) => continue,
                Some(false) => {}
                None => needs.push(world.place(*vault, "rbac_authorization_enabled")),
            }
            covered.extend(world.graph.get(*vault).map(|vault| vault.address.to_string()));
            doubts.push(needs);
        }
        right.narrowed |= covered.is_empty();
        if doubts.iter().all(|needs| !needs.is_empty()) {
            right.needs.extend(doubts.into_iter().flatten());
        }
        if !covered.is_empty() {
            covered.truncate(MAX_TARGETS);
            right.resources = covered;
        }
    }
}

fn strength(strong: &BTreeMap<ResourceIndex, Strength>, identity: ResourceIndex) -> Strength {
    strong.get(&identity).copied().unwrap_or(Strength::None)
}

/// Under which names what an action gives power over is listed.
fn kinds(action: &Action) -> Vec<&'static str> {
    match action.over {
        Over::Nobody => Vec::new(),
        Over::Running(how) => how.to_vec(),
        Over::Managed => vec!["managed-identity"],
        Over::Everything => {
            let running = WATCHED.iter().filter_map(|action| match action.over {
                Over::Running(how) => Some(how),
                _ => None,
            });
            let all: BTreeSet<&'static str> =
                running.flatten().copied().chain(["managed-identity"]).collect();
            all.into_iter().collect()
        }
        Over::Applications => vec!["application", "service-principal"],
        Over::Groups => vec!["group"],
        Over::Stored => vec!["stored"],
    }
}

/// Whether whoever may change groups may change this one: of those that roles can be given to, only who may give roles.
fn assignable(world: &World<'_, '_>, group: ResourceIndex) -> Cover {
    match world.value(group, "assignable_to_role") {
        Some(value) if value.is_unknown() => Cover::Maybe(vec![world.place(group, "assignable_to_role")]),
        Some(value) if value.as_bool() == Some(true) || value.as_str() == Some("true") => Cover::No,
        _ => Cover::Yes,
    }
}

/// The identities of functions by the storage account that keeps their code.
fn stored(
    world: &World<'_, '_>,
    running: &BTreeMap<ResourceIndex, Vec<Holder>>,
) -> BTreeMap<ResourceIndex, Vec<ResourceIndex>> {
    let mut found: BTreeMap<ResourceIndex, Vec<ResourceIndex>> = BTreeMap::new();
    for (identity, holders) in running {
        for holder in holders.iter().filter(|holder| STORED.contains(&world.kind(holder.resource))) {
            for reference in world.references(holder.resource) {
                let keeps = first_key(&reference.via).is_some_and(|key| key.starts_with("storage_"));
                if keeps && world.kind(reference.to) == "azurerm_storage_account" {
                    let listed = found.entry(reference.to).or_default();
                    if !listed.contains(identity) {
                        listed.push(*identity);
                    }
                }
            }
        }
    }
    found
}
