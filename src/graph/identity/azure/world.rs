//! What the parts of this look up in the graph.

use super::role::Role;
use super::scope::{kinds_of, resource_type};
use crate::evaluate::{Data, Path, Step, Value};
use crate::graph::identity::Place;
use crate::graph::identity::text::Text;
use crate::graph::identity::tree::{Node, Reader};
use crate::graph::{Reference, Resource, ResourceGraph, ResourceIndex};
use rustc_hash::FxHashMap;
use std::rc::Rc;

/// Steps from a resource to the one whose resource group it names.
const MAX_STEPS: usize = 4;

/// The graph, and what was looked up in it before.
pub(super) struct World<'a, 'r> {
    pub(super) graph: &'a ResourceGraph,
    reader: &'r mut Reader<'a>,
    /// By root, kind and name in lower case; none where several have it.
    named: FxHashMap<(&'a str, &'a str, String), Option<ResourceIndex>>,
    /// Role definitions by root and the id that they are given.
    ids: FxHashMap<(&'a str, String), ResourceIndex>,
    groups: FxHashMap<ResourceIndex, Rc<GroupOf>>,
    roles: FxHashMap<String, Option<Rc<Role>>>,
    defined: FxHashMap<ResourceIndex, Rc<Role>>,
    /// The service principal of each application.
    principals: FxHashMap<ResourceIndex, ResourceIndex>,
}

/// The resource group that a resource lies in, as far as it says.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct GroupOf {
    /// The resource that declares or reads it.
    pub(super) resources: Vec<ResourceIndex>,
    /// Its name, in lower case.
    pub(super) name: Option<String>,
    /// What would have to be known to say which it is, where nothing tells.
    pub(super) unknown: Vec<Place>,
}

/// Kinds that declare an application.
pub(super) const APPLICATIONS: [&str; 2] = ["azuread_application", "azuread_application_registration"];

impl<'a, 'r> World<'a, 'r> {
    pub(super) fn new(graph: &'a ResourceGraph, reader: &'r mut Reader<'a>) -> World<'a, 'r> {
        let mut named: FxHashMap<_, Option<ResourceIndex>> = FxHashMap::default();
        let mut ids = FxHashMap::default();
        for (at, resource) in graph.resources.iter().enumerate() {
            if &*resource.kind == "azurerm_role_definition"
                && let Some(id) = resource.attributes.get("role_definition_id").and_then(Value::as_str)
            {
                ids.insert((&*resource.root, id.to_lowercase()), ResourceIndex::new(at));
            }
            let name = resource.attributes.get("name").and_then(Value::as_str);
            if let Some(name) = name.filter(|_| is_azure(&resource.kind)) {
                named
                    .entry((&*resource.root, &*resource.kind, name.to_lowercase()))
                    .and_modify(|ambiguous| *ambiguous = None)
                    .or_insert(Some(ResourceIndex::new(at)));
            }
        }
        let mut world = World {
            graph,
            reader,
            named,
            ids,
            groups: FxHashMap::default(),
            roles: FxHashMap::default(),
            defined: FxHashMap::default(),
            principals: FxHashMap::default(),
        };
        for (at, resource) in world.resources() {
            if &*resource.kind == "azuread_service_principal" {
                for key in ["client_id", "application_id"] {
                    for application in world.referred(at, &[key], &APPLICATIONS) {
                        world.principals.insert(application, at);
                    }
                }
            }
        }
        world
    }

    /// All resources with their positions.
    pub(super) fn resources(&self) -> impl Iterator<Item = (ResourceIndex, &'a Resource)> + use<'a> {
        self.graph.resources.iter().enumerate().map(|(at, resource)| (ResourceIndex::new(at), resource))
    }

    pub(super) fn kind(&self, at: ResourceIndex) -> &'a str {
        self.graph.get(at).map(|resource| &*resource.kind).unwrap_or_default()
    }

