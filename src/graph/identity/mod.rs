//! Who may do what: identities of every provider with their effective rights, what runs as them, and whom they can
//! become. Rights are looked at as far as they lead to the rights of another or to secrets.

mod aws;
mod azure;
mod chain;
mod google;
mod open;
mod part;
mod rbac;
mod text;
mod tree;
mod written;

pub(super) use aws::{Condition, Document, Effect, Listed, Statement};
pub use open::{Open, Part};
pub(super) use text::Text;
pub(super) use tree::Reader;
pub(super) use written::Writer as IdentityWriter;
pub use written::{
    DocumentBecoming, DocumentEvidence, DocumentGrant, DocumentHolder, DocumentIdentity, DocumentRight,
    DocumentTarget, DocumentTrust, DocumentTrustCondition,
};

use super::link::Instances;
use super::{ResourceGraph, ResourceIndex};
use crate::evaluate::Path;
use crate::source::{Diagnostic, Level};
use std::collections::BTreeMap;

/// A place in a resource's attributes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The resource.
    pub resource: ResourceIndex,
    /// Below its attributes; empty for the resource as a whole.
    pub path: Path,
}

/// A place, and what is to be seen there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sign {
    /// The place.
    pub place: Place,
    /// What is to be seen there, in a few words.
    pub note: String,
}

/// How much an identity may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Power {
    /// Neither of the others, as far as is known.
    Ordinary,
    /// It can give itself, or take, all rights.
    Escalating,
    /// It may do everything.
    Administrator,
}

/// A right to one action, by one statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Right {
    /// The action as it is written: with `*`, where it is; where a role of Google gives it, the role.
    pub action: String,
    /// Where it is written.
    pub at: Place,
    /// How the identity comes by it, from the outside in.
    pub evidence: Vec<Sign>,
    /// What, if it were known, could take the right away.
    pub needs: Vec<Place>,
    /// It covers everything the action acts on.
    pub anywhere: bool,
    /// It covers the identity itself.
    pub itself: bool,
    /// It stems from a statement about all actions, or all but some; from a basic role of Google.
    pub sweeping: bool,
    /// A condition holds it to less than its resources say.
    pub narrowed: bool,
    /// The identities it covers that the graph has, or whose code or machine it covers; of a right that covers everything
    /// those only that are more than ordinary. Ordered.
    pub targets: Vec<ResourceIndex>,
    /// The resources as written; `${}` is a part that is unknown. Google: `projects/app`, `serviceAccounts/x@y`, ...
    pub resources: Vec<String>,
    /// The services that roles may be passed to, where a condition says so.
    pub services: Option<Vec<String>>,
    /// The keys of its conditions.
    pub conditions: Vec<String>,
    /// The tags that it depends on, and on whose: `aws:ResourceTag/team`.
    pub tags: Vec<String>,
}

impl Right {
    /// A right over `resources` as they are written, of which nothing else is said.
    fn over(resources: Vec<String>, action: String, at: Place) -> Right {
        Right {
            action,
            at,
            evidence: Vec::new(),
            needs: Vec::new(),
            anywhere: false,
            itself: false,
            sweeping: false,
            narrowed: false,
            targets: Vec::new(),
            resources,
            services: None,
            conditions: Vec::new(),
            tags: Vec::new(),
        }
    }
}

/// A statement, as far as it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// Where it stands.
    pub at: Place,
    /// Whether it allows, or denies.
    pub allows: bool,
    /// The actions. Google: the role.
    pub actions: Vec<String>,
    /// All actions but `actions`.
    pub all_but: bool,
    /// The resources; `${}` is a part that is unknown.
    pub resources: Vec<String>,
    /// The keys of its conditions.
    pub conditions: Vec<String>,
    /// How the identity comes by it.
    pub evidence: Vec<Sign>,
}

/// Someone who may act as an identity, as far as the identity says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trust {
    /// AWS: `AWS`, `Service`, `Federated`, `*`. Google: what comes before the first `:` of a member.
    pub principal_type: String,
    /// Who; `${}` is a part that is unknown.
    pub principal: String,
    /// The identities of the graph that this is.
    pub identities: Vec<ResourceIndex>,
    /// Where it is written.
    pub at: Place,
    /// The actions, `sts:AssumeRole`. Google: the role.
    pub actions: Vec<String>,
    /// What has to hold.
    pub conditions: Vec<TrustCondition>,
    /// What, if it were known, could take it away or narrow it.
    pub needs: Vec<Place>,
}

/// A condition of a trust.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrustCondition {
    /// `StringEquals`. Google: `expression`.
    pub operator: String,
    /// `token.actions.githubusercontent.com:sub`; `${}` is a part that is unknown.
    pub key: String,
    /// The values; `${}` is a part that is unknown.
    pub values: Vec<String>,
    /// Where the values stand.
    pub at: Place,
}

/// What runs as an identity.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Holder {
    /// The resource.
    pub resource: ResourceIndex,
    /// Where it says so.
    pub via: Path,
    /// In which way: `lambda`, `ec2`.
    pub how: &'static str,
}

