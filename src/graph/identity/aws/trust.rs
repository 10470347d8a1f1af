//! Trust policies: who may act as a role.

use super::actions::ActionPattern;
use super::statement::{Condition, Document, Effect, Listed, Statement};
use super::world::World;
use crate::evaluate::{Data, Path, Step, Value};
use crate::graph::identity::text::{HOLE, Text};
use crate::graph::identity::{Place, Trust, TrustCondition};
use crate::graph::{Resource, ResourceIndex};

/// Clusters whose tokens AWS takes.
const CLUSTERS: [&str; 2] = ["aws_eks_cluster", "data.aws_eks_cluster"];
/// The issuer of such tokens, as far as all have the same.
const EKS_ISSUER: &str = "oidc.eks.${}.amazonaws.com/id/${}";

/// Who may act as a role, and what is unknown of that.
#[derive(Clone, Debug, Default)]
pub(super) struct Trusts {
    pub(super) trusts: Vec<Trust>,
    pub(super) unknown: Vec<Place>,
}

/// What the trust policy of a role says.
pub(super) fn of_role(world: &mut World<'_, '_>, at: ResourceIndex, role: &Resource) -> Trusts {
    let argument = "assume_role_policy";
    let Some(value) = role.attributes.get(argument).filter(|value| !matches!(value.data, Data::Null)) else {
        return Trusts::default();
    };
    let path = Path::default().join(&[argument]);
    let document = world.document(at, &path, value);
    let mut found = Trusts::default();
    found.unknown.extend(document.unknown.iter().chain(&document.opaque).map(|path| document.place(path)));
    for statement in &document.statements {
        if statement.effect != Effect::Deny && !statement.all_principals_but {
            of_statement(world, role, &document, statement, &mut found);
        }
    }
    let perhaps = || document.perhaps.iter();
    let adding = perhaps().filter(|one| one.effect != Effect::Deny);
    found.unknown.extend(adding.map(|statement| document.place(&statement.path)));
    let denying = perhaps().filter(|one| one.effect != Effect::Allow).map(|statement| &statement.path);
    let unseen = document.unknown.iter().chain(&document.opaque).chain(denying);
    let unseen: Vec<Place> = unseen.map(|path| document.place(path)).collect();
    found.doubt(&unseen);
    for statement in document.statements.iter().filter(|statement| statement.effect != Effect::Allow) {
        denied(&document, statement, &mut found);
    }
    found
}

/// Services that do work of their own with a role, and run nothing for anybody.
const WORK_FOR_THEMSELVES: [&str; 6] = [
    "backup.amazonaws.com",
    "cloudtrail.amazonaws.com",
    "config.amazonaws.com",
    "dlm.amazonaws.com",
    "monitoring.rds.amazonaws.com",
    "vpc-flow-logs.amazonaws.com",
];

impl Trusts {
    /// Whether those who are seen to be trusted are services that do work of their own.
    pub(super) fn all_work_for_themselves(&self) -> bool {
        let works = |trust: &Trust| WORK_FOR_THEMSELVES.contains(&trust.principal.as_str());
        !self.trusts.is_empty() && self.trusts.iter().all(works)
    }

    /// Notes that something unknown may deny what is allowed.
    fn doubt(&mut self, places: &[Place]) {
        for trust in &mut self.trusts {
            trust.needs.extend(places.iter().cloned());
        }
    }
}

