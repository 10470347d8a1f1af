//! `purlin check`.

use super::args::{CheckArguments, ColorChoice};
use super::terminal::{self, Environment};
use super::{Failure, exit, output, settings, worker};
use crate::lint::{self, Verdict};

/// Lints, writes the reports, and says how it went.
///
/// # Errors
/// Arguments that cannot be used, a time limit reached, output that cannot be written.
pub(super) fn run(
    arguments: &CheckArguments,
    color: ColorChoice,
    environment: Environment,
) -> Result<u8, Failure> {
    let outputs = output::outputs(arguments)?;
    let settings = settings::check(arguments, &environment)?;
    let outcome =
        worker::run(arguments.timeout, !arguments.quiet, move |watched| lint::check(&settings, watched))?;
    if let Some((file, record)) = arguments.audit.as_ref().zip(outcome.audit.as_ref()) {
        terminal::write_file(file, record.as_bytes())?;
    }
    output::write(&outputs, &outcome, arguments, color, &environment)?;
    Ok(match outcome.verdict {
        Verdict::Clean => exit::CLEAN,
        Verdict::Nothing => exit::NOTHING,
        Verdict::Findings if arguments.exit_zero => exit::CLEAN,
        Verdict::Findings => exit::FINDINGS,
        Verdict::Untrusted => exit::UNTRUSTED,
    })
}
