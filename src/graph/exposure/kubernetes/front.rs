//! What stands before Services: Ingress, gateways and their routes.

use super::Cluster;
use super::service::{admits, is_outside};
use crate::graph::exposure::door::{Door, Judged, Opening, Place};
use crate::graph::exposure::field::{Field, Told};
use crate::graph::exposure::map::is_private;
use crate::graph::exposure::nodes::NodePort;
use crate::graph::{Relation, ResourceIndex};
use std::collections::BTreeSet;

/// Names of hosts that no public name server knows.
const LOCAL_HOSTS: [&str; 6] = [".local", ".internal", ".lan", ".home.arpa", ".localhost", ".test"];

/// The last part of annotations that hold the only networks which may connect.
const NETWORKS: [&str; 6] = [
    "/whitelist-source-range",
    "/allowlist-source-range",
    "/inbound-cidrs",
    "haproxy.org/allow-list",
    "haproxy.org/whitelist",
    "/ip-whitelist-source-range",
];

/// The annotation that holds the security groups of AWS which alone let requests in.
const SECURITY_GROUPS: &str = "alb.ingress.kubernetes.io/security-groups";

/// Kinds that take connections from outside of the cluster by themselves.
const GATEWAYS: [&str; 2] = ["Gateway.gateway.networking.k8s.io", "Gateway.networking.istio.io"];
/// Kinds whose routes the internet reaches unless told otherwise; for the others it depends on the proxy that reads
/// them.
const ROUTES: [(&str, bool); 4] = [
    ("Route.route.openshift.io", true),
    ("IngressRoute.traefik.io", false),
    ("IngressRoute.traefik.containo.us", false),
    ("Service.serving.knative.dev", false),
];

/// The doors from the internet to what stands before Services, and from there on.
pub(super) fn doors(cluster: &Cluster<'_, '_>) -> Vec<Door> {
    let map = cluster.map;
    let mut doors = Vec::new();
    for ingress in map.of_kind("Ingress") {
        doors.extend(entry(cluster, *ingress, of_ingress(cluster, *ingress), "the Ingress"));
        unclear_backends(cluster, *ingress, &mut doors);
    }
    for gateway in map.of_kinds(&GATEWAYS) {
        doors.extend(entry(cluster, gateway, of_gateway(&map.field(gateway)), "the Gateway"));
        for reference in map.referrers(gateway).filter(|one| one.relation == Relation::Attaches) {
            let place = Place { resource: reference.from, path: reference.via.clone() };
            let note = format!("is attached to {}", map.name(gateway));
            doors.push(Door::new(Some(gateway), reference.from, Judged::YES).station(place, note));
        }
    }
    for (kind, open) in ROUTES {
        for route in map.of_kind(kind) {
            let field = map.field(*route);
            let seen = if open { Judged::YES } else { Judged::UNSEEN };
            let judged = seen.and(visible(&field)).and(names_nothing_internal(&field));
            doors.extend(entry(cluster, *route, judged, "the route"));
        }
    }
    onwards(cluster, &mut doors);
    doors
}

/// From what stands before Services to these.
fn onwards(cluster: &Cluster<'_, '_>, doors: &mut Vec<Door>) {
    let map = cluster.map;
    let fronts: BTreeSet<ResourceIndex> =
        doors.iter().filter(|door| door.from.is_none()).map(|door| door.to).collect();
    let attached: BTreeSet<ResourceIndex> =
        doors.iter().filter(|door| door.from.is_some()).map(|door| door.to).collect();
    for front in fronts.union(&attached) {
        let judged = lets_strangers_through(&map.field(*front));
        for reference in map.references(*front) {
            let to_service = map.kind(reference.to) == "Service" && reference.relation == Relation::Refers;
            if reference.relation == Relation::Routes || to_service {
                let place = Place { resource: reference.from, path: reference.via.clone() };
                let note = format!("sends requests on to {}", map.name(reference.to));
                doors.push(Door::new(Some(*front), reference.to, judged.clone()).station(place, note));
            }
        }
    }
}

