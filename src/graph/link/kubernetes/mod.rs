//! References between Kubernetes objects: by name and by label, inside one scope.

mod access;
mod index;
mod mesh;
mod pod;
mod secret_store;
mod selection;
mod selector;
mod target;
mod traffic;

use super::expression::Instances;
use super::{References, Relation};
use crate::evaluate::kubernetes::has_no_namespace;
use crate::evaluate::{Data, Path, Step, Value};
use crate::graph::resource::kubernetes_kind;
use crate::graph::workload::PodTemplate;
use crate::graph::{Resource, ResourceIndex};
use index::Objects;
use selector::LabelIndex;
use std::sync::Arc;

/// Collects all references between Kubernetes objects.
pub(super) fn collect(
    resources: &[Resource],
    templates: &[PodTemplate],
    instances: &Instances<'_>,
    references: &mut References,
) {
    let namespaces = index::namespaces(resources);
    let objects = Objects::new(resources, &namespaces);
    let labels = LabelIndex::of_pods(&objects, templates);
    let labelled = LabelIndex::of_objects(&objects, &["Service", "ClusterRole"]);
    let linker = Linker { resources, instances, objects: &objects, pods: &labels, labelled: &labelled };
    for (index, object) in objects.all() {
        let mut links = Links { linker: &linker, from: index, object, references };
        links.object();
    }
    for template in templates {
        let Some(object) = resources.get(template.resource.0 as usize) else { continue };
        let mut links = Links { linker: &linker, from: template.resource, object, references };
        links.pod(template);
    }
}

/// What links are made from.
struct Linker<'a> {
    resources: &'a [Resource],
    instances: &'a Instances<'a>,
    objects: &'a Objects<'a>,
    /// Pods by label.
    pods: &'a LabelIndex<'a>,
    /// Objects of a few kinds by their own labels.
    labelled: &'a LabelIndex<'a>,
}

/// Collects the references of one object.
struct Links<'a, 'r> {
    linker: &'a Linker<'a>,
    from: ResourceIndex,
    object: &'a Resource,
    references: &'r mut References,
}

/// What a name is looked up as.
#[derive(Clone, Copy)]
struct Wanted<'k> {
    relation: Relation,
    /// As the graph names it.
    kind: &'k str,
    /// None for kinds without namespaces.
    namespace: Option<&'k str>,
}

