//! Resources and the references between them.

use super::provider::{self, RootProvider};
use super::workload::{self, PodTemplate};
use super::{
    Calls, CredentialFlow, Exposure, Handed, Identity, KubernetesTarget, Patches, Reach, Reference,
    Unresolved, Withheld, credential, exposure, handed, identity, link, patched, withheld,
};
use crate::evaluate::kubernetes::{Manifest, is_built_in_group};
use crate::evaluate::terraform::{EvaluatedModule, EvaluatedResource, RootOutput};
use crate::evaluate::{Origin, ResourceId, Value};
use crate::source::{Diagnostic, Span};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Position of a resource in [`ResourceGraph::resources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ResourceIndex(pub u32);

impl ResourceIndex {
    pub(super) fn new(position: usize) -> ResourceIndex {
        ResourceIndex(u32::try_from(position).unwrap_or(u32::MAX))
    }
}

/// The kind of the outputs of root modules.
pub const OUTPUT: &str = "output";

/// A declared resource, data source, configuration of a provider, output of a root module, or Kubernetes object.
#[derive(Clone, Debug)]
pub struct Resource {
    /// Unique in the run.
    pub id: ResourceId,
    /// Terraform address, or `Kind.namespace.name` (`default` where no namespace is set, `*` where it cannot be told;
    /// two parts for kinds without one).
    pub address: Arc<str>,
    /// Root module directory or Kubernetes scope.
    pub root: Arc<str>,
    /// `aws_s3_bucket`, `data.aws_ami`, `provider.aws`, `Deployment`, `Gateway.networking.istio.io`.
    pub kind: Arc<str>,
    /// The block's name, the alias of a provider, or `metadata.name`.
    pub name: Arc<str>,
    /// `aws`, `azurerm`, `google`, `kubernetes`, ...
    pub provider: Arc<str>,
    /// Terraform: address of the module instance it lies in.
    pub module: Option<Arc<str>>,
    /// Kubernetes: the namespace it is applied in, as far as the files say. Where different overlays say different
    /// ones, `metadata.namespace` is unknown and this is none.
    pub namespace: Option<Arc<str>>,
    /// Kubernetes: `apps/v1`.
    pub api_version: Option<Arc<str>>,
    /// Declared by a manifest, not by Terraform: expressions make no references in it.
    pub manifest: bool,
    /// The block's header or the `kind:` line: blamed for what is absent.
    pub header: Span,
    /// Where a Kubernetes object that Terraform has as a text says its kind: blamed instead of the block.
    pub object_header: Option<Span>,
    /// Where the block lies in a module somebody else keeps: the call that the user owns, blamed instead.
    pub foreign_call: Option<Span>,
    /// Attributes; for Kubernetes the whole object.
    pub attributes: Value,
}

/// Everything that is declared, with the references between it.
#[derive(Debug, Default)]
pub struct ResourceGraph {
    /// Ordered by id.
    pub resources: Vec<Resource>,
    /// Ordered by `from`, `to`, `relation`, `via`; none leads to where it starts.
    pub references: Vec<Reference>,
    /// Links that are written but lead to nothing that can be seen, in the same order.
    pub unresolved: Vec<Unresolved>,
    /// Every pod template in the resources, ordered by resource and path.
    pub pod_templates: Vec<PodTemplate>,
    /// What the internet reaches, ordered by resource.
    pub exposures: Vec<Exposure>,
    /// What everything that runs programs gets at, ordered by resource.
    pub reach: Vec<Reach>,
    /// The providers of Terraform's root modules, ordered by root and source.
    pub providers: Vec<RootProvider>,
    /// What is declared but not made.
    pub withheld: Withheld,
    /// What is handed to modules that are not here.
    pub handed: Handed,
    /// Where modules are called.
    pub calls: Calls,
    /// What overlays change of Kubernetes objects.
    pub patches: Patches,
    /// Kubernetes scopes of which the files show only a part.
    pub partial_scopes: BTreeSet<Arc<str>>,
    /// The version of Kubernetes that objects are to be applied to: the latest one known, unless it is set.
    pub kubernetes: KubernetesTarget,
    /// Who may do what, ordered by resource.
    pub identities: Vec<Identity>,
    /// Credentials that end where they do not belong, ordered by resource and path.
    pub credential_flows: Vec<CredentialFlow>,
    /// What went wrong.
    pub diagnostics: Vec<Diagnostic>,
}

impl ResourceGraph {
    /// The graph of all that was declared. Takes time in proportion to what it is given and what refers to what.
    pub fn build(modules: &[EvaluatedModule], manifests: &[Manifest]) -> ResourceGraph {
        let declared = modules.iter().flat_map(|module| {
            module.resources.iter().map(|resource| Resource::of_terraform(&module.root, resource))
        });
        let outputs = modules.iter().flat_map(|module| {
            module.outputs.iter().map(|(name, output)| Resource::of_output(&module.root, name, output))
        });
        let configurations = modules.iter().flat_map(|module| {
            module.configurations.iter().map(|one| Resource::of_configuration(&module.root, one))
        });
        let terraform = declared.chain(outputs).chain(configurations);
        let mut resources: Vec<Resource> =
            terraform.chain(manifests.iter().map(Resource::of_kubernetes)).collect();
        resources.sort_by(|own, theirs| own.id.cmp(&theirs.id));

        let pod_templates = workload::pod_templates(&resources);
        let link::Links { references, unresolved, mut diagnostics } =
            link::collect(modules, &resources, &pod_templates);
        let exposure::Found { exposures, reach, diagnostic } =
            exposure::collect(&resources, &references, &unresolved, &pod_templates);
        diagnostics.extend(diagnostic);
        let (credential_flows, cut) = credential::collect(&resources, &pod_templates);
        diagnostics.extend(cut);
        let withheld = withheld::collect(modules, &mut resources);
        let handed = handed::collect(modules, &mut resources);
        let providers = modules.iter().flat_map(RootProvider::of).collect();
        let calls = Calls::of(modules);
        let patches = patched::collect(manifests, &resources);
        let mut graph = ResourceGraph {
            resources,
            references,
            unresolved,
            pod_templates,
            exposures,
            reach,
            providers,
            withheld,
            handed,
            calls,
            patches,
            partial_scopes: BTreeSet::new(),
            kubernetes: KubernetesTarget::default(),
            identities: Vec::new(),
            credential_flows,
            diagnostics,
        };
        let (identities, diagnostics) = identity::collect(&graph);
        graph.identities = identities;
        graph.diagnostics.extend(diagnostics);
        graph
    }

    /// The resource at a position.
    pub fn get(&self, index: ResourceIndex) -> Option<&Resource> {
        self.resources.get(index.0 as usize)
    }

    /// The resource with an id.
    pub fn find(&self, id: &str) -> Option<ResourceIndex> {
        self.resources.binary_search_by(|resource| (*resource.id.0).cmp(id)).ok().map(ResourceIndex::new)
    }
}

impl Resource {
    /// Whether it is made or read. Outputs and configurations of providers are neither.
    pub fn is_resource(&self) -> bool {
        &*self.kind != OUTPUT && !provider::is_configuration(&self.kind)
    }

    /// The line to blame for what the resource lacks.
    pub fn blamed(&self) -> Span {
        self.object_header.unwrap_or(self.header)
    }

    /// A resource of Terraform; a Kubernetes object where it declares one.
    pub(super) fn of_terraform(root: &Arc<str>, resource: &EvaluatedResource) -> Resource {
        let kind = match resource.data_source {
            true => format!("data.{}", resource.kind).into(),
            false => resource.kind.clone(),
        };
        let declared = Resource {
            id: resource.id.clone(),
            address: resource.address.clone(),
            root: root.clone(),
            kind,
            name: resource.name.clone(),
            provider: resource.provider.clone(),
            module: resource.module.clone(),
            namespace: None,
            api_version: None,
            manifest: false,
            header: resource.header,
            object_header: None,
            foreign_call: resource.foreign_call,
            attributes: resource.attributes.clone(),
        };
        match &resource.declared {
            None => declared,
            Some(object) => Resource {
                kind: kubernetes_kind(&object.api_version, &object.kind),
                name: object.name.clone().unwrap_or(declared.name),
                provider: "kubernetes".into(),
                namespace: object.namespace.clone(),
                api_version: Some(object.api_version.clone()),
                object_header: object.header,
                attributes: object.body.clone(),
                ..declared
            },
        }
    }

    /// An output of a root module: nothing is made, but what it refers to can be read by whoever may read the state.
    fn of_output(root: &Arc<str>, name: &Arc<str>, output: &RootOutput) -> Resource {
        let address: Arc<str> = format!("output.{name}").into();
        let arguments = [("value", Some(&output.value)), ("sensitive", output.sensitive.as_ref())];
        let arguments = arguments.into_iter().filter_map(|(name, value)| Some((name.into(), value?.clone())));
        Resource {
            id: ResourceId(format!("{root}//{address}").into()),
            address,
            root: root.clone(),
            kind: OUTPUT.into(),
            name: name.clone(),
            provider: "terraform".into(),
            module: None,
            namespace: None,
            api_version: None,
            manifest: false,
            header: output.header,
            object_header: None,
            foreign_call: None,
            attributes: Value::object(arguments.collect(), Origin::literal(output.header)),
        }
    }

    fn of_kubernetes(manifest: &Manifest) -> Resource {
        let Manifest { kind, name, .. } = manifest;
        let address = match &manifest.shown_namespace {
            None => format!("{kind}.{name}"),
            Some(namespace) => format!("{kind}.{namespace}.{name}"),
        };
        Resource {
            id: manifest.id.clone(),
            address: address.into(),
            root: manifest.scope.clone(),
            kind: kubernetes_kind(&manifest.api_version, kind),
            name: name.clone(),
            provider: "kubernetes".into(),
            module: None,
            namespace: manifest.namespace.clone(),
            api_version: Some(manifest.api_version.clone()),
            manifest: true,
            header: manifest.header,
            object_header: None,
            foreign_call: None,
            attributes: manifest.body.clone(),
        }
    }
}

/// A Kubernetes kind as the graph names it: qualified by its group unless Kubernetes itself serves it.
pub(super) fn kubernetes_kind(api_version: &str, kind: &str) -> Arc<str> {
    let group = api_version.split_once('/').map_or("", |(group, _)| group);
    match is_built_in_group(group) {
        true => kind.into(),
        false => format!("{kind}.{group}").into(),
    }
}