/// Whether what stands before Services passes requests on without asking who sends them: by its annotations it may ask
/// for a certificate of the client, or for signing in. Who has one is not said here.
fn lets_strangers_through(front: &Field<'_>) -> Judged {
    let entries = front.at(&["metadata", "annotations"]).entries();
    let ending = |end: &str| entries.iter().find(|(key, _)| key.ends_with(end)).map(|(_, field)| field);
    let asked = |asks: Option<Judged>| asks.map_or(Judged::YES, |asks| asks.not().or(Judged::UNSEEN));
    let signs_in = |field: &Field<'_>| match ending("/auth-on-unauthenticated-request") {
        Some(strangers) => field.is(false, |by| by != "none").and(strangers.is(true, |what| what != "allow")),
        None => field.is(false, |by| by != "none"),
    };
    let shows = |_: &Field<'_>| match ending("/auth-tls-verify-client") {
        Some(verified) => verified.is(true, |how| how == "on" || how == "true"),
        None => Judged::YES,
    };
    let by_certificate = ending("/auth-tls-secret").map(shows);
    let elsewhere = ending("/auth-url").map(|_| Judged::YES);
    let by_password = ending("/auth-type").map(signs_in);
    asked(by_certificate).and(asked(elsewhere)).and(asked(by_password))
}

fn entry(cluster: &Cluster<'_, '_>, front: ResourceIndex, judged: Judged, what: &str) -> Option<Door> {
    if judged.is_no() {
        return None;
    }
    let field = cluster.map.field(front);
    let spec = field.get("spec");
    let opening = |port: u16, place| Opening::new(place, "tcp", Some((port, port)), &judged);
    let mut openings = vec![opening(80, spec.place())];
    if !spec.get("tls").is_absent() {
        openings.push(opening(443, spec.get("tls").place()));
    }
    let note = format!("{what} takes requests from the internet");
    Some(Door::new(None, front, judged).station(spec.place(), note).openings(openings))
}

/// Whether the internet reaches an Ingress: unless its class or its annotations say otherwise.
fn of_ingress(cluster: &Cluster<'_, '_>, index: ResourceIndex) -> Judged {
    let ingress = &cluster.map.field(index);
    let annotations = ingress.at(&["metadata", "annotations"]);
    if annotations.is_unknown() {
        return annotations.unknown();
    }
    let mut class = ingress.at(&["spec", "ingressClassName"]);
    if class.is_absent() {
        class = annotations.get("kubernetes.io/ingress.class");
    }
    let mut judged = match class.text() {
        Told::Unknown => class.unknown(),
        Told::Known("tailscale") => annotations.get("tailscale.com/funnel").is_true(false),
        Told::Known(class) => Judged::known(!sounds_internal(class)),
        Told::Absent => Judged::YES,
    };
    let entries = annotations.entries();
    let alb = class.known() == Some("alb")
        || entries.iter().any(|(key, _)| key.starts_with("alb.ingress.kubernetes.io/"));
    if alb {
        // Without a scheme, the load balancer is internal.
        let scheme = annotations.get("alb.ingress.kubernetes.io/scheme");
        judged = judged.and(scheme.is(false, |scheme| scheme == "internet-facing"));
        let ports =
            [80, 443].map(|port| NodePort { protocol: "tcp".to_owned(), ports: (port, port), unknown: None });
        judged = judged.and(cluster.groups_admit(index, SECURITY_GROUPS, &ports));
    }
    let private = annotations.get("appgw.ingress.kubernetes.io/use-private-ip").is_true(false);
    judged = judged.and(private.not());
    let limits = entries.iter().filter(|(key, _)| NETWORKS.iter().any(|end| key.ends_with(end)));
    for (_, networks) in limits {
        judged = judged.and(admits(std::slice::from_ref(networks)));
    }
    judged.and(hosts(ingress))
}