impl<'a> Links<'a, '_> {
    /// The namespace that the object lies in.
    fn own_namespace(&self) -> &'a str {
        self.linker.objects.namespace(self.from)
    }

    /// Links to the objects of a name that is written out. Whether there are any.
    fn to(&mut self, wanted: Wanted<'_>, name: &str, via: impl FnOnce() -> Path) -> bool {
        let Wanted { relation, kind, namespace } = wanted;
        let targets = self.linker.objects.named(&self.object.root, kind, namespace, name);
        if !targets.is_empty() {
            self.references.add(self.from, targets.iter().copied(), relation, &via());
        }
        !targets.is_empty()
    }

    /// Links to what a value names; says why where that leads nowhere.
    fn name(&mut self, wanted: Wanted<'_>, value: &Value, via: impl Fn() -> Path) {
        match &value.data {
            Data::String(name) if !name.is_empty() && !self.to(wanted, name, &via) => {
                let Wanted { relation, kind, namespace } = wanted;
                // A reason may be printed, a sensitive name not.
                let name = if value.sensitive { "of that name" } else { &**name };
                self.unresolved(relation, via(), missing(kind, namespace, name));
            }
            Data::Unknown(unknown) => {
                let targets = self.meant(wanted.kind, value);
                if targets.is_empty() {
                    let reason = format!("the name is unknown: {}", unknown.reason);
                    return self.unresolved(wanted.relation, via(), reason);
                }
                self.references.add(self.from, targets, wanted.relation, &via());
            }
            _ => {}
        }
    }

    /// The objects of a kind that an expression refers to.
    fn meant(&self, kind: &str, value: &Value) -> Vec<ResourceIndex> {
        let of_kind = |index: &ResourceIndex| {
            let target = self.linker.resources.get(index.0 as usize);
            target.is_some_and(|target| &*target.kind == kind && target.root == self.object.root)
        };
        let referred = value.origin.references().into_iter();
        let targets = referred.flat_map(|(id, _)| self.linker.instances.targets(&id, self.from));
        targets.filter(of_kind).collect()
    }

    fn unresolved(&mut self, relation: Relation, via: Path, reason: String) {
        self.references.leads_nowhere(self.from, relation, via, reason);
    }

    /// Links to an object of the own namespace, whose name stands at `keys` below `base`.
    fn named(&mut self, relation: Relation, kind: &str, value: &Value, base: &Path, keys: &[&str]) {
        if let Some(name) = at(value, keys) {
            let wanted = Wanted { relation, kind, namespace: Some(self.own_namespace()) };
            self.name(wanted, name, || base.join(keys));
        }
    }

    /// Links to a cluster's object, whose name stands at `keys` below `base`.
    fn of_cluster(&mut self, relation: Relation, kind: &str, value: &Value, base: &Path, keys: &[&str]) {
        if let Some(name) = at(value, keys) {
            self.name(Wanted { relation, kind, namespace: None }, name, || base.join(keys));
        }
    }

    /// Links to what a reference with `name`, `namespace` and the like names.
    fn referred(&mut self, relation: Relation, reference: &Value, base: &Path, target: Target<'_>) {
        let Some(name) = reference.get("name") else { return };
        let Some((namespace, kind)) = self.target(reference, target) else {
            let reason = "the kind or the namespace of what it names is unknown".to_owned();
            return self.unresolved(relation, base.join(&["name"]), reason);
        };
        let namespace = namespace.as_deref();
        self.name(Wanted { relation, kind: &kind, namespace }, name, || base.join(&["name"]));
    }

    /// The namespace and the kind that a reference says or leaves to be understood; none where they are unknown.
    fn target(&self, reference: &Value, target: Target<'_>) -> Option<(Option<Box<str>>, Arc<str>)> {
        let kind = written(reference, "kind")?.unwrap_or(target.kind);
        let group = match target.group {
            Group::Core => "",
            Group::Named(default) => written(reference, "group")?.unwrap_or(default),
            Group::Version(default) => {
                let version = written(reference, "apiVersion")?.unwrap_or(default);
                version.split_once('/').map_or("", |(group, _)| group)
            }
        };
        let cluster = (kind.starts_with("Cluster") && target.cluster) || has_no_namespace(group, kind);
        let kind = kubernetes_kind(&format!("{group}/"), kind);
        if cluster {
            return Some((None, kind));
        }
        let namespace = match target.crosses {
            true => written(reference, "namespace")?.filter(|namespace| !namespace.is_empty()),
            false => None,
        };
        Some((Some(namespace.unwrap_or(self.own_namespace()).into()), kind))
    }

    fn object(&mut self) {
        let object = self.object;
        let top = Path::default();
        self.in_namespace();
        self.owners();
        match &*object.kind {
            "RoleBinding" | "ClusterRoleBinding" => return self.binding(),
            "ServiceAccount" => return self.service_account(),
            "ClusterRole" => return self.aggregation(),
            "MutatingWebhookConfiguration" | "ValidatingWebhookConfiguration" => return self.webhooks(),
            _ => {}
        }
        let Some(spec) = object.attributes.get("spec") else { return };
        let base = top.join(&["spec"]);
        match &*object.kind {
            "Service" => self.service(spec),
            "NetworkPolicy" => self.network_policy(spec),
            "PodDisruptionBudget" => self.disruption_budget(spec),
            "Ingress" => self.ingress(spec),
            "APIService" => self.api_service(spec),
            "CustomResourceDefinition" => self.conversion(spec),
            "HorizontalPodAutoscaler" => self.scale_target(spec, "scaleTargetRef"),
            "StatefulSet" => {
                self.named(Relation::Uses, "Service", spec, &base, &["serviceName"]);
                self.claim_templates(spec);
            }
            "PersistentVolumeClaim" => self.claim(spec, &base),
            "PersistentVolume" => {
                self.of_cluster(Relation::Uses, "StorageClass", spec, &base, &["storageClassName"]);
            }
            kind => {
                if let Some((kind, group)) = kind.split_once('.') {
                    self.custom(kind, group, spec);
                }
            }
        }
    }

    /// What objects of well-known custom kinds refer to.
    fn custom(&mut self, kind: &str, group: &str, spec: &Value) {
        match group {
            "autoscaling.k8s.io" if kind == "VerticalPodAutoscaler" => self.scale_target(spec, "targetRef"),
            "keda.sh" => self.keda(kind, spec),
            "argoproj.io" if kind == "Rollout" => self.rollout(spec),
            "gateway.networking.k8s.io" => self.gateway_api(kind, spec),
            "networking.istio.io" | "security.istio.io" => self.istio(kind, spec),
            "traefik.io" | "traefik.containo.us" => self.traefik(kind, group, spec),
            "route.openshift.io" if kind == "Route" => self.openshift_route(spec),
            "monitoring.coreos.com" => self.monitor(kind, spec),
            "external-secrets.io" => self.external_secrets(kind, spec),
            _ => {}
        }
    }

    /// Namespaces are often made by somebody else; that one is not declared says nothing.
    fn in_namespace(&mut self) {
        let namespace = at(&self.object.attributes, &["metadata", "namespace"]);
        let via = || Path::default().join(&["metadata", "namespace"]);
        let wanted = Wanted { relation: Relation::InNamespace, kind: "Namespace", namespace: None };
        match (self.object.namespace.as_deref(), namespace) {
            (Some(name), _) => drop(self.to(wanted, name, via)),
            (None, Some(value)) if value.is_unknown() => self.name(wanted, value, via),
            _ => {}
        }
    }
}

