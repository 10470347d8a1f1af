//! Pod templates, wherever they are written.

mod inherited;
mod shape;

use super::lookup::follow;
use super::{Resource, ResourceIndex};
use crate::evaluate::kubernetes::is_built_in_group;
use crate::evaluate::{Path, Step, Value};
use std::collections::BTreeMap;
use std::sync::Arc;

pub(super) use inherited::{merged_container, with_defaults};

/// The specification of the pods that a resource makes.
#[derive(Clone, Debug)]
pub struct PodTemplate {
    /// The resource that makes them.
    pub resource: ResourceIndex,
    /// Where the pod's spec stands in the resource's attributes.
    pub path: Path,
    /// Where what holds for several pods stands, as far as the pod's own spec does not say it.
    pub defaults: Option<Path>,
    /// Whether pods run as the account `default` where nothing else is said; it may be said by another object.
    pub default_account: bool,
    /// Where the labels of the pods stand.
    pub labels_path: Path,
    /// Labels of the pods.
    pub labels: BTreeMap<Arc<str>, Arc<str>>,
    /// Every container.
    pub containers: Vec<PodContainer>,
}

/// A container of a pod template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PodContainer {
    /// Where it stands in the resource's attributes.
    pub path: Path,
    /// What it is for.
    pub role: Role,
    /// Where what holds for several containers stands, as far as the container itself does not say it.
    pub defaults: Option<Path>,
}

/// What a container is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The work of the pod.
    Container,
    /// Runs to its end before that.
    Init,
    /// Runs beside it from the start on.
    Sidecar,
    /// Put into a running pod.
    Ephemeral,
}

impl Role {
    /// As policies see it.
    pub fn text(self) -> &'static str {
        match self {
            Role::Container => "container",
            Role::Init => "init",
            Role::Sidecar => "sidecar",
            Role::Ephemeral => "ephemeral",
        }
    }
}

/// The keys of a pod's spec that list containers, and the role of each.
const CONTAINER_LISTS: [(&str, Role); 3] = [
    ("initContainers", Role::Init),
    ("containers", Role::Container),
    ("ephemeralContainers", Role::Ephemeral),
];

impl PodTemplate {
    /// Of a pod's spec as Kubernetes has it, whose metadata stands at `holder`.
    fn plain(
        resource: ResourceIndex,
        spec: &Value,
        path: Path,
        metadata: Option<&Value>,
        holder: &Path,
    ) -> PodTemplate {
        let written = metadata.and_then(|metadata| metadata.get("labels"));
        PodTemplate {
            resource,
            defaults: None,
            default_account: true,
            labels_path: holder.join(&["labels"]),
            labels: written.map(labels).unwrap_or_default(),
            containers: listed(spec, &path, &CONTAINER_LISTS, None),
            path,
        }
    }
}

/// All pod templates of all resources, in order.
pub(super) fn pod_templates(resources: &[Resource]) -> Vec<PodTemplate> {
    let mut templates = Vec::new();
    for (position, resource) in resources.iter().enumerate() {
        let index = ResourceIndex::new(position);
        if resource.api_version.is_none() {
            if let Some((_, holder)) = UNTOLD_OBJECTS.iter().find(|(kind, _)| *kind == &*resource.kind) {
                let untold = untold(index, resource, holder);
                let search = || shape::search(index, &resource.attributes);
                templates.extend(untold.map_or_else(search, |template| vec![template]));
            }
        } else if let Some(holder) = template_holder(&resource.kind) {
            templates.extend(at(index, resource, holder));
        } else if is_of_operator(resource) {
            templates.extend(shape::search(index, &resource.attributes));
        }
    }
    templates
}

/// Kubernetes objects in Terraform of which not even the kind is known, otherwise they would be of that kind, and the
/// argument that holds them.
const UNTOLD_OBJECTS: [(&str, &str); 2] =
    [("kubernetes_manifest", "manifest"), ("kubectl_manifest", "yaml_body")];

/// An object of which nothing is known may make pods.
fn untold(resource: ResourceIndex, declared: &Resource, holder: &str) -> Option<PodTemplate> {
    let object = declared.attributes.get(holder).filter(|object| object.is_unknown())?;
    let path = Path::default().join(&[holder]);
    Some(PodTemplate::plain(resource, object, path.clone(), None, &path.join(&["metadata"])))
}

/// Where kinds whose definition is known have their pod template.
fn template_holder(kind: &str) -> Option<&'static [&'static str]> {
    match kind {
        "Pod" => Some(&[]),
        "Deployment"
        | "ReplicaSet"
        | "StatefulSet"
        | "DaemonSet"
        | "ReplicationController"
        | "Job"
        | "DeploymentConfig.apps.openshift.io"
        | "Rollout.argoproj.io"
        | "Service.serving.knative.dev"
        | "Configuration.serving.knative.dev" => Some(&["spec", "template"]),
        "CronJob" => Some(&["spec", "jobTemplate", "spec", "template"]),
        "PodTemplate" => Some(&["template"]),
        // A pod itself, whose labels are its own.
        "Revision.serving.knative.dev" => Some(&[]),
        _ => None,
    }
}

/// The template in `holder`. A pod whose spec is unknown is a pod all the same.
fn at(index: ResourceIndex, resource: &Resource, holder: &[&str]) -> Option<PodTemplate> {
    let above = Path::default().join(holder);
    let path = above.join(&["spec"]);
    let (spec, missing) = follow(&resource.attributes, &path.0);
    if !spec.is_unknown() && (!missing.is_empty() || spec.entries().is_none()) {
        return None;
    }
    let holder = holder.iter().try_fold(&resource.attributes, |value, key| value.get(key));
    let metadata = holder.and_then(|holder| holder.get("metadata"));
    Some(PodTemplate::plain(index, spec, path, metadata, &above.join(&["metadata"])))
}

/// Whether an object is of no kind that Kubernetes itself has, and stands for itself.
pub(super) fn is_of_operator(resource: &Resource) -> bool {
    resource.api_version.as_deref().is_some_and(|version| {
        let group = version.split_once('/').map_or("", |(group, _)| group);
        !is_built_in_group(group) && !holds_patterns(group)
    })
}

/// Whether objects of the group describe what other objects should look like.
fn holds_patterns(group: &str) -> bool {
    ["kyverno.io", "gatekeeper.sh", "apiextensions.crossplane.io"]
        .iter()
        .any(|owner| group == *owner || group.strip_suffix(owner).is_some_and(|start| start.ends_with('.')))
}

/// The labels that are strings.
fn labels(written: &Value) -> BTreeMap<Arc<str>, Arc<str>> {
    let text = |(key, value): (&Arc<str>, &Value)| Some((key.clone(), Arc::from(value.as_str()?)));
    written.entries().into_iter().flatten().filter_map(text).collect()
}

/// The containers in lists of a value, each with its role. One that is to be started first and to go on running is a
/// sidecar.
fn listed(value: &Value, base: &Path, lists: &[(&str, Role)], defaults: Option<&Path>) -> Vec<PodContainer> {
    let mut found = Vec::new();
    for (list, role) in lists {
        let items = value.get(list).and_then(Value::items).unwrap_or_default();
        for (at, item) in items.iter().filter(|item| !item.stands_for_many()).enumerate() {
            let restarts = item.get("restartPolicy").and_then(Value::as_str) == Some("Always");
            let role = if *role == Role::Init && restarts { Role::Sidecar } else { *role };
            let path = base.join(&[list]).with(Step::Index(at));
            found.push(PodContainer { path, role, defaults: defaults.cloned() });
        }
    }
    found
}
