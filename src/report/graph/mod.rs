//! The resource graph, for `purlin graph`: as JSON what policies see as `input`, else a picture of what refers to
//! what, coloured by what is found: one file a format.

mod dot;
mod edges;
mod html;
mod json;
mod mermaid;
#[cfg(test)]
mod tests;

use crate::finding::{Finding, Location, State};
use crate::graph::GraphDocument;
use crate::policy::Severity;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// How the graph is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GraphFormat {
    /// The document, with what looks like a credential covered.
    Json,
    /// A picture for Graphviz.
    Dot,
    /// A picture for Mermaid.
    Mermaid,
    /// A page that stands alone.
    Html,
}

/// The graph to write.
#[derive(Clone, Copy, Debug)]
pub struct GraphView<'a> {
    /// The printable document, in which sensitive values are left out.
    pub document: &'a GraphDocument,
    /// What is found in it.
    pub findings: &'a [Finding],
    /// Where its resources are declared, by id.
    pub places: &'a BTreeMap<String, Location>,
}

/// Writes a graph. Everything in it passes the display boundary.
pub fn write_graph(format: GraphFormat, view: &GraphView<'_>, out: &mut dyn Write) -> io::Result<()> {
    match format {
        GraphFormat::Json => json::write(view.document, out),
        GraphFormat::Dot => dot::write(view, out),
        GraphFormat::Mermaid => mermaid::write(view, out),
        GraphFormat::Html => html::write(view, out),
    }
}

/// Resources beyond which a picture of boxes and arrows is hard to read, and those beyond which the page that one
/// looks around in gets slow.
const MANY_RESOURCES: usize = 150;
const MANY_ON_A_PAGE: usize = 3_000;

/// What to know about a graph of this size, if anything: a picture of too much shows nothing. `bytes` is its
/// length as written.
pub fn graph_note(format: GraphFormat, view: &GraphView<'_>, bytes: usize) -> Option<String> {
    let resources = view.document.resources.values().map(Vec::len).sum::<usize>();
    let many = match format {
        GraphFormat::Json => return None,
        GraphFormat::Dot | GraphFormat::Mermaid => MANY_RESOURCES,
        GraphFormat::Html => MANY_ON_A_PAGE,
    };
    let filters = "--resource, --kind, --finding and --depth show a part of it";
    let edges = edges::edges(view.document).len();
    let limits = (format == GraphFormat::Mermaid).then(|| mermaid::beyond_limits(edges, bytes)).flatten();
    match limits {
        Some(limits) => {
            Some(format!("the graph has {resources} resources and {edges} links: {limits}; {filters}"))
        }
        None if resources > many => {
            Some(format!("the graph has {resources} resources, which makes a large picture; {filters}"))
        }
        None => None,
    }
}

/// The worst severity among the open findings of each resource that has any, by id.
fn worst<'a>(findings: &'a [Finding]) -> BTreeMap<&'a str, Severity> {
    let mut worst: BTreeMap<&'a str, Severity> = BTreeMap::new();
    for finding in findings.iter().filter(|finding| finding.state == State::Open) {
        for instance in &finding.instances {
            let so_far = worst.entry(&instance.id).or_insert(finding.severity);
            *so_far = finding.severity.max(*so_far);
        }
    }
    worst
}

/// Severities, worst first, with the colours that pictures fill a resource with and draw its border in.
const COLORS: [(Severity, &str, &str); 4] = [
    (Severity::Critical, "#f6c9d4", "#a3123f"),
    (Severity::High, "#fbd3c4", "#c2410c"),
    (Severity::Medium, "#fbe7b2", "#a16207"),
    (Severity::Low, "#dbe7f5", "#3b6ea5"),
];
