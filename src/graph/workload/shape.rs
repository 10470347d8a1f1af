//! What has the shape of a pod template in an object whose kind is not known.

use super::{CONTAINER_LISTS, PodContainer, PodTemplate, Role, labels, listed};
use crate::evaluate::{Path, Step, Value};
use crate::graph::ResourceIndex;

/// Levels that are searched.
const MAX_DEPTH: usize = 14;

/// Values that are searched in one object.
const MAX_VALUES: usize = 20_000;

/// The pod templates in an object.
pub(super) fn search(resource: ResourceIndex, object: &Value) -> Vec<PodTemplate> {
    let mut search = Search { resource, left: MAX_VALUES, found: Vec::new(), above: Vec::new() };
    search.value(object, &mut Vec::new());
    search.found
}

struct Search<'v> {
    resource: ResourceIndex,
    left: usize,
    found: Vec<PodTemplate>,
    /// The values on the way to the current one.
    above: Vec<&'v Value>,
}

impl<'v> Search<'v> {
    fn value(&mut self, value: &'v Value, path: &mut Vec<Step>) {
        if self.left == 0 || path.len() > MAX_DEPTH {
            return;
        }
        self.left -= 1;
        if let Some(template) = self.template(value, path) {
            self.found.push(template);
            return;
        }
        let of_templates = value.get("templates").and_then(Value::items).unwrap_or_default();
        let is_workflow = of_templates.iter().any(|item| steps_of_template(item).next().is_some());
        if is_workflow {
            self.workflow(value, of_templates, path);
        }
        self.above.push(value);
        for (key, child) in value.entries().into_iter().flatten() {
            if is_workflow && &**key == "templates" {
                continue;
            }
            path.push(Step::Key(key.clone()));
            self.value(child, path);
            path.pop();
        }
        let items = value.items().into_iter().flatten().filter(|item| !item.stands_for_many());
        for (at, child) in items.enumerate() {
            path.push(Step::Index(at));
            self.value(child, path);
            path.pop();
        }
        self.above.pop();
    }

    /// The template that a value is, if it has the shape of one.
    fn template(&self, value: &Value, path: &[Step]) -> Option<PodTemplate> {
        if has_containers(value, !is_template(path)) {
            return Some(self.pod(value, path));
        }
        if has_steps(value) {
            return Some(self.task(value, path));
        }
        None
    }

    /// A pod's spec, with or without a level of `spec` of its own.
    fn pod(&self, spec: &Value, path: &[Step]) -> PodTemplate {
        let key = |at: usize| match path.len().checked_sub(at).and_then(|at| path.get(at)) {
            Some(Step::Key(key)) => &**key,
            _ => "",
        };
        let own = Path(path.to_vec());
        // Directly in the spec of an object, what the controller makes of it has more in it than is said here.
        let (metadata, holder) = match (key(1), path.len()) {
            ("spec", 1) => (spec.get("podMetadata"), own.join(&["podMetadata"])),
            ("spec", _)
                if is_template(path)
                    || self.above.last().is_some_and(|above| above.get("metadata").is_some()) =>
            {
                let above = Path(path.iter().take(path.len() - 1).cloned().collect());
                let holder = self.above.last().and_then(|holder| holder.get("metadata"));
                (holder, above.join(&["metadata"]))
            }
            _ => (spec.get("metadata"), own.join(&["metadata"])),
        };
        let mut template = PodTemplate::plain(self.resource, spec, own, metadata, &holder);
        // A container without an image adds to one that the controller makes, so that what it leaves out may be set
        // there. In a template, what it says of its rights and of its machine's files is judged all the same.
        template.containers.retain(|container| {
            let place = &container.path.0;
            has_image(spec, place, path.len()) || (path.len() > 1 && says_rights(spec, place, path.len()))
        });
        template
    }

    /// A task of Tekton: steps that run one after the other in one pod.
    fn task(&self, task: &Value, path: &[Step]) -> PodTemplate {
        let own = Path(path.to_vec());
        let step_template = task.get("stepTemplate").map(|_| own.join(&["stepTemplate"]));
        let mut containers = listed(task, &own, &[("steps", Role::Container)], step_template.as_ref());
        // A step that refers to one kept elsewhere says nothing about a container.
        containers.retain(|container| has_image(task, &container.path.0, path.len()));
        containers.extend(listed(task, &own, &[("sidecars", Role::Sidecar)], None));
        let run = self.run(path);
        PodTemplate {
            resource: self.resource,
            defaults: run,
            // The run that uses the task says as which account.
            default_account: false,
            labels_path: own.join(&["metadata", "labels"]),
            labels: task.get("metadata").and_then(|own| own.get("labels")).map(labels).unwrap_or_default(),
            containers,
            path: own,
        }
    }

    /// The pod template of the run that a task is written in.
    fn run(&self, path: &[Step]) -> Option<Path> {
        for (depth, above) in self.above.iter().enumerate().rev() {
            let base = Path(path.iter().take(depth).cloned().collect());
            if above.get("podTemplate").is_some() {
                return Some(base.join(&["podTemplate"]));
            }
            if above.get("taskRunTemplate").and_then(|run| run.get("podTemplate")).is_some() {
                return Some(base.join(&["taskRunTemplate", "podTemplate"]));
            }
        }
        None
    }

