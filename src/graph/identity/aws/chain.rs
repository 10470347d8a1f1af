//! Who can act as whom, directly or through others.

use crate::graph::ResourceIndex;
use crate::graph::identity::{Becoming, Identity, Place, Power, Right, Sign, Trust};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// Identities looked at from one.
const MAX_REACHED: usize = 256;
/// Steps from one to another: nobody follows a longer way.
const MAX_STEPS: usize = 6;

/// One step.
struct Step {
    to: ResourceIndex,
    signs: Vec<Sign>,
    needs: Vec<Place>,
}

/// Fills in whom each identity can become. An identity that its role's trust names needs no right of its own; where
/// a role trusts the account, the right decides.
///
/// Returns whether some were left out, since there are too many.
pub(super) fn close(identities: &mut [Identity]) -> bool {
    let positions: BTreeMap<ResourceIndex, usize> =
        identities.iter().enumerate().map(|(at, identity)| (identity.resource, at)).collect();
    let steps = steps(identities, &positions);
    let matters = |at: ResourceIndex| {
        let identity = positions.get(&at).and_then(|at| identities.get(*at));
        identity.is_some_and(|one| one.power > Power::Ordinary || one.doubts().next().is_some())
    };
    let mut exceeded = false;
    let reached: Vec<Vec<Becoming>> = identities
        .iter()
        .map(|identity| {
            let reached = reached(identity.resource, &steps);
            exceeded |= reached.len() + 1 >= MAX_REACHED;
            reached.into_iter().filter(|one| one.through.len() == 1 || matters(one.identity)).collect()
        })
        .collect();
    for (identity, reached) in identities.iter_mut().zip(reached) {
        identity.becomes = reached;
    }
    exceeded
}

fn steps(
    identities: &[Identity],
    positions: &BTreeMap<ResourceIndex, usize>,
) -> BTreeMap<ResourceIndex, Vec<Step>> {
    let mut found: BTreeMap<ResourceIndex, Vec<Step>> = BTreeMap::new();
    for role in identities {
        for trust in role.trust.iter().filter(|trust| open_to(trust)) {
            for from in trust.identities.iter().filter(|from| **from != role.resource) {
                let signs = vec![Sign { place: trust.at.clone(), note: "trusts it".to_owned() }];
                let step = Step { to: role.resource, signs, needs: trust.needs.clone() };
                found.entry(*from).or_default().push(step);
            }
        }
    }
    for identity in identities {
        let rights = identity.permissions.get("sts:AssumeRole").map(Vec::as_slice).unwrap_or_default();
        for right in rights.iter().filter(|right| !right.narrowed) {
            let roles = right.targets.iter().filter_map(|at| identities.get(*positions.get(at)?));
            for role in roles {
                found.entry(identity.resource).or_default().extend(by_right(role, right));
            }
        }
    }
    // What is certain is gone first.
    found.values_mut().for_each(|steps| steps.sort_by_key(|step| !step.needs.is_empty()));
    found
}

/// The step that a right to act as a role allows: where the role leaves that to the account, or may.
fn by_right(role: &Identity, right: &Right) -> Option<Step> {
    let mut signs = right.evidence.clone();
    signs.push(Sign { place: right.at.clone(), note: "may assume the role".to_owned() });
    let mut needs = right.needs.clone();
    match role.trust.iter().find(|trust| trusts_account(trust)) {
        Some(trust) => {
            signs.push(Sign { place: trust.at.clone(), note: "the role trusts the account".to_owned() });
            needs.extend(trust.needs.iter().cloned());
        }
        None if role.trust_unknown.is_empty() => return None,
        None => needs.extend(role.trust_unknown.iter().cloned()),
    }
    Some(Step { to: role.resource, signs, needs })
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

/// What can be reached from an identity, nearest first.
fn reached(from: ResourceIndex, steps: &BTreeMap<ResourceIndex, Vec<Step>>) -> Vec<Becoming> {
    let mut seen = BTreeSet::from([from]);
    let mut found: Vec<Becoming> = Vec::new();
    let start = Becoming { identity: from, through: Vec::new(), evidence: Vec::new(), needs: Vec::new() };
    let mut pending = VecDeque::from([start]);
    while let Some(at) = pending.pop_front() {
        if at.through.len() >= MAX_STEPS {
            continue;
        }
        for step in steps.get(&at.identity).into_iter().flatten() {
            if seen.len() >= MAX_REACHED || !seen.insert(step.to) {
                continue;
            }
            let through = at.through.iter().copied().chain([step.to]).collect();
            let evidence = at.evidence.iter().chain(&step.signs).cloned().collect();
            let needs = at.needs.iter().chain(&step.needs).cloned().collect();
            let next = Becoming { identity: step.to, through, evidence, needs };
            found.push(next.clone());
            pending.push_back(next);
        }
    }
    found
}
