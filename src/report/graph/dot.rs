//! A picture for Graphviz.

use super::edges::{label, via};
use super::{COLORS, GraphView, worst};
use crate::report::display::line;
use std::io::{self, Write};

/// Writes every resource as a box and every reference as an arrow.
pub(super) fn write(view: &GraphView<'_>, out: &mut dyn Write) -> io::Result<()> {
    let document = view.document;
    let worst = worst(view.findings);
    writeln!(out, "digraph resources {{\n  rankdir=LR;\n  node [shape=box, fontname=\"sans-serif\"];")?;
    for resource in document.resources.values().flatten() {
        let place =
            if resource.root == "." { String::new() } else { format!("\\n{}", quoted(&resource.root)) };
        let severity = worst.get(resource.id.as_str());
        let colors = COLORS.iter().find(|(of, ..)| Some(of) == severity);
        let colors = colors.map_or_else(String::new, |(_, fill, border)| {
            format!(", style=filled, fillcolor=\"{fill}\", color=\"{border}\"")
        });
        let (id, address) = (quoted(&resource.id), quoted(&resource.address));
        writeln!(out, "  \"{id}\" [label=\"{address}{place}\"{colors}];")?;
    }
    for resource in document.resources.values().flatten() {
        for reference in &resource.references {
            let (from, to) = (quoted(&resource.id), quoted(&reference.id));
            let detail = format!("{} {}", reference.relation.text(), quoted(&via(reference, true)));
            writeln!(
                out,
                "  \"{from}\" -> \"{to}\" [label=\"{}\", tooltip=\"{}\"];",
                quoted(&label(reference)),
                detail.trim_end()
            )?;
        }
    }
    writeln!(out, "}}")
}

/// Text between quotes in DOT.
fn quoted(text: &str) -> String {
    line(text).replace('\\', "\\\\").replace('"', "\\\"")
}
