//! The graph as policies see it, version 1.

use super::attributes::{self, Attributes, Style};
use super::component;
use super::credential::{CredentialFlow, DocumentFlow};
use super::exposure::{DocumentExposure, DocumentReach};
use super::fact::{DocumentPlace, DocumentUnknown, Fact};
use super::given;
use super::identity::{DocumentIdentity, Identity, IdentityWriter};
use super::outdated_api::{self, OutdatedApi};
use super::workload::{PodTemplate, merged_container, with_defaults};
use super::{
    Exposure, Reach, Reference, Relation, Resource, ResourceGraph, ResourceIndex, RootProvider, Unresolved,
};
use crate::evaluate::{Path, Step};
use serde::Serialize;
use serde_json::Value as Json;
use std::collections::BTreeMap;

/// What `input` is to a policy.
#[derive(Clone, Debug, Default, Serialize, schemars::JsonSchema)]
pub struct GraphDocument {
    /// Resources by kind, in the graph's order.
    pub resources: BTreeMap<String, Vec<DocumentResource>>,
    /// Every pod template, wherever it is written.
    pub workloads: Vec<Workload>,
    /// The providers of Terraform's root modules, ordered by root and source.
    pub providers: Vec<RootProvider>,
    /// Links that are written but lead to nothing that can be seen.
    pub unresolved: Vec<DocumentUnresolved>,
    /// Kubernetes scopes of which the files show only a part: something fetched, generated or rendered from a chart is
    /// applied with them, or overlays take them in that are scopes of their own.
    pub partial_scopes: Vec<String>,
    /// Kubernetes objects written for an API that the target version deprecates or no longer serves.
    pub outdated_apis: Vec<Fact<OutdatedApi>>,
    /// What the internet reaches, or may.
    pub exposures: Vec<Fact<DocumentExposure>>,
    /// What everything that runs programs gets at, whether the internet reaches it or not.
    pub reach: Vec<Fact<DocumentReach>>,
    /// Who may do what, ordered by resource.
    pub identities: Vec<Fact<DocumentIdentity>>,
    /// Credentials that end where they do not belong. An element with something in `unknown` says that it may be so.
    pub credential_flows: Vec<Fact<DocumentFlow>>,
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
    /// Kubernetes: the namespace it is applied in, as far as the files say. Where different overlays say different
    /// ones, `metadata.namespace` is unknown and this is absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub namespace: Option<String>,
    /// `apps/v1`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub api_version: Option<String>,
    /// Evaluated attributes; for Kubernetes the whole object. Blocks are lists of objects, absent and null
    /// attributes are absent, unknown ones too (in a list they are null) and named in `unknown`. A string of
    /// Terraform that holds a JSON object or array is that object or array.
    pub attributes: serde_json::Value,
    /// Paths below `attributes` of what is unknown; each covers all beneath it. `["ingress", "*"]`: the list
    /// has further elements, how many is unknown.
    pub unknown: Vec<Vec<serde_json::Value>>,
    /// Paths below `attributes` of credentials, by their names, that were given for this run alone (`--var`, `TF_VAR_*`,
    /// a plan): they are known here, and stand in no file.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub given: Vec<Vec<serde_json::Value>>,
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
    /// What the one that refers is to the other.
    pub relation: Relation,
    /// Where the reference stands, in the attributes of the resource that refers; empty where it stands nowhere in
    /// particular.
    pub via: Vec<serde_json::Value>,
    /// The attributes of the resource referred to that an expression at `via` reads.
    pub reads: Vec<Vec<serde_json::Value>>,
}

/// A link that is written but leads to nothing that can be seen.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct DocumentUnresolved {
    /// Id of the resource that refers.
    pub id: String,
    /// Its kind.
    pub kind: String,
    /// Its position under that kind.
    pub index: usize,
    /// What the other end would be to it.
    pub relation: Relation,
    /// Where the link stands in its attributes.
    pub via: Vec<serde_json::Value>,
    /// Why it leads nowhere.
    pub reason: String,
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
    /// Where what holds for several pods stands in those attributes. No field of its own for policies: `pod_spec` has it.
    #[serde(skip)]
    pub defaults: Option<Vec<serde_json::Value>>,
    /// Labels of the pods it makes.
    pub labels: BTreeMap<String, String>,
    /// Where those labels stand in that resource's attributes.
    pub labels_path: Vec<serde_json::Value>,
    /// The pod's spec, with what is said for several pods of the resource.
    pub pod_spec: serde_json::Value,
    /// A Pod of the control plane, which a node runs from a file: some container of it is one of its components.
    pub static_pod: bool,
    /// All containers: regular, init, sidecar and ephemeral ones, with what is said for several of them.
    pub containers: Vec<WorkloadContainer>,
}