/// Another identity that one can act as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Becoming {
    /// The identity.
    pub identity: ResourceIndex,
    /// The identities on the way there, the last one included.
    pub through: Vec<ResourceIndex>,
    /// The rights and trusts that make it so.
    pub evidence: Vec<Sign>,
    /// What would have to be known for that to be certain.
    pub needs: Vec<Place>,
}

/// Someone or something that has rights.
#[derive(Clone, Debug)]
pub struct Identity {
    /// The resource that declares it.
    pub resource: ResourceIndex,
    /// `aws`, `azure`, `google`, `kubernetes`.
    pub provider: &'static str,
    /// AWS: `role`, `user`, `group`, `permission-set`; `policy` for whoever is given a policy elsewhere. Google:
    /// `service-account`, `default-service-account`, `service-agent`, `user`, `group`, `domain`, `federated`,
    /// `everyone`; `member` for anybody else that a binding names; `role` for whoever is given a custom role elsewhere.
    /// Azure: `managed-identity`, `system-identity` for the one that belongs to a resource, `kubelet-identity` and
    /// `add-on-identity` for those of a cluster, `service-principal`, `application`, `group`, `user`, `deployer` for
    /// whoever applies the configuration; `principal` for others that an assignment names; `role-definition` for whoever
    /// is given a custom role elsewhere. Kubernetes: `service-account`; `subject` for others that a binding names; `role`
    /// and `cluster-role` for whoever is given one elsewhere.
    pub form: &'static str,
    /// Who it is, where the resource that stands for it does not declare it: `user:jane@example.com`.
    pub name: Option<String>,
    /// How much it may do.
    pub power: Power,
    /// What gives it all rights. An administrator's rights are not listed one by one.
    pub administrator: Vec<Right>,
    /// Its rights, by watched action.
    pub permissions: BTreeMap<&'static str, Vec<Right>>,
    /// The watched actions by which it can get all rights, whether that is certain or not.
    pub escalates_by: Vec<&'static str>,
    /// The statements that hold for it.
    pub grants: Vec<Grant>,
    /// Who may act as it.
    pub trust: Vec<Trust>,
    /// Nobody but services that do work of their own with it may act as it: no program of a customer and no person has
    /// its credentials.
    pub works_for_itself: bool,
    /// What runs as it. Ordered.
    pub holders: Vec<Holder>,
    /// Whom it can act as, directly or not.
    pub becomes: Vec<Becoming>,
    /// What would have to be known for all of this to be complete.
    pub unknown: Open,
}

impl Identity {
    /// What would have to be known to say that it may do no more than is seen. Nothing for one that may do enough.
    pub(super) fn doubts(&self) -> impl Iterator<Item = &Place> {
        self.unknown.of_power().filter(|_| self.power == Power::Ordinary)
    }

    /// Those of its rights by which it can get all others, of actions that lead there where they cover everything.
    fn leads_by(&self, leads: impl Fn(&str) -> bool) -> Vec<&'static str> {
        let wide = |rights: &[Right]| rights.iter().any(|right| right.anywhere && !right.narrowed);
        let all = self.permissions.iter().filter(|(action, rights)| leads(action) && wide(rights));
        all.map(|(action, _)| *action).collect()
    }

    fn new(resource: ResourceIndex, provider: &'static str, form: &'static str) -> Identity {
        Identity {
            resource,
            provider,
            form,
            name: None,
            power: Power::Ordinary,
            administrator: Vec::new(),
            permissions: BTreeMap::new(),
            escalates_by: Vec::new(),
            grants: Vec::new(),
            trust: Vec::new(),
            works_for_itself: false,
            holders: Vec::new(),
            becomes: Vec::new(),
            unknown: Open::default(),
        }
    }
}

/// All identities, ordered by resource and name, and what went wrong. Takes time in proportion to the statements that hold for
/// each.
pub(super) fn collect(graph: &ResourceGraph) -> (Vec<Identity>, Vec<Diagnostic>) {
    let mut reader = tree::Reader::new(Instances::new(&graph.resources));
    let aws::Found { mut identities, exceeded } = aws::collect(graph, &mut reader);
    let google = google::collect(graph, &mut reader);
    let exceeded = exceeded || google.exceeded;
    identities.extend(google.identities);
    let azure = azure::collect(graph, &mut reader);
    let exceeded = exceeded || azure.exceeded;
    identities.extend(azure.identities);
    let (of_clusters, mut diagnostics) = rbac::collect(graph);
    identities.extend(of_clusters);
    identities.sort_by(|one, other| (one.resource, &one.name).cmp(&(other.resource, &other.name)));
    let first = identities.first().and_then(|identity| graph.get(identity.resource)).filter(|_| exceeded);
    diagnostics.extend(first.map(|resource| {
        let message = "there are too many identities and rights to say of each what it may do and which others it \
                       reaches; rules about that may miss some";
        Diagnostic::at(Level::Warning, "graph-limit", resource.header, message.to_owned())
            .with_help("check directories apart")
    }));
    (identities, diagnostics)
}

#[cfg(test)]
mod tests;
