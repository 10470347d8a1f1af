//! Kubernetes objects out of YAML and JSON documents, and the scopes they are applied in.

use super::{ResourceId, Value};
use crate::source::Span;
use std::sync::Arc;

/// One Kubernetes object.
#[derive(Clone, Debug)]
pub struct Manifest {
    /// `<scope>//<group>/<Kind>/<namespace>/<name>`; a repeated one gets `#2`, `#3`, ...
    pub id: ResourceId,
    /// What is applied together: a directory, relative to the top.
    pub scope: Arc<str>,
    /// `apps/v1`.
    pub api_version: Arc<str>,
    /// `Deployment`.
    pub kind: Arc<str>,
    /// `metadata.name`, or `metadata.generateName` followed by `*`.
    pub name: Arc<str>,
    /// `metadata.namespace`; none where it is not set or the kind has none.
    pub namespace: Option<Arc<str>>,
    /// The line that says `kind:`, the place to blame for what the object lacks.
    pub header: Span,
    /// The whole object. A mapping's origin begins at its key, so that its first line names it.
    pub body: Value,
}
