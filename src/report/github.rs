//! `github`: workflow commands that annotate the lines of a pull request, the text for people in the log, and
//! the Markdown of the step's summary.

use super::alike::grouped;
use super::display::Shown;
use super::markdown::{code, escaped};
use super::summary::{notices, plural, verdict};
use super::text::{self, listed, place};
use super::{DiagnosticEntry, Report, Style};
use crate::finding::{Finding, Location, State};
use crate::policy::Severity;
use crate::source::{Level, Sources};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::io::{self, Write};

/// Annotations that GitHub takes of each level from a step; it drops the rest without a word.
const ANNOTATIONS: usize = 10;
/// Of these, annotations about the run itself, so that a hundred broken files do not hide every finding.
const DIAGNOSTICS: usize = 3;
/// Groups of findings in the step's summary; problems of the run likewise.
const SUMMARY_ROWS: usize = 500;
/// Bytes of the step's summary for findings, for problems of the run and for what else there is to say: GitHub takes
/// 1 MiB, and nothing at all of a longer one.
const SUMMARY_BYTES: [usize; 3] = [700_000, 200_000, 100_000];
/// Places in a row of it.
const ROW_PLACES: usize = 20;

/// Writes the commands, worst first, then what no annotation was left for, then the text for people.
pub(super) fn write(shown: &Shown, sources: &Sources, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    let report = shown.report();
    for name in ["error", "warning", "notice"] {
        let all = annotations(report, style, name);
        for command in all.iter().take(ANNOTATIONS) {
            writeln!(out, "{command}")?;
        }
        if let Some(more) = all.len().checked_sub(ANNOTATIONS).filter(|more| *more > 0) {
            let more = plural(more, &format!("more {name}"));
            writeln!(
                out,
                "{more} without an annotation, since GitHub shows {ANNOTATIONS}; the log below has all"
            )?;
        }
    }
    let mut log = Vec::new();
    text::write(shown, sources, style, &mut log)?;
    // Source text in the log must not be obeyed. Nobody can write a text that holds its own digest.
    let digest = Sha256::digest(&log).iter().take(16).fold(String::from("purlin-"), |mut token, byte| {
        let _ = write!(token, "{byte:02x}");
        token
    });
    writeln!(out, "::stop-commands::{digest}")?;
    out.write_all(&log)?;
    writeln!(out, "::{digest}::")
}

/// The commands of one level: what the run has to say about itself, then findings in their order.
fn annotations(report: &Report, style: &Style, name: &str) -> Vec<String> {
    let diagnostics = report.diagnostics.iter().filter(|entry| level_of(entry) == name).take(DIAGNOSTICS);
    let findings = report.findings.iter().filter(|finding| listed(finding, style) && level(finding) == name);
    // One of each group before the others: what GitHub has room for shows as many decisions as it can.
    let (first, others): (Vec<_>, Vec<_>) = grouped(findings)
        .into_iter()
        .map(|group| (group.first().copied(), group.into_iter().skip(1)))
        .unzip();
    let findings = first.into_iter().flatten().chain(others.into_iter().flatten());
    diagnostics.map(|entry| diagnostic(entry, name)).chain(findings.map(|one| finding(one, name))).collect()
}

fn level_of(entry: &DiagnosticEntry) -> &'static str {
    match entry.level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "notice",
    }
}

fn level(finding: &Finding) -> &'static str {
    match (finding.state, finding.severity) {
        (State::Open, Severity::Medium) => "warning",
        (State::Open, Severity::High | Severity::Critical) => "error",
        _ => "notice",
    }
}

fn finding(finding: &Finding, name: &str) -> String {
    let title = format!("{}: {} [{}]", text::weight(finding), finding.title, finding.rule);
    let more = match finding.instances.len() {
        0 | 1 => String::new(),
        all => format!(" and {} more", all - 1),
    };
    let mut message = format!("{} ({}{more})", finding.message, finding.resource.address);
    for link in finding.chain.iter().skip(1) {
        let _ = write!(message, "\n{} {}", place(&link.location), link.note);
    }
    for link in &finding.evidence {
        let _ = write!(message, "\n{} {}", place(&link.location), link.note);
    }
    let _ = write!(message, "\nFix: {}", finding.remediation.trim());
    command(name, Some(&finding.location), &finding.location.file, &title, &message)
}

