//! Which rights are given to whom.

use super::actions::{ASSIGNS_IDENTITIES, Action, GIVES_ROLES, WATCHED};
use super::condition::{self, Effect};
use super::principal::{self, Named, Principal};
use super::role::Role;
use super::scope::Scope;
use super::world::{APPLICATIONS, World};
use crate::evaluate::{Path, Value};
use crate::graph::ResourceIndex;
use crate::graph::identity::text::Text;
use crate::graph::identity::{Grant, Place, Power, Right, Sign};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Rights and statements kept in one run; the largest real configurations have some 1,000.
const MAX_RIGHTS: usize = 200_000;
/// Groups in groups.
const MAX_NESTING: usize = 4;

/// A right and what it covers, before targets are known.
#[derive(Clone, Debug)]
pub(super) struct Held {
    /// Position in [`WATCHED`].
    pub(super) position: usize,
    pub(super) right: Right,
    pub(super) scope: Rc<Scope>,
}

/// What somebody has.
#[derive(Clone, Debug, Default)]
pub(super) struct Owned {
    pub(super) form: &'static str,
    pub(super) rights: Vec<Held>,
    /// Rights to everything.
    pub(super) administrator: Vec<Right>,
    pub(super) grants: Vec<Grant>,
    pub(super) unknown: Vec<Place>,
    groups: Vec<Membership>,
}

/// That somebody is in a group.
#[derive(Clone, Debug)]
struct Membership {
    group: ResourceIndex,
    /// Where that is said.
    sign: Sign,
    /// What, if it were known, could make it untrue.
    needs: Vec<Place>,
}

impl Owned {
    pub(super) fn new(form: &'static str) -> Owned {
        Owned { form, ..Owned::default() }
    }

    /// How much the rights make of it.
    pub(super) fn power(&self) -> Power {
        let certain = |right: &Right| right.needs.is_empty() && !right.narrowed;
        if self.administrator.iter().any(certain) {
            return Power::Administrator;
        }
        let leads = |held: &&Held| {
            let Some(action) = WATCHED.get(held.position) else { return false };
            // Whoever may do all but give roles takes over whatever runs.
            let takes_all = held.right.sweeping && action.name == ASSIGNS_IDENTITIES;
            held.right.anywhere && certain(&held.right) && (action.leads_to_all || takes_all)
        };
        match self.rights.iter().find(leads) {
            Some(_) => Power::Escalating,
            None => Power::Ordinary,
        }
    }
}

/// Something that gives a role to somebody.
pub(super) struct Giving<'g> {
    pub(super) role: &'g Role,
    pub(super) scope: Rc<Scope>,
    /// What stands for a role that is not written here: the place that names it.
    pub(super) instead: Place,
    pub(super) condition: Option<(Text, Place)>,
    pub(super) evidence: Vec<Sign>,
    /// What, if it were known, could take all of it away.
    pub(super) needs: Vec<Place>,
}

/// Collects what everybody has.
pub(super) struct Collector<'w, 'a, 'r> {
    pub(super) world: &'w mut World<'a, 'r>,
    pub(super) owned: BTreeMap<ResourceIndex, Owned>,
    /// The resource that stands for a principal.
    standing: BTreeMap<Principal, ResourceIndex>,
    /// What may be anybody's in a root.
    loose: BTreeMap<String, Vec<Place>>,
    left: usize,
}

/// Whom something is given to: who stands for each, and what would have to be known to say that it is that one.
pub(super) struct Receivers {
    pub(super) all: Vec<ResourceIndex>,
    pub(super) needs: Vec<Place>,
}

