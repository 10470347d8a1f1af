//! Kubernetes objects out of YAML and JSON documents, and the scopes they are applied in.

mod api_fields;
mod declared;
pub(in crate::evaluate) mod embedded;
mod kinds;
mod kustomization;
mod object;
mod provider;
mod read;
mod scope;
mod tree;

pub use declared::DeclaredObject;
pub(in crate::evaluate) use declared::declare;
pub use kinds::{has_no_namespace, is_built_in_group};
pub use read::read;

use super::{ResourceId, Value};
use crate::source::{Diagnostic, Span};
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
    /// The kind has no namespaces: there is one such object in a cluster.
    pub cluster_scoped: bool,
    /// The line that says `kind:`, the place to blame for what the object lacks.
    pub header: Span,
    /// The whole object. A mapping's origin begins at its key, so that its first line names it.
    pub body: Value,
}

/// What the files hold.
#[derive(Debug, Default)]
pub struct Manifests {
    /// Ordered by path, then by position in the file.
    pub manifests: Vec<Manifest>,
    /// Documents that are no objects of a cluster, in the same order.
    pub skipped: Vec<SkippedDocument>,
    /// What went wrong.
    pub diagnostics: Vec<Diagnostic>,
}

/// A document, or an item of a list, that is no object of a cluster.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SkippedDocument {
    /// Where it stands.
    pub span: Span,
    /// Why.
    pub reason: SkipReason,
}

/// Why a document is no object of a cluster.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SkipReason {
    /// Nothing but comments.
    Empty,
    /// A list or a scalar.
    NotAMapping,
    /// No `apiVersion` or `kind`, or not strings: Helm values, a chart, other tools' files.
    NotAnObject,
    /// Read by a tool on somebody's machine, never sent to a cluster: a kustomization, a kubeconfig, ...
    ToolConfiguration,
    /// Changes another object: a kustomization says so, or `$patch` does.
    Patch,
    /// An object of a custom kind without a name: a tool's configuration file.
    Unnamed,
    /// A list inside lists deeper than any tool writes.
    TooDeep,
}

impl SkipReason {
    /// The reason in words, for counts.
    pub fn text(self) -> &'static str {
        match self {
            SkipReason::Empty => "empty document",
            SkipReason::NotAMapping => "not a mapping",
            SkipReason::NotAnObject => "no apiVersion or kind",
            SkipReason::ToolConfiguration => "configuration of a tool",
            SkipReason::Patch => "patch of another object",
            SkipReason::Unnamed => "no metadata.name",
            SkipReason::TooDeep => "nested too deep",
        }
    }
}

#[cfg(test)]
mod tests;
