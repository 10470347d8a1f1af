//! Load balancers, and what they and CloudFront send requests on to.

use super::group::Groups;
use super::subnet;
use crate::evaluate::Path;
use crate::graph::ResourceIndex;
use crate::graph::exposure::door::{Door, Judged, Opening, Place, Standing};
use crate::graph::exposure::map::{Map, lies_below};
use std::collections::BTreeSet;

const BALANCERS: [&str; 2] = ["aws_lb", "aws_alb"];
const LISTENERS: [&str; 2] = ["aws_lb_listener", "aws_alb_listener"];
const RULES: [&str; 2] = ["aws_lb_listener_rule", "aws_alb_listener_rule"];
const TARGET_GROUPS: [&str; 2] = ["aws_lb_target_group", "aws_alb_target_group"];
const ATTACHMENTS: [&str; 2] = ["aws_lb_target_group_attachment", "aws_alb_target_group_attachment"];

/// The doors at and behind load balancers and CloudFront.
pub(super) fn doors(map: &Map<'_>, groups: &Groups) -> Vec<Door> {
    let mut doors = Vec::new();
    for balancer in map.of_kinds(&BALANCERS) {
        doors.extend(entry(map, groups, balancer));
        listeners(map, balancer, &mut doors);
    }
    for balancer in map.of_kind("aws_elb") {
        doors.extend(entry(map, groups, *balancer));
        classic(map, *balancer, &mut doors);
    }
    for group in map.of_kinds(&TARGET_GROUPS) {
        targets(map, group, &mut doors);
    }
    for distribution in map.of_kind("aws_cloudfront_distribution") {
        content_network(map, *distribution, &mut doors);
    }
    doors
}

/// From the internet to a load balancer: unless it is internal, its groups are shut, or its subnets have no way out.
fn entry(map: &Map<'_>, groups: &Groups, balancer: ResourceIndex) -> Option<Door> {
    let field = map.field(balancer);
    let internal = field.get("internal");
    let mut judged = internal.is_false(true).and(subnet::is_public(map, balancer, &["subnets"]));
    let admission = groups.admission(map, balancer, &[&["security_groups"]]);
    let network = field.get("load_balancer_type").known().is_some_and(|kind| kind != "application");
    // A network load balancer need not have groups, and other ones have their network's own.
    let listed = field.get("security_groups");
    let ungrouped = listed.is_absent() || (listed.items().is_empty() && !listed.is_unknown());
    let open = network && ungrouped;
    if !open {
        judged = judged.and(if ungrouped { Judged::UNSEEN } else { admission.judged });
    }
    if judged.is_no() {
        return None;
    }
    let admitted = |ports: Option<(u16, u16)>| {
        open || admission.openings.iter().any(|opening| match (opening.ports, ports) {
            (Some((from, to)), Some((port, _))) => from <= port && port <= to,
            _ => opening.standing != Standing::Open,
        })
    };
    let listeners = map.sources(balancer, &["load_balancer_arn"], &LISTENERS);
    let mut openings: Vec<Opening> = listeners
        .iter()
        .map(|listener| map.field(*listener))
        .filter(|listener| admitted(listener.get("port").port()))
        .map(|listener| {
            Opening::new(listener.get("port").place(), "tcp", listener.get("port").port(), &judged)
        })
        .collect();
    if openings.is_empty() {
        openings = admission.openings;
    }
    let note = "the load balancer has public addresses";
    let mut door = Door::new(None, balancer, judged).station(internal.place(), note).openings(openings);
    door.stations.extend(admission.stations);
    Some(door)
}

fn onward(map: &Map<'_>, from: ResourceIndex, to: ResourceIndex, place: Place, doors: &mut Vec<Door>) {
    let note = format!("sends requests on to {}", map.name(to));
    doors.push(Door::new(Some(from), to, Judged::YES).station(place, note));
}