/// One container of a workload.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct WorkloadContainer {
    /// Its name; empty where none is set.
    pub name: String,
    /// `container`, `init`, `sidecar` (runs beside the others) or `ephemeral`.
    pub role: String,
    /// The component of a cluster that it starts, if it does: `kube-apiserver`, `etcd`, `kubelet`, ...
    #[serde(skip_serializing_if = "Option::is_none")]
    pub component: Option<String>,
    /// Where it stands in the resource's attributes.
    pub path: Vec<serde_json::Value>,
    /// Where what holds for several containers stands; `spec` has it.
    #[serde(skip)]
    pub defaults: Option<Vec<serde_json::Value>>,
    /// The container itself.
    pub spec: serde_json::Value,
}

impl GraphDocument {
    /// The document that policies see. It holds sensitive values: a message made from it passes the redaction of
    /// the finding layer before anything is printed.
    pub fn new(graph: &ResourceGraph) -> GraphDocument {
        GraphDocument::write(graph, false)
    }

    /// The document with `"(sensitive)"` in place of every sensitive value: the one to print.
    pub fn printable(graph: &ResourceGraph) -> GraphDocument {
        GraphDocument::write(graph, true)
    }

    fn write(graph: &ResourceGraph, redact: bool) -> GraphDocument {
        let ends = Ends::new(graph);
        let mut resources: BTreeMap<String, Vec<DocumentResource>> = BTreeMap::new();
        for (position, resource) in graph.resources.iter().enumerate() {
            let (references, referred_by) = ends.of(position);
            let written = DocumentResource::new(resource, redact, references, referred_by);
            match resources.get_mut(&*resource.kind) {
                Some(list) => list.push(written),
                None => drop(resources.insert(resource.kind.to_string(), vec![written])),
            }
        }
        let workload = |template: &PodTemplate| {
            let resource = graph.get(template.resource)?;
            let index = ends.index(template.resource);
            let written = resources.get(&*resource.kind)?.get(index)?;
            Some(Workload::new(template, written, index))
        };
        let workloads: Vec<Workload> = graph.pod_templates.iter().filter_map(workload).collect();
        let unresolved = graph.unresolved.iter().filter_map(|link| ends.unresolved(link)).collect();
        let index = |position: usize| ends.index(ResourceIndex::new(position));
        let outdated_apis = outdated_api::facts(graph, index);
        let mut templates: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, workload) in workloads.iter().enumerate() {
            templates.entry(&workload.id).or_default().push(at);
        }
        let exposures = graph.exposures.iter().filter_map(|one| ends.exposure(one, &templates)).collect();
        let reach = graph.reach.iter().filter_map(|one| ends.reach(one, &templates)).collect();
        let identities = identities(graph, &ends);
        let providers = graph.providers.clone();
        let partial_scopes = graph.partial_scopes.iter().map(ToString::to_string).collect();
        let flows = graph.credential_flows.iter().filter_map(|flow| ends.flow(flow));
        let credential_flows = flows.collect();
        GraphDocument {
            resources,
            workloads,
            providers,
            unresolved,
            partial_scopes,
            outdated_apis,
            exposures,
            reach,
            identities,
            credential_flows,
        }
    }
}

/// All identities, as facts about the resources that declare them.
fn identities(graph: &ResourceGraph, ends: &Ends<'_>) -> Vec<Fact<DocumentIdentity>> {
    let writer = IdentityWriter::new(graph);
    let fact = |identity: &Identity| {
        let resource = graph.get(identity.resource)?;
        Some(Fact {
            id: resource.id.to_string(),
            kind: resource.kind.to_string(),
            index: ends.index(identity.resource),
            what: writer.identity(identity),
            unknown: writer.unknown(identity),
        })
    };
    graph.identities.iter().filter_map(fact).collect()
}

