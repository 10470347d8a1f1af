//! Doors into Azure.

use super::door::{ALL_PORTS, Door, Judged, Opening, Place, Standing, Station};
use super::field::{Field, Told};
use super::google::port_range;
use super::map::{Map, is_internet};
use super::nodes::Nodes;
use crate::graph::ResourceIndex;

const MACHINES: [&str; 3] =
    ["azurerm_linux_virtual_machine", "azurerm_virtual_machine", "azurerm_windows_virtual_machine"];
const GROUP: &str = "azurerm_network_security_group";

/// All doors of Azure.
pub(super) fn doors(map: &Map<'_>) -> Vec<Door> {
    let mut doors: Vec<Door> =
        map.of_kinds(&MACHINES).filter_map(|machine| machine_door(map, machine)).collect();
    for kind in &FRONTS {
        doors.extend(map.of_kind(kind.0).iter().filter_map(|front| front_door(map, *front, kind.1)));
    }
    pools(map, &mut doors);
    for service in &SERVICES {
        doors.extend(map.of_kind(service.kind).iter().filter_map(|one| service_door(map, service, *one)));
    }
    doors.extend(map.of_kind("azurerm_kubernetes_cluster").iter().filter_map(|cluster| aks(map, *cluster)));
    for server in [
        "azurerm_mssql_server",
        "azurerm_sql_server",
        "azurerm_postgresql_flexible_server",
        "azurerm_mysql_flexible_server",
        "azurerm_postgresql_server",
        "azurerm_mysql_server",
        "azurerm_mariadb_server",
    ] {
        doors.extend(map.of_kind(server).iter().filter_map(|one| database(map, *one)));
    }
    doors.extend(map.of_kind("azurerm_storage_container").iter().filter_map(|one| container(map, *one)));
    doors
}

/// A machine one of whose interfaces has a public address and is let through to.
fn machine_door(map: &Map<'_>, machine: ResourceIndex) -> Option<Door> {
    let interfaces = map.targets(machine, &["network_interface_ids"], &["azurerm_network_interface"]);
    let doors = interfaces.iter().filter_map(|interface| {
        let addresses =
            map.targets(*interface, &["ip_configuration", "public_ip_address_id"], &["azurerm_public_ip"]);
        let address = addresses.first()?;
        let (judged, openings) = let_through(map, *interface, *address);
        if judged.is_no() {
            return None;
        }
        let given = map.field(*interface).block("ip_configuration").get("public_ip_address_id").place();
        let mut door = Door::new(None, machine, judged).station(given, "gives the machine a public address");
        let first = openings.first();
        let first =
            first.map(|one| Station { place: one.place.clone(), note: "lets the internet in".to_owned() });
        door.stations.splice(0..0, first);
        Some(door.openings(openings))
    });
    doors.min_by_key(|door| door.judged.standing)
}

/// The security groups that an association of some kind gives to an interface or subnet.
fn associated(map: &Map<'_>, at: ResourceIndex, key: &str, kind: &str) -> Vec<ResourceIndex> {
    let associations = map.sources(at, &[key], &[kind]);
    let groups =
        associations.iter().flat_map(|one| map.targets(*one, &["network_security_group_id"], &[GROUP]));
    groups.collect()
}

/// The security groups of subnets.
fn of_subnets(map: &Map<'_>, subnets: &[ResourceIndex]) -> Vec<ResourceIndex> {
    let kind = "azurerm_subnet_network_security_group_association";
    subnets.iter().flat_map(|subnet| associated(map, *subnet, "subnet_id", kind)).collect()
}

