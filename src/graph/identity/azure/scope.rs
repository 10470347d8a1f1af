//! What a role is given for: a management group, a subscription, a resource group or a resource, and all below.

use super::actions::Action;
use super::world::{GroupOf, World, first_key};
use crate::graph::ResourceIndex;
use crate::graph::identity::Place;
use crate::graph::identity::text::{HOLE, Text};

/// A scope.
#[derive(Clone, Debug)]
pub(super) struct Scope {
    pub(super) level: Level,
    /// As it is written; of what another resource decides its address.
    pub(super) shown: String,
}

/// How much a scope takes in.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    /// A subscription, a management group, a directory: everything that the configuration has.
    Everything,
    /// A resource group.
    Group(GroupOf),
    /// A resource that the configuration declares or reads; each of several that a text stands for.
    Resource(Vec<ResourceIndex>),
    /// Another one: its type and name, in lower case.
    Named { of: String, name: String },
    /// Cannot be told.
    Unknown,
}

/// Kinds that are, or stand for, subscriptions and what lies above them.
const WHOLE: [&str; 6] = [
    "azurerm_management_group",
    "azurerm_subscription",
    "data.azurerm_client_config",
    "data.azurerm_management_group",
    "data.azurerm_subscription",
    "data.azurerm_subscriptions",
];

const GROUPS: [&str; 2] = ["azurerm_resource_group", "data.azurerm_resource_group"];

impl Scope {
    /// Everything there is.
    pub(super) fn everything() -> Scope {
        Scope { level: Level::Everything, shown: "/".to_owned() }
    }

    /// One resource.
    pub(super) fn resource(world: &World<'_, '_>, at: ResourceIndex) -> Scope {
        let shown = world.graph.get(at).map(|resource| resource.address.to_string());
        Scope { level: Level::Resource(vec![at]), shown: shown.unwrap_or_default() }
    }

    /// What a text means, an id or a part of one.
    pub(super) fn of(world: &mut World<'_, '_>, text: &Text) -> Scope {
        let level = Level::of(world, text);
        let shown = match level {
            Level::Resource(ref all) => {
                all.iter().map(|at| Scope::resource(world, *at).shown).collect::<Vec<_>>().join(", ")
            }
            _ if text.is_hole() => {
                let referred = text.refers.first().and_then(|(at, _)| world.graph.get(*at));
                referred.map_or_else(|| text.shown(), |resource| resource.address.to_string())
            }
            _ => text.shown(),
        };
        Scope { level, shown }
    }

    pub(super) fn is_everything(&self) -> bool {
        matches!(self.level, Level::Everything)
    }

    /// Whether it is one of several, of which it is not known which.
    pub(super) fn is_ambiguous(&self) -> bool {
        matches!(&self.level, Level::Resource(all) if all.len() > 1)
    }

    pub(super) fn is_unknown(&self) -> bool {
        matches!(self.level, Level::Unknown)
    }

    /// Whether something that the action acts on may lie in it.
    pub(super) fn may_hold(&self, world: &World<'_, '_>, action: &Action) -> bool {
        let wanted = action.acts_on();
        wanted.is_empty()
            || match &self.level {
                Level::Everything | Level::Group(_) | Level::Unknown => true,
                Level::Named { of, .. } => *of == wanted,
                Level::Resource(all) => all.iter().any(|at| resource_type(world, *at) == wanted),
            }
    }

    /// Whether a resource lies in it, or is it. Resources of another root do not.
    pub(super) fn covers(&self, world: &mut World<'_, '_>, resource: ResourceIndex) -> Cover {
        match &self.level {
            Level::Everything => Cover::Yes,
            Level::Resource(all) => Cover::known(all.contains(&resource)),
            Level::Group(group) => {
                let theirs = world.group_of(resource);
                group.is(&theirs)
            }
            Level::Named { of, name } => {
                let text = world.text(resource, "name");
                match text.as_ref().map(Text::as_known) {
                    _ if resource_type(world, resource) != *of => Cover::No,
                    Some(Some(own)) => Cover::known(own.to_lowercase() == *name),
                    Some(None) => Cover::Maybe(vec![world.place(resource, "name")]),
                    None => Cover::No,
                }
            }
            // That is said where the scope stands.
            Level::Unknown => Cover::Maybe(Vec::new()),
        }
    }
}

