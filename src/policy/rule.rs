//! A rule: its header and what follows from its folder.

use super::Metadata;
use super::compile::{EVERY_KIND, FACTS, WORKLOADS};
use crate::graph::GraphDocument;
use serde::Serialize;

/// A rule: its header and what its folder `<provider>/<service>/<name>` says.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct Rule {
    /// `aws-s3-public-acl`.
    pub id: String,
    /// `aws`, or of a user's policy the first folder.
    pub provider: String,
    /// `s3`.
    pub service: String,
    /// Kinds it iterates over and returns as `resource`; `workloads` is one, `*` means every kind.
    pub subjects: Vec<String>,
    /// Its header.
    #[serde(flatten)]
    pub metadata: Metadata,
}

impl Rule {
    /// Whether the document holds any of its subjects.
    pub(super) fn has_subject(&self, document: &GraphDocument) -> bool {
        let filled = |kind: &str| match kind {
            WORKLOADS => !document.workloads.is_empty(),
            list if FACTS.contains(&list) => !document.facts(list).is_empty(),
            EVERY_KIND => document.resources.values().any(|resources| !resources.is_empty()),
            kind => document.resources.get(kind).is_some_and(|resources| !resources.is_empty()),
        };
        self.subjects.iter().any(|subject| filled(subject))
    }
}
