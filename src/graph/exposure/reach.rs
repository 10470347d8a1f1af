//! What whoever takes over a resource gets at from there: identities, secrets, and what lets its group in.

use super::aws::Groups;
use super::door::{Place, Station};
use super::map::{Map, lies_below};
use crate::graph::{Reference, Relation, ResourceIndex, Unresolved};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// Resources listed for one.
const MAX_REACHED: usize = 32;
/// Steps of one way.
const MAX_STEPS: usize = 5;
/// Unknown places listed for one: a few are enough to be in doubt.
const MAX_UNKNOWN: usize = 16;
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

/// What hands an identity on, but runs nothing.
const CARRIERS: [&str; 3] = ["aws_iam_instance_profile", "aws_launch_configuration", "aws_launch_template"];

/// Relations by which one gets at something.
const WAYS: [Relation; 6] = [
    Relation::Assumes,
    Relation::Binds,
    Relation::Grants,
    Relation::ReadsSecret,
    Relation::RunsAs,
    Relation::Uses,
];

/// What a resource gets at.
#[derive(Clone, Debug)]
pub struct Reach {
    /// The resource.
    pub resource: ResourceIndex,
    /// Nearest first.
    pub reaches: Vec<Reached>,
    /// What would have to be known to say that there is no more.
    pub unknown: Vec<Place>,
    /// Whether there is more than is listed.
    pub cut: bool,
}

/// Goes from resource to resource.
pub(super) struct Ways<'m, 'g> {
    map: &'m Map<'g>,
    groups: &'m Groups,
    members: BTreeMap<ResourceIndex, BTreeSet<ResourceIndex>>,
    /// What gives rights to each.
    bindings: BTreeMap<ResourceIndex, Vec<&'g Reference>>,
    /// Links that lead nowhere.
    unresolved: BTreeMap<ResourceIndex, Vec<&'g Unresolved>>,
}

impl<'m, 'g> Ways<'m, 'g> {
    pub(super) fn new(
        map: &'m Map<'g>,
        groups: &'m Groups,
        references: &'g [Reference],
        unresolved: &'g [Unresolved],
    ) -> Ways<'m, 'g> {
        let mut ways = Ways {
            map,
            groups,
            members: groups.members(map),
            bindings: BTreeMap::new(),
            unresolved: BTreeMap::new(),
        };
        for reference in references.iter().filter(|one| one.relation == Relation::Binds) {
            ways.bindings.entry(reference.to).or_default().push(reference);
        }
        for link in unresolved.iter().filter(|link| WAYS.contains(&link.relation)) {
            ways.unresolved.entry(link.from).or_default().push(link);
        }
        ways
    }

    /// What everything gets at that runs programs: pods, machines, functions, tasks, services. Of what gets at nothing
    /// nothing is said.
    pub(super) fn all(&self) -> Vec<Reach> {
        let runs = |at: ResourceIndex| {
            let kind = self.map.kind(at);
            let listed = IDENTITIES.iter().chain(&NESTED).any(|(start, _)| kind.starts_with(start));
            listed && !CARRIERS.contains(&kind)
        };
        let mut starts: BTreeSet<ResourceIndex> =
            self.map.templates.iter().map(|template| template.resource).collect();
        let all = (0..self.map.resources.len()).map(ResourceIndex::new);
        starts.extend(all.filter(|at| runs(*at)));
        let reach = starts.into_iter().map(|start| self.from(start));
        reach.filter(|reach| !reach.reaches.is_empty() || !reach.unknown.is_empty()).collect()
    }

    /// What one resource gets at.
    pub(super) fn from(&self, start: ResourceIndex) -> Reach {
        let map = self.map;
        let mut seen = BTreeSet::from([start]);
        let mut pending = VecDeque::from([(start, 0)]);
        let mut found = Reach { resource: start, reaches: Vec::new(), unknown: Vec::new(), cut: false };
        while let Some((at, steps)) = pending.pop_front() {
            self.doubts(at, &mut found.unknown);
            let mut next = identities(map, at);
            next.extend(self.bound(at));
            if at == start && !BALANCERS.contains(&map.kind(at)) {
                next.extend(neighbours(map, self.groups, &self.members, at));
            }
            found.cut |= next.len() > MAX_FAN || (steps >= MAX_STEPS && !next.is_empty());
            for reached in next.into_iter().take(MAX_FAN).filter(|_| steps < MAX_STEPS) {
                if seen.contains(&reached.resource) {
                    continue;
                }
                if found.reaches.len() >= MAX_REACHED {
                    found.cut = true;
                    return found;
                }
                seen.insert(reached.resource);
                if reached.relation != Relation::Routes {
                    pending.push_back((reached.resource, steps + 1));
                }
                found.reaches.push(reached);
            }
        }
        found
    }

    /// What gives rights to a resource.
    fn bound(&self, at: ResourceIndex) -> Vec<Reached> {
        let bindings = self.bindings.get(&at).into_iter().flatten().take(MAX_FAN + 1);
        let reached = bindings.map(|reference| {
            let place = Place { resource: reference.from, path: reference.via.clone() };
            let written = Station { place, note: format!("gives rights to {}", self.map.name(at)) };
            Reached { resource: reference.from, through: at, relation: Relation::Binds, written }
        });
        reached.collect()
    }

    /// Adds what is unknown of where a resource leads: links to something that is not declared, and identities that are
    /// not named by anything here.
    fn doubts(&self, at: ResourceIndex, unknown: &mut Vec<Place>) {
        let links = self.unresolved.get(&at).into_iter().flatten();
        let links = links.map(|link| Place { resource: at, path: link.via.clone() });
        let kind = self.map.kind(at);
        let own = IDENTITIES.iter().chain(&NESTED).filter(|(start, _)| kind.starts_with(start));
        let unnamed = own.filter_map(|(_, keys)| {
            let leads = self.map.references(at).iter().any(|one| lies_below(&one.via, keys));
            let mut field = self.map.field(at);
            for key in *keys {
                field = field.items().into_iter().next().unwrap_or(field).get(key);
            }
            (field.has_unknown() && !leads).then(|| field.place())
        });
        for place in links.chain(unnamed) {
            if unknown.len() < MAX_UNKNOWN && !unknown.contains(&place) {
                unknown.push(place);
            }
        }
    }
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
