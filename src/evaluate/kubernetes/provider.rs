//! Kubernetes objects written in Terraform: resources of the `kubernetes` provider in the API's own field names.

use crate::evaluate::terraform::EvaluatedResource;
use crate::evaluate::{Data, LinkKind, MappingKind, Value};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A Terraform resource as the Kubernetes object it declares. Every part keeps its origin in the Terraform file.
#[derive(Clone, Debug)]
pub struct DeclaredObject {
    /// `apps/v1`.
    pub api_version: Arc<str>,
    /// `Deployment`.
    pub kind: Arc<str>,
    /// `metadata.name`, where it is known.
    pub name: Option<Arc<str>>,
    /// `metadata.namespace`, where it is set and known.
    pub namespace: Option<Arc<str>>,
    /// The whole object.
    pub body: Value,
}

/// Resource types by the object they declare; `_v1` and the like are cut off before looking here.
const KINDS: [(&str, &str, &str); 27] = [
    ("kubernetes_cluster_role", "rbac.authorization.k8s.io/v1", "ClusterRole"),
    ("kubernetes_cluster_role_binding", "rbac.authorization.k8s.io/v1", "ClusterRoleBinding"),
    ("kubernetes_config_map", "v1", "ConfigMap"),
    ("kubernetes_cron_job", "batch/v1", "CronJob"),
    ("kubernetes_daemon_set", "apps/v1", "DaemonSet"),
    ("kubernetes_daemonset", "apps/v1", "DaemonSet"),
    ("kubernetes_default_service_account", "v1", "ServiceAccount"),
    ("kubernetes_deployment", "apps/v1", "Deployment"),
    ("kubernetes_horizontal_pod_autoscaler", "autoscaling/v2", "HorizontalPodAutoscaler"),
    ("kubernetes_ingress", "networking.k8s.io/v1", "Ingress"),
    ("kubernetes_job", "batch/v1", "Job"),
    ("kubernetes_limit_range", "v1", "LimitRange"),
    ("kubernetes_namespace", "v1", "Namespace"),
    ("kubernetes_network_policy", "networking.k8s.io/v1", "NetworkPolicy"),
    ("kubernetes_persistent_volume", "v1", "PersistentVolume"),
    ("kubernetes_persistent_volume_claim", "v1", "PersistentVolumeClaim"),
    ("kubernetes_pod", "v1", "Pod"),
    ("kubernetes_pod_disruption_budget", "policy/v1", "PodDisruptionBudget"),
    ("kubernetes_replication_controller", "v1", "ReplicationController"),
    ("kubernetes_resource_quota", "v1", "ResourceQuota"),
    ("kubernetes_role", "rbac.authorization.k8s.io/v1", "Role"),
    ("kubernetes_role_binding", "rbac.authorization.k8s.io/v1", "RoleBinding"),
    ("kubernetes_secret", "v1", "Secret"),
    ("kubernetes_service", "v1", "Service"),
    ("kubernetes_service_account", "v1", "ServiceAccount"),
    ("kubernetes_stateful_set", "apps/v1", "StatefulSet"),
    ("kubernetes_storage_class", "storage.k8s.io/v1", "StorageClass"),
];

/// Nested blocks that may be repeated, by the API's name for the list of them. An argument of the same name (the
/// `path` of a volume, the `port` of a probe) is no block and keeps its own.
const REPEATED: [(&str, &str); 34] = [
    ("container", "containers"),
    ("egress", "egress"),
    ("env", "env"),
    ("env_from", "envFrom"),
    ("ephemeral_container", "ephemeralContainers"),
    ("from", "from"),
    ("host_alias", "hostAliases"),
    ("host_aliases", "hostAliases"),
    ("http_header", "httpHeaders"),
    ("image_pull_secret", "imagePullSecrets"),
    ("image_pull_secrets", "imagePullSecrets"),
    ("ingress", "ingress"),
    ("init_container", "initContainers"),
    ("items", "items"),
    ("limit", "limits"),
    ("match_expressions", "matchExpressions"),
    ("metric", "metrics"),
    ("option", "options"),
    ("path", "paths"),
    ("port", "ports"),
    ("ports", "ports"),
    (
        "preferred_during_scheduling_ignored_during_execution",
        "preferredDuringSchedulingIgnoredDuringExecution",
    ),
    ("readiness_gate", "readinessGates"),
    ("required_during_scheduling_ignored_during_execution", "requiredDuringSchedulingIgnoredDuringExecution"),
    ("rule", "rules"),
    ("sources", "sources"),
    ("subject", "subjects"),
    ("sysctl", "sysctls"),
    ("to", "to"),
    ("toleration", "tolerations"),
    ("topology_spread_constraint", "topologySpreadConstraints"),
    ("volume", "volumes"),
    ("volume_claim_template", "volumeClaimTemplates"),
    ("volume_mount", "volumeMounts"),
];

