//! Doors into Google Cloud.

use super::door::{ALL_PORTS, Door, Judged, Opening, Place, Station};
use super::field::{Field, Told};
use super::map::{Map, is_internet};
use super::nodes::Nodes;
use crate::graph::ResourceIndex;
use std::collections::{BTreeMap, BTreeSet};

const MACHINES: [&str; 2] = ["google_compute_instance", "google_compute_instance_template"];

/// What a forwarding rule leads to, one referring to the next.
const BEHIND: [&str; 18] = [
    "google_compute_backend_bucket",
    "google_compute_backend_service",
    "google_compute_instance",
    "google_compute_instance_group",
    "google_compute_instance_group_manager",
    "google_compute_instance_template",
    "google_compute_region_backend_service",
    "google_compute_region_instance_group_manager",
    "google_compute_region_network_endpoint_group",
    "google_compute_region_target_http_proxy",
    "google_compute_region_target_https_proxy",
    "google_compute_region_url_map",
    "google_compute_target_http_proxy",
    "google_compute_target_https_proxy",
    "google_compute_target_instance",
    "google_compute_target_pool",
    "google_compute_target_ssl_proxy",
    "google_compute_target_tcp_proxy",
];

/// All doors of Google Cloud.
pub(super) fn doors(map: &Map<'_>) -> Vec<Door> {
    let firewalls = Firewalls::new(map);
    let mut doors: Vec<Door> =
        map.of_kinds(&MACHINES).filter_map(|machine| machine_door(map, &firewalls, machine)).collect();
    doors.extend(map.of_kind("google_container_cluster").iter().filter_map(|cluster| gke(map, *cluster)));
    doors.extend(
        map.of_kind("google_sql_database_instance").iter().filter_map(|database| sql(map, *database)),
    );
    for service in &SERVICES {
        doors.extend(map.of_kind(service.kind).iter().filter_map(|one| run(map, service, *one)));
    }
    balancers(map, &mut doors);
    doors
}

/// Firewall rules that let the internet in, by the network that they name.
#[derive(Default)]
struct Firewalls<'g> {
    by_network: BTreeMap<Network<'g>, Vec<ResourceIndex>>,
    /// Whose network is unknown.
    anywhere: Vec<ResourceIndex>,
}

/// A network: a resource, or a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Network<'g> {
    Declared(ResourceIndex),
    Named(&'g str, &'g str),
}

/// The network that a resource is in; none where it is unknown.
fn network<'g>(map: &Map<'g>, holder: ResourceIndex, field: &Field<'g>) -> Option<Network<'g>> {
    let Place { path, .. } = field.get("network").place();
    let subnet = field.get("subnetwork").place().path;
    for reference in map.references(holder).iter() {
        if reference.via.0.starts_with(&path.0) && map.kind(reference.to) == "google_compute_network" {
            return Some(Network::Declared(reference.to));
        }
        if reference.via.0.starts_with(&subnet.0) && map.kind(reference.to) == "google_compute_subnetwork" {
            return network(map, reference.to, &map.field(reference.to));
        }
    }
    let root = map.get(holder).map(|resource| &*resource.root)?;
    let last = |text: &'g str| text.rsplit('/').next().unwrap_or(text);
    match (field.get("network").text(), field.get("subnetwork").text()) {
        (Told::Known(name), _) => Some(Network::Named(root, last(name))),
        (Told::Absent, Told::Absent) => Some(Network::Named(root, "default")),
        _ => None,
    }
}

