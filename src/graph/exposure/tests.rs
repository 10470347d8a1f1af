//! Files of `testdata/graph/exposure` through the graph into exposures.

use crate::evaluate::kubernetes;
use crate::evaluate::terraform::{self, Inputs};
use crate::graph::ResourceGraph;
use crate::source::{FileKind, Sources};

fn graph(path: &str) -> ResourceGraph {
    let top = concat!(env!("CARGO_MANIFEST_DIR"), "/testdata/graph/exposure");
    let sources = Sources::new(top);
    let file = sources.load(path).unwrap();
    let file = match path.ends_with(".yaml") {
        true => sources.add(path, FileKind::Manifest, &sources.file(file).text),
        false => file,
    };
    let modules = terraform::evaluate(&sources, &[file], &Inputs::default()).modules;
    ResourceGraph::build(&modules, &kubernetes::read(&sources, &[file]).manifests)
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