impl<'w, 'a, 'r> Collector<'w, 'a, 'r> {
    pub(super) fn new(world: &'w mut World<'a, 'r>) -> Collector<'w, 'a, 'r> {
        let mut owned = BTreeMap::new();
        for (at, resource) in world.resources() {
            let form = match principal::form(&resource.kind) {
                Some("application") if world.has_principal(at) => None,
                Some(form) => Some(form),
                None => has_own_identity(world, at).then_some("system-identity"),
            };
            if let Some(form) = form {
                owned.insert(at, Owned::new(form));
            }
        }
        Collector { world, owned, standing: BTreeMap::new(), loose: BTreeMap::new(), left: MAX_RIGHTS }
    }

    pub(super) fn exceeded(&self) -> bool {
        self.left == 0
    }

    /// Whom an argument of a resource names. `at` stands for those that are declared nowhere.
    pub(super) fn receivers(&mut self, at: ResourceIndex, key: &str) -> Receivers {
        let named = principal::named(self.world, at, key);
        let place = self.world.place(at, key);
        self.standing_for(at, named, place)
    }

    pub(super) fn standing_for(&mut self, at: ResourceIndex, named: Named, place: Place) -> Receivers {
        match named {
            Named::Nobody => Receivers { all: Vec::new(), needs: Vec::new() },
            Named::Anyone => {
                self.loose.entry(self.world.root(at).to_owned()).or_default().push(place.clone());
                let mut receivers = self.each(at, vec![Principal::Unnamed(at)]);
                receivers.needs.push(place);
                receivers
            }
            Named::These(all) => {
                let several = all.len() > 1;
                let mut receivers = self.each(at, all);
                if several {
                    receivers.needs.push(place);
                }
                receivers
            }
        }
    }

    fn each(&mut self, at: ResourceIndex, principals: Vec<Principal>) -> Receivers {
        let all = principals.into_iter().map(|principal| {
            let (own, form) = match &principal {
                Principal::Declared(own) => (*own, "system-identity"),
                Principal::Further(_, "kubelet_identity") => (at, "kubelet-identity"),
                Principal::Further(..) => (at, "add-on-identity"),
                Principal::Elsewhere(..) | Principal::Unnamed(_) => (at, "principal"),
            };
            let standing = *self.standing.entry(principal).or_insert(own);
            self.owned.entry(standing).or_insert_with(|| Owned::new(form));
            standing
        });
        Receivers { all: all.collect(), needs: Vec::new() }
    }

    /// The identities that Azure makes for clusters beside their own, and who stands for each.
    pub(super) fn further(&self) -> impl Iterator<Item = (ResourceIndex, &'static str, ResourceIndex)> {
        self.standing.iter().filter_map(|(principal, standing)| match principal {
            Principal::Further(cluster, block) => Some((*cluster, *block, *standing)),
            _ => None,
        })
    }

    /// What those are called that a resource stands for which does not declare them.
    pub(super) fn names(&self) -> BTreeMap<ResourceIndex, String> {
        let named = self.standing.iter().filter_map(|(principal, standing)| match principal {
            Principal::Further(cluster, block) => {
                let address = self.world.graph.get(*cluster).map(|cluster| cluster.address.to_string());
                Some((*standing, format!("{}.{block}", address.unwrap_or_default())))
            }
            Principal::Elsewhere(_, name) => Some((*standing, name.clone())),
            Principal::Declared(_) | Principal::Unnamed(_) => None,
        });
        named.collect()
    }

    /// Notes what would have to be known to say what somebody has.
    pub(super) fn doubt(&mut self, receivers: &Receivers, places: impl IntoIterator<Item = Place>) {
        let places: Vec<Place> = places.into_iter().collect();
        for receiver in &receivers.all {
            if let Some(owned) = self.owned.get_mut(receiver) {
                owned.unknown.extend(places.iter().cloned());
            }
        }
    }

    /// Gives a role.
    pub(super) fn give(&mut self, receivers: &Receivers, giving: &Giving<'_>) {
        let mut found: Vec<Held> = Vec::new();
        let mut whole: Option<Right> = None;
        for (position, action) in WATCHED.iter().enumerate() {
            if action.is_of_directory() || !giving.scope.may_hold(self.world, action) {
                continue;
            }
            let Some((held, everything)) = giving.right(position, action) else { continue };
            if everything && action.name == GIVES_ROLES && held.right.anywhere && !held.right.narrowed {
                whole = Some(held.right.clone());
            }
            found.push(held);
        }
        let grants = giving.role.grants(&giving.instead, &giving.scope.shown, &giving.evidence);
        let unknown: Vec<Place> = match found.is_empty() && giving.role.unknown.is_empty() {
            // Whatever it is for, the role gives nothing that matters.
            true => Vec::new(),
            false => giving.unknown(),
        };
        for receiver in &receivers.all {
            self.left = self.left.saturating_sub(found.len() + grants.len());
            let Some(owned) = self.owned.get_mut(receiver) else { continue };
            owned.unknown.extend(unknown.iter().cloned());
            if self.left == 0 {
                owned.unknown.push(Place { resource: *receiver, path: Path::default() });
                continue;
            }
            owned.administrator.extend(whole.clone());
            owned.rights.extend(found.iter().cloned());
            owned.grants.extend(grants.iter().cloned());
        }
    }

    /// A single right.
    pub(super) fn give_right(&mut self, receivers: &Receivers, held: &Held) {
        for receiver in &receivers.all {
            self.left = self.left.saturating_sub(1);
            if let Some(owned) = self.owned.get_mut(receiver).filter(|_| self.left > 0) {
                owned.rights.push(held.clone());
            }
        }
    }

    /// Members of groups have what their groups have.
    pub(super) fn inherit(&mut self) {
        self.memberships();
        for _ in 0..MAX_NESTING {
            let groups: BTreeMap<ResourceIndex, Owned> = self
                .owned
                .iter()
                .filter(|(_, one)| one.form == "group")
                .map(|(at, one)| (*at, one.clone()))
                .collect();
            let mut changed = false;
            for (at, owned) in &mut self.owned {
                for membership in owned.groups.clone() {
                    let Some(group) = groups.get(&membership.group) else { continue };
                    let doubts = owned.unknown.len();
                    let taken = owned.inherit(group, &membership, self.left);
                    self.left = self.left.saturating_sub(taken);
                    changed |= taken > 0 || owned.unknown.len() > doubts;
                }
                if self.left == 0 {
                    owned.unknown.push(Place { resource: *at, path: Path::default() });
                }
            }
            if !changed {
                break;
            }
        }
    }

    /// The elements of a list of principals, each with its place; the list as a whole, where it is unknown.
    pub(super) fn listed(&self, at: ResourceIndex, key: &str) -> Vec<(&'a Value, Place)> {
        let Some(value) = self.world.value(at, key) else { return Vec::new() };
        let base = self.world.place(at, key);
        let Some(items) = value.items() else { return vec![(value, base)] };
        let items = items.iter().filter(|item| !item.stands_for_many()).enumerate();
        let place = |position: usize| Place { resource: at, path: base.path.with(position.into()) };
        items.map(|(position, item)| (item, place(position))).collect()
    }

    fn memberships(&mut self) {
        let mut found: Vec<(ResourceIndex, Receivers, Sign)> = Vec::new();
        for (at, resource) in self.world.resources() {
            let sign = |place: Place| Sign { place, note: "puts it into the group".to_owned() };
            match &*resource.kind {
                "azuread_group_member" => {
                    let groups = self.receivers(at, "group_object_id");
                    let members = self.receivers(at, "member_object_id");
                    let sign = sign(self.world.place(at, "member_object_id"));
                    for group in groups.all {
                        let needs = members.needs.iter().chain(&groups.needs).cloned().collect();
                        let members = Receivers { all: members.all.clone(), needs };
                        found.push((group, members, sign.clone()));
                    }
                }
                "azuread_group" => {
                    for (member, place) in self.listed(at, "members") {
                        let named = principal::named_by(self.world, at, member);
                        let is_declared = |one: &Principal| matches!(one, Principal::Declared(_));
                        if matches!(&named, Named::These(all) if all.iter().all(is_declared)) {
                            let mut members = self.standing_for(at, named, place.clone());
                            members.needs.extend(is_whole(&place).then(|| place.clone()));
                            found.push((at, members, sign(place)));
                        }
                    }
                }
                _ => {}
            }
        }
        for (group, members, sign) in found {
            for member in members.all.iter().copied().filter(|member| *member != group) {
                if let Some(owned) = self.owned.get_mut(&member) {
                    owned.groups.push(Membership { group, sign: sign.clone(), needs: members.needs.clone() });
                }
            }
        }
    }

    /// What may be anybody's is nobody's for certain.
    pub(super) fn loosen(&mut self) {
        for (at, owned) in &mut self.owned {
            let places = self.loose.get(self.world.root(*at));
            owned.unknown.extend(places.into_iter().flatten().cloned());
        }
    }

    /// What is read from elsewhere, and applications without a principal, are identities where something is said of them.
    pub(super) fn drop_strangers(&mut self, trusted: &BTreeSet<ResourceIndex>) {
        let world = &*self.world;
        self.owned.retain(|at, owned| {
            let kind = world.kind(*at);
            let stranger = kind.starts_with("data.") || APPLICATIONS.contains(&kind);
            !stranger || !owned.rights.is_empty() || !owned.unknown.is_empty() || trusted.contains(at)
        });
    }
}

impl Owned {
    /// Takes what a group has, as much as there is room for; how much of it is new.
    fn inherit(&mut self, group: &Owned, membership: &Membership, room: usize) -> usize {
        let through = |right: &Right| {
            let mut right = right.clone();
            right.evidence.insert(0, membership.sign.clone());
            right.needs.extend(membership.needs.iter().cloned());
            right
        };
        let all: BTreeSet<Place> = self.administrator.iter().map(|right| right.at.clone()).collect();
        let new = group.administrator.iter().filter(|right| !all.contains(&right.at));
        let new: Vec<Right> = new.take(room).map(through).collect();
        let some: BTreeSet<(usize, Place)> =
            self.rights.iter().map(|held| (held.position, held.right.at.clone())).collect();
        let further =
            group.rights.iter().filter(|held| !some.contains(&(held.position, held.right.at.clone())));
        let further = further.take(room.saturating_sub(new.len()));
        let further: Vec<Held> =
            further.map(|held| Held { right: through(&held.right), ..held.clone() }).collect();
        let taken = new.len() + further.len();
        self.administrator.extend(new);
        self.rights.extend(further);
        let known: BTreeSet<Place> = self.unknown.iter().cloned().collect();
        self.unknown.extend(group.unknown.iter().filter(|place| !known.contains(place)).cloned());
        taken
    }
}

/// Whether a place is that of a whole argument: of a list that is not known.
pub(super) fn is_whole(place: &Place) -> bool {
    place.path.0.len() == 1
}

impl Giving<'_> {
    /// The right to an action, and whether it stems from a statement about everything.
    fn right(&self, position: usize, action: &Action) -> Option<(Held, bool)> {
        let allowed = self.role.allows(action)?;
        let mut needs: Vec<Place> = self.needs.iter().chain(allowed.needs).cloned().collect();
        let mut narrowed = false;
        if let Some((condition, place)) = &self.condition {
            match condition::effect(condition, action) {
                Effect::None => {}
                Effect::Narrows => narrowed = true,
                Effect::Unknown => needs.push(place.clone()),
            }
        }
        let at = allowed.at.cloned().unwrap_or_else(|| self.instead.clone());
        let right = Right {
            evidence: self.evidence.clone(),
            needs,
            anywhere: self.scope.is_everything(),
            sweeping: allowed.sweeping,
            narrowed,
            conditions: self.condition.iter().map(|(text, _)| text.shown()).collect(),
            ..Right::over(vec![self.scope.shown.clone()], allowed.text.to_owned(), at)
        };
        Some((Held { position, right, scope: self.scope.clone() }, allowed.everything))
    }

    /// What would have to be known to say what else it gives.
    fn unknown(&self) -> Vec<Place> {
        let conditional = self.condition.iter().filter(|(text, _)| !text.is_known()).map(|(_, place)| place);
        let all = self.role.unknown.iter().chain(&self.needs).chain(conditional);
        all.cloned().collect()
    }
}

/// Whether Azure makes an identity for a resource.
fn has_own_identity(world: &mut World<'_, '_>, at: ResourceIndex) -> bool {
    let kind = world.kind(at);
    if kind.starts_with("data.") || !super::world::is_azure(kind) {
        return false;
    }
    let Some(blocks) = world.value(at, "identity").and_then(|blocks| blocks.items()) else { return false };
    let types = blocks.iter().filter_map(|block| block.get("type").and_then(|text| text.as_str()));
    types.into_iter().any(|text| text.to_lowercase().contains("systemassigned"))
}