/// The nodes of a cluster. AKS lets nobody in to their ports but to those that a pool lists; a group of their subnet
/// has to let them through too.
pub(super) fn nodes(map: &Map<'_>, cluster: ResourceIndex) -> Vec<Nodes> {
    let own = map.field(cluster).block("default_node_pool");
    let pools = map.sources(cluster, &["kubernetes_cluster_id"], &["azurerm_kubernetes_cluster_node_pool"]);
    let pools = pools.into_iter().map(|pool| (pool, map.field(pool), &["vnet_subnet_id"][..]));
    let first = (cluster, own, &["default_node_pool", "vnet_subnet_id"][..]);
    let all = std::iter::once(first).filter(|(_, own, _)| !own.is_absent()).chain(pools);
    let nodes = all.map(|(resource, pool, subnet)| {
        let said = ["node_public_ip_enabled", "enable_node_public_ip"].map(|key| pool.get(key));
        let given = said.iter().find(|one| !one.is_absent()).cloned();
        let address = given.as_ref().map_or(Judged::NO, |given| given.is_true(false));
        let allowed = pool.block("node_network_profile").blocks("allowed_host_ports");
        let mut openings: Vec<Opening> = allowed.iter().map(host_ports).collect();
        let groups = of_subnets(map, &map.targets(resource, subnet, &["azurerm_subnet"]));
        if let Some(group) = groups.first() {
            openings = common(&openings, &rules(map, *group));
        }
        let note = "gives each node a public address".to_owned();
        let stations = given.iter().map(|given| Station { place: given.place(), note: note.clone() });
        let stations = stations.collect();
        Nodes { resource, address, stations, openings, unseen: Judged::NO }
    });
    nodes.collect()
}

/// Ports of nodes that AKS lets everyone in to.
fn host_ports(allowed: &Field<'_>) -> Opening {
    if allowed.is_unknown() {
        return Opening::new(allowed.place(), "all", None, &allowed.unknown());
    }
    let (from, to) = (allowed.get("port_start").port(), allowed.get("port_end").port());
    let ports = from.zip(to).map(|((from, _), (to, _))| (from, to));
    let protocol = allowed.get("protocol").known().unwrap_or("all").to_ascii_lowercase();
    Opening::new(allowed.place(), &protocol, ports, &Judged::YES)
}

/// Whether the groups of an interface and of its subnet let the internet through, and what does so. Both have to.
fn let_through(map: &Map<'_>, interface: ResourceIndex, address: ResourceIndex) -> (Judged, Vec<Opening>) {
    let kind = "azurerm_network_interface_security_group_association";
    let own = associated(map, interface, "network_interface_id", kind);
    let subnets = map.targets(interface, &["ip_configuration", "subnet_id"], &["azurerm_subnet"]);
    let subnet = of_subnets(map, &subnets);
    let mut judged = Judged::YES;
    let mut openings: Option<Vec<Opening>> = None;
    for groups in [own, subnet] {
        if let Some(group) = groups.first() {
            let found = rules(map, *group);
            judged = judged.and(Judged::any(found.iter().map(Opening::judged)));
            openings = Some(match openings {
                None => found,
                Some(other) => common(&other, &found),
            });
        }
    }
    match openings {
        Some(openings) if openings.is_empty() => (Judged::NO, openings),
        Some(openings) => (judged.and(Judged::any(openings.iter().map(Opening::judged))), openings),
        None => {
            // Without any group, a basic address is open and a standard one is shut. A subnet that is declared elsewhere
            // may have a group there.
            let sku = map.field(address).get("sku");
            let place = sku.place();
            let open = match sku.is_absent() || subnets.is_empty() {
                true => Judged::UNSEEN,
                false => sku.is(false, |sku| sku.eq_ignore_ascii_case("basic")),
            };
            let opening = Opening::new(place, "all", Some(ALL_PORTS), &open);
            (open, vec![opening])
        }
    }
}

/// The openings of one group that another one opens as well.
fn common(own: &[Opening], other: &[Opening]) -> Vec<Opening> {
    let shared = own.iter().filter_map(|opening| {
        let meets = |other: &&Opening| match (opening.ports, other.ports) {
            (Some((from, to)), Some((start, end))) => from <= end && start <= to,
            _ => true,
        };
        let partner = other.iter().filter(meets).min_by_key(|other| other.standing)?;
        let mut opening = opening.clone();
        opening.standing = opening.standing.max(partner.standing);
        opening.unknown.extend(partner.unknown.iter().cloned());
        if let (Some((from, to)), Some((start, end))) = (opening.ports, partner.ports) {
            opening.ports = Some((from.max(start), to.min(end)));
        }
        Some(opening)
    });
    shared.collect()
}

