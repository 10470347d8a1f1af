//! Security groups: what they let in, and who is in them. Their rules come in four shapes.

use crate::graph::ResourceIndex;
use crate::graph::exposure::door::{ALL_PORTS, Judged, Opening, Place, Standing, Station};
use crate::graph::exposure::field::{Field, Told};
use crate::graph::exposure::map::{Map, internet, lies_below};
use std::collections::{BTreeMap, BTreeSet};

/// Kinds of security groups.
pub(super) const GROUPS: [&str; 2] = ["aws_security_group", "aws_default_security_group"];
/// What a rule may name as its group: EKS makes one for each cluster.
const HOLDERS: [&str; 3] = ["aws_security_group", "aws_default_security_group", "aws_eks_cluster"];
const PREFIX_LIST: &str = "aws_ec2_managed_prefix_list";

/// Rules of all security groups.
#[derive(Debug, Default)]
pub(in crate::graph::exposure) struct Groups {
    /// By group: what lets the internet in, or may.
    openings: BTreeMap<ResourceIndex, Vec<Opening>>,
    /// By group: the groups that let its members in, and where.
    admitted_by: BTreeMap<ResourceIndex, Vec<(ResourceIndex, Place)>>,
}

/// Names of the arguments of a rule; they differ from shape to shape.
struct Shape {
    protocol: &'static str,
    networks: [&'static str; 2],
    prefix_lists: &'static str,
    group: &'static str,
}

const INLINE: Shape = Shape {
    protocol: "protocol",
    networks: ["cidr_blocks", "ipv6_cidr_blocks"],
    prefix_lists: "prefix_list_ids",
    group: "security_groups",
};
const RULE: Shape = Shape { group: "source_security_group_id", ..INLINE };
const VPC_RULE: Shape = Shape {
    protocol: "ip_protocol",
    networks: ["cidr_ipv4", "cidr_ipv6"],
    prefix_lists: "prefix_list_id",
    group: "referenced_security_group_id",
};

/// Whether the internet gets through the groups of something, and where.
pub(super) struct Admission {
    pub(super) judged: Judged,
    /// Whether groups that are only named may let it in.
    pub(super) unseen: Judged,
    pub(super) openings: Vec<Opening>,
    /// The first open place, for the way.
    pub(super) stations: Vec<Station>,
}

impl Admission {
    /// Through openings, or through groups that are only named, as `unseen` says.
    pub(super) fn new(unseen: Judged, mut openings: Vec<Opening>) -> Admission {
        openings.sort_by(|one, other| (one.standing, &one.place).cmp(&(other.standing, &other.place)));
        openings.dedup();
        let judged = unseen.clone().or(Judged::any(openings.iter().map(Opening::judged)));
        let first = openings.first().filter(|opening| opening.standing == judged.standing);
        let note = |opening: &Opening| match opening.standing {
            Standing::Unknown => format!("may let the internet in on {}", shown(opening)),
            _ => format!("lets the internet in on {}", shown(opening)),
        };
        let station = |opening: &Opening| Station { place: opening.place.clone(), note: note(opening) };
        let stations = first.map(station).into_iter().collect();
        Admission { judged, unseen, openings, stations }
    }
}

impl Groups {
    pub(in crate::graph::exposure) fn new(map: &Map<'_>) -> Groups {
        let mut groups = Groups::default();
        for group in map.of_kinds(&GROUPS) {
            for rule in map.field(group).blocks("ingress") {
                groups.rule(map, &[group], &rule, &INLINE);
            }
        }
        for index in map.of_kind("aws_security_group_rule") {
            let rule = map.field(*index);
            if rule.get("type").known().is_none_or(|kind| kind == "ingress") {
                let of = map.targets(*index, &["security_group_id"], &HOLDERS);
                groups.rule(map, &of, &rule, &RULE);
            }
        }
        for index in map.of_kind("aws_vpc_security_group_ingress_rule") {
            let of = map.targets(*index, &["security_group_id"], &HOLDERS);
            groups.rule(map, &of, &map.field(*index), &VPC_RULE);
        }
        groups
    }

