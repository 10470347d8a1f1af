//! Resources of the `kubernetes` provider that declare an object: in the API's own field names and types.

use super::api_fields::{FieldType, field_of};
use crate::evaluate::terraform::{EvaluatedResource, types};
use crate::evaluate::{Data, MappingKind, Number, Origin, SequenceKind, Unknown, Value};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A kind that the provider has a resource type for.
struct Declares {
    /// The resource type without `kubernetes_`.
    name: &'static str,
    api_version: &'static str,
    kind: &'static str,
    /// The API's type; empty where it is called like the kind.
    of: &'static str,
}

const fn declares(name: &'static str, api_version: &'static str, kind: &'static str) -> Declares {
    Declares { name, api_version, kind, of: "" }
}

const fn older(
    name: &'static str,
    api_version: &'static str,
    kind: &'static str,
    of: &'static str,
) -> Declares {
    Declares { name, api_version, kind, of }
}

/// Where a resource type has several versions, each stands here under its whole name. Any other is looked for
/// without its `_v1`. What only changes a part of an object (`kubernetes_labels`, `kubernetes_annotations`,
/// `kubernetes_env`, `kubernetes_node_taint`, `kubernetes_config_map_v1_data`, `kubernetes_secret_v1_data`) or makes
/// no object that stays (`kubernetes_token_request_v1`) declares none.
const KINDS: [Declares; 46] = [
    declares("api_service", "apiregistration.k8s.io/v1", "APIService"),
    older(
        "certificate_signing_request",
        "certificates.k8s.io/v1beta1",
        "CertificateSigningRequest",
        "v1beta1.CertificateSigningRequest",
    ),
    declares("certificate_signing_request_v1", "certificates.k8s.io/v1", "CertificateSigningRequest"),
    declares("cluster_role", "rbac.authorization.k8s.io/v1", "ClusterRole"),
    declares("cluster_role_binding", "rbac.authorization.k8s.io/v1", "ClusterRoleBinding"),
    declares("config_map", "v1", "ConfigMap"),
    declares("cron_job", "batch/v1beta1", "CronJob"),
    declares("cron_job_v1", "batch/v1", "CronJob"),
    declares("csi_driver", "storage.k8s.io/v1beta1", "CSIDriver"),
    declares("csi_driver_v1", "storage.k8s.io/v1", "CSIDriver"),
    declares("daemon_set", "apps/v1", "DaemonSet"),
    declares("daemonset", "apps/v1", "DaemonSet"),
    declares("default_service_account", "v1", "ServiceAccount"),
    declares("deployment", "apps/v1", "Deployment"),
    declares("endpoint_slice", "discovery.k8s.io/v1", "EndpointSlice"),
    declares("endpoints", "v1", "Endpoints"),
    declares("horizontal_pod_autoscaler", "autoscaling/v1", "HorizontalPodAutoscaler"),
    older(
        "horizontal_pod_autoscaler_v2",
        "autoscaling/v2",
        "HorizontalPodAutoscaler",
        "v2.HorizontalPodAutoscaler",
    ),
    older(
        "horizontal_pod_autoscaler_v2beta2",
        "autoscaling/v2beta2",
        "HorizontalPodAutoscaler",
        "v2beta2.HorizontalPodAutoscaler",
    ),
    older("ingress", "extensions/v1beta1", "Ingress", "v1beta1.Ingress"),
    declares("ingress_class", "networking.k8s.io/v1", "IngressClass"),
    declares("ingress_v1", "networking.k8s.io/v1", "Ingress"),
    declares("job", "batch/v1", "Job"),
    declares("limit_range", "v1", "LimitRange"),
    declares(
        "mutating_webhook_configuration",
        "admissionregistration.k8s.io/v1",
        "MutatingWebhookConfiguration",
    ),
    declares("namespace", "v1", "Namespace"),
    declares("network_policy", "networking.k8s.io/v1", "NetworkPolicy"),
    declares("persistent_volume", "v1", "PersistentVolume"),
    declares("persistent_volume_claim", "v1", "PersistentVolumeClaim"),
    declares("pod", "v1", "Pod"),
    declares("pod_disruption_budget", "policy/v1beta1", "PodDisruptionBudget"),
    declares("pod_disruption_budget_v1", "policy/v1", "PodDisruptionBudget"),
    older("pod_security_policy", "policy/v1beta1", "PodSecurityPolicy", "v1beta1.PodSecurityPolicy"),
    older("pod_security_policy_v1beta1", "policy/v1beta1", "PodSecurityPolicy", "v1beta1.PodSecurityPolicy"),
    declares("priority_class", "scheduling.k8s.io/v1", "PriorityClass"),
    declares("replication_controller", "v1", "ReplicationController"),
    declares("resource_quota", "v1", "ResourceQuota"),
    declares("role", "rbac.authorization.k8s.io/v1", "Role"),
    declares("role_binding", "rbac.authorization.k8s.io/v1", "RoleBinding"),
    declares("runtime_class", "node.k8s.io/v1", "RuntimeClass"),
    declares("secret", "v1", "Secret"),
    declares("service", "v1", "Service"),
    declares("service_account", "v1", "ServiceAccount"),
    declares("stateful_set", "apps/v1", "StatefulSet"),
    declares("storage_class", "storage.k8s.io/v1", "StorageClass"),
    declares(
        "validating_webhook_configuration",
        "admissionregistration.k8s.io/v1",
        "ValidatingWebhookConfiguration",
    ),
];

