//! Virtual machines with public addresses.

use super::group::Groups;
use super::subnet;
use crate::graph::ResourceIndex;
use crate::graph::exposure::door::{Door, Judged, Station};
use crate::graph::exposure::field::{Field, Told};
use crate::graph::exposure::map::Map;

const MACHINES: [&str; 2] = ["aws_instance", "aws_spot_instance_request"];
const TEMPLATES: [&str; 2] = ["aws_launch_template", "aws_launch_configuration"];

/// The doors from the internet to machines and groups of them.
pub(super) fn doors(map: &Map<'_>, groups: &Groups) -> Vec<Door> {
    let machines = map.of_kinds(&MACHINES).filter_map(|machine| of_machine(map, groups, machine));
    let fleets =
        map.of_kind("aws_autoscaling_group").iter().filter_map(|fleet| of_fleet(map, groups, *fleet));
    machines.chain(fleets).collect()
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

/// A group of machines made from a template, or from what the group says itself.
fn of_fleet(map: &Map<'_>, groups: &Groups, fleet: ResourceIndex) -> Option<Door> {
    let template = map
        .references(fleet)
        .iter()
        .find(|reference| TEMPLATES.contains(&map.kind(reference.to)))
        .map(|reference| reference.to)?;
    let lists: [&[&str]; 3] =
        [&["vpc_security_group_ids"], &["security_groups"], &["network_interfaces", "security_groups"]];
    let admission = groups.admission(map, template, &lists);
    let field = map.field(template);
    let own = field.get("associate_public_ip_address");
    let interface = field.block("network_interfaces").get("associate_public_ip_address");
    let said = if own.is_absent() { interface } else { own };
    let (address, stations) = match said.truth() {
        Told::Absent => subnet::gives_addresses(map, fleet, &["vpc_zone_identifier"]),
        _ => (said.is_true(false), vec![note(&said)]),
    };
    let public = subnet::is_public(map, fleet, &["vpc_zone_identifier"]);
    let judged = admission.judged.and(address).and(public);
    if judged.is_no() {
        return None;
    }
    let mut door = Door::new(None, fleet, judged).openings(admission.openings);
    door.stations = admission.stations.into_iter().chain(stations).collect();
    Some(door)
}

fn note(said: &Field<'_>) -> Station {
    Station { place: said.place(), note: "gives each machine a public address".to_owned() }
}
