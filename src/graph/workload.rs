//! Pod templates, wherever they are written.

use super::lookup::follow;
use super::{Resource, ResourceIndex};
use crate::evaluate::kubernetes::is_built_in_group;
use crate::evaluate::{Path, Step, Value};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Levels that are searched for pod templates in an object of a custom kind.
const MAX_DEPTH: usize = 12;

/// Values that are searched in one object of a custom kind.
const MAX_VALUES: usize = 20_000;

/// The specification of the pods that a resource makes.
#[derive(Clone, Debug)]
pub struct PodTemplate {
    /// The resource that makes them.
    pub resource: ResourceIndex,
    /// Where the pod's spec stands in the resource's attributes.
    pub path: Path,
    /// Labels of the pods.
    pub labels: BTreeMap<Arc<str>, Arc<str>>,
}

/// The keys of a pod's spec that list containers, and the role of each.
pub(super) const CONTAINER_LISTS: [(&str, &str); 3] =
    [("initContainers", "init"), ("containers", "container"), ("ephemeralContainers", "ephemeral")];

/// All pod templates of all resources, in order.
pub(super) fn pod_templates(resources: &[Resource]) -> Vec<PodTemplate> {
    let mut templates = Vec::new();
    for (position, resource) in resources.iter().enumerate() {
        let index = ResourceIndex::new(position);
        let search = || {
            let mut search = Search { resource: index, left: MAX_VALUES, found: Vec::new() };
            search.value(&resource.attributes, &mut Vec::new());
            search.found
        };
        let Some(api_version) = &resource.api_version else {
            if let Some((_, holder)) = UNTOLD_OBJECTS.iter().find(|(kind, _)| *kind == &*resource.kind) {
                let untold = untold(index, resource, holder);
                templates.extend(untold.map_or_else(search, |template| vec![template]));
            }
            continue;
        };
        let group = api_version.split_once('/').map_or("", |(group, _)| group);
        if let Some(holder) = template_holder(&resource.kind) {
            templates.extend(at(index, resource, holder));
        } else if !is_built_in_group(group) && !holds_patterns(group) {
            templates.extend(search());
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
    declared.attributes.get(holder).filter(|object| object.is_unknown())?;
    Some(PodTemplate { resource, path: Path::default().join(&[holder]), labels: BTreeMap::new() })
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
        | "Service.serving.knative.dev" => Some(&["spec", "template"]),
        "CronJob" => Some(&["spec", "jobTemplate", "spec", "template"]),
        "PodTemplate" => Some(&["template"]),
        _ => None,
    }
}

/// The template in `holder`. A pod whose spec is unknown is a pod all the same.
fn at(index: ResourceIndex, resource: &Resource, holder: &[&str]) -> Option<PodTemplate> {
    let path = Path::default().join(holder).join(&["spec"]);
    let (spec, missing) = follow(&resource.attributes, &path.0);
    if !spec.is_unknown() && (!missing.is_empty() || spec.entries().is_none()) {
        return None;
    }
    let holder = holder.iter().try_fold(&resource.attributes, |value, key| value.get(key));
    Some(PodTemplate { resource: index, path, labels: holder.map(labels).unwrap_or_default() })
}

/// Whether objects of the group describe what other objects should look like.
fn holds_patterns(group: &str) -> bool {
    ["kyverno.io", "gatekeeper.sh", "apiextensions.crossplane.io"]
        .iter()
        .any(|owner| group == *owner || group.strip_suffix(owner).is_some_and(|start| start.ends_with('.')))
}

/// `metadata.labels` of the holder of a pod's spec; labels that are no strings are left out.
fn labels(holder: &Value) -> BTreeMap<Arc<str>, Arc<str>> {
    let written = holder.get("metadata").and_then(|metadata| metadata.get("labels")).and_then(Value::entries);
    let text = |(key, value): (&Arc<str>, &Value)| Some((key.clone(), Arc::from(value.as_str()?)));
    written.into_iter().flatten().filter_map(text).collect()
}

/// Looks for what has the shape of a pod template in an object whose kind is not known.
struct Search {
    resource: ResourceIndex,
    left: usize,
    found: Vec<PodTemplate>,
}

impl Search {
    fn value(&mut self, value: &Value, path: &mut Vec<Step>) {
        if self.left == 0 || path.len() > MAX_DEPTH {
            return;
        }
        self.left -= 1;
        for (key, child) in value.entries().into_iter().flatten() {
            path.push(Step::Key(key.clone()));
            if !self.template(key, child, path) {
                self.value(child, path);
            }
            path.pop();
        }
        for (at, child) in value.items().into_iter().flatten().enumerate() {
            path.push(Step::Index(at));
            self.value(child, path);
            path.pop();
        }
    }

    /// Takes the value under `key` for a pod template if it has the shape of one.
    fn template(&mut self, key: &str, value: &Value, path: &[Step]) -> bool {
        let names_template = matches!(key, "template" | "podTemplate" | "podTemplateSpec");
        let spec = value.get("spec").filter(|spec| names_template && has_containers(spec));
        // Some kinds leave the level of `spec` out.
        let flat = key == "podTemplate" && spec.is_none() && has_containers(value);
        if spec.is_none() && !flat {
            return false;
        }
        let mut path = Path(path.to_vec());
        path.0.extend(spec.map(|_| Step::from("spec")));
        self.found.push(PodTemplate { resource: self.resource, path, labels: labels(value) });
        true
    }
}

/// Whether a value has containers as a pod's spec has them.
fn has_containers(spec: &Value) -> bool {
    let containers = spec.get("containers").and_then(Value::items).unwrap_or_default();
    let is_container = |item: &Value| {
        let text = |key: &str| item.get(key).is_some_and(|value| value.as_str().is_some());
        text("name") || text("image")
    };
    !containers.is_empty() && containers.iter().all(is_container)
}