/// The API's type of a volume.
const VOLUME: &str = "PersistentVolumeSpec";

/// Levels of nested blocks that are read.
const MAX_DEPTH: usize = 64;

/// The object's API version, kind and content.
pub(super) struct Declared {
    pub(super) api_version: Arc<str>,
    pub(super) kind: Arc<str>,
    pub(super) body: Value,
}

/// What a resource of the provider declares; none where it declares no object.
pub(super) fn declared(resource: &EvaluatedResource) -> Option<Declared> {
    let name = resource.kind.strip_prefix("kubernetes_")?;
    let found = |name: &str| KINDS.iter().find(|kind| kind.name == name);
    let declares = found(name).or_else(|| found(name.strip_suffix("_v1")?))?;
    let (mut api_version, mut of) = (declares.api_version, declares.of);
    if name == "horizontal_pod_autoscaler" && has_metrics(&resource.attributes) {
        (api_version, of) = ("autoscaling/v2beta2", "v2beta2.HorizontalPodAutoscaler");
    }
    if of.is_empty() {
        of = declares.kind;
    }
    let mut fields = object_fields(&resource.attributes, of);
    let origin = Origin::literal(resource.header);
    let text = |text: &str| Value::string(text, origin.clone());
    fields.insert("apiVersion".into(), text(api_version));
    fields.insert("kind".into(), text(declares.kind));
    if name.starts_with("default_service_account") {
        name_of_default(&mut fields, &origin);
    }
    let data = Data::Mapping(MappingKind::Resource, Arc::new(fields));
    let body = Value { data, ..resource.attributes.clone() };
    Some(Declared { api_version: api_version.into(), kind: declares.kind.into(), body })
}

/// The unversioned resource type uses an API version that has what is set.
fn has_metrics(attributes: &Value) -> bool {
    let specs = attributes.get("spec").and_then(Value::items).unwrap_or_default();
    let set = |block: &Value, name: &str| {
        block.get(name).is_some_and(|value| {
            !matches!(&value.data, Data::Null) && value.items().is_none_or(|items| !items.is_empty())
        })
    };
    specs.iter().any(|spec| set(spec, "metric") || set(spec, "behavior"))
}

/// The service account that every namespace has is called `default`, whatever else is said of it.
fn name_of_default(fields: &mut BTreeMap<Arc<str>, Value>, origin: &Origin) {
    let metadata =
        fields.entry("metadata".into()).or_insert_with(|| Value::object(BTreeMap::new(), origin.clone()));
    if let Data::Mapping(_, entries) = &mut metadata.data {
        let name = Value::string("default", metadata.origin.clone());
        Arc::make_mut(entries).insert("name".into(), name);
    }
}

/// The fields of the object. Arguments that only tell the provider what to do (`wait_for_rollout`, `timeouts`) are
/// none of them.
fn object_fields(attributes: &Value, of: &str) -> BTreeMap<Arc<str>, Value> {
    let mut fields = BTreeMap::new();
    for (name, value) in attributes.entries().into_iter().flatten() {
        if let Some(field) = secret_field(of, name) {
            fields.insert(field.into(), converted(value, FieldType::TextMap, 0));
        } else if let Some((field, kind)) = field_of(of, name) {
            fields.insert(field.into(), converted(value, kind, 0));
        }
    }
    fields
}

/// The provider takes the data of a Secret as plain text, which the API calls `stringData`, or encoded.
fn secret_field(of: &str, argument: &str) -> Option<&'static str> {
    match (of, argument) {
        ("Secret", "data" | "data_wo") => Some("stringData"),
        ("Secret", "binary_data" | "binary_data_wo") => Some("data"),
        _ => None,
    }
}

