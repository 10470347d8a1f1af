//! Identities of Kubernetes: service accounts, and whoever else roles are given to.

mod actions;
mod builtin;
mod doubt;
mod rule;

use super::{Becoming, Grant, Holder, Identity, Open, Part, Place, Power, Right, Sign};
use crate::evaluate::{Path, Step, Value};
use crate::graph::link::Alternatives;
use crate::graph::{Reference, Relation, Resource, ResourceGraph, ResourceIndex};
use crate::source::{Diagnostic, Level};
use actions::{Over, WATCHED};
use doubt::{is_binding, may_be_taken_in};
use rule::Rules;
use std::collections::{BTreeMap, BTreeSet};

/// Roles that a role takes in, and those that these take in.
const MAX_AGGREGATED: usize = 256;

/// Subjects of one binding that are shown as evidence.
const MAX_NAMED: usize = 16;

/// All identities of Kubernetes, and what went wrong. Takes time in proportion to the rules that hold for each.
pub(super) fn collect(graph: &ResourceGraph) -> (Vec<Identity>, Vec<Diagnostic>) {
    let world = World::new(graph);
    let mut given: BTreeMap<ResourceIndex, Given> = BTreeMap::new();
    let mut bound: BTreeSet<ResourceIndex> = BTreeSet::new();
    for binding in &world.bindings {
        let (subjects, roles) = world.ends(*binding);
        bound.extend(roles.iter().copied());
        let Some(rules) = world.bound_rules(*binding, &roles) else { continue };
        for (subject, form) in subjects {
            given
                .entry(subject.resource)
                .or_insert_with(|| Given::new(form))
                .add(&world, *binding, &subject, &rules);
        }
    }
    // A part of what is given is given with it.
    let mut pending: Vec<ResourceIndex> = bound.iter().copied().collect();
    while let Some(role) = pending.pop() {
        pending.extend(
            world.links(role, Relation::Grants).map(|part| part.to).filter(|part| bound.insert(*part)),
        );
    }
    for (role, resource) in world.roles() {
        if !bound.contains(&role) {
            let form = if &*resource.kind == "Role" { "role" } else { "cluster-role" };
            given.insert(role, Given::of_role(&world, role, form));
        }
    }
    for (account, root) in world.accounts() {
        let doubts = world.doubts.get(root).map(Vec::as_slice).unwrap_or_default();
        if !doubts.is_empty() {
            let own = given.entry(account).or_insert_with(|| Given::new("service-account"));
            for place in doubts {
                if world.may_give(place, account) {
                    own.unknown.push(place.clone());
                } else if world.may_bind(place.resource, account) {
                    own.leave_rights_open(place);
                }
            }
        }
    }
    for (at, given) in &mut given {
        let root = graph.get(*at).map(|one| &*one.root).unwrap_or_default();
        if let Some(doubts) = world.doubts.get(root) {
            match given.form {
                "service-account" => {}
                "subject" => given.doubt_subject(&world, *at, doubts),
                _ => given.doubt(doubts),
            }
        }
    }
    let exceeded: BTreeMap<ResourceIndex, &str> =
        given.values().flat_map(|given| &given.exceeded).map(|(at, what)| (*at, *what)).collect();
    let mut identities: Vec<Identity> = given.into_iter().map(|(at, given)| given.identity(at)).collect();
    world.reach(&mut identities);
    (identities, exceeded.into_iter().filter_map(|(role, what)| too_large(graph, role, what)).collect())
}

/// That a role has too many of something.
fn too_large(graph: &ResourceGraph, role: ResourceIndex, what: &str) -> Option<Diagnostic> {
    let message = format!(
        "the role has so many {what} that not all are looked at; what it allows beyond them is not known"
    );
    let diagnostic = Diagnostic::at(Level::Warning, "graph-limit", graph.get(role)?.header, message);
    Some(diagnostic.with_help("split the role, or give out its parts by bindings of their own"))
}

