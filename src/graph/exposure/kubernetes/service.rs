//! Services that take connections from outside of the cluster.

use super::{Cluster, node};
use crate::graph::ResourceIndex;
use crate::graph::exposure::door::{ALL_PORTS, Door, Judged, Opening};
use crate::graph::exposure::field::{Field, Told};
use crate::graph::exposure::map::{is_internet, is_private};
use crate::graph::exposure::nodes::NodePort;

/// Annotations by which the load balancer of a Service gets an address of the own network only, and the value that
/// says so.
const INTERNAL: [(&str, Means); 22] = [
    ("service.beta.kubernetes.io/aws-load-balancer-internal", Means::NotFalse),
    ("service.beta.kubernetes.io/aws-load-balancer-scheme", Means::Text("internal")),
    ("networking.gke.io/load-balancer-type", Means::Text("internal")),
    ("cloud.google.com/load-balancer-type", Means::Text("internal")),
    ("service.beta.kubernetes.io/azure-load-balancer-internal", Means::NotFalse),
    ("service.beta.kubernetes.io/openstack-internal-load-balancer", Means::NotFalse),
    ("service.beta.kubernetes.io/oci-load-balancer-internal", Means::NotFalse),
    ("oci-network-load-balancer.oraclecloud.com/internal", Means::NotFalse),
    ("service.beta.kubernetes.io/alibaba-cloud-loadbalancer-address-type", Means::Text("intranet")),
    ("service.kubernetes.io/ibm-load-balancer-cloud-provider-ip-type", Means::Text("private")),
    ("service.beta.kubernetes.io/do-loadbalancer-network", Means::Text("internal")),
    ("service.beta.kubernetes.io/scw-loadbalancer-private", Means::NotFalse),
    ("load-balancer.hetzner.cloud/disable-public-network", Means::NotFalse),
    ("service.beta.kubernetes.io/alicloud-loadbalancer-address-type", Means::Text("intranet")),
    ("service.beta.kubernetes.io/cce-load-balancer-internal-vpc", Means::NotFalse),
    ("service.kubernetes.io/qcloud-loadbalancer-internal-subnetid", Means::NotFalse),
    ("service.beta.kubernetes.io/volcengine-loadbalancer-address-type", Means::Text("private")),
    ("service.beta.kubernetes.io/osc-load-balancer-internal", Means::NotFalse),
    ("yandex.cloud/load-balancer-type", Means::Text("internal")),
    ("lb.stackit.cloud/internal-lb", Means::NotFalse),
    ("yawol.stackit.cloud/internalLB", Means::NotFalse),
    ("kubernetes.io/elb.autocreate", Means::Type("inner")),
];

