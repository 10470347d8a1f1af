//! A rule: its header and what follows from its folder.

use super::Metadata;
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
