//! The features of a finding: the one table from which code, documents and model card take them.
//!
//! Every feature has levels, the lowest first; risk never falls from one level to the next. None of them looks at
//! names, paths or comments, which whoever writes a configuration controls.

use serde::Serialize;

/// What a feature speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Group {
    /// What is lost or gained.
    Impact,
    /// Who can get at it, and what stands in the way.
    Exposure,
    /// What a team decided of the rule; no feature is of this group.
    Team,
}

impl Group {
    /// As reports print it.
    pub fn name(self) -> &'static str {
        match self {
            Group::Impact => "impact",
            Group::Exposure => "exposure",
            Group::Team => "team",
        }
    }
}

/// A feature, in the order of [`FEATURES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Feature {
    /// How bad the rule says it is.
    Severity,
    /// How bad linters say it is.
    Consensus,
    /// What is gained or lost in the worst case.
    Gain,
    /// From where.
    Origin,
    /// At what effort.
    Effort,
    /// Whether it is of the default profile.
    Common,
    /// Whether it is about security.
    Security,
    /// What kind of data lies behind.
    Data,
    /// How much the container may do on its machine.
    Privilege,
    /// Whether the pod gets at the machine it runs on.
    Host,
    /// A wildcard among the actions.
    WildcardAction,
    /// A wildcard among the resources.
    WildcardResource,
    /// How much the identity may do that it is about.
    Power,
    /// Whether a credential lies open.
    Secret,
    /// Whether the internet reaches it.
    Internet,
    /// How far the internet is.
    Proximity,
    /// How many addresses are let in.
    Breadth,
    /// Whether everybody is given something.
    Public,
    /// How much whatever runs there may do.
    Attached,
    /// How much can be got at from there.
    Blast,
    /// How many resources have the fault.
    Instances,
    /// Whether nothing stands in the way.
    Unhindered,
}

/// What a rule has to say for a feature to count. What lies around a resource makes only those findings worse that
/// give something of it away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// It is about security.
    Security,
    /// In the worst case something of worth is at stake.
    Worth,
    /// In the worst case it comes from inside or from anywhere.
    Near,
}

impl Condition {
    /// In words, after "counts where".
    pub fn words(self) -> &'static str {
        match self {
            Condition::Security => "the rule is about security",
            Condition::Worth => "the worst case puts something of worth at stake",
            Condition::Near => "the worst case comes from inside or from anywhere",
        }
    }

    /// The feature that says so, and from which level on.
    pub fn least(self) -> (Feature, u8) {
        match self {
            Condition::Security => (Feature::Security, 1),
            Condition::Worth => (Feature::Gain, 2),
            Condition::Near => (Feature::Origin, 1),
        }
    }
}

/// What a feature is.
#[derive(Debug)]
pub struct Definition {
    /// Which one.
    pub feature: Feature,
    /// Its name in files and reports.
    pub id: &'static str,
    /// What it speaks of.
    pub group: Group,
    /// What it is, in a sentence.
    pub definition: &'static str,
    /// Its levels in words, as reports print them, the lowest first.
    pub levels: &'static [&'static str],
    /// When it counts: where all of these hold. Elsewhere it has its lowest level.
    pub counts: &'static [Condition],
}

impl Definition {
    const fn where_all(mut self, counts: &'static [Condition]) -> Definition {
        self.counts = counts;
        self
    }

    /// The definition, and when the feature counts.
    pub fn in_full(&self) -> String {
        let conditions: Vec<&str> = self.counts.iter().map(|one| one.words()).collect();
        match conditions.is_empty() {
            true => self.definition.to_owned(),
            false => format!("{} Counts where {}.", self.definition, conditions.join(" and ")),
        }
    }
}

/// How many there are.
pub const COUNT: usize = FEATURES.len();

impl Feature {
    /// Its definition.
    #[expect(clippy::indexing_slicing, reason = "a test holds the table to one entry for each feature")]
    pub fn definition(self) -> &'static Definition {
        &FEATURES[self as usize]
    }

    /// Its highest level.
    pub fn highest(self) -> u8 {
        u8::try_from(self.definition().levels.len().saturating_sub(1)).unwrap_or(u8::MAX)
    }
}

const fn feature(
    feature: Feature,
    id: &'static str,
    group: Group,
    definition: &'static str,
    levels: &'static [&'static str],
) -> Definition {
    Definition { feature, id, group, definition, levels, counts: &[] }
}

use Condition::{Near, Security, Worth};