#[derive(Clone, Copy)]
enum Means {
    NotFalse,
    Text(&'static str),
    /// The `type` of an object in JSON.
    Type(&'static str),
}

impl Means {
    fn says_internal(self, text: &str) -> bool {
        match self {
            Means::NotFalse => !matches!(text.trim().to_ascii_lowercase().as_str(), "" | "false"),
            Means::Text(internal) => text.trim().eq_ignore_ascii_case(internal),
            Means::Type(internal) => {
                let object: Option<serde_json::Value> = serde_json::from_str(text).ok();
                object.is_some_and(|object| object.get("type").is_some_and(|kind| kind == internal))
            }
        }
    }
}

/// Annotations that hold the addresses that the load balancer of a Service gets.
const ADDRESSES: [&str; 6] = [
    "lbipam.cilium.io/ips",
    "io.cilium/lb-ipam-ips",
    "metallb.universe.tf/loadBalancerIPs",
    "metallb.io/loadBalancerIPs",
    "kube-vip.io/loadbalancerIPs",
    "service.beta.kubernetes.io/azure-load-balancer-ipv4",
];

/// Annotations that hold the only networks which may connect.
const NETWORKS: [&str; 3] = [
    "service.beta.kubernetes.io/load-balancer-source-ranges",
    "service.beta.kubernetes.io/azure-allowed-ip-ranges",
    "service.beta.kubernetes.io/do-loadbalancer-allow-rules",
];

/// The annotation that holds the security groups of AWS which alone let connections in.
const SECURITY_GROUPS: &str = "service.beta.kubernetes.io/aws-load-balancer-security-groups";

/// What load balancers of one's own machines are told by: whether the internet leads to their addresses is not said.
const OWN_MACHINES: [&str; 6] = [
    "metallb.universe.tf/",
    "metallb.io/",
    "kube-vip.io/",
    "lbipam.cilium.io/",
    "io.cilium/",
    "svccontroller.k3s",
];

/// The doors from the internet to a Service.
pub(super) fn doors(cluster: &Cluster<'_, '_>, service: ResourceIndex) -> Vec<Door> {
    let field = cluster.map.field(service);
    let kind = field.at(&["spec", "type"]);
    let (judged, note) = match kind.text() {
        Told::Known("LoadBalancer") => {
            (load_balancer(cluster, service), "has a load balancer that the internet reaches")
        }
        Told::Known("NodePort") => return node::of_service(cluster, service).into_iter().collect(),
        Told::Unknown => {
            (kind.unknown().and(load_balancer(cluster, service)), "may take connections from the internet")
        }
        _ => return Vec::new(),
    };
    let nodes = node::of_service(cluster, service).filter(|_| kind.known().is_some());
    let mut doors: Vec<Door> = nodes.into_iter().collect();
    if judged.is_no() {
        return doors;
    }
    let ports = field.at(&["spec", "ports"]).items();
    let openings = ports.iter().map(|one| {
        let protocol = one.get("protocol").known().unwrap_or("TCP").to_ascii_lowercase();
        let number = one.get("port");
        let mut opening = Opening::new(kind.place(), &protocol, number.port(), &judged);
        if opening.ports.is_none() && number.is_unknown() {
            opening.unknown.push(number.place());
        }
        opening
    });
    let openings = openings.collect();
    doors.push(
        Door::new(None, service, judged)
            .station(kind.place(), format!("the Service {note}"))
            .openings(openings),
    );
    doors
}

/// Whether the load balancer of a Service has a public address and takes connections from everywhere.
fn load_balancer(cluster: &Cluster<'_, '_>, index: ResourceIndex) -> Judged {
    let service = cluster.map.field(index);
    let annotations = service.at(&["metadata", "annotations"]);
    if annotations.is_unknown() {
        return annotations.unknown();
    }
    let restricted = NETWORKS.iter().map(|key| annotations.get(key)).map(|list| admits(&texts(&list)));
    let ranges = service.at(&["spec", "loadBalancerSourceRanges"]).items();
    // Whom tags of Azure let in may connect beside whom the networks do.
    let tags = texts(&annotations.get("service.beta.kubernetes.io/azure-allowed-service-tags"));
    let allowed: Vec<Field<'_>> = ranges.into_iter().chain(tags).collect();
    let listed = service.at(&["spec", "ports"]).items();
    let ports: Vec<NodePort> = listed.iter().map(front_port).collect();
    is_outside(&service, &annotations)
        .and(of_class(&service, &annotations))
        .and(admits(&allowed))
        .and(restricted.fold(Judged::YES, Judged::and))
        .and(cluster.groups_admit(index, SECURITY_GROUPS, &ports))
}

/// Whether the annotations of a load balancer, or the object that asks for it, give it a public address.
pub(super) fn is_outside(holder: &Field<'_>, annotations: &Field<'_>) -> Judged {
    if annotations.is_unknown() {
        return annotations.unknown();
    }
    let internal =
        INTERNAL.iter().map(|(key, means)| annotations.get(key).is(false, |text| means.says_internal(text)));
    Judged::any(internal).not().and(address(holder, annotations))
}

/// A port of a load balancer, as something that security groups let through.
fn front_port(port: &Field<'_>) -> NodePort {
    let number = port.get("port");
    NodePort {
        protocol: port.get("protocol").known().unwrap_or("TCP").to_ascii_lowercase(),
        ports: number.port().unwrap_or(ALL_PORTS),
        unknown: number.is_unknown().then(|| number.place()),
    }
}

/// A text that lists values, as a list of its own: unknown as a whole, or split by whoever reads it.
fn texts<'g>(list: &Field<'g>) -> Vec<Field<'g>> {
    if list.is_absent() || list.known().is_some_and(|text| text.trim().is_empty()) {
        return Vec::new();
    }
    vec![list.clone()]
}

/// Whether networks that alone may connect hold the internet. None at all means no limit. Each may be a list divided
/// by commas.
pub(super) fn admits(networks: &[Field<'_>]) -> Judged {
    if networks.is_empty() {
        return Judged::YES;
    }
    Judged::any(networks.iter().map(|network| {
        network.is(false, |text| text.split([',', ' ', '\n']).map(str::trim).any(is_everyone))
    }))
}

/// Whether a network, as it is or after what kind it is, or a tag of Azure is the internet.
fn is_everyone(network: &str) -> bool {
    is_internet(network.strip_prefix("cidr:").unwrap_or(network)) || network == "Internet"
}

/// What the class of a load balancer says: some are internal unless told otherwise.
fn of_class(service: &Field<'_>, annotations: &Field<'_>) -> Judged {
    let scheme = annotations.get("service.beta.kubernetes.io/aws-load-balancer-scheme");
    let outward = || scheme.is(false, |scheme| scheme.eq_ignore_ascii_case("internet-facing"));
    let aws = annotations.get("service.beta.kubernetes.io/aws-load-balancer-type");
    if aws.known().is_some_and(|kind| ["external", "nlb-ip"].contains(&kind)) {
        return outward();
    }
    let class = service.at(&["spec", "loadBalancerClass"]);
    match class.text() {
        Told::Absent => Judged::YES,
        Told::Unknown => class.unknown(),
        Told::Known("service.k8s.aws/nlb" | "eks.amazonaws.com/nlb") => outward(),
        Told::Known("tailscale") => annotations.get("tailscale.com/funnel").is_true(false),
        Told::Known(class) if class.contains("internal") => Judged::NO,
        Told::Known(class) if class.contains("external") => Judged::YES,
        Told::Known(_) => Judged::UNSEEN,
    }
}

/// What the addresses say that the load balancer is given.
fn address(service: &Field<'_>, annotations: &Field<'_>) -> Judged {
    let written = ADDRESSES.iter().map(|key| annotations.get(key));
    let written = written.chain([service.at(&["spec", "loadBalancerIP"])]).find(|field| !field.is_absent());
    if let Some(written) = written {
        return match written.text() {
            Told::Known(text) if text.split(',').all(is_private) => Judged::NO,
            Told::Known(_) => Judged::YES,
            Told::Unknown => written.unknown(),
            Told::Absent => Judged::UNSEEN,
        };
    }
    let own =
        annotations.entries().iter().any(|(key, _)| OWN_MACHINES.iter().any(|own| key.starts_with(own)));
    if own { Judged::UNSEEN } else { Judged::YES }
}
