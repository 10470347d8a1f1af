//! `purlin plan`.

use super::args::{ColorChoice, PlanArguments, TextOrJson};
use super::terminal::{self, Environment};
use super::{Failure, exit, output, settings, worker};
use crate::lint;
use crate::report;

/// Writes the edits that remove the most risk; what went wrong on the way goes to standard error.
///
/// # Errors
/// Arguments that cannot be used, output that cannot be written.
pub(super) fn run(
    arguments: &PlanArguments,
    color: ColorChoice,
    environment: Environment,
) -> Result<u8, Failure> {
    let settings = settings::plan(arguments, &environment)?;
    let most = usize::from(arguments.edits);
    let (plan, outcome) = worker::run(None, true, move |watched| lint::plan(&settings, most, watched))?;
    let broken = output::complaints_in(&outcome.report, &outcome.sources, color, &environment)?;
    let mut bytes = Vec::new();
    let json = arguments.format == TextOrJson::Json;
    report::write_plan(&plan, json, &output::style(color, &environment), &mut bytes)?;
    terminal::print(&bytes)?;
    Ok(match (broken, outcome.report.summary.files_linted) {
        (exit::CLEAN, 0) => exit::NOTHING,
        (code, _) => code,
    })
}