/// From a load balancer through listeners and their rules to target groups.
fn listeners(map: &Map<'_>, balancer: ResourceIndex, doors: &mut Vec<Door>) {
    for listener in map.sources(balancer, &["load_balancer_arn"], &LISTENERS) {
        let rules = map.sources(listener, &["listener_arn"], &RULES);
        for from in std::iter::once(listener).chain(rules) {
            let mut seen = BTreeSet::new();
            for reference in map.references(from) {
                let action = lies_below(&reference.via, &["default_action"])
                    || lies_below(&reference.via, &["action"]);
                if action && TARGET_GROUPS.contains(&map.kind(reference.to)) && seen.insert(reference.to) {
                    let place = Place { resource: from, path: reference.via.clone() };
                    onward(map, balancer, reference.to, place, doors);
                }
            }
        }
    }
}

/// From a target group to what is attached to it.
fn targets(map: &Map<'_>, group: ResourceIndex, doors: &mut Vec<Door>) {
    for attachment in map.sources(group, &["target_group_arn"], &ATTACHMENTS) {
        for reference in map.references(attachment).iter().filter(|one| lies_below(&one.via, &["target_id"]))
        {
            let place = Place { resource: attachment, path: reference.via.clone() };
            onward(map, group, reference.to, place, doors);
        }
    }
    for reference in map.referrers(group) {
        let kind = map.kind(reference.from);
        let attached = match kind {
            "aws_ecs_service" => lies_below(&reference.via, &["load_balancer"]),
            "aws_autoscaling_group" => lies_below(&reference.via, &["target_group_arns"]),
            _ => false,
        };
        if attached {
            let place = Place { resource: reference.from, path: reference.via.clone() };
            onward(map, group, reference.from, place, doors);
        }
    }
    fleets(map, group, &["lb_target_group_arn", "alb_target_group_arn"], doors);
}

/// To groups of machines by an attachment of their own.
fn fleets(map: &Map<'_>, from: ResourceIndex, keys: &[&str], doors: &mut Vec<Door>) {
    for key in keys {
        for attachment in map.sources(from, &[key], &["aws_autoscaling_attachment"]) {
            for fleet in map.targets(attachment, &["autoscaling_group_name"], &["aws_autoscaling_group"]) {
                let place = Place { resource: attachment, path: Path::default().join(&[key]) };
                onward(map, from, fleet, place, doors);
            }
        }
    }
}

/// A classic load balancer names its machines, or they name it.
fn classic(map: &Map<'_>, balancer: ResourceIndex, doors: &mut Vec<Door>) {
    for reference in map.references(balancer).iter().filter(|one| lies_below(&one.via, &["instances"])) {
        let place = Place { resource: balancer, path: reference.via.clone() };
        onward(map, balancer, reference.to, place, doors);
    }
    for attachment in map.sources(balancer, &["elb"], &["aws_elb_attachment"]) {
        for machine in map.targets(attachment, &["instance"], &["aws_instance"]) {
            let place = map.field(attachment).get("instance").place();
            onward(map, balancer, machine, place, doors);
        }
    }
    for fleet in map.sources(balancer, &["load_balancers"], &["aws_autoscaling_group"]) {
        onward(map, balancer, fleet, map.field(fleet).get("load_balancers").place(), doors);
    }
    fleets(map, balancer, &["elb"], doors);
}

/// From the internet to a distribution, and from there to its origins.
fn content_network(map: &Map<'_>, distribution: ResourceIndex, doors: &mut Vec<Door>) {
    let enabled = map.field(distribution).get("enabled");
    let judged = enabled.is_true(false);
    if judged.is_no() {
        return;
    }
    let note = "the distribution takes requests from the internet";
    doors.push(Door::new(None, distribution, judged).station(enabled.place(), note));
    for reference in map.references(distribution) {
        if lies_below(&reference.via, &["origin", "domain_name"]) {
            let place = Place { resource: distribution, path: reference.via.clone() };
            onward(map, distribution, reference.to, place, doors);
        }
    }
}