/// The roles, bindings and accounts of a graph, and what uses them.
struct World<'a> {
    graph: &'a ResourceGraph,
    bindings: Vec<ResourceIndex>,
    /// What each resource that matters here refers to.
    references: BTreeMap<ResourceIndex, Vec<&'a Reference>>,
    /// By scope, what would have to be known to say who has which role.
    doubts: BTreeMap<&'a str, Vec<Place>>,
    /// The workloads of each account.
    running: BTreeMap<ResourceIndex, Vec<Holder>>,
}

impl<'a> World<'a> {
    fn new(graph: &'a ResourceGraph) -> World<'a> {
        let kind = |at: ResourceIndex| graph.get(at).map(|one| &*one.kind).unwrap_or_default();
        let is = |at: ResourceIndex, kinds: &[&str]| kinds.contains(&kind(at));
        let mut references: BTreeMap<ResourceIndex, Vec<_>> = BTreeMap::new();
        let mut running: BTreeMap<ResourceIndex, Vec<Holder>> = BTreeMap::new();
        for reference in &graph.references {
            if is(reference.from, &["RoleBinding", "ClusterRoleBinding", "ClusterRole", "ServiceAccount"]) {
                references.entry(reference.from).or_default().push(reference);
            }
            if reference.relation == Relation::RunsAs && is(reference.to, &["ServiceAccount"]) {
                let holder = Holder { resource: reference.from, via: reference.via.clone(), how: "pod" };
                running.entry(reference.to).or_default().push(holder);
            }
        }
        for holders in running.values_mut() {
            holders.sort();
            holders.dedup_by_key(|holder| holder.resource);
        }
        let indices = (0..graph.resources.len()).map(ResourceIndex::new);
        let bindings = indices.filter(|at| is(*at, &["RoleBinding", "ClusterRoleBinding"])).collect();
        World { graph, bindings, references, doubts: doubt::collect(graph), running }
    }

    fn roles(&self) -> impl Iterator<Item = (ResourceIndex, &'a Resource)> {
        let all = self.graph.resources.iter().enumerate();
        all.filter(|(_, one)| matches!(&*one.kind, "Role" | "ClusterRole"))
            .map(|(at, one)| (ResourceIndex::new(at), one))
    }

    /// Every service account, and its scope.
    fn accounts(&self) -> impl Iterator<Item = (ResourceIndex, &'a str)> {
        let all = self.graph.resources.iter().enumerate();
        all.filter(|(_, one)| &*one.kind == "ServiceAccount")
            .map(|(at, one)| (ResourceIndex::new(at), &*one.root))
    }

    pub(super) fn links(
        &self,
        from: ResourceIndex,
        relation: Relation,
    ) -> impl Iterator<Item = &'a Reference> {
        let all = self.references.get(&from).map(Vec::as_slice).unwrap_or_default();
        all.iter().copied().filter(move |reference| reference.relation == relation)
    }