/// Where every host has a name of a private network, whether the internet leads there is not said.
fn hosts(ingress: &Field<'_>) -> Judged {
    let rules = ingress.at(&["spec", "rules"]).items();
    let local = |rule: &Field<'_>| {
        let host = rule.get("host").known();
        host.is_some_and(|host| host == "localhost" || LOCAL_HOSTS.iter().any(|end| host.ends_with(end)))
    };
    if !rules.is_empty() && rules.iter().all(local) { Judged::UNSEEN } else { Judged::YES }
}

/// Whether the internet reaches a gateway.
fn of_gateway(gateway: &Field<'_>) -> Judged {
    let addresses = gateway.at(&["spec", "addresses"]).items();
    let private = |address: &Field<'_>| address.get("value").is(false, is_private);
    let all_private = addresses.iter().map(private).fold(Judged::known(!addresses.is_empty()), Judged::and);
    // What they say is put on the Service of its proxy.
    let annotations = gateway.at(&["spec", "infrastructure", "annotations"]);
    all_private.not().and(is_outside(gateway, &annotations)).and(names_nothing_internal(gateway))
}

/// Whether what chooses the proxy that serves a gateway or a route is not named after a private network. How the gateway
/// or the route itself is called opens nothing and shuts nothing.
fn names_nothing_internal(field: &Field<'_>) -> Judged {
    let spec = field.get("spec");
    let selectors = spec.get("selector").entries().into_iter().map(|(_, value)| value);
    let points = spec.get("entryPoints").items();
    let all = std::iter::once(spec.get("gatewayClassName")).chain(selectors).chain(points);
    all.map(|name| name.is(true, |name| !sounds_internal(name))).fold(Judged::YES, Judged::and)
}

/// Knative serves a Service inside of the cluster only where a label says so.
fn visible(route: &Field<'_>) -> Judged {
    let labels = route.at(&["metadata", "labels"]);
    let keys = ["networking.knative.dev/visibility", "serving.knative.dev/visibility"];
    keys.iter()
        .map(|key| labels.get(key).is(true, |text| text != "cluster-local"))
        .fold(Judged::YES, Judged::and)
}

/// Whether a name says that it is for a private network.
fn sounds_internal(name: &str) -> bool {
    let mut words = name.split(|letter: char| !letter.is_ascii_alphanumeric());
    words.any(|word| {
        ["internal", "private", "intranet", "vpn", "rilb"]
            .iter()
            .any(|private| word.eq_ignore_ascii_case(private))
    })
}

/// Services that an Ingress may lead to: the name of a backend is unknown, or a Service's own.
fn unclear_backends(cluster: &Cluster<'_, '_>, ingress: ResourceIndex, doors: &mut Vec<Door>) {
    let map = cluster.map;
    let spec = map.field(ingress).get("spec");
    let paths = spec.blocks("rules").into_iter().flat_map(|rule| rule.at(&["http", "paths"]).items());
    let backends =
        paths.map(|path| path.get("backend")).chain([spec.get("defaultBackend"), spec.get("backend")]);
    let names = backends.flat_map(|backend| [backend.at(&["service", "name"]), backend.get("serviceName")]);
    let unknown = names.into_iter().find(Field::is_unknown).map(|name| name.unknown());
    let linked = map.targets(ingress, &["spec"], &["Service"]);
    let near = cluster.services_near(ingress, unknown.is_some());
    for service in near.into_iter().filter(|service| !linked.contains(service)) {
        let name = map.field(service).at(&["metadata", "name"]);
        let doubt = unknown.clone().or_else(|| name.is_unknown().then(|| name.unknown()));
        if let Some(doubt) = doubt.map(|doubt| doubt.and(lets_strangers_through(&map.field(ingress)))) {
            let note = format!("may send requests on to {}", map.name(service));
            doors.push(Door::new(Some(ingress), service, doubt).station(spec.place(), note));
        }
    }
}
