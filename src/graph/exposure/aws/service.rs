//! Databases, clusters and other services of AWS that have an address of their own.

use super::group::Groups;
use super::policy::Policies;
use super::port::Port;
use super::subnet;
use crate::graph::ResourceIndex;
use crate::graph::exposure::door::{ALL_PORTS, Door, Judged, Opening};
use crate::graph::exposure::field::Field;
use crate::graph::exposure::map::{Map, is_internet};

/// A service that has a public address where an argument says so, and lets in whom its security groups let in.
struct Addressed {
    kind: &'static str,
    /// The argument, and what it is where absent; none where that differs between versions of the provider.
    public: &'static [&'static str],
    default: Option<bool>,
    groups: &'static [&'static str],
    /// To the subnets: straight, or through a group of them.
    subnets: &'static [&'static str],
    subnet_group: Option<(&'static str, &'static str)>,
}

const ADDRESSED: [Addressed; 8] = [
    Addressed {
        kind: "aws_db_instance",
        public: &["publicly_accessible"],
        default: Some(false),
        groups: &["vpc_security_group_ids"],
        subnets: &[],
        subnet_group: Some(("db_subnet_group_name", "aws_db_subnet_group")),
    },
    Addressed {
        kind: "aws_rds_cluster_instance",
        public: &["publicly_accessible"],
        default: Some(false),
        groups: &["vpc_security_group_ids"],
        subnets: &[],
        subnet_group: Some(("db_subnet_group_name", "aws_db_subnet_group")),
    },
    Addressed {
        kind: "aws_redshift_cluster",
        public: &["publicly_accessible"],
        default: None,
        groups: &["vpc_security_group_ids"],
        subnets: &[],
        subnet_group: Some(("cluster_subnet_group_name", "aws_redshift_subnet_group")),
    },
    Addressed {
        kind: "aws_redshiftserverless_workgroup",
        public: &["publicly_accessible"],
        default: Some(false),
        groups: &["security_group_ids"],
        subnets: &["subnet_ids"],
        subnet_group: None,
    },
    Addressed {
        kind: "aws_dms_replication_instance",
        public: &["publicly_accessible"],
        default: Some(false),
        groups: &["vpc_security_group_ids"],
        subnets: &[],
        subnet_group: Some(("replication_subnet_group_id", "aws_dms_replication_subnet_group")),
    },
    Addressed {
        kind: "aws_mq_broker",
        public: &["publicly_accessible"],
        default: Some(false),
        groups: &["security_groups"],
        subnets: &["subnet_ids"],
        subnet_group: None,
    },
    Addressed {
        kind: "aws_ecs_service",
        public: &["network_configuration", "assign_public_ip"],
        default: Some(false),
        groups: &["network_configuration", "security_groups"],
        subnets: &["network_configuration", "subnets"],
        subnet_group: None,
    },
    Addressed {
        kind: "aws_msk_cluster",
        public: &["broker_node_group_info", "connectivity_info", "public_access", "type"],
        default: Some(false),
        groups: &["broker_node_group_info", "security_groups"],
        subnets: &["broker_node_group_info", "client_subnets"],
        subnet_group: None,
    },
];

/// The doors from the internet to services.
pub(super) fn doors<'g>(map: &Map<'g>, groups: &Groups, policies: &mut Policies<'g>) -> Vec<Door> {
    let mut doors = Vec::new();
    for kind in &ADDRESSED {
        doors.extend(
            map.of_kind(kind.kind).iter().filter_map(|service| addressed(map, groups, kind, *service)),
        );
    }
    doors.extend(map.of_kind("aws_eks_cluster").iter().filter_map(|cluster| eks(map, *cluster)));
    for kind in ["aws_elasticsearch_domain", "aws_opensearch_domain"] {
        doors.extend(map.of_kind(kind).iter().filter_map(|domain| search_domain(map, policies, *domain)));
    }
    doors.extend(map.of_kind("aws_apprunner_service").iter().filter_map(|service| app_runner(map, *service)));
    doors
}

/// The field at the end of `keys`, through the first of each kind of block.
fn through<'g>(map: &Map<'g>, resource: ResourceIndex, keys: &[&str]) -> Field<'g> {
    let mut field = map.field(resource);
    for (at, key) in keys.iter().enumerate() {
        field = if at + 1 == keys.len() { field.get(key) } else { field.block(key) };
    }
    field
}