impl<'g> Firewalls<'g> {
    fn new(map: &Map<'g>) -> Firewalls<'g> {
        let mut firewalls = Firewalls { by_network: BTreeMap::new(), anywhere: Vec::new() };
        for firewall in map.of_kind("google_compute_firewall") {
            let field = map.field(*firewall);
            if source(&field).1.is_no() {
                continue;
            }
            match network(map, *firewall, &field) {
                Some(network) => firewalls.by_network.entry(network).or_default().push(*firewall),
                None => firewalls.anywhere.push(*firewall),
            }
        }
        firewalls
    }

    /// What lets the internet in to a machine in a network.
    fn openings(&self, map: &Map<'g>, target: &Target<'g>, of: Option<Network<'g>>) -> Vec<Opening> {
        let machine = target.resource;
        let doubt = target.network.unknown();
        let sure = of.and_then(|network| self.by_network.get(&network)).into_iter().flatten();
        let unsure = self.anywhere.iter().chain(match of {
            None => self.by_network.values().flatten().collect::<Vec<_>>(),
            Some(_) => Vec::new(),
        });
        let unsure = unsure.filter(|firewall| {
            map.get(**firewall).map(|one| &one.root) == map.get(machine).map(|one| &one.root)
        });
        let sure = sure.map(|firewall| (*firewall, Judged::YES));
        let unsure = unsure.map(|firewall| {
            let own = map.field(*firewall).get("network");
            (*firewall, if own.is_unknown() { own.unknown() } else { doubt.clone() })
        });
        let mut openings = Vec::new();
        for (firewall, judged) in sure.chain(unsure) {
            let field = map.field(firewall);
            let judged = judged.and(applies(map, &field, firewall, target));
            if !judged.is_no() {
                openings.extend(rules(&field, &judged));
            }
        }
        openings.sort_by(|one, other| (one.standing, &one.place).cmp(&(other.standing, &other.place)));
        openings
    }
}

/// Where a firewall rule lets the internet in, and whether it does.
fn source<'g>(firewall: &Field<'g>) -> (Field<'g>, Judged) {
    let ranges = firewall.get("source_ranges");
    let outward = firewall.get("direction").is(false, |direction| direction.eq_ignore_ascii_case("EGRESS"));
    let active = outward.not().and(firewall.get("disabled").is_false(true));
    let allows = firewall.get("allow");
    let active = active.and(Judged::known(!allows.is_absent()));
    let listed = ranges.items();
    let wide = listed
        .iter()
        .map(|range| (range, range.is(false, is_internet)))
        .filter(|(_, judged)| !judged.is_no());
    if let Some((range, judged)) = wide.min_by_key(|(_, judged)| judged.standing) {
        return (range.clone(), active.and(judged));
    }
    // Without any source, every address is one.
    let others = ["source_tags", "source_service_accounts"].map(|key| firewall.get(key));
    let none = listed.is_empty() && others.iter().all(|other| other.items().is_empty());
    (ranges, active.and(Judged::known(none)))
}

/// A machine, or machines that are made alike, as firewall rules see them.
struct Target<'g> {
    resource: ResourceIndex,
    network: Field<'g>,
    tags: Field<'g>,
    /// The service account, and the path to where it stands.
    account: Field<'g>,
    account_keys: &'static [&'static str],
}