/// Protocols with ports.
const PROTOCOLS: [&str; 2] = ["tcp", "udp"];

/// Parts that what one rule opens is cut into by others.
const MAX_PARTS: usize = 100;

/// What the rules of a group let in from the internet, without what a rule of higher priority refuses.
fn rules(map: &Map<'_>, group: ResourceIndex) -> Vec<Opening> {
    let own = map.field(group).blocks("security_rule");
    let others = map.sources(group, &["network_security_group_name"], &["azurerm_network_security_rule"]);
    let rules: Vec<Field<'_>> =
        own.into_iter().chain(others.into_iter().map(|rule| map.field(rule))).collect();
    let refusing = rules.iter().map(|rule| (rule, refuses(rule))).filter(|(_, judged)| !judged.is_no());
    let refusing: Vec<(&Field<'_>, Judged)> = refusing.collect();
    let mut openings = Vec::new();
    for rule in &rules {
        let mut left = opened(rule);
        for (other, refuses) in &refusing {
            let refused = comes_before(other, rule).and(refuses.clone());
            if !refused.is_no() && left.len() < MAX_PARTS {
                left = left.into_iter().flat_map(|opening| without(opening, other, &refused)).collect();
            }
        }
        openings.extend(left);
    }
    openings.sort_by(|one, other| (one.standing, &one.place).cmp(&(other.standing, &other.place)));
    openings
}

/// Whether a rule refuses connections from all of the internet to everything behind the group.
fn refuses(rule: &Field<'_>) -> Judged {
    if rule.is_unknown() {
        return rule.unknown();
    }
    let says = |key: &str, text: &str| rule.get(key).is(false, |value| value.eq_ignore_ascii_case(text));
    let anyone = Judged::any(sources(rule).into_iter().map(|(_, judged)| judged));
    let everything = rule
        .get("destination_address_prefix")
        .is(false, |to| is_anyone(to) || to.eq_ignore_ascii_case("VirtualNetwork"));
    says("direction", "Inbound").and(says("access", "Deny")).and(everything).and(anyone)
}

/// What is left of an opening where a rule that comes first refuses its protocol and ports.
fn without(opening: Opening, rule: &Field<'_>, refused: &Judged) -> Vec<Opening> {
    let protocol = rule.get("protocol");
    let single = protocol.known().filter(|name| *name != "*");
    if let Some(name) = single.filter(|_| opening.protocol == "all") {
        // What is refused of one protocol is still open for the other.
        return match PROTOCOLS.iter().any(|one| name.eq_ignore_ascii_case(one)) {
            true => PROTOCOLS
                .into_iter()
                .flat_map(|one| without(opening.of_protocol(one), rule, refused))
                .collect(),
            false => vec![opening],
        };
    }
    let same = protocol.is(true, |refuses| refuses == "*" || refuses.eq_ignore_ascii_case(&opening.protocol));
    let refused = refused.clone().and(same);
    if refused.is_no() {
        return vec![opening];
    }
    if rule.is_unknown() {
        return cut(opening, ALL_PORTS, &refused);
    }
    let mut left = vec![opening];
    let several = rule.get("destination_port_ranges").items();
    for port in std::iter::once(rule.get("destination_port_range")).chain(several) {
        let refused = if port.is_unknown() { refused.clone().and(port.unknown()) } else { refused.clone() };
        let range = if port.is_unknown() { Some(ALL_PORTS) } else { port_range(&port) };
        if let Some(range) = range {
            left = left.into_iter().flat_map(|opening| cut(opening, range, &refused)).collect();
        }
    }
    left
}

/// An opening without some ports: those before and those behind them. Where it is not known whether they are refused,
/// it is not known of these ports whether they are open.
fn cut(opening: Opening, (start, end): (u16, u16), refused: &Judged) -> Vec<Opening> {
    let (from, to) = opening.ports.unwrap_or(ALL_PORTS);
    if end < from || to < start {
        return vec![opening];
    }
    let before = (start > from).then(|| (from, start - 1));
    let behind = (end < to).then(|| (end + 1, to));
    let parts: Vec<(u16, u16)> = [before, behind].into_iter().flatten().collect();
    if opening.ports.is_none() && !parts.is_empty() {
        return vec![opening];
    }
    let part = |ports| Opening { ports: opening.ports.and(Some(ports)), ..opening.clone() };
    let mut left: Vec<Opening> = parts.into_iter().map(part).collect();
    if refused.standing != Standing::Open {
        let mut open = part((start.max(from), end.min(to)));
        open.standing = open.standing.max(refused.standing);
        open.unknown.extend(refused.unknown.iter().cloned());
        left.push(open);
    }
    left
}

/// Whether one rule has a higher priority, which is a lower number, than another one.
fn comes_before(one: &Field<'_>, other: &Field<'_>) -> Judged {
    let (own, theirs) = (one.get("priority"), other.get("priority"));
    match (own.number(), theirs.number()) {
        (Told::Known(own), Told::Known(theirs)) => Judged::known(own < theirs),
        (Told::Unknown, _) => own.unknown(),
        (_, Told::Unknown) => theirs.unknown(),
        _ => Judged::NO,
    }
}

/// What a rule opens to the internet.
fn opened(rule: &Field<'_>) -> Vec<Opening> {
    if rule.is_unknown() {
        return vec![Opening::new(rule.place(), "all", None, &rule.unknown())];
    }
    let says = |key: &str, text: &str| rule.get(key).is(false, |value| value.eq_ignore_ascii_case(text));
    let active = says("direction", "Inbound").and(says("access", "Allow"));
    let protocol = rule.get("protocol").known().unwrap_or("*").to_ascii_lowercase();
    let protocol = if protocol == "*" { "all".to_owned() } else { protocol };
    if protocol == "icmp" || active.is_no() {
        return Vec::new();
    }
    let several = rule.get("destination_port_ranges").items();
    let ports: Vec<Field<'_>> = [rule.get("destination_port_range")].into_iter().chain(several).collect();
    let mut openings = Vec::new();
    for (place, judged) in sources(rule) {
        for port in ports.iter().filter(|port| !port.is_absent()) {
            let mut opening =
                Opening::new(place.clone(), &protocol, port_range(port), &active.clone().and(judged.clone()));
            opening.unknown.extend(port.is_unknown().then(|| port.place()));
            openings.push(opening);
        }
    }
    openings
}

/// Where a rule names the internet as a source, or may.
fn sources(rule: &Field<'_>) -> Vec<(Place, Judged)> {
    let all =
        [rule.get("source_address_prefix")].into_iter().chain(rule.get("source_address_prefixes").items());
    let wide = all.map(|source| (source.place(), source.is(false, is_anyone)));
    wide.filter(|(_, judged)| !judged.is_no()).collect()
}

fn is_anyone(prefix: &str) -> bool {
    ["*", "any", "internet"].iter().any(|all| prefix.eq_ignore_ascii_case(all)) || is_internet(prefix)
}

/// What has a public address in a block of its own, and the path there.
const FRONTS: [(&str, &[&str]); 5] = [
    ("azurerm_lb", &["frontend_ip_configuration", "public_ip_address_id"]),
    ("azurerm_application_gateway", &["frontend_ip_configuration", "public_ip_address_id"]),
    ("azurerm_firewall", &["ip_configuration", "public_ip_address_id"]),
    ("azurerm_bastion_host", &["ip_configuration", "public_ip_address_id"]),
    ("azurerm_virtual_network_gateway", &["ip_configuration", "public_ip_address_id"]),
];

fn front_door(map: &Map<'_>, front: ResourceIndex, keys: &[&str]) -> Option<Door> {
    let (list, key) = (keys.first()?, keys.last()?);
    let written =
        map.field(front).blocks(list).into_iter().map(|block| block.get(key)).find(|id| !id.is_absent())?;
    let opening = Opening::new(written.place(), "all", None, &Judged::YES);
    let note = "gives it a public address";
    Some(Door::new(None, front, Judged::YES).station(written.place(), note).openings(vec![opening]))
}

/// From load balancers and gateways through pools of addresses to machines.
fn pools(map: &Map<'_>, doors: &mut Vec<Door>) {
    let mut onward = |from, to, place| {
        let note = format!("sends connections on to {}", map.name(to));
        doors.push(Door::new(Some(from), to, Judged::YES).station(place, note));
    };
    let association = "azurerm_network_interface_backend_address_pool_association";
    let behind = |association: ResourceIndex| {
        let interfaces = map.targets(association, &["network_interface_id"], &["azurerm_network_interface"]);
        let machines =
            interfaces.into_iter().flat_map(|one| map.sources(one, &["network_interface_ids"], &MACHINES));
        machines.collect::<Vec<_>>()
    };
    for pool in map.of_kind("azurerm_lb_backend_address_pool") {
        let used = map.sources(*pool, &["backend_address_pool_ids"], &["azurerm_lb_rule"]);
        let used =
            used.into_iter().chain(map.sources(*pool, &["backend_address_pool_id"], &["azurerm_lb_rule"]));
        if used.count() == 0 {
            continue;
        }
        for balancer in map.targets(*pool, &["loadbalancer_id"], &["azurerm_lb"]) {
            for one in map.sources(*pool, &["backend_address_pool_id"], &[association]) {
                let place = map.field(one).get("backend_address_pool_id").place();
                behind(one).into_iter().for_each(|machine| onward(balancer, machine, place.clone()));
            }
        }
    }
    let kind = "azurerm_network_interface_application_gateway_backend_address_pool_association";
    for gateway in map.of_kind("azurerm_application_gateway") {
        for one in map.sources(*gateway, &["backend_address_pool_id"], &[kind]) {
            let place = map.field(one).get("backend_address_pool_id").place();
            behind(one).into_iter().for_each(|machine| onward(*gateway, machine, place.clone()));
        }
    }
}

/// A service that serves the internet unless told otherwise.
struct Service {
    kind: &'static str,
    /// The argument that keeps the internet out where it is false, and what it is where absent.
    public: &'static [&'static str],
    default: bool,
}

