//! `purlin baseline`.

use super::args::{BaselineArguments, ColorChoice};
use super::terminal::{self, Environment};
use super::{Failure, exit, output, settings, worker};
use crate::finding::Baseline;
use crate::lint;

/// Lints as `check` would and writes what it finds as a baseline; what went wrong on the way goes to standard error.
///
/// # Errors
/// Arguments that cannot be used, output that cannot be written.
pub(super) fn run(
    arguments: &BaselineArguments,
    color: ColorChoice,
    environment: Environment,
) -> Result<u8, Failure> {
    let settings = settings::baseline(arguments, &environment)?;
    let outcome = worker::run(None, true, move |watched| lint::check(&settings, watched))?;
    let broken = output::complaints_in(&outcome.report, &outcome.sources, color, &environment)?;
    let baseline = Baseline::of(&outcome.report.findings);
    let text = baseline.to_json();
    match &arguments.output {
        Some(file) => terminal::write_file(file, text.as_bytes())?,
        None => terminal::print(text.as_bytes())?,
    }
    Ok(match (broken, outcome.report.summary.files_linted) {
        (exit::CLEAN, 0) => exit::NOTHING,
        (code, _) => code,
    })
}
