//! Files of `testdata/graph` to identities.

use super::{Identity, Right};
use crate::evaluate::kubernetes;
use crate::evaluate::terraform::{self, Inputs};
use crate::graph::{ResourceGraph, ResourceIndex};
use crate::source::Sources;

fn graph(directory: &str) -> ResourceGraph {
    let top = concat!(env!("CARGO_MANIFEST_DIR"), "/testdata/graph");
    let sources = Sources::new(std::path::Path::new(top).join(directory));
    let files = vec![sources.load("main.tf").unwrap()];
    let modules = terraform::evaluate(&sources, &files, &Inputs::default()).modules;
    ResourceGraph::build(&modules, &kubernetes::read(&sources, &files).manifests)
}

/// An identity in lines.
fn shown(identity: &Identity, graph: &ResourceGraph) -> String {
    let address = |at: ResourceIndex| graph.get(at).unwrap().address.to_string();
    let addresses = |all: &[ResourceIndex]| all.iter().map(|at| address(*at)).collect::<Vec<_>>().join(" ");
    let place = |at: &super::Place| format!("{} {}", address(at.resource), at.path);
    let right = |right: &Right| {
        let mut words = vec![format!("{} at {}", right.action, place(&right.at))];
        words.extend(right.evidence.iter().map(|sign| format!("by {}", place(&sign.place))));
        for (flag, word) in [
            (right.anywhere, "anywhere"),
            (right.itself, "itself"),
            (right.sweeping, "sweeping"),
            (right.narrowed, "narrowed"),
        ] {
            words.extend(flag.then(|| word.to_owned()));
        }
        words.extend((!right.targets.is_empty()).then(|| format!("over {}", addresses(&right.targets))));
        words.extend(right.services.as_ref().map(|services| format!("to {}", services.join(" "))));
        words.extend(right.needs.iter().map(|need| format!("unless {}", place(need))));
        words.join(", ")
    };
    let mut lines = vec![format!("{} ({} {:?})", address(identity.resource), identity.form, identity.power)];
    lines.extend(identity.administrator.iter().map(|one| format!("everything: {}", right(one))));
    for (action, rights) in &identity.permissions {
        lines.extend(rights.iter().map(|one| format!("{action}: {}", right(one))));
    }
    if !identity.escalates_by.is_empty() {
        lines.push(format!("gets everything by {}", identity.escalates_by.join(" ")));
    }
    for trust in &identity.trust {
        let conditions = trust.conditions.iter().map(|one| format!(", {} {:?}", one.key, one.values));
        let conditions: String = conditions.collect();
        let whom = format!("{} {}{conditions}", trust.principal_type, trust.principal);
        lines.push(format!("trusts {whom} [{}]", addresses(&trust.identities)));
    }
    let holders = identity.holders.iter();
    lines.extend(holders.map(|one| format!("{} via {} as {}", address(one.resource), one.via, one.how)));
    lines.extend(identity.becomes.iter().map(|one| format!("becomes {}", addresses(&one.through))));
    lines.extend(identity.unknown.iter().map(|one| format!("unknown {}", place(one))));
    lines.join("\n  ")
}

#[test]
fn rights_come_from_all_policies_that_hold_for_an_identity() {
    let graph = graph("identities");
    let shown: Vec<String> = graph.identities.iter().map(|identity| shown(identity, &graph)).collect();
    insta::assert_snapshot!(shown.join("\n"));
}
