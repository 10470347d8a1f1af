//! Resources and the references between them.

use crate::evaluate::{Path, ResourceId, Value};
use crate::source::Span;
use std::sync::Arc;

/// Position of a resource in [`ResourceGraph::resources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ResourceIndex(pub u32);

/// A declared resource, data source or Kubernetes object.
#[derive(Clone, Debug)]
pub struct Resource {
    /// Unique in the run.
    pub id: ResourceId,
    /// Terraform address, or `Kind.namespace.name` (`default` where no namespace is set; two parts for kinds
    /// without one).
    pub address: Arc<str>,
    /// Root module directory or Kubernetes scope.
    pub root: Arc<str>,
    /// `aws_s3_bucket`, `data.aws_ami`, `Deployment`, `Gateway.networking.istio.io`.
    pub kind: Arc<str>,
    /// The block's name, or `metadata.name`.
    pub name: Arc<str>,
    /// `aws`, `azurerm`, `google`, `kubernetes`, ...
    pub provider: Arc<str>,
    /// Terraform: address of the module instance it lies in.
    pub module: Option<Arc<str>>,
    /// Kubernetes: `metadata.namespace` as written.
    pub namespace: Option<Arc<str>>,
    /// Kubernetes: `apps/v1`.
    pub api_version: Option<Arc<str>>,
    /// The block's header or the `kind:` line: blamed for what is absent.
    pub header: Span,
    /// Where the block lies in a module somebody else keeps: the call that the user owns, blamed instead.
    pub foreign_call: Option<Span>,
    /// Attributes; for Kubernetes the whole object.
    pub attributes: Value,
}

/// `from` uses `to`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reference {
    /// The resource that refers.
    pub from: ResourceIndex,
    /// The resource referred to.
    pub to: ResourceIndex,
    /// Where in `from` the reference stands.
    pub via: Path,
}

/// Everything that is declared, ordered by id, with its references indexed both ways.
#[derive(Debug, Default)]
pub struct ResourceGraph {
    /// Ordered by id.
    pub resources: Vec<Resource>,
    /// Ordered by `from`, `to`, `via`.
    pub references: Vec<Reference>,
}