fn addressed(map: &Map<'_>, groups: &Groups, kind: &Addressed, service: ResourceIndex) -> Option<Door> {
    let public = through(map, service, kind.public);
    let address = match (public.is_absent(), kind.default) {
        (true, None) => Judged::UNSEEN,
        (true, Some(default)) => Judged::known(default),
        (false, _) if kind.kind == "aws_msk_cluster" => public.is(false, |kind| kind != "DISABLED"),
        (false, _) => public.is_true(false),
    };
    if address.is_no() {
        return None;
    }
    let mut admission = groups.admission(map, service, &[kind.groups]);
    let cluster = map.targets(service, &["cluster_identifier"], &["aws_rds_cluster"]);
    if let Some(cluster) = cluster.first().filter(|_| kind.kind == "aws_rds_cluster_instance") {
        admission = groups.admission(map, *cluster, &[&["vpc_security_group_ids"]]);
    }
    let admission = Port::of(map, service).admits(admission);
    let subnets = match kind.subnet_group {
        None => subnet::is_public(map, service, kind.subnets),
        Some((key, group)) => {
            let holders = std::iter::once(service).chain(cluster);
            let lists = holders.flat_map(|holder| map.targets(holder, &[key], &[group]));
            let lists: Vec<ResourceIndex> = lists.collect();
            let public = |list: &ResourceIndex| subnet::is_public(map, *list, &["subnet_ids"]);
            if lists.is_empty() { Judged::YES } else { Judged::any(lists.iter().map(public)) }
        }
    };
    let judged = address.and(admission.judged).and(subnets);
    if judged.is_no() {
        return None;
    }
    let note = "gives it an address on the internet";
    let mut door =
        Door::new(None, service, judged).station(public.place(), note).openings(admission.openings);
    door.stations.extend(admission.stations);
    Some(door)
}

/// A cluster's API server answers everyone unless its endpoint is private or networks are listed.
fn eks(map: &Map<'_>, cluster: ResourceIndex) -> Option<Door> {
    let config = map.field(cluster).block("vpc_config");
    let public = config.get("endpoint_public_access");
    let networks = config.get("public_access_cidrs");
    let listed = networks.items();
    let wide = Judged::any(listed.iter().map(|network| network.is(false, is_internet)));
    let judged = public.is_true(true).and(if listed.is_empty() { Judged::YES } else { wide });
    if judged.is_no() || config.is_absent() {
        return None;
    }
    let place = if listed.is_empty() { public.place() } else { networks.place() };
    let opening = Opening::new(place.clone(), "tcp", Some((443, 443)), &judged);
    let note = "the cluster's API server answers the internet";
    Some(Door::new(None, cluster, judged).station(place, note).openings(vec![opening]))
}

/// A search domain outside of a network answers whom its policy allows.
fn search_domain<'g>(map: &Map<'g>, policies: &mut Policies<'g>, domain: ResourceIndex) -> Option<Door> {
    let field = map.field(domain);
    let network = field.get("vpc_options");
    let inside = match network.is_unknown() {
        true => network.unknown(),
        false => Judged::known(!network.items().is_empty()),
    };
    let kinds = ["aws_elasticsearch_domain_policy", "aws_opensearch_domain_policy"];
    let own = std::iter::once(domain).chain(map.sources(domain, &["domain_name"], &kinds));
    let written = own.map(|one| map.field(one).get("access_policies"));
    let written: Vec<(Field<'_>, Judged)> =
        written.map(|policy| (policy.clone(), policies.admit_everyone(&policy))).collect();
    let allowed = Judged::any(written.iter().map(|(_, judged)| judged.clone()));
    let judged = inside.not().and(allowed);
    if judged.is_no() {
        return None;
    }
    let opening = written.iter().find(|(_, judged)| !judged.is_no());
    let place = opening.map_or_else(|| field.place(), |(policy, _)| policy.place());
    let opening = Opening::new(place.clone(), "tcp", Some((443, 443)), &judged);
    let note = "the domain has no network of its own, and its policy lets everyone in";
    Some(Door::new(None, domain, judged).station(place, note).openings(vec![opening]))
}

/// App Runner serves the internet unless told otherwise.
fn app_runner(map: &Map<'_>, service: ResourceIndex) -> Option<Door> {
    let config = map.field(service).block("network_configuration").block("ingress_configuration");
    let public = config.get("is_publicly_accessible");
    let judged = public.is_true(true);
    if judged.is_no() {
        return None;
    }
    let opening = Opening::new(public.place(), "tcp", Some(ALL_PORTS), &judged);
    let note = "the service takes requests from the internet";
    Some(Door::new(None, service, judged).station(public.place(), note).openings(vec![opening]))
}
