//! What there is to say about a rule: the catalogue of `purlin rules`, the text of `purlin explain`, the pages in
//! `docs/rules/`, the help in SARIF. All of it from the rule's header and folder.

use super::display;
use super::markdown::{code, escaped};
use super::text::wrapped;
use crate::policy::{Profile, Rule, Severity};
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Columns that plain explanations are wrapped at.
const WIDTH: usize = 100;

/// A rule in the catalogue.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct CatalogueEntry<'a> {
    /// `aws-s3-public-acl`.
    pub id: &'a str,
    /// What is wrong.
    pub title: &'a str,
    /// How much harm a violation can do.
    pub severity: Severity,
    /// The profiles it belongs to.
    pub profiles: &'a [Profile],
    /// `aws`.
    pub provider: &'a str,
    /// `s3`.
    pub service: &'a str,
    /// Ids of the same check in other linters.
    pub aliases: &'a [String],
    /// Controls by benchmark.
    pub compliance: &'a BTreeMap<String, Vec<String>>,
    /// Kinds it looks at.
    pub subjects: &'a [String],
    /// The version that brought it.
    pub since: &'a str,
}

/// How a catalogue is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CatalogueFormat {
    /// A line for each rule.
    Text,
    /// An array of [`CatalogueEntry`].
    Json,
    /// A table.
    Markdown,
}

/// Writes the catalogue of `rules`, in their order.
pub fn write_catalogue(format: CatalogueFormat, rules: &[Rule], out: &mut dyn Write) -> io::Result<()> {
    let rules: Vec<Rule> = rules.iter().map(display::shown_rule).collect();
    match format {
        CatalogueFormat::Text => catalogue_text(&rules, out),
        CatalogueFormat::Json => {
            let entries: Vec<CatalogueEntry<'_>> = rules.iter().map(entry).collect();
            serde_json::to_writer_pretty(&mut *out, &entries)?;
            out.write_all(b"\n")
        }
        CatalogueFormat::Markdown => catalogue_markdown(&rules, out),
    }
}

fn entry(rule: &Rule) -> CatalogueEntry<'_> {
    let custom = &rule.metadata.custom;
    CatalogueEntry {
        id: &rule.id,
        title: &rule.metadata.title,
        severity: custom.severity,
        profiles: &custom.profiles,
        provider: &rule.provider,
        service: &rule.service,
        aliases: &custom.aliases,
        compliance: &custom.compliance,
        subjects: &rule.subjects,
        since: SINCE,
    }
}

/// Every rule so far came with the first version.
const SINCE: &str = "0.1.0";

fn catalogue_text(rules: &[Rule], out: &mut dyn Write) -> io::Result<()> {
    let widest = rules.iter().map(|rule| rule.id.chars().count()).max().unwrap_or(0);
    for rule in rules {
        let severity = severity_name(rule.metadata.custom.severity);
        writeln!(out, "{:<widest$}  {severity:<8}  {}", rule.id, rule.metadata.title)?;
    }
    Ok(())
}

fn catalogue_markdown(rules: &[Rule], out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "| Rule | Severity | What is wrong | Also known as |\n|---|---|---|---|")?;
    for rule in rules {
        let metadata = &rule.metadata;
        let aliases: Vec<String> = metadata.custom.aliases.iter().map(|alias| escaped(alias)).collect();
        writeln!(
            out,
            "| {} | {} | {} | {} |",
            code(&rule.id),
            severity_name(metadata.custom.severity),
            escaped(&metadata.title),
            aliases.join(", ")
        )?;
    }
    Ok(())
}

/// Writes what a rule looks for, why it matters, how to fix it, and what else is known of it.
pub fn write_explanation(rule: &Rule, out: &mut dyn Write) -> io::Result<()> {
    let rule = &display::shown_rule(rule);
    let metadata = &rule.metadata;
    writeln!(out, "{} ({})\n{}", rule.id, severity_name(metadata.custom.severity), metadata.title)?;
    for (name, text) in
        [("Why it matters", &metadata.description), ("How to fix it", &metadata.custom.remediation)]
    {
        writeln!(out, "\n{name}")?;
        for line in wrapped(text, WIDTH - 2) {
            writeln!(out, "{}", format!("  {line}").trim_end())?;
        }
    }
    let facts = facts(rule);
    if !facts.is_empty() {
        writeln!(out)?;
    }
    let widest = facts.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
    for (name, values) in facts {
        writeln!(out, "{name:<widest$}  {}", values.join(", "))?;
    }
    if !metadata.related_resources.is_empty() {
        writeln!(out, "\nRead more")?;
    }
    for address in &metadata.related_resources {
        writeln!(out, "  {address}")?;
    }
    Ok(())
}

/// The page `docs/rules/<id>.md`.
pub fn page(rule: &Rule) -> String {
    let rule = &display::shown_rule(rule);
    let metadata = &rule.metadata;
    let mut page = format!(
        "# {}\n\n{}, severity {}.\n\n## Why it matters\n\n{}\n\n## How to fix it\n\n{}\n",
        metadata.title,
        code(&rule.id),
        severity_name(metadata.custom.severity),
        metadata.description.trim(),
        metadata.custom.remediation.trim()
    );
    let facts = facts(rule);
    if !facts.is_empty() {
        page.push_str("\n## Facts\n\n");
    }
    for (name, values) in facts {
        let values: Vec<String> = values.iter().map(|value| code(value)).collect();
        page.push_str(&format!("- {name}: {}\n", values.join(", ")));
    }
    if !metadata.related_resources.is_empty() {
        page.push_str("\n## Read more\n\n");
    }
    for address in &metadata.related_resources {
        page.push_str(&format!("- <{address}>\n"));
    }
    page
}

/// What else is known of a rule: names and values, none empty.
fn facts(rule: &Rule) -> Vec<(String, Vec<String>)> {
    let custom = &rule.metadata.custom;
    let profiles = custom.profiles.iter().map(|profile| profile_name(*profile).to_owned()).collect();
    let mut facts = vec![
        ("Looks at".to_owned(), rule.subjects.clone()),
        ("Profiles".to_owned(), profiles),
        ("Also known as".to_owned(), custom.aliases.clone()),
    ];
    facts.extend(custom.compliance.iter().map(|(benchmark, controls)| (benchmark.clone(), controls.clone())));
    facts.retain(|(_, values)| !values.is_empty());
    facts
}

/// SARIF's `help.text`.
pub(super) fn help_text(rule: &Rule) -> String {
    let metadata = &rule.metadata;
    format!(
        "{}\n\nWhy it matters: {}\n\nHow to fix it: {}",
        metadata.title,
        metadata.description.trim(),
        metadata.custom.remediation.trim()
    )
}

/// SARIF's `help.markdown`, which GitHub shows instead of the text.
pub(super) fn help_markdown(rule: &Rule) -> String {
    page(rule)
}

/// Where the provider's own documentation of the matter is.
pub(super) fn help_uri(rule: &Rule) -> Option<&str> {
    let is_web = |address: &&String| address.starts_with("https://") || address.starts_with("http://");
    rule.metadata.related_resources.iter().find(is_web).map(String::as_str)
}

/// `high`.
pub(super) fn severity_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Critical => "critical",
        Severity::High => "high",
        Severity::Medium => "medium",
        Severity::Low => "low",
    }
}

fn profile_name(profile: Profile) -> &'static str {
    match profile {
        Profile::Default => "default",
        Profile::Strict => "strict",
        Profile::Security => "security",
        Profile::Reliability => "reliability",
    }
}
