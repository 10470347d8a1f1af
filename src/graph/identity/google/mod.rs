//! Identities of Google Cloud: service accounts, and whoever else bindings name.

mod binding;
mod condition;
mod deny;
mod holders;
mod people;
mod permissions;
mod reach;
mod roles;
mod scope;

use super::text::Text;
use super::tree::Reader;
use super::{Grant, Part, Place, Power, Right, Sign, Trust, TrustCondition};
use crate::evaluate::Step;
use crate::graph::identity::Identity;
use crate::graph::{ResourceGraph, ResourceIndex};
use binding::Binding;
use people::{Held, People, Person};
use permissions::{Level, WATCHED};
use roles::{Role, Roles};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Rights and bindings kept in one run; the largest real configurations have some 10,000. One role may give fifty rights
/// to each of thousands of members.
const MAX_RIGHTS: usize = 200_000;

/// Permissions whose holders can act as a service account, and that its policy can give.
const TRUSTED: [&str; 7] = [
    "iam.serviceAccountKeys.create",
    "iam.serviceAccounts.actAs",
    "iam.serviceAccounts.getAccessToken",
    "iam.serviceAccounts.getOpenIdToken",
    "iam.serviceAccounts.setIamPolicy",
    "iam.serviceAccounts.signBlob",
    "iam.serviceAccounts.signJwt",
];

/// What is found, and whether a limit was met on the way.
pub(super) struct Found {
    pub(super) identities: Vec<Identity>,
    pub(super) exceeded: bool,
}

/// All identities of Google Cloud. Takes time in proportion to the roles that each member has.
pub(super) fn collect<'a>(graph: &'a ResourceGraph, reader: &mut Reader<'a>) -> Found {
    if !graph
        .resources
        .iter()
        .any(|resource| resource.kind.trim_start_matches("data.").starts_with("google_"))
    {
        return Found { identities: Vec::new(), exceeded: false };
    }
    let mut given = Given {
        graph,
        people: People::new(graph, reader),
        roles: Roles::new(graph),
        claimed: BTreeSet::new(),
        doubts: BTreeMap::new(),
        left: MAX_RIGHTS,
    };
    for (at, resource) in graph.resources.iter().enumerate() {
        for binding in binding::of_resource(graph, reader, ResourceIndex::new(at), resource) {
            given.binding(binding, reader);
        }
    }
    given.unclaimed();
    let Given { mut people, doubts, left, .. } = given;
    people.doubt_all(&doubts);
    deny::restrict(graph, reader, &mut people.all);
    holders::collect(graph, &mut people, reader);
    people.all.iter_mut().for_each(settle);
    reach::targets(&mut people);
    let mut identities: Vec<Identity> = people.all.into_iter().map(|person| person.identity).collect();
    let exceeded = reach::close(&mut identities) || left == 0;
    Found { identities, exceeded }
}

/// What bindings give.
struct Given<'a> {
    graph: &'a ResourceGraph,
    people: People<'a>,
    roles: Roles<'a>,
    /// Custom roles that somebody here has.
    claimed: BTreeSet<ResourceIndex>,
    /// By root, members that may be anybody.
    doubts: BTreeMap<String, Vec<Place>>,
    /// Rights that may still be kept.
    left: usize,
}

impl<'a> Given<'a> {
    fn binding(&mut self, mut binding: Binding, reader: &mut Reader<'a>) {
        let Some(root) = self.graph.get(binding.at).map(|one| &*one.root) else { return };
        let (role, declared) = self.roles.named(root, &binding.role);
        self.claimed.extend(declared);
        let accounts = match binding.scope.level {
            Level::Account => self.people.accounts(root, &binding.scope.text.clone(), reader),
            _ => Vec::new(),
        };
        let about = accounts.iter().filter_map(|at| Some(self.people.all.get(*at)?.identity.resource));
        let about: Vec<ResourceIndex> = about.collect();
        if binding.scope.level == Level::Account {
            let mut scope = (*binding.scope).clone();
            scope.resources = about;
            binding.scope = Rc::new(scope);
        }
        let role_place = Place { resource: binding.at, path: binding.role_path.clone() };
        for (path, mut member) in binding.members.clone() {
            let place = people::place(&binding, &path);
            if path.0.last() == Some(&Step::from("members")) {
                self.unseen_list(root, &mut member, &place, reader);
            }
            if people::may_be_any(&member) {
                self.doubts.entry(root.to_owned()).or_default().push(place.clone());
            }
            let (persons, certain) = self.people.named(&binding, &member, reader);
            // Who is not known at all may be one that has the role for good reason, such as a service of Google.
            let vague = member.is_hole() && !member.is_determined();
            let doubt = (!certain || vague).then(|| place.clone());
            for person in &persons {
                self.people.doubt(*person, role.as_deref(), &role_place);
                self.give(*person, &binding, &place, role.as_deref(), doubt.as_ref());
            }
            for account in &accounts {
                self.trust(*account, &binding, &place, &member.shown(), &persons, role.as_deref());
            }
        }
    }