fn diagnostic(entry: &DiagnosticEntry, name: &str) -> String {
    let help = entry.help.as_deref().map_or_else(String::new, |help| format!("\n{help}"));
    let file = match (&entry.location, &entry.path) {
        (Some(location), _) => location.file.as_str(),
        (None, Some(path)) => path.as_str(),
        (None, None) => "",
    };
    command(name, entry.location.as_ref(), file, &entry.code, &format!("{}{help}", entry.message))
}

/// A workflow command. Columns are sent only with a single line: GitHub refuses them otherwise.
fn command(name: &str, location: Option<&Location>, file: &str, title: &str, message: &str) -> String {
    let mut properties = Vec::new();
    if !file.is_empty() {
        properties.push(format!("file={}", property(file)));
    }
    if let Some(Location { start, end, .. }) = location {
        properties.push(format!("line={},endLine={}", start.line, end.line));
        if start.line == end.line {
            properties.push(format!("col={},endColumn={}", start.column, end.column));
        }
    }
    properties.push(format!("title={}", property(title)));
    format!("::{name} {}::{}", properties.join(","), data(message))
}

/// The message of a command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a command's property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

/// Writes the Markdown for `$GITHUB_STEP_SUMMARY`: everything that annotations had no room for.
pub fn write_step_summary(report: &Report, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    let shown = Shown::new(report);
    let report = shown.report();
    writeln!(out, "### Purlin: {}\n", escaped(&verdict(&report.summary)))?;
    let [of_findings, of_problems, of_notices] = SUMMARY_BYTES;
    let findings: Vec<&Finding> = report.findings.iter().filter(|finding| listed(finding, style)).collect();
    if !findings.is_empty() {
        writeln!(out, "| Severity | Where | What | Rule |\n|---|---|---|---|")?;
    }
    let groups = grouped(findings);
    let left = fitting(&groups, of_findings, |group| row(group), out)?;
    let more: usize = left.iter().map(|group| group.len()).sum();
    if more > 0 {
        writeln!(out, "\n{} in the log.", plural(more, "more finding"))?;
    }
    let problems: Vec<&DiagnosticEntry> =
        report.diagnostics.iter().filter(|entry| entry.level > Level::Note).collect();
    let left = fitting(&problems, of_problems, |entry| problem(entry), out)?;
    if !left.is_empty() {
        writeln!(out, "\n{} in the log.", plural(left.len(), "more problem"))?;
    }
    let notices = notices(&report.summary);
    let left = fitting(&notices, of_notices, |notice| format!("\n{}", escaped(notice)), out)?;
    if !left.is_empty() {
        writeln!(out, "\nWhat else there is to say is in the log.")?;
    }
    Ok(())
}

/// Writes a line of each that there is room for; those that there is none for.
fn fitting<'a, T>(
    all: &'a [T],
    mut room: usize,
    line: impl Fn(&T) -> String,
    out: &mut dyn Write,
) -> io::Result<Vec<&'a T>> {
    let mut left = Vec::new();
    for (at, one) in all.iter().enumerate() {
        let text = if at - left.len() < SUMMARY_ROWS { line(one) + "\n" } else { String::new() };
        match room.checked_sub(text.len()).filter(|_| !text.is_empty()) {
            Some(rest) => {
                room = rest;
                out.write_all(text.as_bytes())?;
            }
            None => left.push(one),
        }
    }
    Ok(left)
}

/// What went wrong, as an item of a list.
fn problem(entry: &DiagnosticEntry) -> String {
    let at = match (&entry.location, &entry.path) {
        (Some(location), _) => format!("{}: ", code(&place(location))),
        (None, Some(path)) => format!("{}: ", code(path)),
        (None, None) => String::new(),
    };
    format!("\n- **{}** {at}{}", level_of(entry), escaped(&entry.message))
}

/// One finding of those that are alike, and the places of the others.
fn row(group: &[&Finding]) -> String {
    let Some((finding, others)) = group.split_first() else { return String::new() };
    let more = match finding.instances.len() {
        0 | 1 => String::new(),
        all => format!(" and {} more", all - 1),
    };
    let mut places = code(&place(&finding.location));
    for other in others.iter().take(ROW_PLACES) {
        let _ = write!(places, "<br>{}", code(&place(&other.location)));
    }
    if let Some(more) = others.len().checked_sub(ROW_PLACES).filter(|more| *more > 0) {
        let _ = write!(places, "<br>and {more} more, which are in the log");
    }
    format!(
        "| {} | {places} | {} ({}{more}) | {} |",
        text::weight(finding),
        escaped(&finding.message),
        code(&finding.resource.address),
        code(&finding.rule)
    )
}
