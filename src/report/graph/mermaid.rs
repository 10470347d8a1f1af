//! A flowchart for Mermaid.

use super::edges::{Edge, edges, resources};
use super::{COLORS, GraphView, worst};
use crate::report::display::line;
use crate::report::rule::severity_name;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Write};

/// What Mermaid draws unless it is configured otherwise (`maxEdges`, `maxTextSize`).
const MOST_EDGES: usize = 500;
const MOST_CHARACTERS: usize = 50_000;

/// What an arrow says, at most.
const MOST_LABELS: usize = 3;

/// Writes every resource as a box, grouped by root module or scope, and an arrow between each pair with a
/// reference.
pub(super) fn write(view: &GraphView<'_>, out: &mut dyn Write) -> io::Result<()> {
    let resources = resources(view.document);
    let mut roots: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, resource) in resources.iter().enumerate() {
        roots.entry(&resource.root).or_default().push(at);
    }
    writeln!(out, "flowchart LR")?;
    for (number, (root, members)) in roots.iter().enumerate() {
        writeln!(out, "  subgraph s{number}[\"{}\"]", label(root))?;
        for (at, resource) in members.iter().filter_map(|at| Some((at, resources.get(*at)?))) {
            writeln!(out, "    n{at}[\"{}\"]", label(&resource.address))?;
        }
        writeln!(out, "  end")?;
    }
    for Edge { from, to, labels, .. } in edges(view.document) {
        let mut shown: Vec<String> = labels.iter().take(MOST_LABELS).map(|text| label(text)).collect();
        if labels.len() > MOST_LABELS {
            shown.push("...".to_owned());
        }
        match shown.iter().all(String::is_empty) {
            true => writeln!(out, "  n{from} --> n{to}")?,
            false => writeln!(out, "  n{from} -->|\"{}\"| n{to}", shown.join(", "))?,
        }
    }
    let worst = worst(view.findings);
    for (severity, fill, border) in COLORS {
        let members = resources.iter().enumerate();
        let members = members.filter(|(_, resource)| worst.get(resource.id.as_str()) == Some(&severity));
        let members: Vec<String> = members.map(|(at, _)| format!("n{at}")).collect();
        if !members.is_empty() {
            let name = severity_name(severity);
            writeln!(out, "  classDef {name} fill:{fill},stroke:{border},color:#1f2328")?;
            writeln!(out, "  class {} {name}", members.join(","))?;
        }
    }
    Ok(())
}

/// Says which of Mermaid's limits a chart is beyond, if any.
pub(super) fn beyond_limits(edges: usize, bytes: usize) -> Option<String> {
    (edges > MOST_EDGES || bytes > MOST_CHARACTERS).then(|| {
        format!("Mermaid draws at most {MOST_EDGES} links and {MOST_CHARACTERS} characters unless configured")
    })
}

/// Text between quotes in Mermaid: whatever could end it, begin Markdown or HTML, or look like one of Mermaid's
/// own entities is an entity.
fn label(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for character in line(text).chars() {
        match character {
            ' ' | '.' | '_' | '-' | '/' | ',' => shown.push(character),
            _ if character.is_alphanumeric() => shown.push(character),
            _ => {
                let _ = write!(shown, "#{};", u32::from(character));
            }
        }
    }
    shown
}