const SERVICES: [Service; 8] = [
    Service { kind: "azurerm_linux_web_app", public: &["public_network_access_enabled"], default: true },
    Service { kind: "azurerm_windows_web_app", public: &["public_network_access_enabled"], default: true },
    Service { kind: "azurerm_linux_function_app", public: &["public_network_access_enabled"], default: true },
    Service {
        kind: "azurerm_windows_function_app",
        public: &["public_network_access_enabled"],
        default: true,
    },
    Service { kind: "azurerm_app_service", public: &["enabled"], default: true },
    Service { kind: "azurerm_function_app", public: &["enabled"], default: true },
    Service { kind: "azurerm_container_app", public: &["ingress", "external_enabled"], default: false },
    Service { kind: "azurerm_container_group", public: &["ip_address_type"], default: true },
];

fn service_door(map: &Map<'_>, service: &Service, index: ResourceIndex) -> Option<Door> {
    let field = map.field(index);
    let public = match service.public {
        [block, key] => field.block(block).get(key),
        _ => service.public.first().map(|key| field.get(key))?,
    };
    let judged = match service.kind {
        "azurerm_container_group" => public.is(true, |kind| kind.eq_ignore_ascii_case("public")),
        _ => public.is_true(service.default),
    };
    // A list of addresses that alone may connect.
    let limits = field.block("site_config").blocks("ip_restriction");
    let narrow = limits.iter().map(|limit| {
        let allows = limit.get("action").is(true, |action| action.eq_ignore_ascii_case("allow"));
        let wide = limit.get("ip_address").is(false, is_anyone);
        if limit.is_unknown() { limit.unknown() } else { allows.and(wide) }
    });
    let judged = if limits.is_empty() { judged } else { judged.and(Judged::any(narrow)) };
    if judged.is_no() {
        return None;
    }
    let opening = Opening::new(public.place(), "tcp", Some((443, 443)), &judged);
    let note = "the service takes requests from the internet";
    Some(Door::new(None, index, judged).station(public.place(), note).openings(vec![opening]))
}

