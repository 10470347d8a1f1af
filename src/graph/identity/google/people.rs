//! Everybody who has a role, and every service account.

use super::binding::Binding;
use super::roles::Role;
use super::scope::{Project, Scope};
use crate::evaluate::{Path, Value};
use crate::graph::identity::text::{HOLE, Text};
use crate::graph::identity::tree::Reader;
use crate::graph::identity::{Identity, Part, Place, Right};
use crate::graph::{ResourceGraph, ResourceIndex};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::rc::Rc;

/// The kinds that are service accounts, and the form of each.
const ACCOUNTS: [(&str, &str); 4] = [
    ("google_service_account", "service-account"),
    ("data.google_service_account", "service-account"),
    ("data.google_compute_default_service_account", "default-service-account"),
    ("data.google_app_engine_default_service_account", "default-service-account"),
];

/// How the addresses of the accounts end that a project has from the start.
const DEFAULTS: [&str; 3] = [
    "-compute@developer.gserviceaccount.com",
    "@appspot.gserviceaccount.com",
    "@cloudbuild.gserviceaccount.com",
];

/// How the addresses end of accounts that Google's services act as, beside those that begin with `service-` and the
/// number of a project: none that people can act as.
const AGENTS: [&str; 3] = [
    "@cloudservices.gserviceaccount.com",
    "@containerregistry.iam.gserviceaccount.com",
    "@gs-project-accounts.iam.gserviceaccount.com",
];

/// The service account that a kind is, as a form.
fn account_form(kind: &str) -> Option<&'static str> {
    ACCOUNTS.iter().find(|(own, _)| *own == kind).map(|(_, form)| *form)
}

/// A right, and what it is a right on.
#[derive(Clone, Debug)]
pub(super) struct Held {
    pub(super) right: Right,
    pub(super) scope: Rc<Scope>,
}

/// Somebody, with what is found of them.
#[derive(Debug)]
pub(super) struct Person {
    pub(super) identity: Identity,
    /// Where it is looked up by name.
    pub(super) root: String,
    /// Of a service account the project it is in.
    pub(super) project: Project,
    /// By position of the permission.
    pub(super) rights: BTreeMap<usize, Vec<Held>>,
}

/// All of them.
pub(super) struct People<'a> {
    graph: &'a ResourceGraph,
    pub(super) all: Vec<Person>,
    by_resource: BTreeMap<ResourceIndex, usize>,
    /// Declared accounts by root and the first part of their address.
    by_account: FxHashMap<(&'a str, &'a str), Vec<usize>>,
    /// All others, by root and how bindings name them.
    by_text: FxHashMap<(&'a str, Text), usize>,
}

