//! What takes connections on the addresses of nodes. Whether the internet leads there, the nodes say, where they are
//! declared.

use super::{Cluster, Source};
use crate::graph::exposure::door::{Door, Judged, Opening, Station};
use crate::graph::exposure::field::Field;
use crate::graph::exposure::nodes::{NODE_PORTS, NodePort, Nodes};
use crate::graph::workload::PodTemplate;
use crate::graph::{Relation, ResourceIndex};
use std::collections::BTreeSet;

/// The nodes that an object's pods may run on; none where they are not declared, or it is not known whose they are.
fn nodes_of<'c>(cluster: &'c Cluster<'_, '_>, objects: &[ResourceIndex]) -> Option<&'c [Nodes]> {
    let map = cluster.map;
    let related = |object: &ResourceIndex| {
        map.related(*object, Relation::RunsOn).into_iter().map(|reference| reference.to)
    };
    let clusters: BTreeSet<ResourceIndex> = objects.iter().flat_map(related).collect();
    match clusters.into_iter().collect::<Vec<_>>().as_slice() {
        [only] => cluster.nodes.get(only).map(Vec::as_slice),
        _ => None,
    }
}

/// The best door by which the internet reaches one of the ports through some nodes; none where it reaches none.
fn through(nodes: &[Nodes], to: ResourceIndex, ports: &[NodePort]) -> Option<Door> {
    let doors = nodes.iter().filter_map(|nodes| {
        let mut judged = Judged::NO;
        let mut openings: Vec<Opening> = Vec::new();
        for port in ports {
            let (admitted, opened) = nodes.admits(port);
            judged = judged.or(admitted);
            openings.extend(opened);
        }
        if judged.is_no() {
            return None;
        }
        openings.sort_by(|one, other| (one.standing, &one.place).cmp(&(other.standing, &other.place)));
        let first = openings.first().map(|opening| Station {
            place: opening.place.clone(),
            note: "lets the internet in to the nodes".to_owned(),
        });
        let mut door = Door::new(None, to, judged).openings(openings);
        door.stations = first.into_iter().chain(nodes.stations.iter().cloned()).collect();
        Some(door)
    });
    doors.min_by_key(|door| door.judged.standing)
}

/// A Service that takes connections on a port of every node.
pub(super) fn of_service(cluster: &Cluster<'_, '_>, service: ResourceIndex) -> Option<Door> {
    let field = cluster.map.field(service);
    let kind = field.at(&["spec", "type"]);
    let listed = field.at(&["spec", "ports"]).items();
    let ports: Vec<NodePort> = listed.iter().map(node_port).collect();
    let is_node_port = kind.known() == Some("NodePort");
    let pods = cluster.selected(service).into_iter().map(|(pods, _)| pods);
    let objects: Vec<ResourceIndex> = std::iter::once(service).chain(pods).collect();
    let note = "the Service takes connections on the addresses of all nodes";
    match nodes_of(cluster, &objects) {
        Some(nodes) => through(nodes, service, &ports).map(|door| door.station(kind.place(), note)),
        // A load balancer takes them there too, but that says nothing on where nodes are.
        None if !is_node_port => None,
        None => {
            let openings = ports
                .iter()
                .map(|port| Opening::new(kind.place(), &port.protocol, known(port), &Judged::UNSEEN));
            let openings = openings.collect();
            Some(Door::new(None, service, Judged::UNSEEN).station(kind.place(), note).openings(openings))
        }
    }
}

fn node_port(port: &Field<'_>) -> NodePort {
    let number = port.get("nodePort");
    NodePort {
        protocol: protocol(port),
        ports: number.port().unwrap_or(NODE_PORTS),
        unknown: number.is_unknown().then(|| number.place()),
    }
}

fn known(port: &NodePort) -> Option<(u16, u16)> {
    (port.ports.0 == port.ports.1).then_some(port.ports)
}

fn protocol(port: &Field<'_>) -> String {
    port.get("protocol").known().unwrap_or("TCP").to_ascii_lowercase()
}

/// Pods that take connections on their node's addresses.
pub(super) fn of_pods(cluster: &Cluster<'_, '_>, template: &PodTemplate) -> Option<Door> {
    let map = cluster.map;
    let spec = map.field(template.resource).follow(&template.path);
    let network = spec.get("hostNetwork");
    let shares = network.is_true(false);
    let mut place = network.place();
    let key = if shares.is_no() { "hostPort" } else { "containerPort" };
    let mut ports = Vec::new();
    let mut openings = Vec::new();
    for port in spec.get("containers").items().iter().flat_map(|container| container.get("ports").items()) {
        let number = port.get(key);
        let Some(at) = number.port() else { continue };
        if ports.is_empty() && shares.is_no() {
            place = number.place();
        }
        let protocol = protocol(&port);
        openings.push(Opening::new(number.place(), &protocol, Some(at), &Judged::UNSEEN));
        ports.push(NodePort { protocol, ports: at, unknown: None });
    }
    // An object of which nothing is known need not make pods at all.
    if spec.is_unknown() || (shares.is_no() && ports.is_empty()) {
        return None;
    }
    let note = "takes connections on the addresses of its node";
    let mut door = match nodes_of(cluster, &[template.resource]) {
        // On which port a program listens, its pod need not say.
        Some(nodes) if ports.is_empty() => {
            let any = nodes.iter().find(|nodes| !nodes.address.is_no())?;
            Door::new(None, template.resource, Judged::UNSEEN.and(any.address.clone()))
        }
        Some(nodes) => through(nodes, template.resource, &ports)?,
        None => Door::new(None, template.resource, Judged::UNSEEN).openings(openings),
    };
    door.stations.push(Station { place, note: note.into() });
    if shares.is_no() {
        let (admitted, blocked_by) = cluster.isolation.admits(template, Source::Outside);
        door.judged = door.judged.and(admitted);
        door.blocked_by = blocked_by;
    } else {
        door.judged = door.judged.and(shares);
    }
    Some(door)
}