    /// Who a binding names, and the roles it gives. Of accounts that are declared each one; of all others the binding
    /// itself stands for them.
    fn ends(&self, binding: ResourceIndex) -> (Vec<(Subject, &'static str)>, Vec<ResourceIndex>) {
        let mut subjects: Vec<(Subject, &'static str)> = Vec::new();
        for reference in self.links(binding, Relation::Binds) {
            let subject = Subject { resource: reference.to, via: vec![reference.via.clone()] };
            subjects.push((subject, "service-account"));
        }
        let declared: BTreeSet<Path> = subjects.iter().flat_map(|(subject, _)| subject.via.clone()).collect();
        let written =
            self.graph.get(binding).and_then(|one| one.attributes.get("subjects")).and_then(Value::items);
        let path = |at: usize| Path::default().join(&["subjects"]).with(Step::Index(at));
        let others = written.unwrap_or_default().iter().filter(|one| !one.stands_for_many()).enumerate();
        let others = others.map(|(at, _)| path(at)).filter(|path| !declared.contains(&path.join(&["name"])));
        let via: Vec<Path> = others.collect();
        if !via.is_empty() {
            subjects.push((Subject { resource: binding, via }, "subject"));
        }
        let roles = self.links(binding, Relation::Grants).map(|reference| reference.to);
        (subjects, roles.collect())
    }

    /// The rules that a binding gives; none where it names no role.
    fn bound_rules(&self, binding: ResourceIndex, roles: &[ResourceIndex]) -> Option<Rules> {
        if !roles.is_empty() {
            return Some(self.rules_of(roles));
        }
        let path = Path::default().join(&["roleRef", "name"]);
        let at = Place { resource: binding, path };
        let reference = self.graph.get(binding)?.attributes.get("roleRef")?;
        let unknown = || Some(Rules { unknown: vec![at.clone()], ..Rules::default() });
        let (Some(kind), Some(name)) = (reference.get("kind"), reference.get("name")) else {
            return unknown();
        };
        match (kind.as_str(), name.as_str()) {
            (Some("ClusterRole"), Some(name)) => match builtin::rules(name, &at) {
                Some(rules) => Some(rules),
                // A role of a controller of Kubernetes itself is none that people change.
                None if builtin::is_reserved(name) => Some(Rules::default()),
                None => unknown(),
            },
            (Some("Role"), Some(name)) => {
                let namespace = self.graph.get(binding)?.namespace.as_deref().unwrap_or_default();
                builtin::rules_in(namespace, name).or_else(unknown)
            }
            _ => unknown(),
        }
    }

    /// The rules of roles and of those they take in.
    fn rules_of(&self, roles: &[ResourceIndex]) -> Rules {
        let mut all = Rules::default();
        let mut seen: BTreeSet<ResourceIndex> = roles.iter().copied().collect();
        let mut pending: Vec<ResourceIndex> = roles.to_vec();
        while let Some(role) = pending.pop() {
            let Some(resource) = self.graph.get(role) else { continue };
            let own = rule::of_role(role, resource);
            all.rules.extend(own.rules);
            all.unknown.extend(own.unknown);
            all.exceeded.extend(own.exceeded);
            for reference in self.links(role, Relation::Grants) {
                if seen.contains(&reference.to) {
                    continue;
                }
                if seen.len() >= MAX_AGGREGATED {
                    let path = Path::default().join(&["aggregationRule"]);
                    all.unknown.push(Place { resource: role, path });
                    all.exceeded.insert(role, "roles that it takes in");
                    break;
                }
                seen.insert(reference.to);
                pending.push(reference.to);
            }
        }
        all
    }

    /// The namespace that a binding's or a role's rights hold in; none: all.
    fn namespace(&self, at: ResourceIndex) -> Option<String> {
        let resource = self.graph.get(at)?;
        let namespaced = matches!(&*resource.kind, "RoleBinding" | "Role" | "ServiceAccount");
        namespaced.then(|| resource.namespace.as_deref().unwrap_or("default").to_owned())
    }

    /// Fills in what the rights of each identity give power over, what runs as it, and how much that makes of it.
    fn reach(&self, identities: &mut [Identity]) {
        let strangers = doubt::strangers(self.graph);
        for identity in identities.iter_mut() {
            identity.holders = self.running.get(&identity.resource).cloned().unwrap_or_default();
            identity.becomes = self.becomes(identity.resource);
            let root = self.graph.get(identity.resource).map(|one| &*one.root).unwrap_or_default();
            if identity.form == "service-account"
                && identity.holders.is_empty()
                && identity.power > Power::Ordinary
            {
                let strangers = strangers.get(root).into_iter().flatten();
                identity.unknown.extend(strangers.cloned(), Part::Everything);
            }
        }
        let mut accounts: BTreeMap<(&str, String), Vec<(ResourceIndex, bool)>> = BTreeMap::new();
        for identity in identities.iter().filter(|identity| identity.form == "service-account") {
            let Some(resource) = self.graph.get(identity.resource) else { continue };
            let namespace = self.namespace(identity.resource).unwrap_or_default();
            let runs = !identity.holders.is_empty();
            if identity.power > Power::Ordinary || identity.unknown.of_power().next().is_some() {
                accounts.entry((&*resource.root, namespace)).or_default().push((identity.resource, runs));
            }
        }
        let alternatives = Alternatives::new(&self.graph.resources);
        for identity in identities.iter_mut() {
            let root = self.graph.get(identity.resource).map(|one| &*one.root).unwrap_or_default();
            let own = identity.resource;
            for (name, rights) in &mut identity.permissions {
                let over =
                    WATCHED.iter().find(|action| action.name == *name).map_or(Over::Nobody, |one| one.over);
                for right in rights.iter_mut().filter(|_| over != Over::Nobody) {
                    let within = right.resources.first().cloned().unwrap_or_default();
                    let all = accounts.iter().filter(|((held, namespace), _)| {
                        *held == root && (right.anywhere || *namespace == within)
                    });
                    let targets = all
                        .flat_map(|(_, list)| list)
                        .filter(|(at, runs)| *at != own && (over == Over::All || *runs))
                        .filter(|(at, _)| alternatives.meet(own, *at));
                    right.targets = targets.map(|(at, _)| *at).collect();
                    right.targets.sort();
                }
            }
        }
    }

    /// The identities of clouds that a service account may act as.
    fn becomes(&self, account: ResourceIndex) -> Vec<Becoming> {
        let step = |reference: &'a Reference| Becoming {
            identity: reference.to,
            through: vec![reference.to],
            evidence: vec![Sign {
                place: Place { resource: account, path: reference.via.clone() },
                note: "acts as it".to_owned(),
            }],
            needs: Vec::new(),
        };
        self.links(account, Relation::Assumes).map(step).collect()
    }
}

/// Someone a binding names.
struct Subject {
    /// The account; the binding itself for everybody else.
    resource: ResourceIndex,
    /// Where the binding names it.
    via: Vec<Path>,
}

/// What somebody is given.
struct Given {
    form: &'static str,
    administrator: Vec<Right>,
    permissions: BTreeMap<&'static str, Vec<Right>>,
    grants: Vec<Grant>,
    unknown: Vec<Place>,
    /// What leaves open where rights hold, and over whom.
    somewhere: Open,
    /// Roles of which not everything was looked at, and what they have too many of.
    exceeded: BTreeMap<ResourceIndex, &'static str>,
}

impl Given {
    fn new(form: &'static str) -> Given {
        Given {
            form,
            administrator: Vec::new(),
            permissions: BTreeMap::new(),
            grants: Vec::new(),
            unknown: Vec::new(),
            somewhere: Open::default(),
            exceeded: BTreeMap::new(),
        }
    }