/// Whether something is covered.
#[derive(Clone, Debug)]
pub(super) enum Cover {
    Yes,
    No,
    /// That rests on something unknown.
    Maybe(Vec<Place>),
}

impl Cover {
    fn known(covered: bool) -> Cover {
        if covered { Cover::Yes } else { Cover::No }
    }

    /// What would have to be known to say that it is.
    pub(super) fn needs(self) -> Vec<Place> {
        match self {
            Cover::Yes | Cover::No => Vec::new(),
            Cover::Maybe(needs) => needs,
        }
    }
}

impl GroupOf {
    /// Whether two are the same.
    fn is(&self, other: &GroupOf) -> Cover {
        let declared = !self.resources.is_empty() && !other.resources.is_empty();
        let same = self.resources.iter().any(|one| other.resources.contains(one));
        if same || (self.name.is_some() && self.name == other.name) {
            return Cover::Yes;
        }
        let unknown: Vec<Place> = self.unknown.iter().chain(&other.unknown).cloned().collect();
        match declared || unknown.is_empty() {
            true => Cover::No,
            false => Cover::Maybe(unknown),
        }
    }
}

impl Level {
    fn of(world: &mut World<'_, '_>, text: &Text) -> Level {
        let written = text.text.trim_end_matches('/').to_lowercase();
        let referred = |kinds: &[&str]| {
            let all = text.refers.iter().map(|(at, _)| *at);
            all.filter(|at| kinds.contains(&world.kind(*at))).collect::<Vec<_>>()
        };
        if let Some((_, rest)) = written.split_once("/resourcegroups/") {
            let (group, below) =
                rest.split_once('/').map_or((rest, None), |(group, below)| (group, Some(below)));
            return match below.and_then(|below| below.strip_prefix("providers/")) {
                Some(id) => Level::in_group(text, id),
                None => Level::group(world, referred(&GROUPS), group),
            };
        }
        let is_whole = written.is_empty() && !text.text.is_empty()
            || written.starts_with("/providers/microsoft.management/managementgroups/")
            || written.strip_prefix("/subscriptions/").is_some_and(|rest| !rest.contains('/'));
        if is_whole {
            return Level::Everything;
        }
        let mut others = text.refers.iter().filter(|(at, _)| !WHOLE.contains(&world.kind(*at)));
        match others.next() {
            Some((at, _)) if GROUPS.contains(&world.kind(*at)) => Level::group(world, vec![*at], ""),
            Some((_, read)) if first_key(read) == Some("node_resource_group_id") => {
                Level::Group(GroupOf::default())
            }
            Some((at, _)) if written.starts_with(HOLE) => {
                Level::Resource(std::iter::once(*at).chain(others.map(|(at, _)| *at)).collect())
            }
            None if written.starts_with(HOLE) && !text.refers.is_empty() => Level::Everything,
            _ => Level::Unknown,
        }
    }

    fn group(world: &mut World<'_, '_>, resources: Vec<ResourceIndex>, name: &str) -> Level {
        let mut name = (!name.is_empty() && !name.contains(HOLE)).then(|| name.to_owned());
        let mut unknown = Vec::new();
        for resource in &resources {
            let own = world.text(*resource, "name");
            name = name.or_else(|| own.and_then(|own| own.as_known().map(str::to_lowercase)));
            unknown.push(world.place(*resource, "name"));
        }
        if name.is_some() {
            unknown.clear();
        }
        match resources.is_empty() && name.is_none() {
            true => Level::Unknown,
            false => Level::Group(GroupOf { resources, name, unknown }),
        }
    }

