//! What refers to what, for pictures: one arrow from a resource to another, whatever the number of references.

use crate::graph::{DocumentReference, DocumentResource, GraphDocument, Relation};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// All references from one resource to another. Ends are positions in the document's order.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Edge {
    pub(super) from: usize,
    pub(super) to: usize,
    /// What the references say, each once.
    pub(super) labels: BTreeSet<String>,
    /// Their positions among those of the resource that refers.
    pub(super) references: Vec<usize>,
}

/// The resources of a document, in its order.
pub(super) fn resources(document: &GraphDocument) -> Vec<&DocumentResource> {
    document.resources.values().flatten().collect()
}

/// Every pair of resources with a reference from the first to the second, in the document's order.
pub(super) fn edges(document: &GraphDocument) -> Vec<Edge> {
    let mut starts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut next = 0;
    for (kind, list) in &document.resources {
        starts.insert(kind, next);
        next += list.len();
    }
    let mut pairs: BTreeMap<(usize, usize), Edge> = BTreeMap::new();
    for (from, resource) in resources(document).into_iter().enumerate() {
        for (at, reference) in resource.references.iter().enumerate() {
            if let Some(start) = starts.get(reference.kind.as_str()) {
                let to = start + reference.index;
                let new = || Edge { from, to, labels: BTreeSet::new(), references: Vec::new() };
                let edge = pairs.entry((from, to)).or_insert_with(new);
                edge.labels.insert(label(reference));
                edge.references.push(at);
            }
        }
    }
    pairs.into_values().collect()
}

/// What a reference says on an arrow: the relation, and where it is that of an expression or a name, which says
/// little, the attribute it stands in.
pub(super) fn label(reference: &DocumentReference) -> String {
    match reference.relation {
        Relation::Refers | Relation::Names => via(reference, false),
        relation => relation.text().to_owned(),
    }
}

/// Where a reference stands in the attributes of what refers; `positions`: with those in lists.
pub(super) fn via(reference: &DocumentReference, positions: bool) -> String {
    let step = |step: &Value| match step {
        Value::String(key) => Some(key.clone()),
        other => positions.then(|| other.to_string()),
    };
    reference.via.iter().filter_map(step).collect::<Vec<_>>().join(".")
}
