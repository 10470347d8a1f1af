//! The shape of a finding, as JSON reports print it.

use super::Lowerings;
use crate::policy::Severity;
use crate::risk::{Measurement, RiskScore};
use crate::source::{Position, Span};
use serde::Serialize;

/// Whether a finding counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// It holds.
    Open,
    /// Something it rests on is unknown.
    Undecided,
    /// Silenced by a comment.
    Suppressed,
}

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, schemars::JsonSchema)]
pub struct Location {
    /// Relative to the top.
    pub file: String,
    /// First character.
    pub start: Position,
    /// One past the last character.
    pub end: Position,
    /// The same as bytes.
    #[serde(skip)]
    pub span: Span,
}

/// One station on the way a value took.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct ChainLink {
    /// Where.
    pub location: Location,
    /// What happened there, in words.
    pub note: String,
}

/// The resource a finding is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct ResourceLabel {
    /// Unique in the run.
    pub id: String,
    /// Terraform address or `Kind.namespace.name`.
    pub address: String,
    /// Root module directory or Kubernetes scope.
    pub root: String,
    /// Its kind.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// Kubernetes namespace, if set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub namespace: Option<String>,
}

/// A resource instance that has the fault of a finding.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, schemars::JsonSchema)]
pub struct Instance {
    /// Unique in the run.
    pub id: String,
    /// Terraform address or `Kind.namespace.name`.
    pub address: String,
}

impl Instance {
    /// What it is called among others: by its address, with where it lies if another one there has the same address.
    pub fn name_among(&self, others: &[Instance]) -> String {
        let is_other = |other: &&Instance| other.id != self.id && other.address == self.address;
        match (others.iter().find(is_other), self.id.split_once("//")) {
            (Some(_), Some((root, _))) => format!("{} of {root}", self.address),
            _ => self.address.clone(),
        }
    }
}

/// The comment that suppresses a finding, or the annotation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Suppression {
    /// The comment.
    pub location: Location,
    /// Why, in the words of who wrote it; may be empty.
    pub reason: String,
    /// Of a comment that was written for another linter, which one: `checkov`, `tfsec`, `trivy`, `kube-linter`,
    /// `kube-score` or `polaris`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub linter: Option<&'static str>,
    /// The check of that linter, as it is written; not set where it was for all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub check: Option<String>,
}

impl Suppression {
    /// Whose comment it is, where it is not our own.
    pub fn whose(&self) -> Option<String> {
        let check = self.check.as_deref().unwrap_or("all checks");
        self.linter.map(|linter| format!("written for {linter}, {check}"))
    }

    /// The same with the reason.
    pub fn words(&self) -> String {
        match (self.whose(), self.reason.as_str()) {
            (None, reason) => reason.to_owned(),
            (Some(whose), "") => whose,
            (Some(whose), reason) => format!("{whose}: {reason}"),
        }
    }
}

/// Where the fault of one instance lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Id of the resource at fault.
    pub resource: String,
    /// Id of the one whose attributes the path leads into: that one, or one that configures it.
    pub at: String,
    /// Where in these.
    pub path: crate::evaluate::Path,
}

/// One root cause and everything it affects.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Finding {
    /// The rule's id.
    pub rule: String,
    /// The rule's title.
    pub title: String,
    /// The rule's severity.
    pub severity: Severity,
    /// One sentence for this case.
    pub message: String,
    /// The first affected resource.
    pub resource: ResourceLabel,
    /// Every affected resource instance, the first included.
    pub instances: Vec<Instance>,
    /// How many things these are: an object that a manifest and Terraform both declare is one.
    #[serde(skip)]
    pub objects: usize,
    /// The one line to change.
    pub location: Location,
    /// Path of the fault in the resource's attributes.
    #[schemars(with = "Vec<serde_json::Value>")]
    pub path: crate::evaluate::Path,
    /// Where the fault lies in each instance, the first one first; what its risk is measured by.
    #[serde(skip)]
    pub faults: Vec<Fault>,
    /// From the primary location to the place of use; empty where both are the same.
    pub chain: Vec<ChainLink>,
    /// What shows it beyond the way of the value: the stations of a path through the graph, the other end of a
    /// reference. In the order to be read.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub evidence: Vec<ChainLink>,
    /// Ids of further resources that it rests on: those that its policy names as the place of the fault or as
    /// evidence. Ordered.
    #[serde(skip)]
    pub rests_on: Vec<String>,
    /// `purlin/v1`: the same as long as the fault is the same.
    pub fingerprint: String,
    /// The same for findings that are alike: one rule, the same fault, of like things. Names and values take no part.
    pub group: String,
    /// Whether it counts.
    pub state: State,
    /// Fingerprint of the stronger finding that says it already; only where such are kept.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub covered_by: Option<String>,
    /// Of an undecided one, what would have to be known, in words that are the same for the same thing.
    #[serde(skip)]
    pub waits_for: Option<String>,
    /// How urgent it is beside the others, where that was asked for.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub risk: Option<RiskScore>,
    /// What its score is made of.
    #[serde(skip)]
    pub measured: Option<Measurement>,
    /// What would lower its risk, where that was asked for.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub lowerings: Option<Lowerings>,
    /// What suppresses it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suppression: Option<Suppression>,
    /// The environments it holds in, where files of values make some (`--each-var-file`).
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub environments: Vec<String>,
    /// What to change.
    pub remediation: String,
    /// Ids of the same check in other linters.
    pub aliases: Vec<String>,
}
