//! What a rule says about itself: the header of its `rule.rego`.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How much harm a violation can do.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Hygiene.
    Low,
    /// Weakens a defence.
    Medium,
    /// One step from harm.
    High,
    /// Open to anyone now.
    Critical,
}

/// Sets of rules a run can choose.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Profile {
    /// What a careful engineer would fix.
    Default,
    /// Also what costs money or is opinion.
    Strict,
    /// Security only.
    Security,
    /// Reliability only.
    Reliability,
}

/// The header of a `rule.rego`: a closed schema, unknown fields are errors.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Metadata {
    /// Says what is wrong: `S3 bucket ACL grants public access`.
    pub title: String,
    /// Why it is dangerous, for a reader who does not know the service.
    pub description: String,
    /// Documentation of the provider.
    #[serde(default)]
    pub related_resources: Vec<String>,
    /// What Rego's own schema does not know.
    pub custom: Custom,
}

/// The part of the header that is Purlin's own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Custom {
    /// How much harm a violation can do.
    pub severity: Severity,
    /// The profiles it belongs to; `all` holds every rule.
    pub profiles: Vec<Profile>,
    /// What to change, concretely.
    pub remediation: String,
    /// Ids of the same check in other linters.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Rules of which a finding at the same place about the same resources is said by this rule's finding already.
    #[serde(default)]
    pub covers: Vec<String>,
    /// Controls by benchmark: `cis-aws-1.5: ["2.1.5"]`.
    #[serde(default)]
    pub compliance: BTreeMap<String, Vec<String>>,
}
