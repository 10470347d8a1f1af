//! Identities as documents write them.

use super::{Becoming, Grant, Holder, Identity, Part, Place, Power, Right, Sign, Trust};
use crate::evaluate::Path;
use crate::graph::attributes;
use crate::graph::{DocumentPlace, DocumentUnknown, ResourceGraph, ResourceIndex};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Doubts listed of one identity: one is enough to be in doubt.
const MAX_DOUBTS: usize = 4;

/// Who may do what: an identity with its effective rights.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct DocumentIdentity {
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
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// How much it may do: `administrator` is everything, `escalating` is enough to get everything.
    pub power: Power,
    /// What gives it all rights. An administrator's rights are not listed one by one.
    pub administrator: Vec<DocumentRight>,
    /// Its rights, by action; only actions that lead to the rights of another or to secrets.
    pub permissions: BTreeMap<&'static str, Vec<DocumentRight>>,
    /// The actions of `permissions` by which it can get all rights: one of the rights to each covers everything. That is
    /// certain where the right has no `needs`.
    pub escalates_by: Vec<&'static str>,
    /// What would have to be known to say that it may do no more than is seen; nothing where it may do enough.
    pub doubts: Vec<DocumentPlace>,
    /// The statements that hold for it.
    pub grants: Vec<DocumentGrant>,
    /// Who may act as it.
    pub trust: Vec<DocumentTrust>,
    /// What would have to be known to say who else may.
    pub trust_unknown: Vec<DocumentPlace>,
    /// Nobody but services that do work of their own with it may act as it: no program of a customer and no person has
    /// its credentials.
    pub works_for_itself: bool,
    /// What runs as it.
    pub holders: Vec<DocumentHolder>,
    /// Whom it can act as: directly, and on longer ways those that are more than ordinary.
    pub becomes: Vec<DocumentBecoming>,
}

/// A right, by one statement.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct DocumentRight {
    /// The action as it is written: with `*`, where it is; where a role of Google gives it, the role.
    pub action: String,
    /// Id of the resource where it is written.
    pub resource: String,
    /// Where in its attributes.
    pub path: Vec<serde_json::Value>,
    /// How the identity comes by it.
    pub evidence: Vec<DocumentEvidence>,
    /// What could take it away, if it were known: give it as `needs`.
    pub needs: Vec<DocumentPlace>,
    /// It covers everything the action acts on.
    pub anywhere: bool,
    /// It covers the identity itself.
    pub itself: bool,
    /// It stems from a statement about all actions, or all but some; from a basic role of Google.
    pub sweeping: bool,
    /// A condition holds it to less than its resources say.
    pub narrowed: bool,
    /// The identities that it covers, or whose code or machine it covers; of a right that covers everything those only
    /// that are more than ordinary.
    pub targets: Vec<DocumentTarget>,
    /// The resources as written; `${}` is a part that is unknown. Google: `projects/app`, `serviceAccounts/x@y`, ...
    pub resources: Vec<String>,
    /// The services that roles may be passed to, where a condition says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub services: Option<Vec<String>>,
    /// The keys of its conditions.
    pub conditions: Vec<String>,
    /// The tags that it depends on: `aws:ResourceTag/team`.
    pub tags: Vec<String>,
}

/// An identity that a right covers.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct DocumentTarget {
    /// Its id.
    pub id: String,
    /// How much it may do.
    pub power: Power,
    /// The services that may act as it.
    pub services: Vec<String>,
    /// What would have to be known to say which services may.
    pub needs: Vec<DocumentPlace>,
    /// What would have to be known to say that it may do no more than is seen; nothing where it may do enough.
    pub doubts: Vec<DocumentPlace>,
}

/// A place and what is to be seen there: an element of `evidence`.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct DocumentEvidence {
    /// Id of the resource.
    pub resource: String,
    /// Where in its attributes.
    pub path: Vec<serde_json::Value>,
    /// What is to be seen there.
    pub note: String,
}

/// A statement.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct DocumentGrant {
    /// Id of the resource where it is written.
    pub resource: String,
    /// Where in its attributes.
    pub path: Vec<serde_json::Value>,
    /// Whether it allows, or denies.
    pub allows: bool,
    /// The actions; of a policy that AWS manages those only that `permissions` may hold. Google: the role.
    pub actions: Vec<String>,
    /// All actions but `actions`.
    pub all_but: bool,
    /// The resources; `${}` is a part that is unknown.
    pub resources: Vec<String>,
    /// The keys of its conditions.
    pub conditions: Vec<String>,
    /// How the identity comes by it.
    pub evidence: Vec<DocumentEvidence>,
}

