//! Kubernetes objects out of YAML and JSON documents, and the scopes they are applied in.

mod api_fields;
mod cluster;
mod declared;
mod delivery;
pub(in crate::evaluate) mod embedded;
mod fragment;
mod generated;
mod images;
mod kinds;
mod kustomization;
mod object;
mod overlay;
mod patched;
mod placement;
mod provider;
mod read;
mod release;
mod scope;
mod test_input;
mod tree;
mod versions;

pub use declared::DeclaredObject;
pub(in crate::evaluate) use declared::declare;
pub use kinds::{has_no_namespace, is_built_in_group};
pub use read::read_in;
pub use versions::{ApiLifecycle, KubernetesVersion, lifecycle};

use super::{Path, ResourceId, Value};
use crate::source::{Diagnostic, FileId, Sources, Span};
use std::collections::BTreeSet;
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
    /// The namespace that it is applied in: what a kustomization, Flux or Argo CD says, else `metadata.namespace`.
    /// None where none is set, where the kind has none, and where it cannot be told; in this last case it is unknown
    /// in `body`.
    pub namespace: Option<Arc<str>>,
    /// The namespace as addresses have it: `default` where none is set, `*` where it cannot be told; none for kinds
    /// without namespaces.
    pub shown_namespace: Option<Arc<str>>,
    /// The line that says `kind:`, the place to blame for what the object lacks.
    pub header: Span,
    /// The whole object in the namespace that it is applied in. A mapping's origin begins at its key, so that its
    /// first line names it.
    pub body: Value,
    /// What kustomizations and delivery tools change of it. Nothing is rendered: `body` is as it is written.
    pub patched: Vec<Patched>,
}

/// A part of an object that an overlay changes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Patched {
    /// Where in the object; it ends in `*` where elements are added to a list.
    pub path: Path,
    /// File and line of what sets it.
    pub place: Arc<str>,
    /// The directory of the kustomization that says so.
    pub overlay: Arc<str>,
    /// What becomes of it.
    pub deed: Deed,
    /// Every way to a cluster changes it, so that what is written reaches none.
    pub everywhere: bool,
}

/// What a patch does to a part of an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Deed {
    /// Gives it another value.
    Sets,
    /// Takes it away.
    Removes,
    /// It cannot be read: it may set anything.
    MaySet,
}

/// Reads the objects in all YAML and JSON files among `files`.
pub fn read(sources: &Sources, files: &[FileId]) -> Manifests {
    read_in(sources, files, &[])
}

/// What the files hold: every document, and every item of a list, is in one of the lists.
#[derive(Debug, Default)]
pub struct Manifests {
    /// Ordered by path, then by position in the file.
    pub manifests: Vec<Manifest>,
    /// Documents that are no objects of a cluster, in the same order.
    pub skipped: Vec<SkippedDocument>,
    /// Scopes of which the files show only a part: something fetched, generated or rendered from a chart is applied
    /// with them, or overlays take them in that are scopes of their own.
    pub partial_scopes: BTreeSet<Arc<str>>,
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
    /// Nothing but comments, or a list without items.
    Empty,
    /// Cannot be read; a diagnostic says why.
    Broken,
    /// Cannot be read for what another tool has to fill in first.
    Template,
    /// A list or a scalar.
    NotAMapping,
    /// No `apiVersion` or `kind`, or not strings: Helm values, a chart, other tools' files.
    NotAnObject,
    /// What kustomize makes of a directory; what it applies is linted as it is written.
    Kustomization,
    /// Read by a tool on somebody's machine, never sent to a cluster: a kubeconfig, settings of a linter, ...
    ToolConfiguration,
    /// Read by a kustomization for itself: what an object is generated from, settings, a schema.
    KustomizationInput,
    /// Changes another object: a kustomization says so, a directive in it does, or it has the name of an object
    /// that the kustomization beside it takes from elsewhere.
    Patch,
    /// Lacks what no object of its kind can do without: something else completes it.
    Incomplete,
    /// What tests of another tool compare with or feed to what they test.
    TestInput,
    /// Its very kind is encrypted.
    Encrypted,
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
            SkipReason::Broken => "cannot be read",
            SkipReason::Template => "template that has to be filled in first",
            SkipReason::NotAMapping => "not a mapping",
            SkipReason::NotAnObject => "no apiVersion or kind",
            SkipReason::Kustomization => "kustomization, which is not rendered",
            SkipReason::ToolConfiguration => "configuration of a tool",
            SkipReason::KustomizationInput => "read by a kustomization",
            SkipReason::Patch => "patch of another object",
            SkipReason::Incomplete => "part of an object",
            SkipReason::TestInput => "input of another tool's tests",
            SkipReason::Encrypted => "encrypted",
            SkipReason::Unnamed => "no metadata.name",
            SkipReason::TooDeep => "nested too deep",
        }
    }
}

#[cfg(test)]
mod layout_tests;
#[cfg(test)]
mod tests;
