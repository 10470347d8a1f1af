//! Pod templates, wherever they are written.

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
        let Some(api_version) = &resource.api_version else { continue };
        let index = ResourceIndex::new(position);
        let group = api_version.split_once('/').map_or("", |(group, _)| group);
        if is_built_in_group(group) {
            templates.extend(of_built_in(index, resource));
        } else if !holds_patterns(group) {
            let mut search = Search { resource: index, left: MAX_VALUES, found: Vec::new() };
            search.value(&resource.attributes, &mut Vec::new());
            templates.append(&mut search.found);
        }
    }
    templates
}

/// The template of a kind whose definition says where it is.
fn of_built_in(index: ResourceIndex, resource: &Resource) -> Option<PodTemplate> {
    let template: &[&str] = match &*resource.kind {
        "Pod" => &[],
        "Deployment" | "ReplicaSet" | "StatefulSet" | "DaemonSet" | "ReplicationController" | "Job" => {
            &["spec", "template"]
        }
        "CronJob" => &["spec", "jobTemplate", "spec", "template"],
        "PodTemplate" => &["template"],
        _ => return None,
    };
    // Of an object whose template is unknown it is still known that it makes pods.
    let below = |value, key| Value::get(value, key).or(value.is_unknown().then_some(value));
    let holder = template.iter().try_fold(&resource.attributes, |value, key| below(value, key))?;
    let spec = below(holder, "spec")?;
    if !spec.is_unknown() {
        spec.entries()?;
    }
    let path = Path::default().join(template).join(&["spec"]);
    Some(PodTemplate { resource: index, path, labels: labels(holder) })
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
        let items = value.items().into_iter().flatten().filter(|item| !item.stands_for_many());
        for (at, child) in items.enumerate() {
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
        text("name") || text("image") || item.is_unknown()
    };
    !containers.is_empty() && containers.iter().all(is_container)
}