impl<'g> Target<'g> {
    fn machine(map: &Map<'g>, machine: ResourceIndex) -> Target<'g> {
        let field = map.field(machine);
        Target {
            resource: machine,
            network: field.block("network_interface").get("network"),
            tags: field.get("tags"),
            account: field.block("service_account").get("email"),
            account_keys: &["service_account"],
        }
    }
}

/// Whether a rule applies to a machine: it names no targets, or the machine is one.
fn applies(map: &Map<'_>, firewall: &Field<'_>, index: ResourceIndex, target: &Target<'_>) -> Judged {
    let targets = firewall.get("target_tags");
    let accounts = firewall.get("target_service_accounts");
    let tags = &target.tags;
    if targets.items().is_empty() && accounts.items().is_empty() {
        return Judged::YES;
    }
    let own = tags.items();
    let known: BTreeSet<&str> = own.iter().filter_map(Field::known).collect();
    let mut judged = Judged::NO;
    for target in targets.items() {
        judged = judged.or(match target.known() {
            Some(tag) => Judged::known(known.contains(tag)),
            None => target.unknown(),
        });
    }
    if judged.is_no() && !targets.items().is_empty() {
        judged = own.iter().find(|tag| tag.is_unknown()).map_or(Judged::NO, Field::unknown);
    }
    let kinds = ["google_service_account"];
    let named = map.targets(index, &["target_service_accounts"], &kinds);
    let acts_as = map.targets(target.resource, target.account_keys, &kinds);
    let same = named.iter().any(|account| acts_as.contains(account));
    let mine = target.account.known();
    let texts = accounts.items();
    let equal = texts.iter().any(|account| account.known().is_some_and(|text| mine == Some(text)));
    judged.or(Judged::known(same || equal))
}

/// What a rule opens.
fn rules(firewall: &Field<'_>, judged: &Judged) -> Vec<Opening> {
    let (source, open) = source(firewall);
    let judged = judged.clone().and(open);
    let mut openings = Vec::new();
    for rule in firewall.blocks("allow") {
        let protocol = rule.get("protocol");
        let name = protocol.known().unwrap_or("all").to_ascii_lowercase();
        if ["icmp", "ipip", "1"].contains(&name.as_str()) {
            continue;
        }
        let doubt = [&rule, &protocol].into_iter().find(|field| field.is_unknown()).map(Field::place);
        let listed = rule.get("ports").items();
        let all = [None];
        let each: Vec<Option<&Field<'_>>> =
            if listed.is_empty() { all.to_vec() } else { listed.iter().map(Some).collect() };
        for port in each {
            let ports = port.map_or(Some(ALL_PORTS), port_range);
            let mut opening = Opening::new(source.place(), &name, ports, &judged);
            opening.unknown.extend(doubt.iter().cloned());
            opening.unknown.extend(port.filter(|port| port.is_unknown()).map(Field::place));
            openings.push(opening);
        }
    }
    openings
}

/// Ports as a text: `22`, `20-30`, `*`.
pub(super) fn port_range(field: &Field<'_>) -> Option<(u16, u16)> {
    if let Told::Known(port) = field.number() {
        return u16::try_from(port).ok().map(|port| (port, port));
    }
    let text = field.known()?;
    if text.trim() == "*" {
        return Some(ALL_PORTS);
    }
    let (from, to) = text.split_once('-')?;
    Some((from.trim().parse().ok()?, to.trim().parse().ok()?))
}

/// A machine with an address of its own on the internet.
fn machine_door(map: &Map<'_>, firewalls: &Firewalls<'_>, machine: ResourceIndex) -> Option<Door> {
    let interfaces = map.field(machine).blocks("network_interface");
    let mut best: Option<(Judged, Vec<Opening>, Place)> = None;
    for interface in &interfaces {
        let configs = ["access_config", "ipv6_access_config"].map(|key| interface.get(key));
        let address = Judged::any(configs.iter().map(|config| match config.items().first() {
            None if config.is_unknown() => config.unknown(),
            None => Judged::NO,
            Some(block) if block.is_unknown() && block.place() == config.place() => block.unknown(),
            Some(_) => Judged::YES,
        }));
        if address.is_no() {
            continue;
        }
        let own = network(map, machine, interface);
        let openings = firewalls.openings(map, &Target::machine(map, machine), own);
        let each = openings.iter().map(Opening::judged);
        // The network `default` is made with rules that let everyone in to SSH and Remote Desktop.
        let standard = matches!(own, Some(Network::Named(_, "default")));
        let let_in = Judged::any(each).or(if standard { Judged::UNSEEN } else { Judged::NO });
        let judged = address.and(let_in);
        let place = configs.iter().find(|config| !config.is_absent()).map(Field::place);
        let better = best.as_ref().is_none_or(|(other, ..)| judged.standing < other.standing);
        if let Some(place) = place.filter(|_| !judged.is_no() && better) {
            best = Some((judged, openings, place));
        }
    }
    let (judged, openings, place) = best?;
    let mut door = Door::new(None, machine, judged).station(place, "gives the machine a public address");
    let first = openings.first().map(|opening| Station {
        place: opening.place.clone(),
        note: "lets the internet in to the machine".to_owned(),
    });
    door.stations.splice(0..0, first);
    Some(door.openings(openings))
}

/// The nodes of every cluster: of its pools, and of the pool that is made with it. They have public addresses unless
/// told otherwise.
pub(super) fn nodes(map: &Map<'_>) -> Vec<(ResourceIndex, Vec<Nodes>)> {
    let clusters = map.of_kind("google_container_cluster");
    let firewalls = if clusters.is_empty() { Firewalls::default() } else { Firewalls::new(map) };
    clusters.iter().map(|cluster| (*cluster, nodes_of(map, &firewalls, *cluster))).collect()
}

fn nodes_of(map: &Map<'_>, firewalls: &Firewalls<'_>, cluster: ResourceIndex) -> Vec<Nodes> {
    let field = map.field(cluster);
    let with_cluster = field.get("remove_default_node_pool").truth() != Told::Known(true);
    let pools = map.sources(cluster, &["cluster"], &["google_container_node_pool"]);
    let holders = with_cluster.then_some(cluster).into_iter().chain(pools);
    let of_cluster = field.block("private_cluster_config").get("enable_private_nodes");
    let network = network(map, cluster, &field);
    let nodes = holders.map(|holder| {
        let pool = map.field(holder);
        let own = pool.block("network_config").get("enable_private_nodes");
        let private = if own.is_absent() { of_cluster.clone() } else { own };
        let config = pool.block("node_config");
        let target = Target {
            resource: holder,
            network: field.get("network"),
            tags: config.get("tags"),
            account: config.get("service_account"),
            account_keys: &["node_config", "service_account"],
        };
        let note = "its nodes have public addresses".to_owned();
        Nodes {
            resource: holder,
            address: private.is_false(true),
            stations: vec![Station { place: private.place(), note }],
            openings: firewalls.openings(map, &target, network),
            unseen: Judged::NO,
        }
    });
    nodes.collect()
}

/// A cluster's control plane has a public address unless told otherwise, and answers all that no list keeps out.
fn gke(map: &Map<'_>, cluster: ResourceIndex) -> Option<Door> {
    let field = map.field(cluster);
    let private = field.block("private_cluster_config").get("enable_private_endpoint");
    let config = field.get("master_authorized_networks_config");
    let blocks = field.block("master_authorized_networks_config").blocks("cidr_blocks");
    let listed = !config.items().is_empty();
    let wide = Judged::any(blocks.iter().map(|block| block.get("cidr_block").is(false, is_internet)));
    let open = match (config.is_unknown(), listed) {
        (true, _) => config.unknown(),
        (false, false) => Judged::YES,
        (false, true) => wide,
    };
    let judged = private.is_false(true).and(open);
    if judged.is_no() {
        return None;
    }
    let opening = Opening::new(config.place(), "tcp", Some((443, 443)), &judged);
    let note = "the cluster's control plane answers the internet";
    Some(Door::new(None, cluster, judged).station(config.place(), note).openings(vec![opening]))
}

/// A database with a public address, and networks that may connect.
fn sql(map: &Map<'_>, database: ResourceIndex) -> Option<Door> {
    let config = map.field(database).block("settings").block("ip_configuration");
    let address = config.get("ipv4_enabled").is_true(true);
    let networks = config.blocks("authorized_networks");
    let mut openings = Vec::new();
    for network in &networks {
        let value = network.get("value");
        let judged = address.clone().and(value.is(false, is_internet));
        if !judged.is_no() {
            openings.push(Opening::new(value.place(), "tcp", None, &judged));
        }
    }
    let best = openings.iter().min_by_key(|opening| opening.standing)?;
    let judged = best.judged();
    let note = "lets every address connect to the database";
    Some(Door::new(None, database, judged).station(best.place.clone(), note).openings(openings))
}

/// A service whose callers IAM decides on.
struct Service {
    kind: &'static str,
    /// The argument that limits where requests come from, and its values that do.
    ingress: &'static [&'static str],
    /// Kinds that give rights on it, by what comes before `_iam_`.
    grants: &'static [&'static str],
    argument: &'static str,
}

