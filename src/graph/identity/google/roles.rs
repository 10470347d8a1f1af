//! Roles: Google's own, and those of the configuration.

use super::permissions::{WATCHED, position};
use crate::evaluate::{Data, Path, Step, Value};
use crate::graph::identity::Place;
use crate::graph::identity::text::Text;
use crate::graph::{ResourceGraph, ResourceIndex};
use rustc_hash::FxHashMap;
use std::rc::Rc;

/// A role a line: see its head.
const TABLE: &str = include_str!("predefined_roles.txt");

/// The kinds that declare roles.
pub(super) const CUSTOM: [&str; 2] =
    ["google_organization_iam_custom_role", "google_project_iam_custom_role"];

/// The roles that are there in every project and hold thousands of permissions.
const BASIC: [&str; 6] = ["admin", "editor", "owner", "reader", "viewer", "writer"];

/// What a role gives.
#[derive(Clone, Debug, Default)]
pub(super) struct Role {
    /// The watched permissions, each with where it is written; none where that is not in the configuration.
    pub(super) permissions: Vec<(usize, Option<Place>)>,
    /// One of the basic roles.
    pub(super) is_basic: bool,
    /// It gives everything where it is given for a project or more.
    pub(super) is_owner: bool,
    /// It gives everything where it is given for an organization.
    pub(super) is_organization_admin: bool,
    /// What would have to be known to say what else it gives.
    pub(super) unknown: Vec<Place>,
}

/// The roles of a graph.
pub(super) struct Roles<'a> {
    graph: &'a ResourceGraph,
    predefined: FxHashMap<&'static str, &'static str>,
    known: FxHashMap<String, Option<Rc<Role>>>,
    custom: FxHashMap<ResourceIndex, Rc<Role>>,
    /// Custom roles by root and the last part of their name; none where several bear it.
    names: FxHashMap<(&'a str, &'a str), Option<ResourceIndex>>,
}

impl<'a> Roles<'a> {
    pub(super) fn new(graph: &'a ResourceGraph) -> Roles<'a> {
        let lines = TABLE.lines().filter(|line| !line.starts_with('#'));
        let predefined = lines.map(|line| line.split_once(' ').unwrap_or((line, ""))).collect();
        let mut roles = Roles {
            graph,
            predefined,
            known: FxHashMap::default(),
            custom: FxHashMap::default(),
            names: FxHashMap::default(),
        };
        for (at, resource) in graph.resources.iter().enumerate() {
            if !CUSTOM.contains(&&*resource.kind) {
                continue;
            }
            let at = ResourceIndex::new(at);
            roles.custom.insert(at, Rc::new(custom(at, &resource.attributes)));
            if let Some(name) = resource.attributes.get("role_id").and_then(Value::as_str) {
                roles
                    .names
                    .entry((&*resource.root, name))
                    .and_modify(|ambiguous| *ambiguous = None)
                    .or_insert(Some(at));
            }
        }
        roles
    }

    /// The roles that the configuration declares.
    pub(super) fn declared(&self) -> Vec<(ResourceIndex, Rc<Role>)> {
        let mut all: Vec<_> = self.custom.iter().map(|(at, role)| (*at, Rc::clone(role))).collect();
        all.sort_by_key(|(at, _)| *at);
        all
    }

    /// The role that a text in a root names, and the resource that declares it; none for one that nothing is known
    /// of.
    pub(super) fn named(&mut self, root: &str, text: &Text) -> (Option<Rc<Role>>, Option<ResourceIndex>) {
        let kind = |at: ResourceIndex| self.graph.get(at).map(|one| &*one.kind).unwrap_or_default();
        let mut declared = text.refers.iter().map(|(at, _)| *at).filter(|at| CUSTOM.contains(&kind(*at)));
        let by_name = || {
            let name = text.as_known()?.split_once("/roles/")?.1;
            self.names.get(&(root, name)).copied().flatten()
        };
        if let Some(at) = declared.next().filter(|_| !text.is_known()).or_else(by_name) {
            return (self.custom.get(&at).cloned(), Some(at));
        }
        if let Some(name) = text.as_known() {
            return (self.predefined(name), None);
        }
        let mut read = text.refers.iter().filter(|(at, _)| kind(*at) == "data.google_iam_role");
        let name = read.next().and_then(|(at, _)| self.graph.get(*at)?.attributes.get("name")?.as_str());
        (name.filter(|_| text.is_hole()).and_then(|name| self.predefined(name)), None)
    }

    fn predefined(&mut self, name: &str) -> Option<Rc<Role>> {
        if let Some(known) = self.known.get(name) {
            return known.clone();
        }
        let short = name.strip_prefix("roles/");
        let role =
            short.and_then(|short| Some((short, *self.predefined.get(short)?))).map(|(short, listed)| {
                let permissions =
                    listed.split_whitespace().filter_map(position).map(|at| (at, None)).collect();
                Rc::new(Role {
                    permissions,
                    is_basic: BASIC.contains(&short),
                    is_owner: matches!(short, "owner" | "admin"),
                    is_organization_admin: short == "resourcemanager.organizationAdmin",
                    unknown: Vec::new(),
                })
            });
        self.known.insert(name.to_owned(), role.clone());
        role
    }
}

/// The role that a resource declares.
fn custom(at: ResourceIndex, attributes: &Value) -> Role {
    let path = Path::default().join(&["permissions"]);
    let mut role = Role::default();
    let unknown = |path: &Path| Place { resource: at, path: path.clone() };
    let Some(value) = attributes.get("permissions").filter(|value| !matches!(value.data, Data::Null)) else {
        return role;
    };
    let Some(items) = value.items() else {
        role.unknown.push(unknown(&path));
        return role;
    };
    if items.iter().any(Value::stands_for_many) {
        role.unknown.push(unknown(&path));
    }
    for (index, item) in items.iter().filter(|item| !item.stands_for_many()).enumerate() {
        let path = path.with(Step::Index(index));
        match item.as_str() {
            Some(name) => role.permissions.extend(position(name).map(|found| (found, Some(unknown(&path))))),
            None => role.unknown.push(unknown(&path)),
        }
    }
    role
}

/// The name of a watched permission.
pub(super) fn name(position: usize) -> &'static str {
    WATCHED.get(position).map(|permission| permission.name).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_order_and_holds_watched_permissions_only() {
        let lines: Vec<&str> = TABLE.lines().filter(|line| !line.starts_with('#')).collect();
        let names = lines.iter().map(|line| line.split_once(' ').map_or(*line, |(name, _)| name));
        assert!(names.collect::<Vec<_>>().is_sorted_by(|one, next| one < next));
        let listed = lines.iter().flat_map(|line| line.split(' ').skip(1));
        assert!(listed.into_iter().all(|permission| position(permission).is_some()));
    }

    #[test]
    fn roles_of_google_are_known() {
        let graph = ResourceGraph::default();
        let mut roles = Roles::new(&graph);
        let mut holds = |name: &str| {
            let (role, _) = roles.named("", &Text::known(name));
            role.map(|role| role.permissions.iter().map(|(at, _)| super::name(*at)).collect::<Vec<_>>())
        };
        assert_eq!(holds("roles/iam.serviceAccountUser"), Some(vec!["iam.serviceAccounts.actAs"]));
        assert_eq!(holds("roles/browser"), Some(Vec::new()));
        assert_eq!(holds("roles/no.such"), None);
        assert_eq!(holds("iam.serviceAccountUser"), None);
    }
}
