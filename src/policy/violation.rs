//! What a policy reports.

use crate::evaluate::Path;
use crate::graph::ResourceIndex;
use std::sync::Arc;

/// Whether a violation holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// Everything it rests on is known.
    Violated,
    /// Something it rests on is unknown: neither a violation nor a pass.
    Undecided,
}

/// A place that helps a reader see why a violation holds.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Evidence {
    /// The resource.
    pub resource: ResourceIndex,
    /// Where in its attributes; empty for the resource as a whole.
    pub path: Path,
    /// What is to be seen there.
    pub note: String,
}

/// What is not here, or not rendered, and has the last word.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Awaited {
    /// The call of a module that is not here, which may make what is missing.
    Module(Arc<str>),
    /// The directory of an overlay, which sets anew what the violation rests on.
    Overlay(Arc<str>),
}

/// A place where a policy's rule does not hold, or may not.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Violation {
    /// The rule's id.
    pub rule: String,
    /// The resource at fault.
    pub resource: ResourceIndex,
    /// The resource whose attributes `path` leads into: the one at fault, or one that configures it.
    pub at: ResourceIndex,
    /// Where in the attributes of `at`.
    pub path: Path,
    /// One sentence for this case; of an undecided one, what is unknown.
    pub message: String,
    /// Whether it holds.
    pub outcome: Outcome,
    /// Of an undecided one, where what is unknown stands.
    pub hole: Option<(ResourceIndex, Path)>,
    /// It rests on what the value at `path` refers to: that the value itself is unknown does not matter.
    pub by_reference: bool,
    /// What else it rests on.
    pub needs: Vec<(ResourceIndex, Path)>,
    /// What shows it, in the order to be read.
    pub evidence: Vec<Evidence>,
    /// Position in [`crate::graph::Withheld`] of the first resource that the policy looks up and that would refer to
    /// the one at fault, were it made.
    pub withheld: Option<usize>,
    /// What else may change it; the violation is undecided then.
    pub awaits: Option<Awaited>,
}