    /// What anybody would have who is given a role that no binding here gives.
    fn of_role(world: &World<'_>, role: ResourceIndex, form: &'static str) -> Given {
        let mut given = Given::new(form);
        let rules = world.rules_of(&[role]);
        given.take(&rules, world.namespace(role).as_deref(), &[]);
        given
    }

    fn add(&mut self, world: &World<'_>, binding: ResourceIndex, subject: &Subject, rules: &Rules) {
        let more = subject.via.len().saturating_sub(MAX_NAMED);
        let note = |at: usize| match at + 1 == MAX_NAMED && more > 0 {
            true => format!("given the role here, as are {more} more after it"),
            false => "given the role here".to_owned(),
        };
        let named = subject.via.iter().take(MAX_NAMED).enumerate();
        let sign = |(at, path): (usize, &Path)| {
            let place = Place { resource: binding, path: path.clone() };
            Sign { place, note: note(at) }
        };
        let evidence: Vec<Sign> = named.map(sign).collect();
        self.take(rules, world.namespace(binding).as_deref(), &evidence);
    }

    /// Takes the rules of a role that hold in `namespace`; none: in all.
    fn take(&mut self, rules: &Rules, namespace: Option<&str>, evidence: &[Sign]) {
        self.unknown.extend(rules.unknown.iter().cloned());
        self.exceeded.extend(&rules.exceeded);
        for rule in &rules.rules {
            let resources = namespace.map(str::to_owned).into_iter().chain(rule.names.iter().cloned());
            let resources: Vec<String> = resources.collect();
            let right = |action: String, path: Path, sweeping: bool| Right {
                evidence: evidence.to_vec(),
                anywhere: namespace.is_none() && rule.names.is_empty(),
                sweeping,
                narrowed: !rule.names.is_empty(),
                ..Right::over(resources.clone(), action, Place { resource: rule.at.resource, path })
            };
            if rule.is_everything() && namespace.is_none() {
                self.administrator.push(right("* on *".to_owned(), rule.at.path.clone(), true));
                continue;
            }
            for action in WATCHED.iter().filter(|one| namespace.is_none() || !one.is_of_cluster()) {
                if let Some(allowed) = rule.allows(action) {
                    let right = right(allowed.text, allowed.path, allowed.sweeping);
                    self.permissions.entry(action.name).or_default().push(right);
                }
            }
            self.grants.push(rule.grant(evidence));
        }
    }

