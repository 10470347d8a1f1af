//! The text of `purlin explain FINGERPRINT`: how a finding came about, step by step, in words.

use super::display::Shown;
use super::frame::Frame;
use super::risk;
use super::text::{Writer, place, short, wrapped};
use super::{Report, Style};
use crate::finding::{ChainLink, Finding, Location, State};
use crate::source::Sources;
use std::io::{self, Write};

/// Resources named before the rest is only counted.
const INSTANCES_NAMED: usize = 10;
/// What a line of names begins with.
const NAMES_INDENT: usize = 15;

/// Tells the story of every finding of a report.
pub fn write_story(report: &Report, sources: &Sources, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    let shown = Shown::new(report);
    let report = shown.report();
    for finding in &report.findings {
        Writer::new(report, sources, style, out).headline(finding)?;
        let rule = report.rules.iter().find(|rule| rule.id == finding.rule);
        let mut story = Story { style, out };
        story.part("What is wrong", &[what(finding)])?;
        if let Some(rule) = rule {
            story.part("Why it matters", std::slice::from_ref(&rule.metadata.description))?;
        }
        story.heading("How it came about")?;
        let last = finding.chain.len().saturating_sub(1);
        for (at, link) in finding.chain.iter().enumerate() {
            let code = Frame::line(&link.location, sources, &report.sensitive);
            story.item(&format!("{}. {}", at + 1, step(at, last, link)), &code)?;
        }
        if finding.chain.is_empty() {
            let text = format!("It is decided where it is used: {}.", place(&finding.location));
            story.paragraph(&text)?;
        }
        if !finding.evidence.is_empty() {
            story.heading("What shows it")?;
        }
        for (at, link) in finding.evidence.iter().enumerate() {
            let code = Frame::line(&link.location, sources, &report.sensitive);
            story.item(&format!("{}. {}: {}", at + 1, place(&link.location), link.note), &code)?;
        }
        story.part("What it affects", &affected(finding))?;
        if let Some(risk) = &finding.risk {
            story.part("How urgent it is", &risk::paragraphs(risk))?;
        }
        if let Some(lines) = risk::lowering(finding) {
            story.part("What would lower it", &lines)?;
        }
        story.part("How to fix it", std::slice::from_ref(&finding.remediation))?;
        story.part("How to accept it", &[acceptance(finding)])?;
        story.names(finding)?;
    }
    Ok(())
}

/// The fault, and whether it counts.
fn what(finding: &Finding) -> String {
    let state = match (finding.state, &finding.suppression) {
        (State::Open, _) => finding.covered_by.as_ref().map_or_else(String::new, |by| {
            format!(" `purlin check` tells it as evidence of the finding {}.", short(by))
        }),
        (State::Undecided, _) => " Whether that is so cannot be decided before it is known.".to_owned(),
        (State::Suppressed, Some(by)) => {
            let whose = by.whose().map_or_else(String::new, |whose| format!(", {whose},"));
            let why = if by.reason.is_empty() { String::new() } else { format!(": {}", by.reason) };
            format!(" The comment at {}{whose} suppresses it{why}.", place(&by.location))
        }
        (State::Suppressed, None) => " It is suppressed.".to_owned(),
    };
    format!("{}.{state}", finding.message.trim_end_matches('.'))
}

/// How to say that the fault is meant to be.
fn acceptance(finding: &Finding) -> String {
    let Location { file, start, .. } = &finding.location;
    if file.ends_with(".json") {
        return format!("JSON has no comments: leave the rule out with `--ignore {}`.", finding.rule);
    }
    format!(
        "Write `# purlin:ignore {} the reason` at the end of line {} of {file}, or directly above it. The same comment \
         holds at every place named here for what comes that way, and at a module call for what that call makes.",
        finding.rule, start.line
    )
}

/// A station as a sentence.
fn step(at: usize, last: usize, link: &ChainLink) -> String {
    let place = place(&link.location);
    match at {
        0 => format!("It begins at {place}, {}:", link.note),
        _ if at == last => format!("It ends at {place}, {}:", link.note),
        _ => format!("Then {place}, {}:", link.note),
    }
}

/// The resources, and how many there are.
fn affected(finding: &Finding) -> Vec<String> {
    let instances = &finding.instances;
    let mut lines: Vec<String> =
        instances.iter().take(INSTANCES_NAMED).map(|instance| instance.name_among(instances)).collect();
    if let Some(more) = instances.len().checked_sub(INSTANCES_NAMED).filter(|more| *more > 0) {
        lines.push(format!("and {more} more, {} in all", instances.len()));
    }
    lines
}

struct Story<'a> {
    style: &'a Style,
    out: &'a mut dyn Write,
}

impl Story<'_> {
    fn heading(&mut self, name: &str) -> io::Result<()> {
        let (bold, plain) = if self.style.color { ("\u{1b}[1m", "\u{1b}[0m") } else { ("", "") };
        writeln!(self.out, "\n{bold}{name}{plain}")
    }

    /// A paragraph, wrapped and indented.
    fn paragraph(&mut self, text: &str) -> io::Result<()> {
        for line in wrapped(text, self.style.width.max(40) - 2) {
            writeln!(self.out, "{}", format!("  {line}").trim_end())?;
        }
        Ok(())
    }

    /// A heading and paragraphs.
    fn part(&mut self, name: &str, paragraphs: &[String]) -> io::Result<()> {
        self.heading(name)?;
        paragraphs.iter().try_for_each(|text| self.paragraph(text))
    }

    /// A numbered sentence, and the line it speaks of.
    fn item(&mut self, sentence: &str, code: &str) -> io::Result<()> {
        for (at, line) in wrapped(sentence, self.style.width.max(40) - 5).iter().enumerate() {
            writeln!(self.out, "{}{line}", if at == 0 { "  " } else { "     " })?;
        }
        writeln!(self.out, "       {code}")
    }

    /// What the finding and its rule go by.
    fn names(&mut self, finding: &Finding) -> io::Result<()> {
        writeln!(self.out)?;
        self.name("Rule", &format!("{0} (`purlin explain {0}`)", finding.rule))?;
        if !finding.aliases.is_empty() {
            self.name("Also known as", &finding.aliases.join(", "))?;
        }
        if !finding.environments.is_empty() {
            self.name("Holds in", &finding.environments.join(", "))?;
        }
        self.name("Fingerprint", &finding.fingerprint)
    }

    fn name(&mut self, of: &str, text: &str) -> io::Result<()> {
        let width = self.style.width.max(40) - NAMES_INDENT;
        for (at, line) in wrapped(text, width).iter().enumerate() {
            writeln!(self.out, "{:NAMES_INDENT$}{line}", if at == 0 { of } else { "" })?;
        }
        Ok(())
    }
}
