//! `purlin graph`.

use super::args::{ColorChoice, GraphArguments, GraphFormat};
use super::terminal::{self, Environment};
use super::{Failure, exit, output, settings, worker};
use crate::lint::{self, GraphRequest};
use crate::report::{self, GraphView};

/// Writes the graph, or the part of it that is asked for; what went wrong on the way goes to standard error.
///
/// # Errors
/// Arguments that cannot be used, output that cannot be written.
pub(super) fn run(
    arguments: &GraphArguments,
    color: ColorChoice,
    environment: Environment,
) -> Result<u8, Failure> {
    let settings = settings::graph(arguments, &environment)?;
    let request = request(arguments)?;
    let graphed = worker::run(None, true, move |watched| lint::graph(&settings, &request, watched))?;
    let broken = output::complaints_in(&graphed.report, &graphed.sources, color, &environment)?;
    if graphed.refused {
        return Ok(exit::UNTRUSTED);
    }
    let view = GraphView {
        document: &graphed.document,
        findings: &graphed.report.findings,
        places: &graphed.places,
    };
    let mut bytes = Vec::new();
    report::write_graph(format(arguments.format), &view, &mut bytes)?;
    if let Some(note) = report::graph_note(format(arguments.format), &view, bytes.len()) {
        terminal::complain(&format!("note: {note}"));
    }
    match &arguments.output {
        Some(file) => terminal::write_file(file, &bytes)?,
        None => terminal::print(&bytes)?,
    }
    Ok(match (broken, graphed.report.summary.files_linted) {
        (exit::CLEAN, 0) => exit::NOTHING,
        (code, _) => code,
    })
}

/// Which part is asked for.
///
/// # Errors
/// A depth around nothing.
fn request(arguments: &GraphArguments) -> Result<GraphRequest, Failure> {
    let GraphArguments { resource, kind, finding, depth, .. } = arguments;
    if depth.is_some() && resource.is_empty() && kind.is_empty() && finding.is_empty() {
        return Err(Failure("--depth: around what? Give --resource, --kind or --finding, too".to_owned()));
    }
    Ok(GraphRequest {
        resources: resource.clone(),
        kinds: kind.clone(),
        findings: finding.clone(),
        depth: *depth,
        judged: arguments.format != GraphFormat::Json,
    })
}

fn format(format: GraphFormat) -> report::GraphFormat {
    match format {
        GraphFormat::Json => report::GraphFormat::Json,
        GraphFormat::Dot => report::GraphFormat::Dot,
        GraphFormat::Mermaid => report::GraphFormat::Mermaid,
        GraphFormat::Html => report::GraphFormat::Html,
    }
}
