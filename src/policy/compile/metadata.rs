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

/// What is gained or lost.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Gain {
    /// Good order, cost, a company's preference.
    Order,
    /// Another attack or outage becomes easier, larger, longer or harder to notice.
    Step,
    /// Data, credentials, one machine or service.
    Worth,
    /// All of an account, subscription, project or cluster.
    Everything,
}

/// From where.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    /// Who has rights over it already; a rare event.
    Above,
    /// Who runs code in one part of it, or has a login; a failure of one machine.
    Inside,
    /// Anyone; an ordinary event.
    Anywhere,
}

/// At what effort.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Effort {
    /// A second mistake, a leaked secret, a bug in the software behind.
    Some,
    /// What is written is enough.
    None,
}

/// The worst case that a rule alone can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WorstCase {
    /// What is gained or lost.
    pub gain: Gain,
    /// From where.
    pub from: Origin,
    /// At what effort.
    pub effort: Effort,
}

impl WorstCase {
    /// What a severity tells of it.
    pub fn of(severity: Severity) -> WorstCase {
        let (gain, from, effort) = match severity {
            Severity::Low => (Gain::Step, Origin::Inside, Effort::Some),
            Severity::Medium => (Gain::Worth, Origin::Inside, Effort::Some),
            Severity::High => (Gain::Worth, Origin::Anywhere, Effort::Some),
            Severity::Critical => (Gain::Worth, Origin::Anywhere, Effort::None),
        };
        WorstCase { gain, from, effort }
    }
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
    /// The worst case that the rule alone can show, by the three questions of `docs/severity.md`. Where it is left out,
    /// the severity tells it roughly.
    #[serde(default)]
    pub worst_case: Option<WorstCase>,
    /// The profiles it belongs to; `all` holds every rule.
    pub profiles: Vec<Profile>,
    /// What to change, concretely.
    pub remediation: String,
    /// Ids of the same check in other linters.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Those of the aliases whose check is a part of what the rule reports, and the lesser one: whoever told that linter
    /// to let it pass has not accepted the rest.
    #[serde(default)]
    pub partial_aliases: Vec<String>,
    /// Rules of which a finding at the same place about the same resources is said by this rule's finding already.
    #[serde(default)]
    pub covers: Vec<String>,
    /// Rules of which a finding about the same resources says nothing more beside this rule's, wherever it stands. Of
    /// pods, one about the same container.
    #[serde(default)]
    pub outweighs: Vec<String>,
    /// Attributes of which a value counts only where it is written in a file, `*` for all: one that is copied from what
    /// another resource, a data source or a module that is not here makes is not, whatever it will be.
    #[serde(default)]
    pub written: Vec<String>,
    /// Controls by benchmark: `cis-aws-1.5: ["2.1.5"]`.
    #[serde(default)]
    pub compliance: BTreeMap<String, Vec<String>>,
}
