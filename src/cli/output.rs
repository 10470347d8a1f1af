//! Where reports go and in which format: `-f FMT[=FILE]`, `-o FILE`.

use super::args::{CheckArguments, ColorChoice};
use super::terminal::{self, Environment};
use super::{Failure, exit};
use crate::lint::Outcome;
use crate::report::{self, Format, Report, Style};
use crate::source::{Level, Sources};
use std::path::{Path, PathBuf};

/// One report to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Output {
    /// How.
    pub(super) format: Format,
    /// To which file; none for standard output.
    pub(super) file: Option<PathBuf>,
}

const NAMES: [(&str, Format); 4] =
    [("text", Format::Text), ("json", Format::Json), ("sarif", Format::Sarif), ("github", Format::Github)];

/// The reports that were asked for: text on standard output if none was.
///
/// # Errors
/// An unknown format, an empty file name, two reports for one place that cannot share it.
pub(super) fn outputs(arguments: &CheckArguments) -> Result<Vec<Output>, Failure> {
    let mut outputs = Vec::new();
    for text in &arguments.format {
        let (name, file) = match text.split_once('=') {
            Some((_, "")) => return Err(Failure(format!("--format {text}: write a file's name behind `=`"))),
            Some((name, file)) => (name, Some(PathBuf::from(file))),
            None => (text.as_str(), None),
        };
        let Some((_, format)) = NAMES.iter().find(|(known, _)| *known == name) else {
            let known = NAMES.map(|(known, _)| known).join(", ");
            return Err(Failure(format!("--format {text}: there is no format {name}; there are {known}")));
        };
        outputs.push(Output { format: *format, file });
    }
    if outputs.is_empty() {
        outputs.push(Output { format: Format::Text, file: None });
    }
    if let Some(file) = &arguments.output {
        let mut unnamed = outputs.iter_mut().filter(|output| output.file.is_none());
        let Some(output) = unnamed.next() else {
            return Err(Failure("--output: every --format already names its file".to_owned()));
        };
        output.file = Some(file.clone());
        if unnamed.next().is_some() {
            return Err(Failure(
                "--output goes with one --format; name the others' files as FMT=FILE".to_owned(),
            ));
        }
    }
    share(&outputs)?;
    if let Some(audit) = &arguments.audit
        && outputs.iter().any(|output| output.file.as_ref() == Some(audit))
    {
        return Err(Failure(format!("--audit: a report would be written to {}, too", audit.display())));
    }
    Ok(outputs)
}

/// Every report needs a place of its own.
fn share(outputs: &[Output]) -> Result<(), Failure> {
    for (at, output) in outputs.iter().enumerate() {
        if !outputs.iter().skip(at + 1).any(|other| other.file == output.file) {
            continue;
        }
        match &output.file {
            Some(file) => {
                return Err(Failure(format!("--format: two reports would be written to {}", file.display())));
            }
            None => {
                return Err(Failure(
                    "--format: only one report can go to standard output; write FMT=FILE for the others"
                        .to_owned(),
                ));
            }
        }
    }
    Ok(())
}

/// How standard output is styled.
pub(super) fn style(color: ColorChoice, environment: &Environment) -> Style {
    let is_terminal = terminal::stdout_is_terminal();
    Style {
        color: environment.colors(color, is_terminal),
        width: is_terminal.then(terminal::columns).flatten().unwrap_or(Style::default().width),
        ..Style::default()
    }
}

/// Writes what is wrong to standard error, where standard output holds something else. The exit code that
/// follows from it.
///
/// # Errors
/// None in practice: the text is built in memory.
pub(super) fn complaints(
    report: &Report,
    color: ColorChoice,
    environment: &Environment,
) -> Result<u8, Failure> {
    complaints_in(report, &Sources::new("."), color, environment)
}

/// The same with the files that the diagnostics point into.
///
/// # Errors
/// See [`complaints`].
pub(super) fn complaints_in(
    report: &Report,
    sources: &Sources,
    color: ColorChoice,
    environment: &Environment,
) -> Result<u8, Failure> {
    let wrong = Report { findings: Vec::new(), rules: Vec::new(), ..report.clone() };
    let color = environment.colors(color, terminal::stderr_is_terminal());
    let style = Style { color, quiet: true, summary: false, ..Style::default() };
    let mut bytes = Vec::new();
    report::write(Format::Text, &wrong, sources, &style, &mut bytes)?;
    let text = String::from_utf8_lossy(&bytes);
    if !text.trim().is_empty() {
        terminal::complain(text.trim_end());
    }
    let broken = report.diagnostics.iter().any(|entry| entry.level == Level::Error);
    Ok(if broken { exit::UNTRUSTED } else { exit::CLEAN })
}

/// Writes every report. Files first, so that they are complete even if the reader of standard output goes away.
///
/// # Errors
/// The first place that cannot be written to.
pub(super) fn write(
    outputs: &[Output],
    outcome: &Outcome,
    arguments: &CheckArguments,
    color: ColorChoice,
    environment: &Environment,
) -> Result<(), Failure> {
    let (files, standard): (Vec<&Output>, Vec<&Output>) =
        outputs.iter().partition(|output| output.file.is_some());
    for output in files.into_iter().chain(standard) {
        let base = match (&output.file, color) {
            // What goes to a file is for a program or for later, unless colours are asked for outright.
            (Some(_), ColorChoice::Always) => Style { color: true, ..Style::default() },
            (Some(_), _) => Style::default(),
            (None, _) => style(color, environment),
        };
        let style = Style {
            show_undecided: arguments.fail_on_unknown,
            show_suppressed: arguments.show_suppressed,
            grouped: !arguments.ungrouped,
            quiet: arguments.quiet,
            summary: !arguments.quiet,
            ..base
        };
        let mut bytes = Vec::new();
        report::write(output.format, &outcome.report, &outcome.sources, &style, &mut bytes)?;
        match &output.file {
            Some(file) => terminal::write_file(file, &bytes)?,
            None => terminal::print(&bytes)?,
        }
        if output.format == Format::Github
            && let Some(file) = &environment.step_summary
        {
            let mut bytes = Vec::new();
            report::write_step_summary(&outcome.report, &style, &mut bytes)?;
            terminal::append_file(Path::new(file), &bytes)?;
        }
    }
    if !outputs.iter().any(|output| output.file.is_none() && in_a_log(output.format)) {
        complaints_in(&outcome.report, &outcome.sources, color, environment)?;
    }
    Ok(())
}

/// Whether people read it as it runs by.
fn in_a_log(format: Format) -> bool {
    matches!(format, Format::Text | Format::Github)
}
