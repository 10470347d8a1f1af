//! Files of `testdata/graph/exposure` through the graph into exposures.

use crate::evaluate::kubernetes;
use crate::evaluate::terraform::{self, Inputs};
use crate::graph::ResourceGraph;
use crate::source::{FileKind, Sources};
use std::collections::BTreeSet;

fn graph(path: &str) -> ResourceGraph {
    graph_of(&[path])
}

fn graph_of(paths: &[&str]) -> ResourceGraph {
    let top = concat!(env!("CARGO_MANIFEST_DIR"), "/testdata/graph/exposure");
    let sources = Sources::new(top);
    let files = paths.iter().map(|path| {
        let file = sources.load(path).unwrap();
        match path.ends_with(".yaml") {
            true => sources.add(path, FileKind::Manifest, &sources.file(file).text),
            false => file,
        }
    });
    let files: Vec<_> = files.collect();
    let modules = terraform::evaluate(&sources, &files, &Inputs::default()).modules;
    ResourceGraph::build(&modules, &kubernetes::read(&sources, &files).manifests)
}

/// How each object stands that is exposed, or may be.
fn standings(graph: &ResourceGraph) -> Vec<String> {
    let objects = graph.exposures.iter().filter(|one| graph.get(one.resource).unwrap().manifest);
    let shown = objects.map(|one| {
        let way = one.stations.iter().map(|station| &*graph.get(station.place.resource).unwrap().address);
        let name = &graph.get(one.resource).unwrap().address;
        format!("{:?} {name} by {}", one.standing, way.collect::<Vec<_>>().join(", "))
    });
    shown.collect()
}

/// Each exposure with its way, what is unknown of it, and what it leads to.
fn shown(graph: &ResourceGraph) -> String {
    let name = |index| graph.get(index).unwrap().address.to_string();
    let mut text = String::new();
    for exposure in &graph.exposures {
        text += &format!("{:?} {} after {}", exposure.standing, name(exposure.resource), exposure.hops);
        let ports = exposure.openings.iter().filter_map(|opening| opening.ports);
        text += &format!(", ports {:?}\n", ports.collect::<Vec<_>>());
        for station in &exposure.stations {
            text += &format!("  {} {}: {}\n", name(station.place.resource), station.place.path, station.note);
        }
        for place in &exposure.unknown {
            text += &format!("  unknown: {} {}\n", name(place.resource), place.path);
        }
        for station in &exposure.blocked_by {
            text += &format!("  blocked by: {}\n", name(station.place.resource));
        }
        for reached in &exposure.reaches {
            let (relation, note) = (reached.relation.text(), &reached.written.note);
            text += &format!("  leads to {} ({relation}): {note}\n", name(reached.resource));
        }
    }
    text
}

#[test]
fn ways_into_a_cluster() {
    insta::assert_snapshot!(shown(&graph("cluster.yaml")));
}

#[test]
fn ways_into_aws() {
    insta::assert_snapshot!(shown(&graph("aws.tf")));
}

#[test]
fn an_unknown_network_that_is_too_small_is_not_the_internet() {
    insta::assert_snapshot!(shown(&graph("bastion.tf")));
}

#[test]
fn the_ports_of_nodes_are_reached_where_the_nodes_are() {
    for cloud in ["aws", "google", "azure"] {
        let public = standings(&graph_of(&["nodes/objects.yaml", &format!("nodes/{cloud}.tf")]));
        insta::assert_debug_snapshot!(format!("nodes-{cloud}"), public);
        let private = standings(&graph_of(&["nodes/objects.yaml", &format!("nodes/{cloud}_private.tf")]));
        assert_eq!(private, Vec::<String>::new(), "{cloud}");
    }
}

#[test]
fn load_balancers_are_inside_where_their_cloud_is_told_so() {
    insta::assert_debug_snapshot!(standings(&graph_of(&["nodes/balancers.yaml", "nodes/balancers.tf"])));
}

#[test]
fn what_runs_gets_at_is_said_whether_or_not_the_internet_reaches_it() {
    let graph = graph("reach.tf");
    let name = |index| graph.get(index).unwrap().address.to_string();
    let shown = graph.reach.iter().map(|one| {
        let reaches = one.reaches.iter().map(|reached| name(reached.resource));
        let unknown = one.unknown.iter().map(|place| format!("{} {}", name(place.resource), place.path));
        (name(one.resource), reaches.collect(), unknown.collect())
    });
    let shown: Vec<(String, Vec<String>, Vec<String>)> = shown.collect();
    insta::assert_debug_snapshot!(shown);
    assert!(graph.exposures.is_empty());
}

#[test]
fn more_than_is_looked_at_is_said() {
    let workload = |count: usize| {
        let bindings = (0..count).map(|at| {
            format!(
                "---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {{name: b{at}}}\n\
                 roleRef: {{apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}}\n\
                 subjects: [{{kind: ServiceAccount, name: web, namespace: shop}}]\n"
            )
        });
        let text = "apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop}\n\
                    spec: {type: LoadBalancer, selector: {app: web}, ports: [{port: 80}]}\n---\n\
                    apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: web, namespace: shop}\n---\n\
                    apiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: shop, labels: {app: web}}\n\
                    spec: {serviceAccountName: web, containers: [{name: web, image: web}]}\n";
        let sources = Sources::new(".");
        let file =
            sources.add("web.yaml", FileKind::Manifest, &(text.to_owned() + &bindings.collect::<String>()));
        ResourceGraph::build(&[], &kubernetes::read(&sources, &[file]).manifests)
    };
    for (bindings, limits) in [(20, 0), (40, 1)] {
        let graph = workload(bindings);
        let found = graph.diagnostics.iter().filter(|one| one.code == "graph-limit");
        assert_eq!(found.count(), limits, "{bindings}");
    }
}

#[test]
fn a_gateway_is_inside_by_what_its_proxy_is_given_and_not_by_its_name() {
    let gateway = |name: &str, spec: &str| {
        format!(
            "---\napiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata: {{name: {name}, namespace: edge}}\n\
             spec: {{listeners: [{{name: http, port: 80, protocol: HTTP}}], {spec}}}\n"
        )
    };
    let annotated =
        |annotation: &str| format!("gatewayClassName: a, infrastructure: {{annotations: {{{annotation}}}}}");
    let text = [
        gateway("private-vpn", "gatewayClassName: a"),
        gateway("by-class", "gatewayClassName: internal"),
        gateway("by-address", &annotated("lbipam.cilium.io/ips: 10.0.6.151")),
        gateway("by-annotation", &annotated("networking.gke.io/load-balancer-type: Internal")),
        gateway("outside", &annotated("lbipam.cilium.io/ips: 203.0.113.7")),
    ];
    let sources = Sources::new(".");
    let file = sources.add("edge.yaml", FileKind::Manifest, &text.concat());
    let graph = ResourceGraph::build(&[], &kubernetes::read(&sources, &[file]).manifests);
    let reached = graph.exposures.iter().map(|one| &*graph.get(one.resource).unwrap().name);
    assert_eq!(reached.collect::<BTreeSet<_>>(), BTreeSet::from(["outside", "private-vpn"]));
}