/// Field names that are not the Terraform name with capitals for underscores.
const IRREGULAR: [(&str, &str); 11] = [
    ("cluster_ip", "clusterIP"),
    ("cluster_ips", "clusterIPs"),
    ("external_ips", "externalIPs"),
    ("host_ip", "hostIP"),
    ("host_ipc", "hostIPC"),
    ("host_pid", "hostPID"),
    ("load_balancer_ip", "loadBalancerIP"),
    ("non_resource_urls", "nonResourceURLs"),
    ("pod_ip", "podIP"),
    ("provider_id", "providerID"),
    ("volume_id", "volumeID"),
];

/// Levels of nested blocks that are read.
const MAX_DEPTH: usize = 64;

/// The object that a managed Terraform resource declares; none for resources that declare none.
pub fn declared_object(resource: &EvaluatedResource) -> Option<DeclaredObject> {
    if resource.data_source {
        return None;
    }
    if &*resource.kind == "kubernetes_manifest" {
        let body = resource.attributes.get("manifest")?;
        let text = |key: &str| body.get(key).and_then(Value::as_str).map(Arc::from);
        return Some(object(text("apiVersion")?, text("kind")?, body.clone()));
    }
    let kind = resource.kind.as_ref();
    let plain = ["_v1", "_v2", "_v2beta2", "_v1beta1"].iter().find_map(|version| kind.strip_suffix(version));
    let plain = plain.unwrap_or(kind);
    let (_, api_version, kind) = KINDS.iter().find(|(name, _, _)| *name == plain)?;
    Some(object((*api_version).into(), (*kind).into(), block(&resource.attributes, 0)))
}

fn object(api_version: Arc<str>, kind: Arc<str>, body: Value) -> DeclaredObject {
    let body = match &*kind {
        "Secret" => covered(body),
        _ => body,
    };
    let metadata = body.get("metadata");
    let text =
        |key: &str| metadata.and_then(|metadata| metadata.get(key)).and_then(Value::as_str).map(Arc::from);
    DeclaredObject { api_version, kind, name: text("name"), namespace: text("namespace"), body }
}

/// A Secret with everything sensitive that it is there to hold.
fn covered(mut body: Value) -> Value {
    let Data::Mapping(_, fields) = &mut body.data else { return body };
    for key in ["binaryData", "data", "stringData"] {
        if let Some(held) = Arc::make_mut(fields).get_mut(key) {
            held.sensitive = true;
            if let Data::Mapping(_, entries) = &mut held.data {
                Arc::make_mut(entries).values_mut().for_each(|value| value.sensitive = true);
            }
        }
    }
    body
}

/// A block with the API's field names. Keys of maps (labels, limits) are the user's own and stay.
fn block(value: &Value, depth: usize) -> Value {
    let Data::Mapping(MappingKind::Resource, entries) = &value.data else { return value.clone() };
    if depth > MAX_DEPTH {
        return value.clone();
    }
    let mut fields: BTreeMap<Arc<str>, Value> = BTreeMap::new();
    for (name, entry) in entries.iter() {
        let (field, entry) = field(name, entry, depth);
        fields.insert(field, entry);
    }
    let data = Data::Mapping(MappingKind::Resource, Arc::new(fields));
    Value { data, origin: value.origin.clone(), sensitive: value.sensitive }
}

/// An argument or a list of nested blocks as a field of the API.
fn field(name: &Arc<str>, value: &Value, depth: usize) -> (Arc<str>, Value) {
    let repeated = REPEATED.iter().find(|(block, _)| *block == &**name);
    let Data::Sequence(kind, items) = &value.data else {
        // Of blocks whose number is unknown there is no list; a path or a port alone is an argument.
        let list = repeated.filter(|_| value.is_unknown() && !matches!(&**name, "path" | "port"));
        return (list.map_or_else(|| camel_case(name), |(_, field)| (*field).into()), value.clone());
    };
    // Nested blocks stand for themselves; only an argument was set to something.
    if matches!(value.origin.link().kind, LinkKind::Attribute(_)) {
        return (camel_case(name), value.clone());
    }
    let blocks: Vec<Value> = items.iter().map(|item| block(item, depth + 1)).collect();
    match (repeated, blocks.as_slice()) {
        (None, [only]) => (camel_case(name), only.clone()),
        (repeated, _) => {
            let field = repeated.map_or_else(|| camel_case(name), |(_, field)| (*field).into());
            let data = Data::Sequence(*kind, Arc::new(blocks));
            (field, Value { data, origin: value.origin.clone(), sensitive: value.sensitive })
        }
    }
}

/// `run_as_user` as `runAsUser`.
fn camel_case(name: &str) -> Arc<str> {
    if let Some((_, field)) = IRREGULAR.iter().find(|(plain, _)| *plain == name) {
        return (*field).into();
    }
    let mut words = name.split('_');
    let mut text = words.next().unwrap_or_default().to_owned();
    for word in words {
        let mut chars = word.chars();
        text.extend(chars.next().map(|first| first.to_ascii_uppercase()));
        text.push_str(chars.as_str());
    }
    text.into()
}