/// An unconditional denial of everything leaves nobody; another one narrows, in ways that are not followed.
fn denied(document: &Document, statement: &Statement, found: &mut Trusts) {
    let mut doubts = statement.unknown_conditions.clone();
    if statement.effect == Effect::Unknown {
        doubts.push(statement.path.join(&["Effect"]));
    }
    let named = |listed: &Listed| listed.texts.iter().any(|(_, text)| text.text == "*") && !listed.negated;
    if !statement.principals.iter().any(|(_, listed)| named(listed)) {
        let unknown: Vec<&Path> =
            statement.principals.iter().flat_map(|(_, listed)| &listed.unknown).collect();
        if unknown.is_empty() {
            return;
        }
        doubts.extend(unknown.into_iter().cloned());
    }
    match assumes(statement) {
        true if !statement.actions.negated => {}
        false if statement.actions.negated || statement.actions.unknown.is_empty() => return,
        _ => doubts.extend(statement.actions.unknown.iter().cloned()),
    }
    if !doubts.is_empty() {
        let doubts: Vec<Place> = doubts.iter().map(|path| document.place(path)).collect();
        found.doubt(&doubts);
    } else if statement.conditions.is_empty() {
        found.trusts.clear();
    } else {
        for trust in &mut found.trusts {
            trust.conditions.extend(statement.conditions.iter().map(|condition| TrustCondition {
                operator: format!("Not{}", condition.operator),
                ..shown(document, condition)
            }));
        }
    }
}

fn assumes(statement: &Statement) -> bool {
    let actions = ["sts:AssumeRole", "sts:AssumeRoleWithWebIdentity", "sts:AssumeRoleWithSAML"];
    let listed = |pattern: &ActionPattern| actions.iter().any(|action| pattern.matches(action));
    statement.patterns.iter().any(listed) != statement.actions.negated
}

fn of_statement(
    world: &World<'_, '_>,
    role: &Resource,
    document: &Document,
    statement: &Statement,
    found: &mut Trusts,
) {
    let mut needs: Vec<Place> = Vec::new();
    match assumes(statement) {
        true if !statement.actions.negated => {}
        false if statement.actions.negated || statement.actions.unknown.is_empty() => return,
        _ => needs.extend(statement.actions.unknown.iter().map(|path| document.place(path))),
    }
    if statement.effect == Effect::Unknown {
        needs.push(document.place(&statement.path.join(&["Effect"])));
    }
    let conditions: Vec<TrustCondition> =
        statement.conditions.iter().map(|condition| shown(document, condition)).collect();
    needs.extend(statement.unknown_conditions.iter().map(|path| document.place(path)));
    // Of AWS' own keys it matters that they are asked for, of a provider's claims which values.
    let claims = statement.conditions.iter().filter(|condition| {
        let key = condition.lower_key();
        !key.starts_with("aws:") && !key.starts_with("sts:")
    });
    let values = claims.flat_map(|condition| &condition.values.unknown);
    needs.extend(values.map(|path| document.place(path)));
    found.unknown.extend(needs.iter().cloned());
    let actions = statement.actions.texts.iter().map(|(_, text)| text.shown()).collect::<Vec<_>>();
    for (kind, listed) in &statement.principals {
        let somebody = Trust {
            principal_type: kind.clone(),
            principal: "${}".to_owned(),
            identities: Vec::new(),
            at: document.place(&listed.path),
            actions: actions.clone(),
            conditions: conditions.clone(),
            needs: needs.clone(),
        };
        of_principals(world, role, document, listed, &somebody, found);
    }
}

/// The principals of one type, each `somebody` but for who it is.
fn of_principals(
    world: &World<'_, '_>,
    role: &Resource,
    document: &Document,
    listed: &Listed,
    somebody: &Trust,
    found: &mut Trusts,
) {
    // An identity provider whose address is unknown may be one that everybody can use.
    let federated = somebody.principal_type == "Federated";
    let asked = federated && somebody.conditions.iter().any(says_who);
    for path in &listed.unknown {
        let place = document.place(path);
        if !asked {
            found.unknown.push(place);
        } else if listed.texts.iter().all(|(own, _)| own != path) {
            found.trusts.push(Trust { at: place, ..somebody.clone() });
        }
    }
    for (path, text) in &listed.texts {
        let named = named_principal(world, text, federated);
        if federated && named.is_none() && !text.is_known() && !asked && !has_known_host(text) {
            found.unknown.push(document.place(path));
        }
        found.trusts.push(Trust {
            principal: named.unwrap_or_else(|| text.shown()),
            identities: identities(world, role, text),
            at: document.place(path),
            ..somebody.clone()
        });
    }
}

