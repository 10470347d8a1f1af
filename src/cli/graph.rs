//! `purlin graph`.

use super::args::{ColorChoice, GraphArguments, GraphFormat};
use super::terminal::{self, Environment};
use super::{Failure, exit, output, settings, worker};
use crate::lint;
use crate::report;

/// Writes the graph as policies see it; what went wrong on the way goes to standard error.
///
/// # Errors
/// Arguments that cannot be used, output that cannot be written.
pub(super) fn run(
    arguments: &GraphArguments,
    color: ColorChoice,
    environment: Environment,
) -> Result<u8, Failure> {
    let settings = settings::input(&arguments.input, &environment)?;
    let (document, diagnosed, sources) =
        worker::run(None, true, move |watched| lint::graph(&settings, watched))?;
    let format = match arguments.format {
        GraphFormat::Json => report::GraphFormat::Json,
        GraphFormat::Dot => report::GraphFormat::Dot,
    };
    let mut bytes = Vec::new();
    report::write_graph(format, &document, &mut bytes)?;
    let broken = output::complaints_in(&diagnosed, &sources, color, &environment)?;
    match &arguments.output {
        Some(file) => terminal::write_file(file, &bytes)?,
        None => terminal::print(&bytes)?,
    }
    Ok(match (broken, diagnosed.summary.files_linted) {
        (exit::CLEAN, 0) => exit::NOTHING,
        (code, _) => code,
    })
}