/// A cluster's API server has a public address unless told otherwise, and answers all that no list keeps out.
fn aks(map: &Map<'_>, cluster: ResourceIndex) -> Option<Door> {
    let field = map.field(cluster);
    let private = field.get("private_cluster_enabled");
    let profile = field.block("api_server_access_profile").get("authorized_ip_ranges");
    let ranges = if profile.is_absent() { field.get("api_server_authorized_ip_ranges") } else { profile };
    let listed = ranges.items();
    let wide = Judged::any(listed.iter().map(|range| range.is(false, is_internet)));
    let judged = private.is_false(true).and(if listed.is_empty() { Judged::YES } else { wide });
    if judged.is_no() {
        return None;
    }
    let opening = Opening::new(ranges.place(), "tcp", Some((443, 443)), &judged);
    let note = "the cluster's API server answers the internet";
    Some(Door::new(None, cluster, judged).station(ranges.place(), note).openings(vec![opening]))
}

/// A database server with a firewall rule that lets everyone in.
fn database(map: &Map<'_>, server: ResourceIndex) -> Option<Door> {
    let public = map.field(server).get("public_network_access_enabled").is_true(true);
    let mut openings = Vec::new();
    for reference in map.referrers(server) {
        let kind = map.kind(reference.from);
        if !kind.ends_with("_firewall_rule") {
            continue;
        }
        let rule = map.field(reference.from);
        let (start, end) = (rule.get("start_ip_address"), rule.get("end_ip_address"));
        let judged = match (start.known(), end.known()) {
            (Some(start), Some(end)) => Judged::known(is_wide(start, end)),
            (None, _) if start.is_unknown() => start.unknown(),
            (_, None) if end.is_unknown() => end.unknown(),
            _ => Judged::NO,
        };
        let judged = public.clone().and(judged);
        if !judged.is_no() {
            openings.push(Opening::new(end.place(), "tcp", None, &judged));
        }
    }
    openings.sort_by(|one, other| (one.standing, &one.place).cmp(&(other.standing, &other.place)));
    openings.dedup();
    let best = openings.first()?;
    let judged = best.judged();
    let note = "lets every address connect to the server";
    Some(Door::new(None, server, judged).station(best.place.clone(), note).openings(openings))
}