/// How a reference says what it refers to.
#[derive(Clone, Copy)]
struct Target<'k> {
    /// The kind, where it says none.
    kind: &'k str,
    group: Group<'k>,
    /// It may say a namespace.
    crosses: bool,
    /// A kind whose name begins with `Cluster` has no namespace.
    cluster: bool,
}

/// Where a reference says which API group it means, and the group where it says none.
#[derive(Clone, Copy)]
enum Group<'k> {
    /// It cannot say: the core group.
    Core,
    /// The key `group`.
    Named(&'k str),
    /// The key `apiVersion`.
    Version(&'k str),
}

/// The text under a key, if any; none where it is unknown.
fn written<'v>(value: &'v Value, key: &str) -> Option<Option<&'v str>> {
    match value.get(key) {
        Some(text) if text.is_unknown() => None,
        text => Some(text.and_then(Value::as_str)),
    }
}

/// The value at keys one below the other. What is unknown above it is unknown below too.
fn at<'v>(value: &'v Value, keys: &[&str]) -> Option<&'v Value> {
    keys.iter().try_fold(value, |value, key| if value.is_unknown() { Some(value) } else { value.get(key) })
}

/// Why a name leads nowhere that is written out.
fn missing(kind: &str, namespace: Option<&str>, name: &str) -> String {
    let short = kind.split_once('.').map_or(kind, |(kind, _)| kind);
    match namespace {
        _ if short == "ClusterRole" && is_built_in_role(name) => {
            format!("the ClusterRole {name} comes with Kubernetes")
        }
        Some(namespace) if !index::is_stand_in(namespace) => {
            format!("no {short} {name} of namespace {namespace} is declared in the same scope")
        }
        _ => format!("no {short} {name} is declared in the same scope"),
    }
}

/// Whether Kubernetes itself makes the ClusterRole.
fn is_built_in_role(name: &str) -> bool {
    matches!(name, "admin" | "cluster-admin" | "edit" | "view") || name.starts_with("system:")
}

/// The elements of the list under `key`, each with its path. Those that stand for any number have none.
fn elements<'a>(
    value: &'a Value,
    base: &Path,
    key: &str,
) -> impl Iterator<Item = (&'a Value, Path)> + use<'a> {
    let list = value.get(key).and_then(Value::items).unwrap_or_default();
    let base = if list.is_empty() { Path::default() } else { base.join(&[key]) };
    let counted = list.iter().filter(|item| !item.stands_for_many());
    counted.enumerate().map(move |(at, item)| (item, base.with(Step::Index(at))))
}
