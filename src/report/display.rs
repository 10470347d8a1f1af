//! The one border that text from input crosses on its way out: what a terminal, a log or a browser would obey
//! instead of show is made visible, and what looks like a credential is covered.

use super::secret::credentials;
use super::{DiagnosticEntry, Report, SkippedFiles, Summary};
use crate::evaluate::{Path, Step};
use crate::finding::{ChainLink, Change, Effect, Finding, Instance, Location, ResourceLabel, Stop};
use crate::policy::Rule;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt::Write;

/// Stands where a credential was.
pub(super) const COVER: &str = "(redacted)";

/// A report whose every text has crossed the border: the formats take no other.
pub(super) struct Shown(Report);

impl Shown {
    /// Takes a report across the border, and of its rules those that its findings name: the others are many.
    pub(super) fn new(report: &Report) -> Shown {
        let named: BTreeSet<&str> = report.findings.iter().map(|finding| finding.rule.as_str()).collect();
        Shown::with_rules(report, &|rule| named.contains(rule.id.as_str()))
    }

    /// The same with every rule.
    pub(super) fn whole(report: &Report) -> Shown {
        Shown::with_rules(report, &|_| true)
    }

    fn with_rules(report: &Report, is_shown: &dyn Fn(&Rule) -> bool) -> Shown {
        let Report { version, summary, diagnostics, findings, abstention, rules, sensitive } = report;
        let mut shown = Report {
            version: *version,
            summary: summary.clone(),
            diagnostics: diagnostics.clone(),
            findings: findings.clone(),
            abstention: abstention.clone(),
            rules: rules.iter().filter(|rule| is_shown(rule)).map(shown_rule).collect(),
            sensitive: sensitive.clone(),
        };
        shown.findings.iter_mut().for_each(finding);
        shown.diagnostics.iter_mut().for_each(diagnostic);
        self::summary(&mut shown.summary);
        Shown(shown)
    }

    /// The report, fit to be printed.
    pub(super) fn report(&self) -> &Report {
        &self.0
    }
}

/// A rule whose every text has crossed the border.
pub(super) fn shown_rule(rule: &Rule) -> Rule {
    let mut shown = rule.clone();
    self::rule(&mut shown);
    shown
}

/// One line, fit to be printed: line breaks and tabs are made visible, too.
pub fn line(text: &str) -> String {
    visible(&covered(text), false).into_owned()
}

/// Paragraphs of a rule's header: line breaks stay.
pub fn prose(text: &str) -> String {
    visible(text, true).into_owned()
}

/// The text with what looks like a credential covered.
fn covered(text: &str) -> Cow<'_, str> {
    let ranges = credentials(text, false);
    if ranges.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    let mut at = 0;
    for range in ranges {
        shown.push_str(text.get(at..range.start).unwrap_or_default());
        shown.push_str(COVER);
        at = range.end;
    }
    shown.push_str(text.get(at..).unwrap_or_default());
    Cow::Owned(shown)
}

/// The text with every character that is an order rather than a sign written as its number, e.g. `\u{202e}`, and
/// with the beginnings of CI workflow commands (`::error::`, `##[error]`) broken.
pub(super) fn visible(text: &str, breaks: bool) -> Cow<'_, str> {
    let commands = command_starts(text);
    if commands.is_empty() && !text.chars().any(|character| escaped(character, breaks)) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for (at, character) in text.char_indices() {
        match character {
            '\n' if !breaks => shown.push_str("\\n"),
            '\r' if !breaks => shown.push_str("\\r"),
            '\t' if !breaks => shown.push_str("\\t"),
            '\r' if text.get(at + 1..).is_some_and(|rest| rest.starts_with('\n')) => {}
            _ if escaped(character, breaks) || commands.contains(&at) => {
                let _ = write!(shown, "\\u{{{:x}}}", u32::from(character));
            }
            _ => shown.push(character),
        }
    }
    Cow::Owned(shown)
}

/// Whether a character is shown by its number.
pub(super) fn escaped(character: char, breaks: bool) -> bool {
    match character {
        '\n' | '\t' => !breaks,
        _ if character.is_control() => true,
        // Direction marks and overrides, line and paragraph separators, characters without any width that
        // no script needs, tags.
        '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' => true,
        '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}' => true,
        _ => false,
    }
}

