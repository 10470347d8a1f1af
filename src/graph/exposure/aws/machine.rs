//! Virtual machines with public addresses.

use super::group::Groups;
use super::subnet;
use crate::graph::ResourceIndex;
use crate::graph::exposure::door::{Door, Judged, Opening, Station};
use crate::graph::exposure::field::{Field, Told};
use crate::graph::exposure::map::Map;
use crate::graph::exposure::nodes::Nodes;
use std::collections::BTreeSet;

const MACHINES: [&str; 2] = ["aws_instance", "aws_spot_instance_request"];
const FLEET: &str = "aws_autoscaling_group";
const NODE_GROUP: &str = "aws_eks_node_group";
const TEMPLATES: [&str; 2] = ["aws_launch_template", "aws_launch_configuration"];

/// The doors from the internet to machines and groups of them.
pub(super) fn doors(map: &Map<'_>, groups: &Groups) -> Vec<Door> {
    let machines = map.of_kinds(&MACHINES).filter_map(|machine| of_machine(map, groups, machine));
    let fleets = map.of_kind(FLEET).iter().filter_map(|fleet| of_fleet(map, groups, *fleet));
    let node_groups = map.of_kind(NODE_GROUP).iter().map(|group| of_node_group(map, groups, *group));
    machines.chain(fleets.chain(node_groups).filter_map(Nodes::door)).collect()
}

fn of_machine(map: &Map<'_>, groups: &Groups, machine: ResourceIndex) -> Option<Door> {
    let lists: [&[&str]; 3] =
        [&["vpc_security_group_ids"], &["security_groups"], &["network_interface", "security_groups"]];
    let own = groups.admission(map, machine, &lists);
    let interfaces = map.targets(machine, &["network_interface"], &["aws_network_interface"]);
    let attached = interfaces.iter().map(|one| (*one, groups.admission(map, *one, &[&["security_groups"]])));
    let attached: Vec<_> = attached.collect();
    let (address, mut stations) = address(map, machine, &interfaces);
    let mut judged = own.judged;
    let mut openings = own.openings;
    let mut shown = own.stations;
    for (_, admission) in attached {
        judged = judged.or(admission.judged);
        openings.extend(admission.openings);
        shown.extend(admission.stations);
    }
    let public = subnet::is_public(map, machine, &["subnet_id"]);
    let judged = judged.and(address).and(public);
    if judged.is_no() {
        return None;
    }
    shown.truncate(1);
    stations.splice(0..0, shown);
    let mut door = Door::new(None, machine, judged).openings(openings);
    door.stations = stations;
    Some(door)
}

/// Whether a machine has a public address, and what gives it.
fn address(map: &Map<'_>, machine: ResourceIndex, interfaces: &[ResourceIndex]) -> (Judged, Vec<Station>) {
    let fixed = map.sources(machine, &["instance"], &["aws_eip"]).into_iter();
    let fixed = fixed.chain(map.sources(machine, &["instance_id"], &["aws_eip_association"]));
    let of_interfaces = interfaces.iter().flat_map(|one| {
        let fixed = map.sources(*one, &["network_interface"], &["aws_eip"]).into_iter();
        fixed.chain(map.sources(*one, &["network_interface_id"], &["aws_eip_association"]))
    });
    let said = map.field(machine).get("associate_public_ip_address");
    let note = "gives the machine a public address".to_owned();
    if let Some(fixed) = fixed.chain(of_interfaces).next() {
        let key = if map.kind(fixed) == "aws_eip" { "instance" } else { "instance_id" };
        return (Judged::YES, vec![Station { place: map.field(fixed).get(key).place(), note }]);
    }
    match said.truth() {
        Told::Known(true) => (Judged::YES, vec![Station { place: said.place(), note }]),
        Told::Known(false) => (Judged::NO, Vec::new()),
        Told::Unknown => (said.unknown(), Vec::new()),
        Told::Absent if !map.field(machine).blocks("network_interface").is_empty() => {
            (Judged::NO, Vec::new())
        }
        Told::Absent => subnet::gives_addresses(map, machine, &["subnet_id"]),
    }
}

/// Where templates name security groups.
const TEMPLATE_GROUPS: [&[&str]; 3] =
    [&["vpc_security_group_ids"], &["security_groups"], &["network_interfaces", "security_groups"]];

