//! Federated credentials: whose tokens are good for acting as an identity.

use super::world::{APPLICATIONS, World};
use crate::graph::identity::text::Text;
use crate::graph::identity::{Place, Trust, TrustCondition};
use crate::graph::{Relation, ResourceIndex};
use std::collections::BTreeMap;

/// Kinds of them.
const CREDENTIALS: [&str; 3] = [
    "azuread_application_federated_identity_credential",
    "azuread_application_flexible_federated_identity_credential",
    "azurerm_federated_identity_credential",
];

/// Who may act as an identity, and what is unknown of that.
#[derive(Clone, Debug, Default)]
pub(super) struct Trusts {
    pub(super) trusts: Vec<Trust>,
    pub(super) unknown: Vec<Place>,
}

/// Comparisons in one expression.
const MAX_CLAUSES: usize = 32;

/// Who may act as each identity.
pub(super) fn collect(world: &mut World<'_, '_>) -> BTreeMap<ResourceIndex, Trusts> {
    let mut found: BTreeMap<ResourceIndex, Trusts> = BTreeMap::new();
    for (at, resource) in world.resources() {
        if !CREDENTIALS.contains(&&*resource.kind) {
            continue;
        }
        let mut parents = Vec::new();
        for key in ["parent_id", "user_assigned_identity_id"] {
            parents.extend(world.referred(at, &[key], &["azurerm_user_assigned_identity"]));
        }
        for key in ["application_id", "application_object_id"] {
            parents.extend(world.referred(at, &[key], &APPLICATIONS));
        }
        let trust = read(world, at);
        for parent in parents {
            let entry = found.entry(world.identity_of(parent)).or_default();
            entry.unknown.extend(trust.needs.iter().cloned());
            entry.trusts.push(trust.clone());
        }
    }
    found
}

fn read(world: &mut World<'_, '_>, at: ResourceIndex) -> Trust {
    let mut needs = Vec::new();
    let issuer = world.text(at, "issuer").unwrap_or_default();
    // The issuer of a cluster that is made with it is known well enough.
    if issuer.is_hole() && issuer.refers.is_empty() {
        needs.push(world.place(at, "issuer"));
    }
    let key = if world.value(at, "subject").is_some() { "subject" } else { "claims_matching_expression" };
    let text = world.text(at, key).unwrap_or_default();
    let place = world.place(at, key);
    if text.is_hole() {
        needs.push(place.clone());
    }
    let conditions = match key {
        "subject" => vec![TrustCondition {
            operator: "StringEquals".to_owned(),
            key: "sub".to_owned(),
            values: vec![text.shown()],
            at: place.clone(),
        }],
        _ => claims(&text, &place),
    };
    let accounts = world.references(at).iter().filter(|reference| reference.relation == Relation::Trusts);
    Trust {
        principal_type: "Federated".to_owned(),
        principal: issuer.shown(),
        identities: accounts.map(|reference| reference.to).collect(),
        at: place,
        actions: Vec::new(),
        conditions,
        needs,
    }
}

/// The comparisons of an expression: `claims['sub'] matches 'repo:a/b:*' and claims['x'] eq 'y'`.
fn claims(expression: &Text, place: &Place) -> Vec<TrustCondition> {
    let shown = expression.shown();
    let clauses = shown.split("claims[").skip(1).take(MAX_CLAUSES);
    let read = |clause: &str| {
        let (claim, rest) = clause.split_once(']')?;
        let (operator, rest) = rest.trim_start().split_once(char::is_whitespace)?;
        let value = rest.trim_start().strip_prefix('\'')?.split('\'').next()?;
        Some(TrustCondition {
            operator: if operator.eq_ignore_ascii_case("matches") { "StringLike" } else { "StringEquals" }
                .to_owned(),
            key: claim.trim_matches('\'').to_owned(),
            values: vec![value.to_owned()],
            at: place.clone(),
        })
    };
    clauses.filter_map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evaluate::Path;

    #[test]
    fn claims_are_read_from_expressions() {
        let text =
            "claims['sub'] matches 'repo:a/b:ref:refs/heads/*' and claims['job_workflow_ref'] eq 'a/c'";
        let place = Place { resource: ResourceIndex(0), path: Path::default() };
        let read = claims(&Text::known(text), &place);
        let shown: Vec<_> =
            read.iter().map(|one| (&*one.operator, &*one.key, one.values.join(" "))).collect();
        assert_eq!(
            shown,
            [
                ("StringLike", "sub", "repo:a/b:ref:refs/heads/*".to_owned()),
                ("StringEquals", "job_workflow_ref", "a/c".to_owned())
            ]
        );
        assert!(claims(&Text::known("claims["), &place).is_empty());
    }
}