const SERVICES: [Service; 4] = [
    Service {
        kind: "google_cloud_run_v2_service",
        ingress: &["ingress"],
        grants: &["google_cloud_run_v2_service", "google_cloud_run_service"],
        argument: "name",
    },
    Service {
        kind: "google_cloud_run_service",
        ingress: &["metadata", "annotations", "run.googleapis.com/ingress"],
        grants: &["google_cloud_run_service"],
        argument: "service",
    },
    Service {
        kind: "google_cloudfunctions_function",
        ingress: &["ingress_settings"],
        grants: &["google_cloudfunctions_function"],
        argument: "cloud_function",
    },
    Service {
        kind: "google_cloudfunctions2_function",
        ingress: &["service_config", "ingress_settings"],
        grants: &["google_cloudfunctions2_function", "google_cloud_run_service"],
        argument: "cloud_function",
    },
];

/// A service that everyone may call.
fn run(map: &Map<'_>, service: &Service, index: ResourceIndex) -> Option<Door> {
    let limit = service
        .ingress
        .iter()
        .fold(map.field(index), |field, key| field.items().into_iter().next().unwrap_or(field).get(key));
    let outside = limit.is(true, |text| {
        let text = text.to_ascii_lowercase();
        text == "all" || text.ends_with("_all") || text.ends_with("-all")
    });
    let field = map.field(index);
    let unguarded = field.get("invoker_iam_disabled");
    let mut judged = unguarded.is_true(false);
    let mut place = unguarded.place();
    let kinds: Vec<String> = service
        .grants
        .iter()
        .flat_map(|grant| ["member", "binding"].map(|kind| format!("{grant}_iam_{kind}")))
        .collect();
    let kinds: Vec<&str> = kinds.iter().map(String::as_str).collect();
    let arguments = [service.argument, "service", "name"];
    let grants: BTreeSet<ResourceIndex> =
        arguments.iter().flat_map(|argument| map.sources(index, &[argument], &kinds)).collect();
    for grant in grants {
        let grant = map.field(grant);
        let invoker = grant.get("role").is(false, |role| role.ends_with("invoker"));
        let members = grant.get("members").items().into_iter().chain([grant.get("member")]);
        for member in members {
            let everyone = invoker.clone().and(member.is(false, |member| member == "allUsers"));
            if everyone.standing < judged.standing {
                (judged, place) = (everyone, member.place());
            }
        }
    }
    let judged = judged.and(outside);
    if judged.is_no() {
        return None;
    }
    let opening = Opening::new(place.clone(), "tcp", Some((443, 443)), &judged);
    let note = "lets everyone on the internet call the service";
    Some(Door::new(None, index, judged).station(place, note).openings(vec![opening]))
}