    /// The templates of an Argo workflow, each of which makes a pod.
    fn workflow(&mut self, workflow: &Value, templates: &[Value], path: &[Step]) {
        let base = Path(path.to_vec());
        let of_workflow = workflow.get("podMetadata").and_then(|metadata| metadata.get("labels"));
        let items = templates.iter().filter(|item| !item.stands_for_many()).enumerate();
        for (at, item) in items.filter(|(_, item)| steps_of_template(item).next().is_some()) {
            let own = base.join(&["templates"]).with(Step::Index(at));
            let mut containers: Vec<PodContainer> = steps_of_template(item)
                .map(|key| PodContainer { path: own.join(&[key]), role: Role::Container, defaults: None })
                .collect();
            if let Some(set) = item.get("containerSet") {
                let holder = own.join(&["containerSet"]);
                containers.retain(|container| container.path != holder);
                containers.extend(listed(set, &holder, &[("containers", Role::Container)], None));
            }
            containers.extend(listed(
                item,
                &own,
                &[("initContainers", Role::Init), ("sidecars", Role::Sidecar)],
                None,
            ));
            let written = item.get("metadata").and_then(|metadata| metadata.get("labels"));
            let mut all = of_workflow.map(labels).unwrap_or_default();
            all.extend(written.map(labels).unwrap_or_default());
            self.found.push(PodTemplate {
                resource: self.resource,
                defaults: Some(base.clone()),
                default_account: true,
                labels_path: own.join(&["metadata", "labels"]),
                labels: all,
                containers,
                path: own,
            });
        }
    }
}

/// What a template of an Argo workflow runs.
fn steps_of_template(item: &Value) -> impl Iterator<Item = &'static str> {
    let runs = |key: &&'static str| match item.get(key) {
        Some(set) if *key == "containerSet" => set.get("containers").is_some(),
        Some(container) => container.get("image").is_some(),
        None => false,
    };
    ["container", "script", "containerSet"].into_iter().filter(runs)
}

/// Whether the path says that a pod template is there, with or without a level of `spec`.
fn is_template(path: &[Step]) -> bool {
    let key = |step: Option<&Step>| match step {
        Some(Step::Key(key)) => key.to_string(),
        _ => String::new(),
    };
    let mut last = path.iter().rev();
    match key(last.next()).as_str() {
        "spec" => matches!(key(last.next()).as_str(), "template" | "podTemplate" | "podTemplateSpec"),
        "podTemplate" => true,
        _ => false,
    }
}

/// Whether a value has containers as a pod's spec has them.
fn has_containers(spec: &Value, with_image: bool) -> bool {
    CONTAINER_LISTS.iter().any(|(list, role)| {
        let containers = spec.get(list).and_then(Value::items).unwrap_or_default();
        let text = |item: &Value, key: &str| {
            item.get(key).is_some_and(|value| value.as_str().is_some() || value.is_unknown())
        };
        let is_container = |item: &Value| item.stands_for_many() || text(item, "image") || text(item, "name");
        let has_image = containers.iter().any(|item| text(item, "image"));
        *role != Role::Ephemeral
            && !containers.is_empty()
            && (has_image || !with_image)
            && containers.iter().all(is_container)
    })
}

fn has_steps(task: &Value) -> bool {
    let steps = task.get("steps").and_then(Value::items).unwrap_or_default();
    let image =
        |step: &Value| step.get("image").is_some_and(|image| image.as_str().is_some() || image.is_unknown());
    let default = task.get("stepTemplate").is_some_and(image);
    let runs = |step: &Value| {
        image(step) || (default && (step.get("script").is_some() || step.get("command").is_some()))
    };
    steps.iter().any(runs)
}

/// Whether the container at a path, of which the first `skipped` steps lead to `spec`, has a security context, or is
/// given files of its machine.
fn says_rights(spec: &Value, path: &[Step], skipped: usize) -> bool {
    let (container, rest) = crate::graph::lookup::follow(spec, path.get(skipped..).unwrap_or_default());
    let volumes = spec.get("volumes").and_then(Value::items).unwrap_or_default();
    let of_host = || volumes.iter().any(|volume| volume.get("hostPath").is_some());
    rest.is_empty()
        && (container.get("securityContext").is_some()
            || (container.get("volumeMounts").is_some() && of_host()))
}

/// Whether the container at a path, of which the first `skipped` steps lead to `value`, has an image.
fn has_image(value: &Value, path: &[Step], skipped: usize) -> bool {
    let (container, rest) = crate::graph::lookup::follow(value, path.get(skipped..).unwrap_or_default());
    rest.is_empty()
        && (container.get("image").is_some()
            || value
                .get("stepTemplate")
                .is_some_and(|own| own.get("image").is_some() && container.get("ref").is_none()))
}