    /// A list of members that cannot be seen: which of those that it is made from it holds is not known.
    fn unseen_list(&mut self, root: &'a str, list: &mut Text, place: &Place, reader: &mut Reader<'a>) {
        for account in self.people.accounts(root, list, reader) {
            if let Some(person) = self.people.all.get_mut(account) {
                person.identity.unknown.add(place.clone(), Part::Everything);
            }
        }
        list.refers.clear();
    }

    /// Gives somebody what a role holds.
    fn give(
        &mut self,
        person: usize,
        binding: &Binding,
        member: &Place,
        role: Option<&Role>,
        doubt: Option<&Place>,
    ) {
        let Some(person) = self.people.all.get_mut(person) else { return };
        if self.left == 0 {
            return person.identity.unknown.add(member.clone(), Part::Everything);
        }
        let role_place = Place { resource: binding.at, path: binding.role_path.clone() };
        let evidence = vec![Sign { place: member.clone(), note: "is given the role here".to_owned() }];
        let conditions = binding.condition.as_ref().map(|one| one.keys.clone()).unwrap_or_default();
        let mut needs: Vec<Place> =
            binding.condition.as_ref().and_then(|one| one.unknown()).into_iter().collect();
        needs.extend(doubt.cloned());
        person.identity.unknown.extend(needs.iter().cloned(), Part::Everything);
        let allowed = Allowed { binding, role_place, evidence, conditions, needs };
        person.identity.grants.push(allowed.grant());
        self.left = self.left.saturating_sub(1);
        let Some(role) = role else { return };
        let level = binding.scope.level;
        let everything = role.is_owner && level.is_wide();
        if everything || (role.is_organization_admin && level == Level::Organization) {
            person.identity.administrator.push(allowed.right(role, None, ""));
        }
        for (position, written) in &role.permissions {
            let Some(permission) = WATCHED.get(*position).filter(|one| one.holds_at(level)) else { continue };
            // Basic roles hold nearly all: what counts of them is that they reach every account.
            if role.is_basic && !permission.reaches_accounts() {
                continue;
            }
            let right = allowed.right(role, written.as_ref(), permission.name);
            let held = Held { right, scope: Rc::clone(&binding.scope) };
            person.rights.entry(*position).or_default().push(held);
            self.left = self.left.saturating_sub(1);
        }
    }

    /// Notes on a service account who may act as it by a binding of its own.
    fn trust(
        &mut self,
        account: usize,
        binding: &Binding,
        member: &Place,
        shown: &str,
        persons: &[usize],
        role: Option<&Role>,
    ) {
        let acts = |role: &Role| role.permissions.iter().any(|(at, _)| TRUSTED.contains(&roles::name(*at)));
        let own = self.people.all.get(account).map(|one| one.identity.resource);
        let declared = persons.iter().filter_map(|at| Some(self.people.all.get(*at)?.identity.resource));
        let identities = declared.filter(|at| self.people.of_resource(*at).is_some() && Some(*at) != own);
        let identities: Vec<ResourceIndex> = identities.collect();
        let Some(person) = self.people.all.get_mut(account) else { return };
        if role.is_some_and(|role| !acts(role)) {
            return;
        }
        let needs: Vec<Place> = match role {
            Some(_) => binding.condition.as_ref().and_then(|one| one.unknown()).into_iter().collect(),
            None => vec![Place { resource: binding.at, path: binding.role_path.clone() }],
        };
        person.identity.unknown.extend(needs.iter().cloned(), Part::Trust);
        let kind = shown.split_once(':').map_or(shown, |(kind, _)| kind);
        person.identity.trust.push(Trust {
            principal_type: kind.to_owned(),
            principal: shown.to_owned(),
            identities,
            at: member.clone(),
            actions: vec![binding.role.shown()],
            conditions: binding.condition.iter().map(shown_condition).collect(),
            needs,
        });
    }

