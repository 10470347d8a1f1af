//! Subnets: whether the internet leads into them, and whether what starts there gets a public address.

use crate::graph::ResourceIndex;
use crate::graph::exposure::door::{Judged, Station};
use crate::graph::exposure::field::{Field, Told};
use crate::graph::exposure::map::{Map, is_internet};

const SUBNET: &str = "aws_subnet";

/// Whether the internet leads into any of the subnets named below `keys`, as far as the files say.
pub(super) fn is_public(map: &Map<'_>, holder: ResourceIndex, keys: &[&str]) -> Judged {
    let subnets = map.targets(holder, keys, &[SUBNET]);
    match subnets.is_empty() {
        true => Judged::YES,
        false => Judged::any(subnets.iter().map(|subnet| has_route(map, *subnet))),
    }
}

/// Whether what starts in the subnets named below `keys` gets a public address, and where that is said.
pub(super) fn gives_addresses(map: &Map<'_>, holder: ResourceIndex, keys: &[&str]) -> (Judged, Vec<Station>) {
    let subnets = map.targets(holder, keys, &[SUBNET, "aws_default_subnet"]);
    let mut best = Judged::NO;
    let mut stations = Vec::new();
    for subnet in &subnets {
        let maps = map.field(*subnet).get("map_public_ip_on_launch");
        let judged = maps.is_true(map.kind(*subnet) == "aws_default_subnet");
        if stations.is_empty() && !judged.is_no() {
            stations.push(Station { place: maps.place(), note: "gives public addresses".to_owned() });
        }
        best = best.or(judged);
    }
    if !subnets.is_empty() {
        return (best, stations);
    }
    let field = map.field(holder);
    let written = keys.iter().fold(field, |field, key| field.get(key));
    match written.text() {
        _ if written.has_unknown() => (written.unknown(), Vec::new()),
        Told::Absent if written.is_absent() => {
            let note = "starts in the default network, whose subnets give public addresses";
            (Judged::YES, vec![Station { place: written.place(), note: note.to_owned() }])
        }
        _ => (Judged::UNSEEN, Vec::new()),
    }
}

/// Whether a subnet has a route to the internet. Where no route table is seen, it may.
fn has_route(map: &Map<'_>, subnet: ResourceIndex) -> Judged {
    let associations = map.sources(subnet, &["subnet_id"], &["aws_route_table_association"]);
    let tables = associations.iter().flat_map(|one| {
        map.targets(*one, &["route_table_id"], &["aws_route_table", "aws_default_route_table"])
    });
    let tables: Vec<ResourceIndex> = tables.collect();
    match tables.is_empty() {
        true => Judged::YES,
        false => Judged::any(tables.iter().map(|table| leads_out(map, *table))),
    }
}

/// Whether a route table leads to an internet gateway.
fn leads_out(map: &Map<'_>, table: ResourceIndex) -> Judged {
    let inline = map.field(table).blocks("route").into_iter();
    let own =
        map.sources(table, &["route_table_id"], &["aws_route"]).into_iter().map(|route| map.field(route));
    let routes: Vec<Field<'_>> = inline.chain(own).collect();
    Judged::any(routes.iter().map(|route| {
        if route.is_unknown() {
            return route.unknown();
        }
        let keys = ["cidr_block", "destination_cidr_block", "ipv6_cidr_block", "destination_ipv6_cidr_block"];
        let wide = Judged::any(keys.iter().map(|key| route.get(key).is(false, is_internet)));
        // The gateway's id is known once it is made; that an internet gateway is meant shows by the argument.
        let gateway = route.get("gateway_id");
        wide.and(match gateway.text() {
            Told::Absent => Judged::NO,
            Told::Known(id) => Judged::known(!id.is_empty() && !id.starts_with("vgw-") && id != "local"),
            Told::Unknown => {
                let place = gateway.place();
                let referred = map.references(place.resource).iter().filter(|one| one.via == place.path);
                let kinds: Vec<&str> = referred.map(|one| map.kind(one.to)).collect();
                Judged::known(kinds.is_empty() || kinds.iter().any(|kind| kind.ends_with("internet_gateway")))
            }
        })
    }))
}