/// Someone who may act as an identity, as far as the identity says.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct DocumentTrust {
    /// AWS: `AWS`, `Service`, `Federated`, `*`. Google: what comes before the first `:` of a member.
    pub principal_type: String,
    /// Who; `${}` is a part that is unknown.
    pub principal: String,
    /// Ids of the identities that this is.
    pub identities: Vec<String>,
    /// Id of the resource where it is written.
    pub resource: String,
    /// Where in its attributes.
    pub path: Vec<serde_json::Value>,
    /// The actions, `sts:AssumeRole`. Google: the role.
    pub actions: Vec<String>,
    /// What has to hold.
    pub conditions: Vec<DocumentTrustCondition>,
    /// What could take it away or narrow it, if it were known: give it as `needs`.
    pub needs: Vec<DocumentPlace>,
}

/// A condition of a trust.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct DocumentTrustCondition {
    /// `StringEquals`; with `Not` before it where it stems from a denial. Google: `expression`.
    pub operator: String,
    /// `token.actions.githubusercontent.com:sub`; `${}` is a part that is unknown.
    pub key: String,
    /// The values; `${}` is a part that is unknown.
    pub values: Vec<String>,
    /// Id of the resource where they are written.
    pub resource: String,
    /// Where in its attributes.
    pub path: Vec<serde_json::Value>,
}

/// What runs as an identity.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct DocumentHolder {
    /// Id of the resource.
    pub id: String,
    /// Its kind.
    pub kind: String,
    /// Where in its attributes it says so.
    pub via: Vec<serde_json::Value>,
    /// In which way: `lambda`, `ec2`, `ecs`, `service-account`, ...
    pub how: &'static str,
}

/// Another identity that one can act as.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct DocumentBecoming {
    /// Its id.
    pub id: String,
    /// How much it may do.
    pub power: Power,
    /// The identities on the way there, the last one included.
    pub through: Vec<String>,
    /// The rights and trusts that make it so.
    pub evidence: Vec<DocumentEvidence>,
    /// What would have to be known for that to be certain.
    pub needs: Vec<DocumentPlace>,
    /// What would have to be known to say that the other may do no more than is seen; nothing where it may do enough.
    pub doubts: Vec<DocumentPlace>,
}

/// Writes the identities of a graph.
pub(in crate::graph) struct Writer<'a> {
    graph: &'a ResourceGraph,
    targets: BTreeMap<ResourceIndex, &'a Identity>,
}

impl<'a> Writer<'a> {
    pub(in crate::graph) fn new(graph: &'a ResourceGraph) -> Writer<'a> {
        let targets = graph.identities.iter().map(|identity| (identity.resource, identity)).collect();
        Writer { graph, targets }
    }

    pub(in crate::graph) fn identity(&self, identity: &Identity) -> DocumentIdentity {
        let rights = |rights: &[Right]| rights.iter().map(|right| self.right(right)).collect::<Vec<_>>();
        DocumentIdentity {
            provider: identity.provider,
            form: identity.form,
            name: identity.name.clone(),
            power: identity.power,
            administrator: rights(&identity.administrator),
            permissions: identity.permissions.iter().map(|(action, list)| (*action, rights(list))).collect(),
            escalates_by: identity.escalates_by.clone(),
            doubts: self.places(identity.doubts().take(MAX_DOUBTS)),
            grants: identity.grants.iter().map(|grant| self.grant(grant)).collect(),
            trust: identity.trust.iter().map(|trust| self.trust(trust)).collect(),
            trust_unknown: self.places(identity.unknown.of_trust()),
            works_for_itself: identity.works_for_itself,
            holders: identity.holders.iter().map(|holder| self.holder(holder)).collect(),
            becomes: identity.becomes.iter().map(|becoming| self.becoming(becoming)).collect(),
        }
    }

    pub(in crate::graph) fn unknown(&self, identity: &Identity) -> Vec<DocumentUnknown> {
        let fields = |parts: &BTreeSet<Part>| match parts.contains(&Part::Everything) {
            true => BTreeSet::new(),
            false => parts.iter().flat_map(|part| part.fields()).collect(),
        };
        let written = |(place, parts): (&Place, &BTreeSet<Part>)| DocumentUnknown {
            place: self.place(place),
            leaves_open: fields(parts),
        };
        identity.unknown.parts().map(written).collect()
    }

    fn id(&self, resource: ResourceIndex) -> String {
        self.graph.get(resource).map(|resource| resource.id.to_string()).unwrap_or_default()
    }

    fn place(&self, place: &Place) -> DocumentPlace {
        DocumentPlace { resource: self.id(place.resource), path: steps(&place.path) }
    }

    fn places<'p>(&self, places: impl IntoIterator<Item = &'p Place>) -> Vec<DocumentPlace> {
        places.into_iter().map(|place| self.place(place)).collect()
    }

