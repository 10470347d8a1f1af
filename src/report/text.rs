//! `text`: for people. Each finding with a code frame at the line to change, the way the value took, why it
//! matters (once a rule) and what to do; then what the run has to say about itself; then the summary.

use super::alike;
use super::decision::{Decision, decisions};
use super::display::Shown;
use super::frame::Frame;
use super::risk;
use super::rule::severity_name;
use super::summary::{self, plural};
use super::{DiagnosticEntry, Report, Style};
use crate::finding::{Finding, Location, State};
use crate::policy::{Rule, Severity};
use crate::source::{Level, Sources, Span};
use miette::{GraphicalReportHandler, GraphicalTheme, LabeledSpan, SourceCode, ThemeCharacters, ThemeStyles};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::io::{self, Write};

/// Instances named before the rest is only counted.
const INSTANCES_NAMED: usize = 3;
/// Warnings, and notes, that are given in full.
const BRIEF: usize = 10;
/// What a line below a frame begins with: as wide as the widest of [`Writer::field`]'s names.
const FIELD_INDENT: usize = 9;

/// Writes the report for people.
pub(super) fn write(shown: &Shown, sources: &Sources, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    let report = shown.report();
    let mut writer = Writer::new(report, sources, style, out);
    let listed: Vec<&Finding> = report.findings.iter().filter(|finding| listed(finding, style)).collect();
    let decisions = match style.grouped && !style.quiet {
        true => decisions(listed.iter().copied()),
        false => listed.iter().map(|finding| Decision { alike: vec![*finding], here: Vec::new() }).collect(),
    };
    for decision in &decisions {
        writer.decision(decision)?;
    }
    if style.quiet && !listed.is_empty() {
        writeln!(writer.out)?;
    }
    writer.diagnostics(&report.diagnostics)?;
    let heads = decisions.iter().filter(|one| one.alike.iter().any(|finding| finding.state == State::Open));
    match style.summary {
        true => summary::write(report, heads.count(), style, writer.out),
        false => Ok(()),
    }
}

/// Whether a finding is shown to people: open ones are, undecided ones on demand.
pub(super) fn listed(finding: &Finding, style: &Style) -> bool {
    match finding.state {
        State::Open => true,
        State::Undecided => style.show_undecided,
        State::Suppressed | State::Baselined => style.show_suppressed,
    }
}

fn handler(style: &Style) -> GraphicalReportHandler {
    let theme = GraphicalTheme {
        characters: if style.unicode { ThemeCharacters::unicode() } else { ThemeCharacters::ascii() },
        styles: if style.color { ThemeStyles::ansi() } else { ThemeStyles::none() },
    };
    // The frame is bounded already; the handler asks for what lies in it.
    GraphicalReportHandler::new_themed(theme)
        .with_width(style.width.max(40))
        .with_links(false)
        .with_context_lines(usize::from(u8::MAX))
        .without_syntax_highlighting()
}

/// Writes the parts of a report for people.
pub(super) struct Writer<'a> {
    sources: &'a Sources,
    style: &'a Style,
    handler: GraphicalReportHandler,
    sensitive: &'a [Span],
    rules: BTreeMap<&'a str, &'a Rule>,
    /// Rules whose description has been given.
    explained: BTreeSet<&'a str>,
    /// Whether it has been said what a finding's id is good for.
    named: bool,
    out: &'a mut dyn Write,
}