impl<'a> People<'a> {
    /// The service accounts that a graph declares.
    pub(super) fn new(graph: &'a ResourceGraph, reader: &mut Reader<'a>) -> People<'a> {
        let mut people = People {
            graph,
            all: Vec::new(),
            by_resource: BTreeMap::new(),
            by_account: FxHashMap::default(),
            by_text: FxHashMap::default(),
        };
        for (at, resource) in graph.resources.iter().enumerate() {
            if &*resource.kind != "google_service_account" {
                continue;
            }
            let at = ResourceIndex::new(at);
            let position = people.account(at, "service-account", reader);
            if let Some(name) = resource.attributes.get("account_id").and_then(Value::as_str) {
                people.by_account.entry((&*resource.root, name)).or_default().push(position);
            }
        }
        people
    }

    fn add(&mut self, identity: Identity, root: &str, project: Project) -> usize {
        self.all.push(Person { identity, root: root.to_owned(), project, rights: BTreeMap::new() });
        self.all.len() - 1
    }

    /// The account that a resource is.
    fn account(&mut self, at: ResourceIndex, form: &'static str, reader: &mut Reader<'a>) -> usize {
        if let Some(known) = self.by_resource.get(&at) {
            return *known;
        }
        let resource = self.graph.get(at);
        let project = resource.and_then(|one| one.attributes.get("project"));
        let project = Project::of(self.graph, reader, at, project);
        let root = resource.map(|one| &*one.root).unwrap_or_default();
        let position = self.add(Identity::new(at, "google", form), root, project);
        self.by_resource.insert(at, position);
        position
    }

    /// Whoever is given a custom role elsewhere.
    pub(super) fn role(&mut self, at: ResourceIndex) -> usize {
        let root = self.graph.get(at).map(|one| &*one.root).unwrap_or_default();
        self.add(Identity::new(at, "google", "role"), root, Project::Default)
    }

    /// The position of whoever a resource declares.
    pub(super) fn of_resource(&self, at: ResourceIndex) -> Option<usize> {
        self.by_resource.get(&at).copied()
    }

    /// The service accounts that a text means: by reference, or by an address or a name in it.
    pub(super) fn accounts(&mut self, root: &'a str, text: &Text, reader: &mut Reader<'a>) -> Vec<usize> {
        let mut found: Vec<usize> = Vec::new();
        if !text.is_known() {
            for (at, _) in &text.refers {
                let form = self.graph.get(*at).and_then(|one| account_form(&one.kind));
                found.extend(form.map(|form| self.account(*at, form, reader)));
            }
        }
        if found.is_empty() {
            found.extend(self.by_address(root, &text.text));
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The declared account that an address means: `serviceAccount:NAME@PROJECT.iam.gserviceaccount.com`, or the name
    /// of one that ends like that.
    fn by_address(&self, root: &'a str, text: &str) -> Option<usize> {
        let (name, domain) = text.rsplit_once('@')?;
        let name = name.rsplit(['/', ':']).next()?;
        let project = domain.strip_suffix(".iam.gserviceaccount.com")?;
        let named = self.by_account.get(&(root, name))?;
        let known = (!project.contains(HOLE)).then(|| Project::Known(project.to_owned()));
        let fits = |at: &&usize| {
            let own = self.all.get(**at).map(|person| &person.project);
            known.as_ref().zip(own).is_none_or(|(known, own)| own.is(known) != Some(false))
        };
        let mut fitting = named.iter().filter(fits);
        fitting.next().filter(|_| fitting.next().is_none()).copied()
    }

    /// Whom a member of a binding means, and whether that is certain.
    pub(super) fn named(
        &mut self,
        binding: &Binding,
        member: &Text,
        reader: &mut Reader<'a>,
    ) -> (Vec<usize>, bool) {
        let Some(root) = self.graph.get(binding.at).map(|one| &*one.root) else { return (Vec::new(), true) };
        if member.text.is_empty() || stands_for_basic_role(&member.text) {
            return (Vec::new(), true);
        }
        let may_be_account = member.text.starts_with(HOLE)
            || member.text.starts_with("serviceAccount:")
            || !member.text.contains(':');
        if may_be_account && !member.text.contains(".svc.id.goog[") {
            let accounts = self.accounts(root, member, reader);
            if !accounts.is_empty() {
                let certain = accounts.len() == 1;
                return (accounts, certain);
            }
        }
        let key = (root, member.clone());
        if let Some(known) = self.by_text.get(&key).filter(|_| member.is_determined()) {
            return (vec![*known], true);
        }
        let mut identity = Identity::new(binding.at, "google", form(self.graph, member));
        identity.name = (!member.is_hole()).then(|| member.shown());
        let position = self.add(identity, root, Project::Default);
        self.by_text.insert(key, position);
        (vec![position], true)
    }

    /// What would have to be known to say what a role gives, as far as anything is unknown.
    pub(super) fn doubt(&mut self, position: usize, role: Option<&Role>, at: &Place) {
        let Some(person) = self.all.get_mut(position) else { return };
        match role {
            Some(role) => person.identity.unknown.extend(role.unknown.iter().cloned(), Part::Everything),
            None => person.identity.unknown.add(at.clone(), Part::Everything),
        }
    }

    /// Notes places that decide whether anybody in a root has a right.
    pub(super) fn doubt_all(&mut self, places: &BTreeMap<String, Vec<Place>>) {
        for person in &mut self.all {
            let places = places.get(&person.root).into_iter().flatten();
            person.identity.unknown.extend(places.cloned(), Part::Everything);
        }
    }
}

/// Members that stand for those who have a basic role on the project anyway.
fn stands_for_basic_role(member: &str) -> bool {
    let begins =
        ["projectOwner", "projectEditor", "projectViewer", "projectReader", "projectWriter", "deleted:"];
    begins.iter().any(|begin| member.starts_with(begin))
}

/// What somebody is that a binding names.
fn form(graph: &ResourceGraph, member: &Text) -> &'static str {
    let text = member.text.as_str();
    if matches!(text.to_ascii_lowercase().as_str(), "allusers" | "allauthenticatedusers") {
        return "everyone";
    }
    if DEFAULTS.iter().any(|end| text.ends_with(end)) {
        return "default-service-account";
    }
    let begins = [
        ("domain:", "domain"),
        ("group:", "group"),
        ("principal:", "federated"),
        ("principalSet:", "federated"),
        ("user:", "user"),
    ];
    // Whatever is written before it, an address of a service account is one.
    let account = text.ends_with(".gserviceaccount.com");
    if let Some((_, form)) = begins.iter().find(|(begin, _)| text.starts_with(begin) && !account) {
        return form;
    }
    if text.contains(".svc.id.goog[") {
        return "federated";
    }
    let numbered =
        text.strip_prefix("serviceAccount:").unwrap_or(text).split_once('@').and_then(|(name, _)| {
            let number = name.strip_prefix("service-")?;
            let is_number = number.chars().all(|letter| letter == HOLE || letter.is_ascii_digit());
            // `service-PROJECT_NUMBER`: no account that somebody makes is called so.
            let stands_for_one = number.chars().any(|letter| letter.is_ascii_uppercase() || letter == '_');
            Some((is_number || stands_for_one) && !number.is_empty())
        });
    let agent = AGENTS.iter().any(|end| text.ends_with(end)) || numbered == Some(true);
    // Addresses that other resources have are those of the services that they belong to.
    let made = !member.is_known()
        && member.refers.iter().any(|(at, read)| {
            let kind = graph.get(*at).map(|one| &*one.kind).unwrap_or_default();
            let number =
                matches!(kind.trim_start_matches("data."), "google_project" | "google_client_config");
            kind.trim_start_matches("data.").starts_with("google_") && !number && !read.0.is_empty()
        });
    match (agent || made, text.starts_with("serviceAccount:") || account) {
        (true, _) => "service-agent",
        (false, true) => "service-account",
        (false, false) => "member",
    }
}

/// Whether a member may be anybody whom the configuration names.
pub(super) fn may_be_any(member: &Text) -> bool {
    let rest = member.text.strip_prefix("serviceAccount:").unwrap_or(&member.text);
    rest.chars().all(|character| character == HOLE)
        && member.refers.is_empty()
        && !rest.is_empty()
        && member.holes.iter().any(Option::is_none)
}

/// Where a member stands.
pub(super) fn place(binding: &Binding, path: &Path) -> Place {
    Place { resource: binding.at, path: path.clone() }
}