    fn signs(&self, signs: &[Sign]) -> Vec<DocumentEvidence> {
        let written = |sign: &Sign| DocumentEvidence {
            resource: self.id(sign.place.resource),
            path: steps(&sign.place.path),
            note: sign.note.clone(),
        };
        signs.iter().map(written).collect()
    }

    fn power(&self, identity: ResourceIndex) -> Power {
        self.targets.get(&identity).map_or(Power::Ordinary, |target| target.power)
    }

    fn target(&self, identity: ResourceIndex) -> DocumentTarget {
        let target = self.targets.get(&identity);
        let trusts = target.map(|target| target.trust.as_slice()).unwrap_or_default();
        let services = trusts.iter().filter(|trust| trust.principal_type == "Service");
        DocumentTarget {
            id: self.id(identity),
            power: self.power(identity),
            services: services.map(|trust| trust.principal.clone()).collect(),
            needs: self.places(target.into_iter().flat_map(|target| target.unknown.of_trust())),
            doubts: self.doubts(identity),
        }
    }

    fn right(&self, right: &Right) -> DocumentRight {
        DocumentRight {
            action: right.action.clone(),
            resource: self.id(right.at.resource),
            path: steps(&right.at.path),
            evidence: self.signs(&right.evidence),
            needs: self.places(&right.needs),
            anywhere: right.anywhere,
            itself: right.itself,
            sweeping: right.sweeping,
            narrowed: right.narrowed,
            targets: right.targets.iter().map(|target| self.target(*target)).collect(),
            resources: right.resources.clone(),
            services: right.services.clone(),
            conditions: right.conditions.clone(),
            tags: right.tags.clone(),
        }
    }

    fn grant(&self, grant: &Grant) -> DocumentGrant {
        DocumentGrant {
            resource: self.id(grant.at.resource),
            path: steps(&grant.at.path),
            allows: grant.allows,
            actions: grant.actions.clone(),
            all_but: grant.all_but,
            resources: grant.resources.clone(),
            conditions: grant.conditions.clone(),
            evidence: self.signs(&grant.evidence),
        }
    }

    fn trust(&self, trust: &Trust) -> DocumentTrust {
        let condition = |condition: &super::TrustCondition| DocumentTrustCondition {
            operator: condition.operator.clone(),
            key: condition.key.clone(),
            values: condition.values.clone(),
            resource: self.id(condition.at.resource),
            path: steps(&condition.at.path),
        };
        DocumentTrust {
            principal_type: trust.principal_type.clone(),
            principal: trust.principal.clone(),
            identities: trust.identities.iter().map(|identity| self.id(*identity)).collect(),
            resource: self.id(trust.at.resource),
            path: steps(&trust.at.path),
            actions: trust.actions.clone(),
            conditions: trust.conditions.iter().map(condition).collect(),
            needs: self.places(&trust.needs),
        }
    }

    fn holder(&self, holder: &Holder) -> DocumentHolder {
        let kind = self.graph.get(holder.resource).map(|resource| resource.kind.to_string());
        DocumentHolder {
            id: self.id(holder.resource),
            kind: kind.unwrap_or_default(),
            via: steps(&holder.via),
            how: holder.how,
        }
    }

    fn becoming(&self, becoming: &Becoming) -> DocumentBecoming {
        DocumentBecoming {
            id: self.id(becoming.identity),
            power: self.power(becoming.identity),
            through: becoming.through.iter().map(|identity| self.id(*identity)).collect(),
            evidence: self.signs(&becoming.evidence),
            needs: self.places(&becoming.needs),
            doubts: self.doubts(becoming.identity),
        }
    }

    fn doubts(&self, identity: ResourceIndex) -> Vec<DocumentPlace> {
        let target = self.targets.get(&identity);
        self.places(target.into_iter().flat_map(|target| target.doubts()).take(MAX_DOUBTS))
    }
}

fn steps(path: &Path) -> Vec<serde_json::Value> {
    path.0.iter().map(attributes::step).collect()
}