/// Forwarding rules with a public address, and what lies behind them.
fn balancers(map: &Map<'_>, doors: &mut Vec<Door>) {
    let mut pending = Vec::new();
    for rule in map.of_kinds(&["google_compute_forwarding_rule", "google_compute_global_forwarding_rule"]) {
        let field = map.field(rule);
        let scheme = field.get("load_balancing_scheme");
        let judged = scheme.is(true, |scheme| scheme.starts_with("EXTERNAL"));
        if judged.is_no() {
            continue;
        }
        let ports = [field.get("port_range")].into_iter().chain(field.get("ports").items());
        let openings = ports.filter(|port| !port.is_absent());
        let openings =
            openings.map(|port| Opening::new(port.place(), "tcp", port_range(&port), &judged)).collect();
        let note = "the forwarding rule has a public address";
        doors.push(Door::new(None, rule, judged).station(scheme.place(), note).openings(openings));
        pending.push(rule);
    }
    let mut seen: BTreeSet<ResourceIndex> = pending.iter().copied().collect();
    while let Some(at) = pending.pop() {
        for reference in map.references(at).iter().filter(|one| BEHIND.contains(&map.kind(one.to))) {
            let place = Place { resource: at, path: reference.via.clone() };
            let note = format!("sends requests on to {}", map.name(reference.to));
            doors.push(Door::new(Some(at), reference.to, Judged::YES).station(place, note));
            if seen.insert(reference.to) {
                pending.push(reference.to);
            }
        }
    }
}