    fn rule(&mut self, map: &Map<'_>, of: &[ResourceIndex], rule: &Field<'_>, shape: &Shape) {
        let protocol = rule.get(shape.protocol);
        let name = protocol_name(&protocol);
        if ["icmp", "icmpv6"].contains(&name.as_str()) {
            return;
        }
        let (ports, port_doubt) = ports(rule, &name);
        let mut openings = Vec::new();
        for (place, judged) in networks(map, rule, shape) {
            let kind = rule.get("type");
            let judged = if kind.is_unknown() { judged.and(kind.unknown()) } else { judged };
            let mut opening = Opening::new(place, &name, ports, &judged);
            opening.unknown.extend(port_doubt.iter().cloned());
            openings.push(opening);
        }
        let from: Vec<(ResourceIndex, Place)> = sources(map, rule, shape);
        for group in of {
            self.openings.entry(*group).or_default().extend(openings.iter().cloned());
            for (source, place) in &from {
                self.admitted_by.entry(*source).or_default().push((*group, place.clone()));
            }
        }
    }

    /// What the groups let in that `holder` names below any of `lists`. Where it names none, its network's own group
    /// holds, which lets nobody in from outside.
    pub(super) fn admission(&self, map: &Map<'_>, holder: ResourceIndex, lists: &[&[&str]]) -> Admission {
        let mut unseen = Judged::NO;
        let mut openings = Vec::new();
        for keys in lists {
            for group in map.targets(holder, keys, &GROUPS) {
                openings.extend(self.openings.get(&group).into_iter().flatten().cloned());
            }
            unseen = unseen.or(unseen_groups(map, holder, keys));
        }
        if lists.iter().all(|keys| map.field(holder).get(keys.first().unwrap_or(&"")).is_absent()) {
            for group in default_groups(map, holder) {
                openings.extend(self.openings.get(&group).into_iter().flatten().cloned());
            }
        }
        Admission::new(unseen, openings)
    }

