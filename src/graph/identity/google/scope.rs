//! What a policy of IAM is about: a project, a folder, an organization, or one resource.

use super::permissions::{Level, prefix};
use crate::evaluate::{Data, Path, Step, Value};
use crate::graph::identity::Place;
use crate::graph::identity::text::Text;
use crate::graph::identity::tree::Reader;
use crate::graph::{Reference, Resource, ResourceGraph, ResourceIndex};

/// What a binding gives its role on.
#[derive(Clone, Debug)]
pub(super) struct Scope {
    pub(super) level: Level,
    /// As rights show it: `projects/app`, `serviceAccounts/deploy@app.iam.gserviceaccount.com`.
    pub(super) shown: String,
    /// The text that names it.
    pub(super) text: Text,
    /// Where that stands.
    pub(super) at: Place,
    /// The declared resources that it is.
    pub(super) resources: Vec<ResourceIndex>,
    /// Of a project which one it is.
    pub(super) project: Project,
}

/// Which project something is in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Project {
    /// The one that the provider is set to.
    Default,
    /// One of this name.
    Known(String),
    /// One that is declared.
    Declared(ResourceIndex),
    /// Cannot be told; one that comes from the same place is the same.
    Unknown(Text),
}

/// What a policy is about where that is no single resource: the kind, the argument that names it, the level, and how
/// it is shown.
const WIDE: [(&str, &str, Level, &str); 4] = [
    ("google_project", "project", Level::Project, "projects/"),
    ("google_folder", "folder", Level::Folder, "folders/"),
    ("google_organization", "org_id", Level::Organization, "organizations/"),
    ("google_service_account", "service_account_id", Level::Account, "serviceAccounts/"),
];

/// Arguments of policies that do not name what the policy is about.
const OTHERS: [&str; 12] = [
    "condition",
    "etag",
    "id",
    "location",
    "member",
    "members",
    "policy_data",
    "project",
    "provider",
    "region",
    "role",
    "zone",
];

/// The references that a resource makes.
pub(super) fn references(graph: &ResourceGraph, from: ResourceIndex) -> &[Reference] {
    let all = &graph.references;
    let start = all.partition_point(|reference| reference.from < from);
    let end = all.partition_point(|reference| reference.from <= from);
    all.get(start..end).unwrap_or_default()
}

impl Scope {
    /// What the policy in a resource is about. `about` is what comes before `_iam_` in its kind.
    pub(super) fn read(
        graph: &ResourceGraph,
        reader: &mut Reader<'_>,
        at: ResourceIndex,
        resource: &Resource,
        about: &str,
    ) -> Scope {
        let wide = WIDE.iter().find(|(kind, ..)| *kind == about);
        let arguments: Vec<&str> = match wide {
            Some((_, argument, ..)) => vec![argument],
            None => arguments(resource),
        };
        let mut texts: Vec<Text> = Vec::new();
        let mut resources: Vec<ResourceIndex> = Vec::new();
        for argument in &arguments {
            texts.extend(resource.attributes.get(argument).map(|value| reader.text(at, value)));
            let via = Path::default().join(&[argument]);
            let here = references(graph, at).iter().filter(|reference| via.covers(&reference.via));
            resources.extend(here.map(|reference| reference.to));
        }
        resources.sort_unstable();
        resources.dedup();
        let shown = texts.iter().map(Text::shown).collect::<Vec<_>>().join("/");
        let (level, begin) = match wide {
            Some((_, _, level, begin)) => (*level, (*begin).to_owned()),
            None => (Level::Resource(prefix(about)), format!("{}/", about.trim_start_matches("google_"))),
        };
        let last = shown.strip_prefix(&begin).unwrap_or(&shown);
        let text = texts.into_iter().next().unwrap_or_default();
        let project = match level {
            Level::Project => Project::of(graph, reader, at, resource.attributes.get("project")),
            _ => Project::Default,
        };
        let path = arguments.first().map(|argument| Path::default().join(&[argument])).unwrap_or_default();
        let at = Place { resource: at, path };
        Scope { level, shown: format!("{begin}{last}"), text, at, resources, project }
    }
}

impl Scope {
    /// What whoever is given a role elsewhere has it on: as much as the role can be given on.
    pub(super) fn of_role(role: ResourceIndex, level: Level) -> Scope {
        let shown = match level {
            Level::Organization => "organizations/${}",
            _ => "projects/${}",
        };
        Scope {
            level,
            shown: shown.to_owned(),
            text: Text::default(),
            at: Place { resource: role, path: Path::default() },
            resources: Vec::new(),
            project: Project::Default,
        }
    }
}

/// The arguments that name what the policy of a single resource is about.
fn arguments(resource: &Resource) -> Vec<&str> {
    let entries = resource.attributes.entries().into_iter().flatten();
    let named =
        entries.filter(|(key, value)| !OTHERS.contains(&&***key) && !matches!(value.data, Data::Null));
    named.map(|(key, _)| &**key).collect()
}

impl Project {
    /// The project that a value of a resource names; absent means the provider's.
    pub(super) fn of(
        graph: &ResourceGraph,
        reader: &mut Reader<'_>,
        at: ResourceIndex,
        value: Option<&Value>,
    ) -> Project {
        let Some(value) = value.filter(|value| !matches!(value.data, Data::Null)) else {
            return Project::Default;
        };
        let text = reader.text(at, value);
        if let Some(known) = text.as_known() {
            return Project::Known(known.trim_start_matches("projects/").to_owned());
        }
        for (to, read) in &text.refers {
            let Some(declared) = graph.get(*to) else { continue };
            let id = declared.attributes.get("project_id").and_then(Value::as_str);
            match (&*declared.kind, id) {
                ("google_project" | "data.google_project", Some(id)) => return Project::Known(id.to_owned()),
                ("google_project", None) => return Project::Declared(*to),
                ("data.google_project", None) if declared.attributes.get("project_id").is_none() => {
                    return Project::Default;
                }
                ("data.google_client_config", _) => return Project::Default,
                (_, _) if to != &at && read.0.last() == Some(&Step::from("project")) => {
                    let inner = declared.attributes.get("project");
                    // One step only: what that one refers to is as good as unknown.
                    return match inner.map(|inner| inner.as_str()) {
                        None => Project::Default,
                        Some(Some(known)) => Project::Known(known.to_owned()),
                        Some(None) => Project::Unknown(text.clone()),
                    };
                }
                _ => {}
            }
        }
        Project::Unknown(text)
    }

    /// Whether it is the same as another; none where that cannot be told.
    pub(super) fn is(&self, other: &Project) -> Option<bool> {
        match (self, other) {
            // Nothing tells the provider's project from another that is named: configurations name the one they are
            // about.
            (Project::Default, _) | (_, Project::Default) => Some(true),
            (Project::Known(one), Project::Known(other)) => Some(one == other),
            (Project::Declared(one), Project::Declared(other)) => Some(one == other),
            (Project::Unknown(one), Project::Unknown(other)) => {
                (one == other && one.is_determined()).then_some(true)
            }
            _ => None,
        }
    }
}
