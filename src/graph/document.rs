//! The graph as policies see it, version 1.

use serde::Serialize;
use std::collections::BTreeMap;

/// What `input` is to a policy.
#[derive(Clone, Debug, Default, Serialize, schemars::JsonSchema)]
pub struct GraphDocument {
    /// Resources by kind, in the graph's order.
    pub resources: BTreeMap<String, Vec<DocumentResource>>,
    /// Every pod template, wherever it is written.
    pub workloads: Vec<Workload>,
}

/// A resource as policies see it.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct DocumentResource {
    /// Unique in the run; what a policy returns as `resource`.
    pub id: String,
    /// Terraform address or `Kind.namespace.name`.
    pub address: String,
    /// Root module directory or Kubernetes scope.
    pub root: String,
    /// The key it is found under.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// The provider's local name, `kubernetes` for manifests.
    pub provider: String,
    /// Address of the module instance it lies in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub module: Option<String>,
    /// `metadata.namespace` as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub namespace: Option<String>,
    /// `apps/v1`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub api_version: Option<String>,
    /// Evaluated attributes; for Kubernetes the whole object. Blocks are lists of objects, absent and null
    /// attributes are absent, unknown ones too (in a list they are null) and named in `unknown`. A string that
    /// holds a JSON object or array is that object or array.
    pub attributes: serde_json::Value,
    /// Paths below `attributes` of what is unknown; each covers all beneath it. `["ingress", "*"]`: the list
    /// has further elements, how many is unknown.
    pub unknown: Vec<Vec<serde_json::Value>>,
    /// What it refers to.
    pub references: Vec<DocumentReference>,
    /// What refers to it.
    pub referred_by: Vec<DocumentReference>,
}

/// One end of a reference: `input.resources[kind][index]`.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct DocumentReference {
    /// Id of the resource at the other end.
    pub id: String,
    /// Its kind.
    pub kind: String,
    /// Its position under that kind.
    pub index: usize,
    /// Where the reference stands, in the attributes of the resource that refers.
    pub via: Vec<serde_json::Value>,
}

/// A pod template, in Kubernetes' own field names.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct Workload {
    /// Id of the resource that holds it; what a policy returns as `resource`.
    pub id: String,
    /// Kind of that resource.
    pub kind: String,
    /// Position of that resource under its kind.
    pub index: usize,
    /// Namespace of that resource, if set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub namespace: Option<String>,
    /// Where the pod's spec stands in that resource's attributes.
    pub path: Vec<serde_json::Value>,
    /// Labels of the pods it makes.
    pub labels: BTreeMap<String, String>,
    /// The pod's spec.
    pub pod_spec: serde_json::Value,
    /// All containers: regular, init and ephemeral ones.
    pub containers: Vec<WorkloadContainer>,
}

/// One container of a workload.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct WorkloadContainer {
    /// Its name; empty where none is set.
    pub name: String,
    /// `container`, `init` or `ephemeral`.
    pub role: String,
    /// Where it stands in the resource's attributes.
    pub path: Vec<serde_json::Value>,
    /// The container itself.
    pub spec: serde_json::Value,
}