fn shown(document: &Document, condition: &Condition) -> TrustCondition {
    TrustCondition {
        operator: condition.operator.clone(),
        key: condition.key.shown(),
        values: condition.values.texts.iter().map(|(_, text)| text.shown()).collect(),
        at: document.place(&condition.values.path),
    }
}

/// Whether a condition asks for somebody by name, or for one whom a cluster vouches for.
fn says_who(condition: &TrustCondition) -> bool {
    let operator = condition.operator.to_lowercase();
    let of_a_cluster = |value: &String| value.starts_with("system:serviceaccount:");
    condition.key.to_lowercase().ends_with(":sub")
        && !operator.contains("not")
        && (!operator.contains("like") || condition.values.iter().all(of_a_cluster))
}

/// Whether the host of an identity provider is known, though its account or a part of its path is not:
/// `arn:aws:iam::${...}:oidc-provider/oidc.example.com/org/${...}`.
fn has_known_host(text: &Text) -> bool {
    let host = text.text.split_once(":oidc-provider/").and_then(|(_, address)| address.split('/').next());
    host.is_some_and(|host| !host.is_empty() && !host.contains(HOLE))
}

/// An identity provider that the configuration declares, by its address, or the account itself.
fn named_principal(world: &World<'_, '_>, text: &Text, federated: bool) -> Option<String> {
    let account = |(at, read): &(ResourceIndex, Path)| {
        let kind = world.graph.get(*at).map(|one| &*one.kind);
        kind == Some("data.aws_caller_identity") && read.0.last() == Some(&Step::from("account_id"))
    };
    // An account is no identity provider.
    if !federated && text.is_hole() && text.refers.iter().any(account) {
        return Some("arn:aws:iam::${}:root".to_owned());
    }
    if text.is_known() {
        return None;
    }
    let named = text.refers.iter().find_map(|(at, _)| address(world, *at));
    // Written as text: the account, then the cluster's issuer.
    let of_cluster = |(at, _): &(ResourceIndex, Path)| {
        world.graph.get(*at).is_some_and(|one| CLUSTERS.contains(&&*one.kind))
    };
    let is_cluster = |(_, host): (&str, &str)| host.starts_with(HOLE) && text.refers.iter().any(of_cluster);
    let issued = || text.text.split_once(":oidc-provider/").filter(|parts| is_cluster(*parts));
    let address = named.or_else(|| issued().map(|_| EKS_ISSUER.to_owned()))?;
    Some(format!("arn:aws:iam::${{}}:oidc-provider/{address}"))
}

/// The address of an identity provider; of one for a cluster that the files declare or look up, as far as all have it.
fn address(world: &World<'_, '_>, provider: ResourceIndex) -> Option<String> {
    let declared = world.graph.get(provider)?;
    if !declared.kind.ends_with("aws_iam_openid_connect_provider") {
        return None;
    }
    if let Some(url) = declared.attributes.get("url").and_then(Value::as_str) {
        return Some(url.trim_start_matches("https://").trim_end_matches('/').to_owned());
    }
    let clusters = world.referred(provider, &Path::default().join(&["url"]), &CLUSTERS);
    (!clusters.is_empty()).then(|| EKS_ISSUER.to_owned())
}

/// The roles and users of the graph that a principal is.
fn identities(world: &World<'_, '_>, role: &Resource, text: &Text) -> Vec<ResourceIndex> {
    let is_identity = |at: &ResourceIndex| {
        let kind = world.graph.get(*at).map(|one| one.kind.trim_start_matches("data."));
        kind.is_some_and(|kind| matches!(kind, "aws_iam_role" | "aws_iam_user"))
    };
    let mut found: Vec<ResourceIndex> =
        text.refers.iter().map(|(at, _)| *at).filter(|at| is_identity(at)).collect();
    for (separator, kind) in [(":role/", "aws_iam_role"), (":user/", "aws_iam_user")] {
        if let Some((_, path)) = text.text.split_once(separator) {
            let name = path.rsplit_once('/').map_or(path, |(_, name)| name);
            found.extend(world.named(&role.root, kind, name));
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}