    /// Whether a right is known that is watched.
    fn has_rights(&self) -> bool {
        !self.permissions.is_empty() || !self.administrator.is_empty()
    }

    /// What gives no more rights leaves open over whom those hold that there are, and what runs as whoever has them.
    fn leave_rights_open(&mut self, place: &Place) {
        if self.power() > Power::Ordinary {
            self.unknown.push(place.clone());
        }
        for action in self.permissions.keys() {
            self.somewhere.add(place.clone(), Part::Right(action));
        }
    }

    /// That somebody has the rights at all rests on what is not known; where there are none, what others may take in.
    fn doubt(&mut self, doubts: &[Place]) {
        let has_rights = self.has_rights();
        self.unknown.extend(doubts.iter().filter(|place| has_rights || may_be_taken_in(place)).cloned());
        self.need(doubts);
    }

    fn need(&mut self, doubts: &[Place]) {
        let rights = self.permissions.values_mut().flatten().chain(&mut self.administrator);
        rights.for_each(|right| right.needs.extend(doubts.iter().cloned()));
    }

    /// The same of whoever a binding names beside the accounts that are declared. What other bindings say changes
    /// nothing; an account of which the name is not known may be the one it names.
    fn doubt_subject(&mut self, world: &World<'_>, binding: ResourceIndex, doubts: &[Place]) {
        let of = |place: &Place| world.graph.get(place.resource);
        let matters =
            |place: &&Place| place.resource == binding || of(place).is_none_or(|one| !is_binding(one));
        let mut doubts: Vec<Place> = doubts.iter().filter(matters).cloned().collect();
        let has_rights = self.has_rights();
        let adds = |place: &&Place| has_rights || place.resource == binding || may_be_taken_in(place);
        self.unknown.extend(doubts.iter().filter(adds).cloned());
        // A role that is found is the one that is meant, whatever the others are called.
        if world.links(binding, Relation::Grants).next().is_some() {
            doubts.retain(|place| !of(place).is_some_and(|one| matches!(&*one.kind, "Role" | "ClusterRole")));
        }
        self.need(&doubts);
    }

    fn identity(self, at: ResourceIndex) -> Identity {
        let mut identity = Identity::new(at, "kubernetes", self.form);
        identity.power = self.power();
        identity.administrator = self.administrator;
        identity.permissions = self.permissions;
        let leads = |action: &str| WATCHED.iter().any(|one| one.leads_to_all && one.name == action);
        identity.escalates_by = identity.leads_by(leads);
        identity.grants = self.grants;
        identity.unknown.extend(self.unknown, Part::Everything);
        identity.unknown.merge(&self.somewhere);
        identity
    }

    fn power(&self) -> Power {
        if !self.administrator.is_empty() {
            return Power::Administrator;
        }
        let leads = WATCHED.iter().filter(|action| action.leads_to_all).any(|action| {
            let rights = self.permissions.get(action.name).map(Vec::as_slice).unwrap_or_default();
            rights.iter().any(|right| right.anywhere)
        });
        if leads { Power::Escalating } else { Power::Ordinary }
    }
}
