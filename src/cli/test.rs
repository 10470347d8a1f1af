//! `purlin test`.

use super::args::{ColorChoice, TestArguments, TextOrJson};
use super::terminal::{self, Environment};
use super::{Failure, exit, output, worker};
use crate::lint::cases::{self, Tested};
use crate::lint::mutate::Gap;
use crate::report;
use serde_json::json;
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
    let (dir, select, changing) = (arguments.dir.clone(), arguments.select.clone(), arguments.mutate);
    let tested = worker::run(None, false, move |_| cases::test(&dir, &select, changing))?.map_err(Failure)?;
    let broken = output::complaints(&crate::lint::diagnostics_only(&tested.diagnostics), color, environment)?;
    let written = match arguments.format {
        TextOrJson::Text => text(&tested),
        TextOrJson::Json => json(&tested),
    };
    terminal::print(written.as_bytes())?;
    let gaps = tested.mutated.as_ref().map_or(0, |mutated| mutated.gaps.len());
    Ok(match (broken, tested.failures.len() + gaps, tested.cases + tested.tests) {
        (exit::CLEAN, 0, 0) => exit::NOTHING,
        (exit::CLEAN, 0, _) => exit::CLEAN,
        (exit::CLEAN, _, _) => exit::FINDINGS,
        (code, _, _) => code,
    })
}

/// A line for each thing that is wrong, and counts.
fn text(tested: &Tested) -> String {
    let mut text = String::new();
    for failure in &tested.failures {
        let _ = writeln!(text, "FAILED {}", report::shown(failure));
    }
    for (path, lines) in &tested.uncovered {
        let numbers: Vec<String> = lines.iter().map(u32::to_string).collect();
        let _ = writeln!(text, "{}: no test reaches line {}", report::shown(path), numbers.join(", "));
    }
    for gap in tested.mutated.iter().flat_map(|mutated| &mutated.gaps) {
        let line = gap.line.map(|line| format!(":{line}")).unwrap_or_default();
        // Each by itself: a rule's name before a colon may look like that of a credential.
        let [file, rule, message] = [&gap.file, &gap.rule, &gap.message].map(|part| report::shown(part));
        let _ = writeln!(text, "{file}{line}: {rule}: {message}");
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
    if let Some(mutated) = &tested.mutated {
        let _ = writeln!(text, "{} changes to cases: {} not noticed", mutated.changes, mutated.gaps.len());
    }
    text
}

/// The same as one object.
fn json(tested: &Tested) -> String {
    let uncovered = tested.uncovered.iter().map(|(path, lines)| (report::shown(path), json!(lines)));
    let mut written = json!({
        "rules": tested.rules,
        "tests": tested.tests,
        "cases": tested.cases,
        "findings": tested.findings,
        "failures": tested.failures.iter().map(|failure| report::shown(failure)).collect::<Vec<_>>(),
        "uncovered": uncovered.collect::<serde_json::Map<_, _>>(),
    });
    if let (Some(mutated), Some(fields)) = (&tested.mutated, written.as_object_mut()) {
        let gap = |gap: &Gap| Gap {
            file: report::shown(&gap.file),
            message: report::shown(&gap.message),
            ..gap.clone()
        };
        fields.insert("changes".to_owned(), mutated.changes.into());
        fields.insert("gaps".to_owned(), mutated.gaps.iter().map(|one| json!(gap(one))).collect());
    }
    format!("{written:#}\n")
}