    /// What a group lets in; of a cluster, the group that EKS makes for it.
    pub(in crate::graph::exposure) fn openings(&self, group: ResourceIndex) -> &[Opening] {
        self.openings.get(&group).map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether resources of a kind are security groups.
    pub(in crate::graph::exposure) fn is_one(kind: &str) -> bool {
        GROUPS.contains(&kind)
    }

    /// The groups of `holder`.
    pub(in crate::graph::exposure) fn of(map: &Map<'_>, holder: ResourceIndex) -> Vec<ResourceIndex> {
        MEMBERSHIP.iter().flat_map(|keys| map.targets(holder, keys, &GROUPS)).collect()
    }

    /// Who is in each group.
    pub(in crate::graph::exposure) fn members(
        &self,
        map: &Map<'_>,
    ) -> BTreeMap<ResourceIndex, BTreeSet<ResourceIndex>> {
        let mut members: BTreeMap<ResourceIndex, BTreeSet<ResourceIndex>> = BTreeMap::new();
        let admitting: BTreeSet<ResourceIndex> =
            self.admitted_by.values().flatten().map(|(group, _)| *group).collect();
        for group in admitting {
            for keys in MEMBERSHIP {
                let holders = map.referrers(group).filter(|reference| lies_below(&reference.via, keys));
                members.entry(group).or_default().extend(holders.map(|reference| reference.from));
            }
        }
        members
    }

    /// What lets members of `group` in: the group that does, and where.
    pub(in crate::graph::exposure) fn admitting(&self, group: ResourceIndex) -> &[(ResourceIndex, Place)] {
        self.admitted_by.get(&group).map(Vec::as_slice).unwrap_or_default()
    }
}

/// Where resources say which groups they are in.
const MEMBERSHIP: [&[&str]; 6] = [
    &["vpc_security_group_ids"],
    &["security_groups"],
    &["security_group_ids"],
    &["network_configuration", "security_groups"],
    &["vpc_config", "security_group_ids"],
    &["vpc_options", "security_group_ids"],
];

/// The default groups of the networks in which the subnets of `holder` lie.
fn default_groups(map: &Map<'_>, holder: ResourceIndex) -> BTreeSet<ResourceIndex> {
    let subnets = ["subnet_id", "subnets", "subnet_ids"]
        .iter()
        .flat_map(|key| map.targets(holder, &[key], &["aws_subnet"]));
    let networks = subnets.flat_map(|subnet| map.targets(subnet, &["vpc_id"], &["aws_vpc"]));
    networks.flat_map(|network| map.sources(network, &["vpc_id"], &["aws_default_security_group"])).collect()
}

/// Groups that are named below `keys` but are not declared in the files.
fn unseen_groups(map: &Map<'_>, holder: ResourceIndex, keys: &[&str]) -> Judged {
    let list = keys
        .iter()
        .fold(map.field(holder), |field, key| field.items().into_iter().next().unwrap_or(field).get(key));
    let resolved = !map.targets(holder, keys, &GROUPS).is_empty();
    let data =
        !map.targets(holder, keys, &["data.aws_security_group", "data.aws_security_groups"]).is_empty();
    if list.is_unknown() {
        return match (data, resolved) {
            (true, _) => Judged::UNSEEN,
            (false, true) => Judged::NO,
            (false, false) => list.unknown(),
        };
    }
    let told = list.items();
    if data || told.iter().any(|item| item.known().is_some()) {
        return Judged::UNSEEN;
    }
    let unresolved = told.iter().find(|item| item.is_unknown());
    match unresolved.filter(|_| !resolved) {
        Some(item) => item.unknown(),
        None => Judged::NO,
    }
}

/// Where a rule names networks, and whether each is the internet.
fn networks(map: &Map<'_>, rule: &Field<'_>, shape: &Shape) -> Vec<(Place, Judged)> {
    if rule.is_unknown() {
        return vec![(rule.place(), rule.unknown())];
    }
    let mut found = Vec::new();
    for key in shape.networks {
        let list = rule.get(key);
        let items = if list.text() == Told::Absent { list.items() } else { vec![list] };
        for network in items {
            let judged = internet(&network);
            if !judged.is_no() {
                found.push((network.place(), judged));
            }
        }
    }
    let list = rule.get(shape.prefix_lists);
    let Place { resource, path } = list.place();
    for reference in map.references(resource) {
        let below = reference.via.0.starts_with(&path.0);
        if below && map.kind(reference.to) == PREFIX_LIST {
            let entries = map.field(reference.to).blocks("entry");
            let judged = Judged::any(entries.iter().map(|entry| internet(&entry.get("cidr"))));
            if !judged.is_no() {
                found.push((Place { resource, path: reference.via.clone() }, judged));
            }
        }
    }
    found
}

/// The groups whose members a rule lets in, and where it names them.
fn sources(map: &Map<'_>, rule: &Field<'_>, shape: &Shape) -> Vec<(ResourceIndex, Place)> {
    let Place { resource, path } = rule.get(shape.group).place();
    let named = map.references(resource).iter().filter(|reference| reference.via.0.starts_with(&path.0));
    let groups = named.filter(|reference| GROUPS.contains(&map.kind(reference.to)));
    groups.map(|reference| (reference.to, Place { resource, path: reference.via.clone() })).collect()
}

/// A protocol's name; `all` where none is set, and where it is unknown.
fn protocol_name(protocol: &Field<'_>) -> String {
    let written = match (protocol.text(), protocol.number()) {
        (_, Told::Known(number)) => number.to_string(),
        (Told::Known(text), _) => text.to_ascii_lowercase(),
        _ => "all".to_owned(),
    };
    match written.as_str() {
        "-1" => "all".to_owned(),
        "6" => "tcp".to_owned(),
        "17" => "udp".to_owned(),
        "1" => "icmp".to_owned(),
        "58" => "icmpv6".to_owned(),
        _ => written,
    }
}

/// The ports of a rule, and what is unknown of them.
fn ports(rule: &Field<'_>, protocol: &str) -> (Option<(u16, u16)>, Vec<Place>) {
    if protocol == "all" && !rule.get("protocol").is_unknown() && !rule.get("ip_protocol").is_unknown() {
        return (Some(ALL_PORTS), Vec::new());
    }
    let port = |key: &str| match rule.get(key).number() {
        Told::Known(port) => u16::try_from(port).ok(),
        _ => None,
    };
    let keys = ["from_port", "to_port", "protocol", "ip_protocol"];
    let unknown = keys.iter().map(|key| rule.get(key)).filter(Field::is_unknown).map(|field| field.place());
    let unknown: Vec<Place> = unknown.collect();
    match unknown.is_empty() {
        true => (port("from_port").zip(port("to_port")), unknown),
        false => (None, unknown),
    }
}

/// Ports of an opening in words.
fn shown(opening: &Opening) -> String {
    match opening.ports {
        Some(ALL_PORTS) => "every port".to_owned(),
        Some((from, to)) if from == to => format!("port {from}"),
        Some((from, to)) => format!("ports {from} to {to}"),
        None => "some ports".to_owned(),
    }
}