    pub(super) fn root(&self, at: ResourceIndex) -> &'a str {
        self.graph.get(at).map(|resource| &*resource.root).unwrap_or_default()
    }

    /// An argument of a resource, unless it is null.
    pub(super) fn value(&self, at: ResourceIndex, key: &str) -> Option<&'a Value> {
        let value = self.graph.get(at)?.attributes.get(key)?;
        (!matches!(value.data, Data::Null)).then_some(value)
    }

    /// The text that an argument is.
    pub(super) fn text(&mut self, at: ResourceIndex, key: &str) -> Option<Text> {
        let value = self.value(at, key)?;
        Some(self.reader.text(at, value))
    }

    /// The text that a value of a resource is.
    pub(super) fn text_of(&mut self, at: ResourceIndex, value: &Value) -> Text {
        self.reader.text(at, value)
    }

    /// The document that an argument holds.
    pub(super) fn document(&mut self, at: ResourceIndex, key: &str) -> Node {
        match self.value(at, key) {
            Some(value) => self.reader.document(at, value),
            None => Node::Absent,
        }
    }

    /// The references that a resource makes.
    pub(super) fn references(&self, from: ResourceIndex) -> &'a [Reference] {
        let all = &self.graph.references;
        let start = all.partition_point(|reference| reference.from < from);
        let end = all.partition_point(|reference| reference.from <= from);
        all.get(start..end).unwrap_or_default()
    }

    /// The resources of some kinds that a resource refers to at a path or below it.
    pub(super) fn referred(&self, from: ResourceIndex, keys: &[&str], kinds: &[&str]) -> Vec<ResourceIndex> {
        let path = Path::default().join(keys);
        let all = self.references(from).iter().filter(|reference| path.covers(&reference.via));
        let of_kind = all.filter(|reference| kinds.contains(&self.kind(reference.to)));
        let mut found: Vec<ResourceIndex> = of_kind.map(|reference| reference.to).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The resource of a kind with a name, if there is exactly one in the root.
    pub(super) fn named(&self, root: &'a str, kind: &'a str, name: &str) -> Option<ResourceIndex> {
        self.named.get(&(root, kind, name.to_lowercase())).copied().flatten()
    }

    /// The role definition that is given an id.
    pub(super) fn defined_with(&self, root: &'a str, id: &str) -> Option<ResourceIndex> {
        self.ids.get(&(root, id.to_lowercase())).copied()
    }

    /// The identity that a resource is: of an application its service principal, where that is declared.
    pub(super) fn identity_of(&self, at: ResourceIndex) -> ResourceIndex {
        self.principals.get(&at).copied().unwrap_or(at)
    }

    /// The resource that a data source reads, where the configuration declares it; else the data source itself.
    pub(super) fn read_by(&mut self, data: ResourceIndex) -> ResourceIndex {
        let of = resource_type(self, data);
        if !self.kind(data).starts_with("data.") || of.is_empty() {
            return data;
        }
        let Some(text) = self.text(data, "name") else { return data };
        let same =
            |at: &ResourceIndex| !self.kind(*at).starts_with("data.") && resource_type(self, *at) == of;
        if let Some((found, _)) = text.refers.iter().find(|(at, _)| same(at)) {
            return *found;
        }
        let root = self.root(data);
        let name = text.as_known().unwrap_or_default();
        let named: Vec<ResourceIndex> =
            kinds_of(&of).filter_map(|kind| self.named(root, kind, name)).collect();
        match named.as_slice() {
            [only] => *only,
            _ => data,
        }
    }

    /// The applications with a declared service principal.
    pub(super) fn has_principal(&self, application: ResourceIndex) -> bool {
        self.principals.contains_key(&application)
    }

    /// Azure's own role with a name or an id.
    pub(super) fn built_in(&mut self, name: &str) -> Option<Rc<Role>> {
        let key = name.to_lowercase();
        self.roles.entry(key).or_insert_with(|| Role::built_in(name).map(Rc::new)).clone()
    }

    /// The role that a resource defines.
    pub(super) fn defined(&mut self, at: ResourceIndex) -> Rc<Role> {
        if let Some(known) = self.defined.get(&at) {
            return known.clone();
        }
        let role = Rc::new(Role::defined(self, at));
        self.defined.insert(at, role.clone());
        role
    }

    /// The resource group that a resource lies in.
    pub(super) fn group_of(&mut self, at: ResourceIndex) -> Rc<GroupOf> {
        if let Some(known) = self.groups.get(&at) {
            return known.clone();
        }
        let group = Rc::new(self.read_group(at, 0));
        self.groups.insert(at, group.clone());
        group
    }

    fn read_group(&mut self, at: ResourceIndex, steps: usize) -> GroupOf {
        let Some(text) = self.text(at, "resource_group_name") else { return GroupOf::default() };
        let mut found = GroupOf { name: text.as_known().map(str::to_lowercase), ..GroupOf::default() };
        for (to, _) in text.refers {
            match self.kind(to) {
                "azurerm_resource_group" | "data.azurerm_resource_group" => found.resources.push(to),
                kind if is_azure(kind) && steps < MAX_STEPS && to != at => {
                    let theirs = self.read_group(to, steps + 1);
                    found.resources.extend(theirs.resources);
                    found.name = found.name.or(theirs.name);
                    found.unknown.extend(theirs.unknown);
                }
                _ => {}
            }
        }
        match found.name.is_some() {
            true => found.unknown.clear(),
            false => found.unknown.push(self.place(at, "resource_group_name")),
        }
        found
    }

    /// Where an argument of a resource stands.
    pub(super) fn place(&self, resource: ResourceIndex, key: &str) -> Place {
        Place { resource, path: Path::default().join(&[key]) }
    }
}

/// Whether a kind is one of Azure's.
pub(super) fn is_azure(kind: &str) -> bool {
    let kind = kind.strip_prefix("data.").unwrap_or(kind);
    ["azurerm_", "azuread_", "azapi_"].iter().any(|prefix| kind.starts_with(prefix))
}

/// The first key of a path.
pub(super) fn first_key(path: &Path) -> Option<&str> {
    match path.0.first() {
        Some(Step::Key(key)) => Some(key),
        _ => None,
    }
}
