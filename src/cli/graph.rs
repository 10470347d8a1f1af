//! `purlin graph`.

use super::args::{ColorChoice, GraphArguments, GraphFormat};
use super::terminal::{self, Environment};
use super::{Failure, exit, output, settings, worker};
use crate::lint;

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
    let (document, report, sources) =
        worker::run(None, true, move |watched| lint::graph(&settings, watched))?;
    let GraphFormat::Json = arguments.format;
    let mut bytes = serde_json::to_vec_pretty(&document).map_err(|error| Failure(error.to_string()))?;
    bytes.push(b'\n');
    let broken = output::complaints_in(&report, &sources, color, &environment)?;
    match &arguments.output {
        Some(file) => terminal::write_file(file, &bytes)?,
        None => terminal::print(&bytes)?,
    }
    Ok(match (broken, report.summary.files_linted) {
        (exit::CLEAN, 0) => exit::NOTHING,
        (code, _) => code,
    })
}