    /// Roles that nothing here is said to have: somebody will.
    fn unclaimed(&mut self) {
        for (at, role) in self.roles.declared() {
            if self.claimed.contains(&at) {
                continue;
            }
            let person = self.people.role(at);
            let Some(person) = self.people.all.get_mut(person) else { continue };
            person.identity.unknown.extend(role.unknown.iter().cloned(), Part::Everything);
            let kind = self.graph.get(at).map(|one| &*one.kind).unwrap_or_default();
            let level = if kind.contains("organization") { Level::Organization } else { Level::Project };
            let scope = Rc::new(scope::Scope::of_role(at, level));
            for (position, written) in &role.permissions {
                let permission = WATCHED.get(*position).filter(|one| one.holds_at(level));
                let Some((permission, written)) = permission.zip(written.as_ref()) else { continue };
                let right = plain(permission.name.to_owned(), written.clone(), &scope);
                let held = Held { right, scope: Rc::clone(&scope) };
                person.rights.entry(*position).or_default().push(held);
            }
        }
    }
}

fn shown_condition(condition: &condition::Condition) -> TrustCondition {
    TrustCondition {
        operator: "expression".to_owned(),
        key: condition.keys.join(" "),
        values: vec![condition.text.shown()],
        at: condition.at.clone(),
    }
}

/// A binding, and how somebody comes by what it gives.
struct Allowed<'b> {
    binding: &'b Binding,
    role_place: Place,
    evidence: Vec<Sign>,
    conditions: Vec<String>,
    needs: Vec<Place>,
}

impl Allowed<'_> {
    /// A right by a role; written in the configuration where the role is one of its own.
    fn right(&self, role: &Role, written: Option<&Place>, permission: &str) -> Right {
        let action = match written {
            Some(_) => permission.to_owned(),
            None => self.binding.role.shown(),
        };
        let at = written.unwrap_or(&self.role_place).clone();
        let mut right = plain(action, at, &self.binding.scope);
        right.evidence = self.evidence.clone();
        if written.is_some() {
            let note = "gives the role".to_owned();
            right.evidence.push(Sign { place: self.role_place.clone(), note });
        }
        right.needs = self.needs.clone();
        right.sweeping = role.is_basic;
        right.narrowed = self.binding.condition.as_ref().is_some_and(|condition| condition.narrows);
        right.conditions = self.conditions.clone();
        right
    }

    fn grant(&self) -> Grant {
        Grant {
            at: self.role_place.clone(),
            allows: true,
            actions: vec![self.binding.role.shown()],
            all_but: false,
            resources: vec![self.binding.scope.shown.clone()],
            conditions: self.conditions.clone(),
            evidence: self.evidence.clone(),
        }
    }
}

/// A right that nothing is said of beside where it holds.
fn plain(action: String, at: Place, scope: &scope::Scope) -> Right {
    Right { anywhere: scope.level.is_wide(), ..Right::over(vec![scope.shown.clone()], action, at) }
}

/// How much somebody may do, when all of their rights are known.
fn settle(person: &mut Person) {
    let certain = |right: &Right| right.needs.is_empty() && !right.narrowed;
    let identity = &mut person.identity;
    let leads = |(position, held): (&usize, &Vec<Held>)| {
        WATCHED.get(*position).is_some_and(|permission| permission.leads_to_all)
            && held.iter().any(|one| one.right.anywhere && certain(&one.right))
    };
    identity.power = match () {
        () if identity.administrator.iter().any(certain) => Power::Administrator,
        () if person.rights.iter().any(leads) => Power::Escalating,
        () => Power::Ordinary,
    };
    if identity.power == Power::Administrator {
        person.rights.clear();
    }
}