/// An argument or nested blocks as what the API has in that field.
fn converted(value: &Value, kind: FieldType, depth: usize) -> Value {
    if depth > MAX_DEPTH {
        return value.clone();
    }
    match (kind, &value.data) {
        (_, Data::Null | Data::Unknown(_)) => value.clone(),
        (FieldType::List(_), Data::Sequence(sequence, items)) => {
            let element = kind.element();
            let items = items.iter().map(|item| converted(item, element, depth + 1)).collect();
            Value { data: Data::Sequence(*sequence, Arc::new(items)), ..value.clone() }
        }
        // A single block as Terraform's JSON syntax and plans have it.
        (FieldType::List(_), Data::Mapping(..)) => {
            let item = converted(value, kind.element(), depth + 1);
            Value { data: Data::Sequence(SequenceKind::Tuple, Arc::new(vec![item])), ..value.clone() }
        }
        (FieldType::Object(_) | FieldType::TextMap | FieldType::Any, Data::Sequence(_, items))
            if are_blocks(items) || !matches!(kind, FieldType::Any) =>
        {
            single(value, items, kind, depth)
        }
        (FieldType::Object(of), Data::Mapping(mapping, entries)) => {
            let fields = struct_fields(entries, of, depth);
            Value { data: Data::Mapping(*mapping, Arc::new(fields)), ..value.clone() }
        }
        (FieldType::Any, Data::Mapping(MappingKind::Resource, entries)) => {
            let fields = struct_fields(entries, "", depth);
            Value { data: Data::Mapping(MappingKind::Resource, Arc::new(fields)), ..value.clone() }
        }
        (FieldType::TextMap, Data::Mapping(mapping, entries)) => {
            let texts = entries.iter().map(|(key, entry)| (key.clone(), scalar(entry, FieldType::Text)));
            Value { data: Data::Mapping(*mapping, Arc::new(texts.collect())), ..value.clone() }
        }
        _ => scalar(value, kind),
    }
}

/// Blocks of which the API takes one: the first.
fn single(value: &Value, items: &[Value], kind: FieldType, depth: usize) -> Value {
    match items.first() {
        // An unknown number of blocks: whether there is one is unknown.
        Some(Value { data: Data::Unknown(unknown), origin, sensitive }) if unknown.many => {
            let unknown = Unknown { many: false, not_null: false, each: None, ..(**unknown).clone() };
            Value { data: Data::Unknown(Arc::new(unknown)), origin: origin.clone(), sensitive: *sensitive }
        }
        Some(block) => converted(block, kind, depth + 1),
        None => Value { data: Data::Null, ..value.clone() },
    }
}

fn are_blocks(items: &[Value]) -> bool {
    let is_block =
        |item: &Value| item.stands_for_many() || matches!(item.data, Data::Mapping(MappingKind::Resource, _));
    items.iter().all(is_block)
}

/// The fields of a nested object. What the table does not know keeps its name, in the API's spelling.
fn struct_fields(entries: &BTreeMap<Arc<str>, Value>, of: &str, depth: usize) -> BTreeMap<Arc<str>, Value> {
    let mut fields = BTreeMap::new();
    for (name, value) in entries {
        // The one block that the API does not have: what it holds belongs to the volume itself.
        if of == VOLUME && &**name == "persistent_volume_source" {
            let source = converted(value, FieldType::Object(VOLUME), depth + 1);
            match source.entries() {
                Some(inner) => fields.extend(inner.clone()),
                // Any field may be in it.
                None => _ = fields.insert("*".into(), source),
            }
            continue;
        }
        let (field, kind) = match field_of(of, name) {
            Some((field, kind)) => (Arc::from(field), kind),
            None => (camel_case(name), FieldType::Any),
        };
        fields.insert(field, converted(value, kind, depth + 1));
    }
    fields
}

/// A scalar of the type that the API has: the provider takes numbers and booleans as strings and the reverse.
fn scalar(value: &Value, kind: FieldType) -> Value {
    let whole = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = || types::number_of(value).map(Data::Number);
    let data = match (kind, &value.data) {
        (FieldType::Text, Data::Number(_) | Data::Bool(_)) => types::text_of(value).map(Data::String),
        (FieldType::Number, Data::String(_)) => number(),
        (FieldType::NumberOrText, Data::String(text)) if whole(text) => Number::parse(text).map(Data::Number),
        (FieldType::Boolean, Data::String(_)) => types::bool_of(value).map(Data::Bool),
        _ => None,
    };
    data.map_or_else(|| value.clone(), |data| Value { data, ..value.clone() })
}

/// `run_as_user` as `runAsUser`.
fn camel_case(name: &str) -> Arc<str> {
    let mut words = name.split('_');
    let mut text = words.next().unwrap_or_default().to_owned();
    for word in words {
        let mut chars = word.chars();
        text.extend(chars.next().map(|first| first.to_ascii_uppercase()));
        text.push_str(chars.as_str());
    }
    text.into()
}