impl<'a> Writer<'a> {
    /// A writer of what is in `report`.
    pub(super) fn new(
        report: &'a Report,
        sources: &'a Sources,
        style: &'a Style,
        out: &'a mut dyn Write,
    ) -> Writer<'a> {
        Writer {
            sources,
            style,
            handler: handler(style),
            sensitive: &report.sensitive,
            rules: report.rules.iter().map(|rule| (rule.id.as_str(), rule)).collect(),
            explained: BTreeSet::new(),
            named: false,
            out,
        }
    }

    /// What is wrong, and the line to change.
    pub(super) fn headline(&mut self, finding: &Finding) -> io::Result<()> {
        let label = match finding.chain.first() {
            Some(link) => link.note.clone(),
            None => finding.resource.address.clone(),
        };
        let (name, severity) = (weight(finding), paint(finding));
        let code = format!("{name} [{}] {}", finding.rule, finding.title);
        self.frame(&Entry {
            code: wrapped(&code, self.style.width.max(40) - 2).join("\n  "),
            message: finding.message.clone(),
            severity,
            label,
            frame: Some(Frame::new(&finding.location, self.sources, self.sensitive)),
        })
    }

    /// One finding of those that are alike, where the others are, and what other rules say of the same.
    fn decision(&mut self, decision: &Decision<'a>) -> io::Result<()> {
        let Some((first, others)) = decision.alike.split_first() else { return Ok(()) };
        if self.style.quiet {
            return self.line(first);
        }
        self.finding(first)?;
        if first.state == State::Undecided && !others.is_empty() {
            self.field("also", &alike::waiting(others))?;
        } else if !others.is_empty() {
            let more = plural(others.len(), "more finding");
            self.field("also", &format!("{more} like this one, at"))?;
            self.places(others)?;
        }
        decision.here.iter().try_for_each(|group| self.here(group))?;
        writeln!(self.out)
    }

    /// What another rule finds where a head stands: what it says, where, and what to do.
    fn here(&mut self, group: &[&Finding]) -> io::Result<()> {
        let Some(first) = group.first() else { return Ok(()) };
        let what = if group.len() == 1 { &first.message } else { &first.title };
        self.field("here", &format!("{} [{}] {what}", weight(first), first.rule))?;
        self.places(group)?;
        self.field("", &first.remediation)
    }

    /// Where findings are. Each place begins a line, however long: editors and terminals can open it.
    fn places(&mut self, findings: &[&Finding]) -> io::Result<()> {
        let width = self.style.width.max(40).saturating_sub(FIELD_INDENT);
        for line in findings.iter().flat_map(|finding| alike::lines(finding, width)) {
            writeln!(self.out, "{:FIELD_INDENT$}{line}", "")?;
        }
        Ok(())
    }

    fn finding(&mut self, finding: &'a Finding) -> io::Result<()> {
        self.headline(finding)?;
        self.chain(finding)?;
        self.evidence(finding)?;
        if self.explained.insert(&finding.rule)
            && let Some(rule) = self.rules.get(finding.rule.as_str())
        {
            self.field("why", &rule.metadata.description)?;
        }
        self.field("fix", &finding.remediation)?;
        if let Some(risk) = risk::line(finding) {
            self.field("risk", &risk)?;
        }
        self.instances(finding)?;
        if !finding.environments.is_empty() {
            self.field("in", &finding.environments.join(", "))?;
        }
        if let Some(suppression) = &finding.suppression {
            self.field("by", &format!("{} {}", place(&suppression.location), suppression.words()))?;
        }
        self.name(finding)
    }

    /// What the finding goes by; once, what that is good for.
    fn name(&mut self, finding: &Finding) -> io::Result<()> {
        let id = short(&finding.fingerprint);
        let use_of = match std::mem::replace(&mut self.named, true) {
            true => String::new(),
            false => format!(" (`purlin explain {id}` tells how it came about)"),
        };
        self.field("id", &format!("{id}{use_of}"))
    }

    /// The finding in one line, in the form that compilers made common.
    fn line(&mut self, finding: &Finding) -> io::Result<()> {
        let Finding { rule, message, resource, .. } = finding;
        let more = match finding.instances.len() {
            0 | 1 => String::new(),
            all => format!(" and {} more", all - 1),
        };
        let place = place(&finding.location);
        let within = match finding.environments.as_slice() {
            [] => String::new(),
            environments => format!(", in {}", environments.join(", ")),
        };
        let (weight, address) = (weight(finding), &resource.address);
        writeln!(self.out, "{place}: {weight} [{rule}] {message} ({address}{more}{within})")
    }

    /// The stations between the line to change and the place of use; the first one is in the frame.
    fn chain(&mut self, finding: &Finding) -> io::Result<()> {
        for (at, link) in finding.chain.iter().enumerate().skip(1) {
            let name = if at == 1 { "then" } else { "" };
            self.field(name, &format!("{}  {}", place(&link.location), link.note))?;
        }
        Ok(())
    }

    /// What shows it, in order.
    fn evidence(&mut self, finding: &Finding) -> io::Result<()> {
        for (at, link) in finding.evidence.iter().enumerate() {
            let name = if at == 0 { "since" } else { "" };
            self.field(name, &format!("{}  {}", place(&link.location), link.note))?;
        }
        Ok(())
    }

    fn instances(&mut self, finding: &Finding) -> io::Result<()> {
        if finding.instances.len() < 2 {
            return Ok(());
        }
        let all = &finding.instances;
        let named: Vec<String> =
            all.iter().take(INSTANCES_NAMED).map(|instance| instance.name_among(all)).collect();
        let rest = match finding.instances.len().saturating_sub(INSTANCES_NAMED) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        let text = format!("{} instances: {}{rest}", finding.instances.len(), named.join(", "));
        self.field("affects", &text)
    }

    /// Errors with their code; of the rest a line each, lest what is only worth knowing bury the findings.
    fn diagnostics(&mut self, entries: &[DiagnosticEntry]) -> io::Result<()> {
        for entry in entries.iter().filter(|entry| entry.level == Level::Error) {
            self.error(entry)?;
        }
        let mut helped = BTreeSet::new();
        for (level, name) in [(Level::Warning, "warning"), (Level::Note, "note")] {
            let of_level: Vec<&DiagnosticEntry> =
                entries.iter().filter(|entry| entry.level == level).collect();
            let shown = if self.style.quiet && level == Level::Note { 0 } else { of_level.len().min(BRIEF) };
            for entry in of_level.iter().take(shown) {
                let place = location_of(entry).map_or_else(String::new, |place| format!("{place}: "));
                self.hanging(&format!("{place}{name} [{}] {}", entry.code, entry.message))?;
                if let Some(help) = entry.help.as_deref().filter(|help| helped.insert(*help)) {
                    self.field("help", help)?;
                }
            }
            let more = of_level.len() - shown;
            if more > 0 && shown > 0 {
                writeln!(self.out, "{} (`-f json` has all)", plural(more, &format!("more {name}")))?;
            }
            if shown > 0 {
                writeln!(self.out)?;
            }
        }
        Ok(())
    }

    fn error(&mut self, entry: &DiagnosticEntry) -> io::Result<()> {
        let message = match &entry.path {
            Some(path) if entry.location.is_none() && !entry.message.contains(path.as_str()) => {
                format!("{path}: {}", entry.message)
            }
            _ => entry.message.clone(),
        };
        let frame = entry.location.as_ref().map(|at| Frame::new(at, self.sources, self.sensitive));
        self.frame(&Entry {
            code: format!("error [{}]", entry.code),
            message,
            severity: miette::Severity::Error,
            label: "here".to_owned(),
            frame,
        })?;
        if let Some(help) = &entry.help {
            self.field("help", help)?;
        }
        writeln!(self.out)
    }

    fn frame(&mut self, entry: &Entry) -> io::Result<()> {
        let mut text = String::new();
        self.handler.render_report(&mut text, entry).map_err(io::Error::other)?;
        self.out.write_all(text.as_bytes())
    }

    /// A paragraph whose first line stands out.
    fn hanging(&mut self, text: &str) -> io::Result<()> {
        for (at, line) in wrapped(text, self.style.width.max(40) - 2).iter().enumerate() {
            writeln!(self.out, "{}{line}", if at == 0 { "" } else { "  " })?;
        }
        Ok(())
    }

    /// A named paragraph, wrapped and indented.
    fn field(&mut self, name: &str, text: &str) -> io::Result<()> {
        let width = self.style.width.max(40).saturating_sub(FIELD_INDENT);
        for (at, line) in wrapped(text, width).iter().enumerate() {
            let name = match at {
                0 if !name.is_empty() => format!("{name:>width$}: ", width = FIELD_INDENT - 2),
                _ => " ".repeat(FIELD_INDENT),
            };
            let name = if self.style.color { format!("\u{1b}[36m{name}\u{1b}[0m") } else { name };
            writeln!(self.out, "{}", format!("{name}{line}").trim_end())?;
        }
        Ok(())
    }
}

