//! `purlin test`.

use super::args::{ColorChoice, TestArguments};
use super::terminal::{self, Environment};
use super::{Failure, exit, output, worker};
use crate::lint::cases;
use crate::report;
use std::fmt::Write;

/// Runs the tests and cases of a directory of policies and prints what failed, what no test reaches, and counts.
///
/// # Errors
/// A directory that cannot be read, a rule that does not exist, output that cannot be written.
pub(super) fn run(
    arguments: &TestArguments,
    color: ColorChoice,
    environment: &Environment,
) -> Result<u8, Failure> {
    let (dir, select) = (arguments.dir.clone(), arguments.select.clone());
    let tested = worker::run(None, false, move |_| cases::test(&dir, &select))?.map_err(Failure)?;
    let broken = output::complaints(&crate::lint::diagnostics_only(&tested.diagnostics), color, environment)?;
    let mut text = String::new();
    for failure in &tested.failures {
        let _ = writeln!(text, "FAILED {}", report::shown(failure));
    }
    for (path, lines) in &tested.uncovered {
        let numbers: Vec<String> = lines.iter().map(u32::to_string).collect();
        let _ = writeln!(text, "{}: no test reaches line {}", report::shown(path), numbers.join(", "));
    }
    let _ = writeln!(
        text,
        "{} rules, {} tests, {} cases, {} expected findings: {} failed, {} lines without a test",
        tested.rules,
        tested.tests,
        tested.cases,
        tested.findings,
        tested.failures.len(),
        tested.uncovered.values().map(Vec::len).sum::<usize>()
    );
    terminal::print(text.as_bytes())?;
    Ok(match (broken, tested.failures.is_empty(), tested.cases + tested.tests) {
        (exit::CLEAN, true, 0) => exit::NOTHING,
        (exit::CLEAN, true, _) => exit::CLEAN,
        (exit::CLEAN, false, _) => exit::FINDINGS,
        (code, _, _) => code,
    })
}