    /// What lies in a resource group: `microsoft.compute/virtualmachines/name`, perhaps with more below.
    fn in_group(text: &Text, id: &str) -> Level {
        let parts: Vec<&str> = id.split('/').collect();
        match parts.as_slice() {
            [provider, kind, name, ..] if !name.contains(HOLE) => {
                Level::Named { of: format!("{provider}/{kind}"), name: (*name).to_owned() }
            }
            [_, _, name, ..] if name.starts_with(HOLE) => match text.refers.last() {
                Some((at, _)) => Level::Resource(vec![*at]),
                None => Level::Unknown,
            },
            _ => Level::Unknown,
        }
    }
}

/// The types of what watched actions act on, by kind.
const TYPES: [(&str, &str); 31] = [
    ("azurerm_arc_machine", "microsoft.hybridcompute/machines"),
    ("azurerm_automation_account", "microsoft.automation/automationaccounts"),
    ("azurerm_container_app", "microsoft.app/containerapps"),
    ("azurerm_container_app_job", "microsoft.app/jobs"),
    ("azurerm_container_group", "microsoft.containerinstance/containergroups"),
    ("azurerm_data_factory", "microsoft.datafactory/factories"),
    ("azurerm_key_vault", "microsoft.keyvault/vaults"),
    ("azurerm_kubernetes_cluster", "microsoft.containerservice/managedclusters"),
    ("azurerm_linux_virtual_machine", MACHINES),
    ("azurerm_windows_virtual_machine", MACHINES),
    ("azurerm_virtual_machine", MACHINES),
    ("azurerm_linux_virtual_machine_scale_set", SETS),
    ("azurerm_windows_virtual_machine_scale_set", SETS),
    ("azurerm_orchestrated_virtual_machine_scale_set", SETS),
    ("azurerm_virtual_machine_scale_set", SETS),
    ("azurerm_logic_app_workflow", "microsoft.logic/workflows"),
    ("azurerm_storage_account", "microsoft.storage/storageaccounts"),
    ("azurerm_user_assigned_identity", "microsoft.managedidentity/userassignedidentities"),
    ("azurerm_app_service", SITES),
    ("azurerm_app_service_slot", SITES),
    ("azurerm_function_app", SITES),
    ("azurerm_function_app_flex_consumption", SITES),
    ("azurerm_function_app_slot", SITES),
    ("azurerm_linux_function_app", SITES),
    ("azurerm_linux_function_app_slot", SITES),
    ("azurerm_linux_web_app", SITES),
    ("azurerm_linux_web_app_slot", SITES),
    ("azurerm_logic_app_standard", SITES),
    ("azurerm_windows_function_app", SITES),
    ("azurerm_windows_function_app_slot", SITES),
    ("azurerm_windows_web_app", SITES),
];

const MACHINES: &str = "microsoft.compute/virtualmachines";
const SETS: &str = "microsoft.compute/virtualmachinescalesets";
const SITES: &str = "microsoft.web/sites";

/// The type of a resource, in lower case; empty for those that no watched action acts on.
pub(super) fn resource_type(world: &World<'_, '_>, at: ResourceIndex) -> String {
    let kind = world.kind(at);
    if kind == "azapi_resource" {
        let written = world.value(at, "type").and_then(|value| value.as_str()).unwrap_or_default();
        return written.split('@').next().unwrap_or_default().to_lowercase();
    }
    let kind = kind.strip_prefix("data.").unwrap_or(kind);
    TYPES.iter().find(|(own, _)| *own == kind).map(|(_, of)| (*of).to_owned()).unwrap_or_default()
}

/// The kinds that declare resources of a type.
pub(super) fn kinds_of(of: &str) -> impl Iterator<Item = &'static str> {
    TYPES.iter().filter(move |(_, own)| *own == of).map(|(kind, _)| *kind)
}