/// The part of a fingerprint that is enough to tell findings apart.
pub(super) fn short(fingerprint: &str) -> &str {
    fingerprint.get(..12).unwrap_or(fingerprint)
}

/// The word for how much a finding weighs: its severity if it counts.
pub(super) fn weight(finding: &Finding) -> &'static str {
    match finding.state {
        State::Open => severity_name(finding.severity),
        State::Undecided => "undecided",
        State::Suppressed => "suppressed",
        State::Baselined => "baselined",
    }
}

/// How miette paints it.
fn paint(finding: &Finding) -> miette::Severity {
    match (finding.state, finding.severity) {
        (State::Open, Severity::Critical | Severity::High) => miette::Severity::Error,
        (State::Open, Severity::Medium) => miette::Severity::Warning,
        _ => miette::Severity::Advice,
    }
}

/// Where a diagnostic lies, if it lies anywhere.
fn location_of(entry: &DiagnosticEntry) -> Option<String> {
    entry.location.as_ref().map(place).or_else(|| entry.path.clone())
}

/// `modules/db/main.tf:12:3`, which editors and terminals can open.
pub(super) fn place(location: &Location) -> String {
    format!("{}:{}:{}", location.file, location.start.line, location.start.column)
}

/// Paragraphs broken into lines of at most `width` characters; words are kept whole. A single line break is no
/// more than the width of the page it was written on; an empty line and an item of a list stay apart.
pub(super) fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    let mut length = 0;
    for written in text.trim().lines() {
        let item = written.trim_start().starts_with(['-', '*']);
        if (written.trim().is_empty() || item) && length > 0 {
            lines.push(std::mem::take(&mut line));
            length = 0;
        }
        if written.trim().is_empty() {
            lines.push(String::new());
        }
        for word in written.split_whitespace() {
            let word_length = word.chars().count();
            if length > 0 && length + 1 + word_length > width {
                lines.push(std::mem::take(&mut line));
                length = 0;
            }
            if length > 0 {
                line.push(' ');
                length += 1;
            }
            line.push_str(word);
            length += word_length;
        }
    }
    if length > 0 {
        lines.push(line);
    }
    lines
}

