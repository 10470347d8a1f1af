//! References between Kubernetes objects: by name and by label, inside one scope and namespace.

use super::selector::{LabelIndex, Selector};
use super::{References, Relation};
use crate::evaluate::{Path, Step, Value};
use crate::graph::lookup::follow;
use crate::graph::resource::kubernetes_kind;
use crate::graph::workload::{CONTAINER_LISTS, PodTemplate};
use crate::graph::{Resource, ResourceIndex};
use rustc_hash::FxHashMap;

/// What a reference by name gives.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Name<'a> {
    scope: &'a str,
    kind: &'a str,
    namespace: &'a str,
    name: &'a str,
}

/// The namespace an object lies in where none is set; kinds without namespaces are looked up under it as well.
const DEFAULT_NAMESPACE: &str = "default";

/// The namespace an object lies in.
pub(super) fn namespace(resource: &Resource) -> &str {
    resource.namespace.as_deref().unwrap_or(DEFAULT_NAMESPACE)
}

/// Collects all references between Kubernetes objects.
pub(super) fn collect(resources: &[Resource], templates: &[PodTemplate], references: &mut References) {
    let mut names: FxHashMap<Name<'_>, Vec<ResourceIndex>> = FxHashMap::default();
    let objects = || {
        let all = resources.iter().enumerate().filter(|(_, resource)| resource.api_version.is_some());
        all.map(|(position, resource)| (ResourceIndex::new(position), resource))
    };
    for (index, object) in objects() {
        let namespace = namespace(object);
        let name = Name { scope: &object.root, kind: &object.kind, namespace, name: &object.name };
        names.entry(name).or_default().push(index);
    }
    let linker = Linker { names, labels: LabelIndex::new(resources, templates) };
    for (index, object) in objects() {
        let mut links = Links { linker: &linker, from: index, object, references };
        links.object();
    }
    for template in templates {
        let Some(object) = resources.get(template.resource.0 as usize) else { continue };
        let (spec, rest) = follow(&object.attributes, &template.path.0);
        if rest.is_empty() {
            let mut links = Links { linker: &linker, from: template.resource, object, references };
            links.pod(spec, &template.path);
        }
    }
}

struct Linker<'a> {
    names: FxHashMap<Name<'a>, Vec<ResourceIndex>>,
    labels: LabelIndex<'a>,
}

/// Collects the references of one object.
struct Links<'a> {
    linker: &'a Linker<'a>,
    from: ResourceIndex,
    object: &'a Resource,
    references: &'a mut References,
}

