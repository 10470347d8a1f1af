//! What whoever takes over a resource gets at from there: identities, secrets, and what lets its group in.

use super::aws::Groups;
use super::door::{Place, Station};
use super::map::{Map, lies_below};
use crate::graph::{Relation, ResourceIndex};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// Resources listed for one.
const MAX_REACHED: usize = 32;
/// Steps of one way.
const MAX_STEPS: usize = 5;
/// Resources that one step may lead to.
const MAX_FAN: usize = 64;

/// Something that can be got at.
#[derive(Clone, Debug)]
pub struct Reached {
    /// The resource.
    pub resource: ResourceIndex,
    /// The one before it.
    pub through: ResourceIndex,
    /// What it is to the one before.
    pub relation: Relation,
    /// Where the step is written.
    pub written: Station,
}

/// Arguments by which a resource acts as an identity, by the beginning of its kind.
const IDENTITIES: [(&str, &[&str]); 17] = [
    ("aws_instance", &["iam_instance_profile"]),
    ("aws_spot_instance_request", &["iam_instance_profile"]),
    ("aws_launch_configuration", &["iam_instance_profile"]),
    ("aws_launch_template", &["iam_instance_profile"]),
    ("aws_autoscaling_group", &["launch_template"]),
    ("aws_autoscaling_group", &["launch_configuration"]),
    ("aws_autoscaling_group", &["mixed_instances_policy"]),
    ("aws_iam_instance_profile", &["role"]),
    ("aws_eks_node_group", &["node_role_arn"]),
    ("aws_ecs_service", &["task_definition"]),
    ("aws_ecs_task_definition", &["task_role_arn"]),
    ("aws_lambda_function", &["role"]),
    ("aws_apprunner_service", &["instance_configuration", "instance_role_arn"]),
    ("google_compute_instance", &["service_account", "email"]),
    ("google_cloud", &["service_account_email"]),
    ("google_cloud", &["service_account"]),
    ("azurerm_", &["identity", "identity_ids"]),
];

/// What sends requests on, but runs nothing that could be taken over.
const BALANCERS: [&str; 3] = ["aws_alb", "aws_elb", "aws_lb"];

/// Further places where Google's services say whom they act as.
const NESTED: [(&str, &[&str]); 3] = [
    ("google_cloud_run_service", &["template", "spec", "service_account_name"]),
    ("google_cloud_run_v2_service", &["template", "service_account"]),
    ("google_cloudfunctions2_function", &["service_config", "service_account_email"]),
];

/// What `start` leads to, nearest first, and whether there is more than is looked at.
pub(super) fn reached(
    map: &Map<'_>,
    groups: &Groups,
    members: &BTreeMap<ResourceIndex, BTreeSet<ResourceIndex>>,
    start: ResourceIndex,
) -> (Vec<Reached>, bool) {
    let mut seen = BTreeSet::from([start]);
    let mut pending = VecDeque::from([(start, 0)]);
    let mut found = Vec::new();
    let mut cut = false;
    while let Some((at, steps)) = pending.pop_front() {
        let mut next = identities(map, at);
        next.extend(bindings(map, at));
        if at == start && !BALANCERS.contains(&map.kind(at)) {
            next.extend(neighbours(map, groups, members, at));
        }
        cut |= next.len() > MAX_FAN || (steps >= MAX_STEPS && !next.is_empty());
        for reached in next.into_iter().take(MAX_FAN).filter(|_| steps < MAX_STEPS) {
            if seen.contains(&reached.resource) {
                continue;
            }
            if found.len() >= MAX_REACHED {
                return (found, true);
            }
            seen.insert(reached.resource);
            if reached.relation != Relation::Routes {
                pending.push_back((reached.resource, steps + 1));
            }
            found.push(reached);
        }
    }
    (found, cut)
}

/// Whom it acts as, and the secrets it reads.
fn identities(map: &Map<'_>, at: ResourceIndex) -> Vec<Reached> {
    let kind = map.kind(at);
    let own = IDENTITIES.iter().chain(&NESTED).filter(|(start, _)| kind.starts_with(start));
    let own: Vec<&[&str]> = own.map(|(_, keys)| *keys).collect();
    let mut found = Vec::new();
    for reference in map.references(at) {
        let to = map.kind(reference.to);
        let (relation, what) = match reference.relation {
            Relation::RunsAs | Relation::Assumes => (reference.relation, "acts as"),
            Relation::Uses | Relation::ReadsSecret if is_secret(to) => (reference.relation, "reads"),
            Relation::Refers | Relation::Names if own.iter().any(|keys| lies_below(&reference.via, keys)) => {
                (Relation::RunsAs, "acts as")
            }
            Relation::Grants => (Relation::Grants, "gives the rights of"),
            _ => continue,
        };
        let place = Place { resource: at, path: reference.via.clone() };
        let written = Station { place, note: format!("{what} {}", map.name(reference.to)) };
        found.push(Reached { resource: reference.to, through: at, relation, written });
    }
    found
}

fn is_secret(kind: &str) -> bool {
    kind == "Secret" || kind.contains("secret")
}

/// What gives rights to it.
fn bindings(map: &Map<'_>, at: ResourceIndex) -> Vec<Reached> {
    let mut found = Vec::new();
    for reference in map.referrers(at).filter(|reference| reference.relation == Relation::Binds) {
        let place = Place { resource: reference.from, path: reference.via.clone() };
        let written = Station { place, note: format!("gives rights to {}", map.name(at)) };
        found.push(Reached { resource: reference.from, through: at, relation: Relation::Binds, written });
    }
    found
}

/// What lets connections in from the groups that it is in.
fn neighbours(
    map: &Map<'_>,
    groups: &Groups,
    members: &BTreeMap<ResourceIndex, BTreeSet<ResourceIndex>>,
    at: ResourceIndex,
) -> Vec<Reached> {
    let mut found = Vec::new();
    for group in Groups::of(map, at) {
        if found.len() > MAX_FAN {
            break;
        }
        for (admitting, place) in groups.admitting(group) {
            for member in members.get(admitting).into_iter().flatten().filter(|member| **member != at) {
                let note = format!("lets in whatever is in {}", map.name(group));
                let written = Station { place: place.clone(), note };
                found.push(Reached { resource: *member, through: at, relation: Relation::Routes, written });
            }
        }
    }
    found
}