/// The ends of all references, as the document writes them.
struct Ends<'a> {
    graph: &'a ResourceGraph,
    /// For each resource its position under its kind.
    indices: Vec<usize>,
    /// For each resource its range in the graph's references.
    outgoing: Vec<std::ops::Range<usize>>,
    /// For each resource the positions of the references to it.
    incoming: Vec<Vec<usize>>,
}

impl<'a> Ends<'a> {
    fn new(graph: &'a ResourceGraph) -> Ends<'a> {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        let mut next = |resource: &'a Resource| {
            let count = counts.entry(&resource.kind).or_default();
            *count += 1;
            *count - 1
        };
        let indices = graph.resources.iter().map(&mut next).collect();
        let mut outgoing = vec![0..0; graph.resources.len()];
        let mut incoming = vec![Vec::new(); graph.resources.len()];
        for (at, reference) in graph.references.iter().enumerate() {
            if let Some(range) = outgoing.get_mut(reference.from.0 as usize) {
                let start = if range.end == 0 { at } else { range.start };
                *range = start..at + 1;
            }
            if let Some(list) = incoming.get_mut(reference.to.0 as usize) {
                list.push(at);
            }
        }
        Ends { graph, indices, outgoing, incoming }
    }

    fn index(&self, resource: ResourceIndex) -> usize {
        self.indices.get(resource.0 as usize).copied().unwrap_or_default()
    }

    /// The references from and to the resource at a position.
    fn of(&self, position: usize) -> (Vec<DocumentReference>, Vec<DocumentReference>) {
        let outgoing = self.outgoing.get(position).cloned().unwrap_or_default();
        let references = self.graph.references.get(outgoing).unwrap_or_default();
        let references = references.iter().filter_map(|reference| self.end(reference, reference.to));
        let incoming = self.incoming.get(position).into_iter().flatten();
        let referred_by = incoming
            .filter_map(|at| self.graph.references.get(*at))
            .filter_map(|reference| self.end(reference, reference.from));
        (references.collect(), referred_by.collect())
    }

    fn end(&self, reference: &Reference, other: ResourceIndex) -> Option<DocumentReference> {
        let resource = self.graph.get(other)?;
        Some(DocumentReference {
            id: resource.id.to_string(),
            kind: resource.kind.to_string(),
            index: self.index(other),
            relation: reference.relation,
            via: steps(&reference.via),
            reads: reference.reads.iter().map(steps).collect(),
        })
    }

    fn exposure(
        &self,
        exposure: &Exposure,
        templates: &BTreeMap<&str, Vec<usize>>,
    ) -> Option<Fact<DocumentExposure>> {
        let resource = self.graph.get(exposure.resource)?;
        let workloads = templates.get(&*resource.id.0).cloned().unwrap_or_default();
        let (what, unknown) = DocumentExposure::new(self.graph, exposure, workloads, |at| self.index(at));
        Some(Fact {
            id: resource.id.to_string(),
            kind: resource.kind.to_string(),
            index: self.index(exposure.resource),
            what,
            unknown: unknown.into_iter().map(DocumentUnknown::from).collect(),
        })
    }

    fn reach(&self, reach: &Reach, templates: &BTreeMap<&str, Vec<usize>>) -> Option<Fact<DocumentReach>> {
        let resource = self.graph.get(reach.resource)?;
        let workloads = templates.get(&*resource.id.0).cloned().unwrap_or_default();
        let (what, unknown) = DocumentReach::new(self.graph, reach, workloads, |at| self.index(at));
        Some(Fact {
            id: resource.id.to_string(),
            kind: resource.kind.to_string(),
            index: self.index(reach.resource),
            what,
            unknown: unknown.into_iter().map(DocumentUnknown::from).collect(),
        })
    }

