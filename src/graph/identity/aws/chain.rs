//! Who can act as whom.

use super::world::World;
use crate::graph::ResourceIndex;
use crate::graph::identity::chain::{self, Step};
use crate::graph::identity::{Identity, Right, Sign, Trust};
use std::collections::BTreeMap;

/// Fills in whom each identity can become. An identity that its role's trust names needs no right of its own; where
/// a role trusts the account, the right decides.
///
/// Returns whether some were left out, since there are too many.
pub(super) fn close(world: &World<'_, '_>, identities: &mut [Identity]) -> bool {
    let positions: BTreeMap<ResourceIndex, usize> =
        identities.iter().enumerate().map(|(at, identity)| (identity.resource, at)).collect();
    let steps = steps(world, identities, &positions);
    chain::close(identities, steps)
}

fn steps(
    world: &World<'_, '_>,
    identities: &[Identity],
    positions: &BTreeMap<ResourceIndex, usize>,
) -> Vec<Vec<Step>> {
    let mut found: Vec<Vec<Step>> = identities.iter().map(|_| Vec::new()).collect();
    for (to, role) in identities.iter().enumerate() {
        for trust in role.trust.iter().filter(|trust| open_to(trust)) {
            for from in trust.identities.iter().filter(|from| **from != role.resource) {
                let signs = vec![Sign { place: trust.at.clone(), note: "trusts it".to_owned() }];
                let step = Step { to, signs, needs: trust.needs.clone() };
                if let Some(steps) = positions.get(from).and_then(|from| found.get_mut(*from)) {
                    steps.push(step);
                }
            }
        }
    }
    for (to, role) in identities.iter().enumerate() {
        for (from, step) in perhaps_trusted(world, to, role) {
            if let Some(steps) = positions.get(&from).and_then(|from| found.get_mut(*from)) {
                steps.push(step);
            }
        }
    }
    for (identity, steps) in identities.iter().zip(&mut found) {
        let rights = identity.permissions.get("sts:AssumeRole").map(Vec::as_slice).unwrap_or_default();
        for right in rights.iter().filter(|right| !right.narrowed) {
            let roles = right.targets.iter().filter_map(|at| positions.get(at).copied());
            steps.extend(roles.filter_map(|to| by_right(to, identities.get(to)?, right)));
        }
    }
    found
}

/// The identities that something unknown in the trust of a role is made from: it may name them.
fn perhaps_trusted(world: &World<'_, '_>, to: usize, role: &Identity) -> Vec<(ResourceIndex, Step)> {
    let own = role.unknown.of_trust().filter(|place| place.resource == role.resource);
    let found = own.flat_map(|place| {
        let named = world.referred(place.resource, &place.path, &["aws_iam_role", "aws_iam_user"]);
        named.into_iter().filter(|from| *from != role.resource).map(|from| {
            let signs = vec![Sign { place: place.clone(), note: "may trust it".to_owned() }];
            (from, Step { to, signs, needs: vec![place.clone()] })
        })
    });
    found.collect()
}

/// The step that a right to act as a role allows: where the role leaves that to the account, or may.
fn by_right(to: usize, role: &Identity, right: &Right) -> Option<Step> {
    let mut signs = right.evidence.clone();
    signs.push(Sign { place: right.at.clone(), note: "may assume the role".to_owned() });
    let mut needs = right.needs.clone();
    match role.trust.iter().find(|trust| trusts_account(trust)) {
        Some(trust) => {
            signs.push(Sign { place: trust.at.clone(), note: "the role trusts the account".to_owned() });
            needs.extend(trust.needs.iter().cloned());
        }
        None if role.unknown.of_trust().next().is_none() => return None,
        None => needs.extend(role.unknown.of_trust().cloned()),
    }
    Some(Step { to, signs, needs })
}

/// Whether a trust leaves it to the account who may act as the role.
fn trusts_account(trust: &Trust) -> bool {
    let root = trust.principal.ends_with(":root") || trust.principal == "*";
    let account = trust.principal.len() == 12 && trust.principal.bytes().all(|byte| byte.is_ascii_digit());
    trust.principal_type != "Service" && (root || account) && open_to(trust)
}

/// Whether all that a trust asks for beside the principal is what everyone can meet.
fn open_to(trust: &Trust) -> bool {
    let met = ["aws:multifactorauthpresent", "aws:multifactorauthage", "aws:securetransport", "aws:sourceip"];
    trust.conditions.iter().all(|condition| met.contains(&condition.key.to_lowercase().as_str()))
}