/// Where `::command::`, `::command key=value` or `##[command]` begins; `::/0` and `arn:aws:iam::1` are none.
fn command_starts(text: &str) -> Vec<usize> {
    let mut starts: Vec<usize> = text.match_indices("##[").map(|(at, _)| at).collect();
    for (at, _) in text.match_indices("::") {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let rest = text.get(at + 2..).unwrap_or_default();
        let name = rest.find(|c: char| !(c.is_ascii_alphabetic() || c == '-')).unwrap_or(rest.len());
        let after = rest.get(name..).unwrap_or_default();
        let ends = after.is_empty() || after.starts_with("::") || after.starts_with(char::is_whitespace);
        if name > 0 && ends && before.is_none_or(|c| !c.is_alphanumeric()) {
            starts.push(at);
        }
    }
    starts
}

fn show(text: &mut String) {
    *text = line(text);
}

fn show_all<'a>(texts: impl IntoIterator<Item = &'a mut String>) {
    texts.into_iter().for_each(show);
}

pub(super) fn location(location: &mut Location) {
    location.file = visible(&location.file, false).into_owned();
}

/// What is not named here is made by the program; `faults`, `rests_on`, `waits_for` and `measured` are in no report.
fn finding(finding: &mut Finding) {
    let Finding {
        rule,
        title,
        severity: _,
        message,
        resource,
        instances,
        location: place,
        path,
        faults: _,
        chain,
        evidence,
        rests_on: _,
        fingerprint: _,
        group: _,
        state: _,
        covered_by: _,
        waits_for: _,
        risk,
        measured: _,
        lowerings,
        suppression,
        environments,
        remediation,
        aliases,
        objects: _,
    } = finding;
    show_all([rule, title, message]);
    label(resource);
    for Instance { id, address } in instances {
        show_all([id, address]);
    }
    location(place);
    for ChainLink { location: place, note } in chain.iter_mut().chain(evidence) {
        location(place);
        show(note);
    }
    *path = Path(path.0.iter().map(step).collect());
    if let Some(suppression) = suppression {
        location(&mut suppression.location);
        show(&mut suppression.reason);
        suppression.check.iter_mut().for_each(show);
    }
    for station in risk.iter_mut().flat_map(|risk| &mut risk.way) {
        show_all([&mut station.resource, &mut station.address, &mut station.note]);
    }
    for lowering in lowerings.iter_mut().flat_map(|all| &mut all.changes) {
        change(&mut lowering.change);
        lowering.with.iter_mut().for_each(change);
        lowering.others.iter_mut().chain([&mut lowering.effect]).for_each(effect);
    }
    *remediation = prose(remediation);
    show_all(aliases);
    show_all(environments);
}

pub(super) fn change(change: &mut Change) {
    location(&mut change.location);
    show_all([&mut change.resource, &mut change.does]);
    change.path = Path(change.path.0.iter().map(step).collect());
}

pub(super) fn effect(effect: &mut Effect) {
    show_all([&mut effect.rule, &mut effect.address]);
}

pub(super) fn stop(stop: &mut Stop) {
    show_all([&mut stop.resource, &mut stop.address, &mut stop.what]);
}

fn label(label: &mut ResourceLabel) {
    let ResourceLabel { id, address, root, kind, name, namespace } = label;
    show_all([id, address, root, kind, name]);
    show_all(namespace);
}

fn step(step: &Step) -> Step {
    match step {
        Step::Key(key) => Step::Key(visible(key, false).into()),
        other => other.clone(),
    }
}

fn diagnostic(entry: &mut DiagnosticEntry) {
    show_all([&mut entry.code, &mut entry.message]);
    entry.location.iter_mut().for_each(location);
    show_all(&mut entry.path);
    show_all(&mut entry.help);
}

fn rule(rule: &mut Rule) {
    show_all([&mut rule.id, &mut rule.provider, &mut rule.service, &mut rule.metadata.title]);
    show_all(&mut rule.subjects);
    let metadata = &mut rule.metadata;
    metadata.description = prose(&metadata.description);
    metadata.custom.remediation = prose(&metadata.custom.remediation);
    show_all(&mut metadata.related_resources);
    show_all(&mut metadata.custom.aliases);
    let compliance = std::mem::take(&mut metadata.custom.compliance);
    metadata.custom.compliance = compliance
        .into_iter()
        .map(|(benchmark, controls)| {
            (line(&benchmark), controls.iter().map(|control| line(control)).collect())
        })
        .collect();
}

fn summary(summary: &mut Summary) {
    show_all(&mut summary.module_calls_not_followed);
    show_all(&mut summary.environments);
    let providers = std::mem::take(&mut summary.providers_without_rules).into_iter();
    summary.providers_without_rules = providers.map(|(name, count)| (line(&name), count)).collect();
    show_all(summary.undecided_mostly.iter_mut().map(|mostly| &mut mostly.what));
    for SkippedFiles { reason, files } in &mut summary.files_skipped {
        show(reason);
        show_all(files);
    }
}