    fn flow(&self, flow: &CredentialFlow) -> Option<Fact<DocumentFlow>> {
        let resource = self.graph.get(flow.resource)?;
        let place = |path: &Path| DocumentPlace { resource: resource.id.to_string(), path: steps(path) };
        Some(Fact {
            id: resource.id.to_string(),
            kind: resource.kind.to_string(),
            index: self.index(flow.resource),
            what: DocumentFlow::new(flow, self.graph),
            unknown: flow.unknown.iter().map(|path| place(path).into()).collect(),
        })
    }

    fn unresolved(&self, link: &Unresolved) -> Option<DocumentUnresolved> {
        let resource = self.graph.get(link.from)?;
        Some(DocumentUnresolved {
            id: resource.id.to_string(),
            kind: resource.kind.to_string(),
            index: self.index(link.from),
            relation: link.relation,
            via: steps(&link.via),
            reason: link.reason.clone(),
        })
    }
}

impl DocumentResource {
    fn new(
        resource: &Resource,
        redact: bool,
        references: Vec<DocumentReference>,
        referred_by: Vec<DocumentReference>,
    ) -> DocumentResource {
        // What Kubernetes calls a string is one for it, whatever its text.
        let style = Style { parse_text: resource.api_version.is_none(), redact };
        let Attributes { json, unknown } = attributes::write(&resource.attributes, style);
        let given = match &resource.api_version {
            Some(_) => Vec::new(),
            None => given::credentials(&resource.attributes).iter().map(steps).collect(),
        };
        let text = |text: &Option<std::sync::Arc<str>>| text.as_deref().map(str::to_owned);
        DocumentResource {
            id: resource.id.to_string(),
            address: resource.address.to_string(),
            root: resource.root.to_string(),
            kind: resource.kind.to_string(),
            name: resource.name.to_string(),
            provider: resource.provider.to_string(),
            module: text(&resource.module),
            namespace: text(&resource.namespace),
            api_version: text(&resource.api_version),
            attributes: json,
            unknown,
            given,
            references,
            referred_by,
        }
    }
}

impl Workload {
    fn new(template: &PodTemplate, resource: &DocumentResource, index: usize) -> Workload {
        let unknown = Json::Object(serde_json::Map::new());
        let own = lookup(&resource.attributes, &template.path).unwrap_or(&unknown);
        let shared = |path: &Option<Path>| {
            path.as_ref()
                .and_then(|path| lookup(&resource.attributes, path))
                .filter(|shared| shared.is_object())
        };
        let pod_spec = shared(&template.defaults).map_or_else(|| own.clone(), |all| with_defaults(own, all));
        let mut containers = Vec::new();
        for container in &template.containers {
            let written = lookup(&resource.attributes, &container.path);
            let Some(spec) = written.filter(|spec| spec.is_object()) else { continue };
            let spec =
                shared(&container.defaults).map_or_else(|| spec.clone(), |all| merged_container(spec, all));
            containers.push(WorkloadContainer {
                name: spec.get("name").and_then(Json::as_str).unwrap_or_default().to_owned(),
                role: container.role.text().to_owned(),
                component: component::started(&spec).map(str::to_owned),
                path: steps(&container.path),
                defaults: container.defaults.as_ref().map(steps),
                spec,
            });
        }
        let label =
            |(key, value): (&std::sync::Arc<str>, &std::sync::Arc<str>)| (key.to_string(), value.to_string());
        let mut components = containers.iter().filter_map(|container| container.component.as_deref());
        let static_pod = resource.kind == "Pod" && components.any(component::is_of_control_plane);
        Workload {
            id: resource.id.clone(),
            kind: resource.kind.clone(),
            index,
            namespace: resource.namespace.clone(),
            path: steps(&template.path),
            defaults: template.defaults.as_ref().map(steps),
            labels_path: steps(&template.labels_path),
            labels: template.labels.iter().map(label).collect(),
            pod_spec,
            static_pod,
            containers,
        }
    }
}

pub(super) fn steps(path: &Path) -> Vec<Json> {
    path.0.iter().map(attributes::step).collect()
}

fn lookup<'a>(json: &'a Json, path: &Path) -> Option<&'a Json> {
    path.0.iter().try_fold(json, |json, step| match step {
        Step::Key(key) => json.get(&**key),
        Step::Index(index) => json.get(index),
        Step::Any => None,
    })
}