/// Paragraphs on a line each, for what breaks lines by itself.
pub(super) fn unwrapped(text: &str) -> String {
    wrapped(text, usize::MAX).join("\n")
}

/// What miette draws.
struct Entry {
    code: String,
    message: String,
    severity: miette::Severity,
    label: String,
    frame: Option<Frame>,
}

impl fmt::Debug for Entry {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.code)
    }
}

impl fmt::Display for Entry {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.message)
    }
}

impl std::error::Error for Entry {}

impl miette::Diagnostic for Entry {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(&self.code))
    }

    fn severity(&self) -> Option<miette::Severity> {
        Some(self.severity)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.frame.as_ref().map(|frame| frame as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let frame = self.frame.as_ref()?;
        let label = LabeledSpan::new_with_span(Some(self.label.clone()), frame.label());
        Some(Box::new(std::iter::once(label)))
    }
}

#[cfg(test)]
mod tests {
    use super::{unwrapped, wrapped};

    #[test]
    fn paragraphs_are_filled_and_lists_kept() {
        let text = "one two\nthree four five\n\nsix\n- a b\n- c\n";
        assert_eq!(wrapped(text, 12), ["one two", "three four", "five", "", "six", "- a b", "- c"]);
        assert_eq!(wrapped("overlong-word", 4), ["overlong-word"]);
        assert!(wrapped(" \n ", 4).is_empty());
        assert_eq!(unwrapped(text), "one two three four five\n\nsix\n- a b\n- c");
    }
}