/// All features, ordered as [`Feature`] is.
pub const FEATURES: &[Definition] = &[
    feature(
        Feature::Severity,
        "severity",
        Group::Impact,
        "The severity of the rule, by the rubric for severities.",
        &["low severity", "medium severity", "high severity", "critical severity"],
    ),
    feature(
        Feature::Consensus,
        "consensus",
        Group::Impact,
        "The median of the severities that this and other linters give the misconfiguration. Where they differ, the \
         interval of the score covers the lowest and the highest.",
        &[
            "rated low by linters",
            "rated between low and medium by linters",
            "rated medium by linters",
            "rated between medium and high by linters",
            "rated high by linters",
            "rated above high by linters",
        ],
    ),
    feature(
        Feature::Gain,
        "gain",
        Group::Impact,
        "What is gained or lost in the worst case that the rule alone can show, by the first question of the rubric for \
         severities.",
        &[
            "good order alone",
            "a step to something else",
            "something of worth at stake",
            "everything at stake",
        ],
    ),
    feature(
        Feature::Origin,
        "from",
        Group::Impact,
        "From where, by the second question.",
        &["at worst from above, or rarely", "at worst from inside", "at worst from anywhere, or by ordinary events"],
    ),
    feature(
        Feature::Effort,
        "effort",
        Group::Impact,
        "At what effort, by the third question.",
        &["takes a second mistake", "takes nothing more"],
    ),
    feature(
        Feature::Common,
        "default-profile",
        Group::Impact,
        "Whether the rule is in the default profile: what a careful engineer would fix when told.",
        &["a matter of policy or cost", "hardly meant, or free to fix"],
    ),
    feature(
        Feature::Security,
        "security",
        Group::Impact,
        "Whether the rule is about security, not reliability alone.",
        &["about reliability", "about security"],
    ),
    feature(
        Feature::Data,
        "data",
        Group::Impact,
        "The most sensitive kind of data that the resource holds or, where it holds none, that it is directly connected \
         to, by kinds of resources. What a policy gives rights to is told by its wildcards instead.",
        &["no data", "logs or configuration", "stored data", "secrets, keys or identities"],
    )
    .where_all(&[Worth]),
    feature(
        Feature::Privilege,
        "privilege",
        Group::Impact,
        "What the container may do on its machine.",
        &["no more than a user", "may be root", "has dangerous capabilities", "privileged"],
    ),
    feature(
        Feature::Host,
        "host",
        Group::Impact,
        "Whether the pod shares namespaces or files with the machine it runs on.",
        &[
            "kept from its machine",
            "in a namespace of its machine",
            "has files of its machine",
            "has files and a namespace of its machine",
        ],
    ),
    feature(
        Feature::WildcardAction,
        "wildcard-action",
        Group::Impact,
        "Whether the statement of the finding allows actions by a wildcard.",
        &["actions are named", "all actions of a service", "all actions"],
    ),
    feature(
        Feature::WildcardResource,
        "wildcard-resource",
        Group::Impact,
        "Whether the statement of the finding holds for all resources.",
        &["resources are named", "all resources"],
    ),
    feature(
        Feature::Power,
        "power",
        Group::Impact,
        "What the identity may do that the finding's resource declares, gives rights to or binds.",
        &["ordinary rights", "can get all rights", "has all rights"],
    )
    .where_all(&[Worth]),
    feature(
        Feature::Secret,
        "secret",
        Group::Impact,
        "Whether a credential lies where the finding is.",
        &["no credential", "a credential lies open"],
    ),
    feature(
        Feature::Internet,
        "internet",
        Group::Exposure,
        "Whether the internet reaches the resource, what it is attached to, or what runs as it.",
        &["not reached", "reached from the internet"],
    )
    .where_all(&[Security, Near]),
    feature(
        Feature::Proximity,
        "proximity",
        Group::Exposure,
        "How many resources lie between it and the internet; the fewer, the higher.",
        &[
            "no way from the internet",
            "4 hops or more from the internet",
            "3 hops from the internet",
            "2 hops from the internet",
            "1 hop from the internet",
            "no hop from the internet",
        ],
    )
    .where_all(&[Security, Near]),
    feature(
        Feature::Breadth,
        "breadth",
        Group::Exposure,
        "The largest public address range at the place of the finding.",
        &[
            "no public range",
            "open to up to 256 addresses",
            "open to up to 65,536 addresses",
            "open to more addresses",
            "open to every address",
        ],
    )
    .where_all(&[Security]),
    feature(
        Feature::Public,
        "public-principal",
        Group::Exposure,
        "Whether what the finding points at names everybody as principal.",
        &["named principals", "everybody with an account is let in", "everybody is let in"],
    )
    .where_all(&[Security]),
    feature(
        Feature::Attached,
        "attached-identity",
        Group::Exposure,
        "What the identities may do that the resource runs as.",
        &[
            "no rights of note",
            "rights that lead to others or to secrets",
            "can get all rights",
            "has all rights",
        ],
    )
    .where_all(&[Security, Worth]),
    feature(
        Feature::Blast,
        "blast-radius",
        Group::Exposure,
        "How many other resources can be got at from it, or depend on it directly. Whoever has all rights gets at \
         everything.",
        &[
            "concerns no other resource",
            "concerns 1 or 2 others",
            "concerns 3 to 6 others",
            "concerns 7 to 14 others",
            "concerns 15 others and more, or everything",
        ],
    )
    .where_all(&[Near]),
    feature(
        Feature::Instances,
        "instances",
        Group::Exposure,
        "How many resources have the fault from this one cause.",
        &[
            "one instance",
            "2 or 3 instances",
            "4 to 9 instances",
            "10 to 29 instances",
            "30 instances and more",
        ],
    )
    .where_all(&[Near]),
    feature(
        Feature::Unhindered,
        "unhindered",
        Group::Exposure,
        "Whether nothing that the graph shows stands in the way (a way that is blocked, a NetworkPolicy that selects \
         the pod, a bucket's public access block, an explicit denial), and whether something uses what does nothing by \
         itself: policies, roles of a cluster, security groups, launch templates.",
        &["something stands in the way", "nothing here uses it", "nothing known stands in the way"],
    )
    .where_all(&[Near]),
];

#[cfg(test)]
mod tests {
    use super::{FEATURES, Feature};
    use std::collections::BTreeSet;

    #[test]
    fn the_table_is_in_order_and_names_are_unique() {
        assert!(FEATURES.iter().enumerate().all(|(at, one)| one.feature as usize == at));
        let ids: BTreeSet<&str> = FEATURES.iter().map(|one| one.id).collect();
        assert_eq!(ids.len(), FEATURES.len());
        assert!(FEATURES.iter().all(|one| one.levels.len() >= 2));
        assert_eq!(Feature::Unhindered as usize + 1, FEATURES.len());
    }
}