/// A group of machines made from a template, or from what the group says itself.
fn of_fleet(map: &Map<'_>, groups: &Groups, fleet: ResourceIndex) -> Option<Nodes> {
    let template = map
        .references(fleet)
        .iter()
        .find(|reference| TEMPLATES.contains(&map.kind(reference.to)))
        .map(|reference| reference.to)?;
    let admission = groups.admission(map, template, &TEMPLATE_GROUPS);
    let (address, stations) = template_address(map, template)
        .unwrap_or_else(|| subnet::gives_addresses(map, fleet, &["vpc_zone_identifier"]));
    let public = subnet::is_public(map, fleet, &["vpc_zone_identifier"]);
    Some(Nodes {
        resource: fleet,
        address: address.and(public),
        stations: admission.stations.into_iter().chain(stations).collect(),
        openings: admission.openings,
        unseen: admission.unseen,
    })
}

/// What a template says on public addresses, if it does.
fn template_address(map: &Map<'_>, template: ResourceIndex) -> Option<(Judged, Vec<Station>)> {
    let field = map.field(template);
    let own = field.get("associate_public_ip_address");
    let interface = field.block("network_interfaces").get("associate_public_ip_address");
    let said = if own.is_absent() { interface } else { own };
    (!said.is_absent()).then(|| (said.is_true(false), vec![note(&said)]))
}

/// The nodes of an EKS cluster: of its node groups, and of groups of machines that are told to join it.
pub(in crate::graph::exposure) fn nodes(
    map: &Map<'_>,
    groups: &Groups,
    cluster: ResourceIndex,
) -> Vec<Nodes> {
    let managed = map.sources(cluster, &["cluster_name"], &[NODE_GROUP]).into_iter();
    let managed = managed.map(|group| of_node_group(map, groups, group));
    let mut fleets = BTreeSet::new();
    for reference in map.referrers(cluster) {
        match map.kind(reference.from) {
            FLEET => drop(fleets.insert(reference.from)),
            kind if TEMPLATES.contains(&kind) => {
                let made = map.referrers(reference.from).map(|one| one.from);
                fleets.extend(made.filter(|from| map.kind(*from) == FLEET));
            }
            _ => {}
        }
    }
    managed.chain(fleets.into_iter().filter_map(|fleet| of_fleet(map, groups, fleet))).collect()
}

/// A node group of EKS: unless its template names others, its nodes are in the group that EKS makes for the cluster,
/// which lets in nobody but the cluster.
fn of_node_group(map: &Map<'_>, groups: &Groups, group: ResourceIndex) -> Nodes {
    let template = map.targets(group, &["launch_template"], &TEMPLATES).first().copied();
    let says = |template: &ResourceIndex| {
        let field = map.field(*template);
        TEMPLATE_GROUPS.iter().any(|keys| {
            let holder =
                if keys.len() > 1 { field.block(keys.first().unwrap_or(&"")) } else { field.clone() };
            !holder.get(keys.last().unwrap_or(&"")).is_absent()
        })
    };
    let named = template.filter(says).map(|template| groups.admission(map, template, &TEMPLATE_GROUPS));
    let (mut openings, unseen) = match named {
        Some(admission) => (admission.openings, admission.unseen),
        None => {
            let clusters = map.targets(group, &["cluster_name"], &["aws_eks_cluster"]);
            let own = clusters.iter().flat_map(|cluster| groups.openings(*cluster));
            (own.cloned().collect(), Judged::NO)
        }
    };
    openings.extend(remote_access(&map.field(group)));
    let (address, stations) = template
        .and_then(|template| template_address(map, template))
        .unwrap_or_else(|| subnet::gives_addresses(map, group, &["subnet_ids"]));
    let public = subnet::is_public(map, group, &["subnet_ids"]);
    Nodes { resource: group, address: address.and(public), stations, openings, unseen }
}

/// With a key but no groups to come from, EKS lets everyone in to SSH.
fn remote_access(group: &Field<'_>) -> Option<Opening> {
    let access = group.block("remote_access");
    let key = access.get("ec2_ssh_key");
    let from = access.get("source_security_group_ids");
    let limited = if from.is_unknown() { from.unknown() } else { Judged::known(!from.items().is_empty()) };
    let judged = Judged::known(!key.is_absent()).and(limited.not());
    (!judged.is_no()).then(|| Opening::new(key.place(), "tcp", Some((22, 22)), &judged))
}

fn note(said: &Field<'_>) -> Station {
    Station { place: said.place(), note: "gives each machine a public address".to_owned() }
}