impl Links<'_> {
    /// Links to an object of a namespace.
    fn to(
        &mut self,
        relation: Relation,
        kind: &str,
        namespace: &str,
        name: &str,
        via: impl FnOnce() -> Path,
    ) {
        let name = Name { scope: &self.object.root, kind, namespace, name };
        if let Some(targets) = self.linker.names.get(&name) {
            self.references.add(self.from, targets.iter().copied(), relation, &via());
        }
    }

    /// Links to an object of the own namespace, whose name stands at `keys` below `base`.
    fn named(&mut self, relation: Relation, kind: &str, value: &Value, base: &Path, keys: &[&str]) {
        let name = keys.iter().try_fold(value, |value, key| value.get(key)).and_then(Value::as_str);
        if let Some(name) = name {
            let own = namespace(self.object).to_owned();
            self.to(relation, kind, &own, name, || base.join(keys));
        }
    }

    /// Links to a cluster's object, whose name stands at `keys`.
    fn of_cluster(&mut self, relation: Relation, kind: &str, keys: &[&str]) {
        let name = keys.iter().try_fold(&self.object.attributes, |value, key| value.get(key));
        if let Some(name) = name.and_then(Value::as_str) {
            self.to(relation, kind, DEFAULT_NAMESPACE, name, || Path::default().join(keys));
        }
    }

    fn selects(&mut self, selector: Option<Selector<'_>>, keys: &[&str]) {
        let Some(selector) = selector.filter(|_| !self.references.is_full()) else { return };
        let selected = self.linker.labels.select(&self.object.root, namespace(self.object), &selector);
        self.references.add(self.from, selected, Relation::Selects, &Path::default().join(keys));
    }

    fn object(&mut self) {
        let object = self.object;
        let top = Path::default();
        let Some(spec) = object.attributes.get("spec") else {
            return match &*object.kind {
                "RoleBinding" | "ClusterRoleBinding" => self.binding(),
                "ServiceAccount" => self.service_account(),
                _ => self.in_namespace(),
            };
        };
        self.in_namespace();
        match &*object.kind {
            "Service" => {
                let selector = spec.get("selector").and_then(Selector::of_labels);
                self.selects(selector.filter(|selector| !selector.is_empty()), &["spec", "selector"]);
            }
            "NetworkPolicy" => {
                let selector = match spec.get("podSelector") {
                    Some(selector) => Selector::of_expressions(selector),
                    None => Some(Selector::default()),
                };
                self.selects(selector, &["spec", "podSelector"]);
            }
            "PodDisruptionBudget" => {
                // An empty selector means every pod in `policy/v1` and none in `policy/v1beta1`.
                let all = object.api_version.as_deref() == Some("policy/v1");
                let selector = spec.get("selector").and_then(Selector::of_expressions);
                self.selects(selector.filter(|selector| all || !selector.is_empty()), &["spec", "selector"]);
            }
            "Ingress" => self.ingress(spec),
            "HorizontalPodAutoscaler" => self.scale_target(spec),
            "StatefulSet" => {
                self.named(Relation::Uses, "Service", &object.attributes, &top, &["spec", "serviceName"])
            }
            "PersistentVolumeClaim" => {
                self.of_cluster(Relation::Uses, "PersistentVolume", &["spec", "volumeName"]);
                self.of_cluster(Relation::Uses, "StorageClass", &["spec", "storageClassName"]);
            }
            _ => {}
        }
    }

    fn in_namespace(&mut self) {
        self.of_cluster(Relation::InNamespace, "Namespace", &["metadata", "namespace"]);
    }

    fn binding(&mut self) {
        self.in_namespace();
        let object = self.object;
        let reference = object.attributes.get("roleRef");
        match reference.and_then(|reference| reference.get("kind")).and_then(Value::as_str) {
            Some("Role") => self.named(
                Relation::Grants,
                "Role",
                &object.attributes,
                &Path::default(),
                &["roleRef", "name"],
            ),
            Some("ClusterRole") => self.of_cluster(Relation::Grants, "ClusterRole", &["roleRef", "name"]),
            _ => {}
        }
        for (subject, path) in elements(&object.attributes, &Path::default(), "subjects") {
            let text = |key: &str| subject.get(key).and_then(Value::as_str);
            if let (Some("ServiceAccount"), Some(name)) = (text("kind"), text("name")) {
                let namespace = text("namespace").unwrap_or(namespace(object));
                self.to(Relation::Binds, "ServiceAccount", namespace, name, || path.join(&["name"]));
            }
        }
    }

    fn service_account(&mut self) {
        self.in_namespace();
        for list in ["secrets", "imagePullSecrets"] {
            for (secret, path) in elements(&self.object.attributes, &Path::default(), list) {
                self.named(Relation::Uses, "Secret", secret, &path, &["name"]);
            }
        }
    }

    fn ingress(&mut self, spec: &Value) {
        let base = Path::default().join(&["spec"]);
        self.of_cluster(Relation::Uses, "IngressClass", &["spec", "ingressClassName"]);
        for keys in [&["defaultBackend", "service", "name"][..], &["backend", "serviceName"]] {
            self.named(Relation::Routes, "Service", spec, &base, keys);
        }
        for (tls, path) in elements(spec, &base, "tls") {
            self.named(Relation::Uses, "Secret", tls, &path, &["secretName"]);
        }
        for (rule, path) in elements(spec, &base, "rules") {
            let Some(http) = rule.get("http") else { continue };
            for (route, path) in elements(http, &path.join(&["http"]), "paths") {
                for keys in [&["backend", "service", "name"][..], &["backend", "serviceName"]] {
                    self.named(Relation::Routes, "Service", route, &path, keys);
                }
            }
        }
    }

    fn scale_target(&mut self, spec: &Value) {
        let Some(target) = spec.get("scaleTargetRef") else { return };
        let text = |key: &str| target.get(key).and_then(Value::as_str);
        if let Some(kind) = text("kind") {
            let kind = kubernetes_kind(text("apiVersion").unwrap_or("apps/v1"), kind);
            let base = Path::default().join(&["spec", "scaleTargetRef"]);
            self.named(Relation::Scales, &kind, target, &base, &["name"]);
        }
    }

    /// What the pods of a template use.
    fn pod(&mut self, spec: &Value, base: &Path) {
        let account = ["serviceAccountName", "serviceAccount"]
            .into_iter()
            .find(|key| spec.get(key).and_then(Value::as_str).is_some_and(|name| !name.is_empty()));
        match account {
            Some(key) => self.named(Relation::RunsAs, "ServiceAccount", spec, base, &[key]),
            None => {
                let own = namespace(self.object).to_owned();
                self.to(Relation::RunsAs, "ServiceAccount", &own, "default", || {
                    base.join(&["serviceAccountName"])
                });
            }
        }
        for (secret, path) in elements(spec, base, "imagePullSecrets") {
            self.named(Relation::Uses, "Secret", secret, &path, &["name"]);
        }
        for (volume, path) in elements(spec, base, "volumes") {
            self.named(Relation::Uses, "ConfigMap", volume, &path, &["configMap", "name"]);
            self.named(Relation::Uses, "Secret", volume, &path, &["secret", "secretName"]);
            self.named(
                Relation::Uses,
                "PersistentVolumeClaim",
                volume,
                &path,
                &["persistentVolumeClaim", "claimName"],
            );
            let Some(projected) = volume.get("projected") else { continue };
            for (source, path) in elements(projected, &path.join(&["projected"]), "sources") {
                self.named(Relation::Uses, "ConfigMap", source, &path, &["configMap", "name"]);
                self.named(Relation::Uses, "Secret", source, &path, &["secret", "name"]);
            }
        }
        for (list, _) in CONTAINER_LISTS {
            for (container, path) in elements(spec, base, list) {
                self.container(container, &path);
            }
        }
    }

    fn container(&mut self, container: &Value, base: &Path) {
        for (source, path) in elements(container, base, "envFrom") {
            self.named(Relation::Uses, "ConfigMap", source, &path, &["configMapRef", "name"]);
            self.named(Relation::Uses, "Secret", source, &path, &["secretRef", "name"]);
        }
        for (variable, path) in elements(container, base, "env") {
            if variable.get("valueFrom").is_some() {
                self.named(
                    Relation::Uses,
                    "ConfigMap",
                    variable,
                    &path,
                    &["valueFrom", "configMapKeyRef", "name"],
                );
                self.named(Relation::Uses, "Secret", variable, &path, &["valueFrom", "secretKeyRef", "name"]);
            }
        }
    }
}

/// The elements of the list under `key`, each with its path. Those that stand for any number have none.
fn elements<'a>(value: &'a Value, base: &Path, key: &str) -> impl Iterator<Item = (&'a Value, Path)> {
    let list = value.get(key).and_then(Value::items).unwrap_or_default();
    let base = if list.is_empty() { Path::default() } else { base.join(&[key]) };
    let counted = list.iter().filter(|item| !item.stands_for_many());
    counted.enumerate().map(move |(at, item)| (item, base.with(Step::Index(at))))
}