/// Whether a range of addresses is as wide as the internet.
fn is_wide(start: &str, end: &str) -> bool {
    let number = |text: &str| text.trim().parse::<std::net::Ipv4Addr>().ok().map(u32::from);
    matches!((number(start), number(end)), (Some(start), Some(end)) if end > start && end - start > 1 << 24)
}

/// A container whose contents everyone may read.
fn container(map: &Map<'_>, container: ResourceIndex) -> Option<Door> {
    let kind = map.field(container).get("container_access_type");
    let mut judged = kind.is(false, |kind| kind != "private");
    let accounts = ["storage_account_name", "storage_account_id"]
        .iter()
        .flat_map(|key| map.targets(container, &[key], &["azurerm_storage_account"]));
    for account in accounts {
        let account = map.field(account);
        for (key, default) in [
            ("allow_nested_items_to_be_public", true),
            ("allow_blob_public_access", true),
            ("public_network_access_enabled", true),
        ] {
            judged = judged.and(account.get(key).is_true(default));
        }
        let action = account.block("network_rules").get("default_action");
        judged = judged.and(action.is(true, |action| action.eq_ignore_ascii_case("allow")));
    }
    if judged.is_no() {
        return None;
    }
    let opening = Opening::new(kind.place(), "tcp", Some((443, 443)), &judged);
    let note = "everyone may read what the container holds";
    Some(Door::new(None, container, judged).station(kind.place(), note).openings(vec![opening]))
}
