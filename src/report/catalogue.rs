//! Rules themselves: the list of `purlin rules`, the text of `purlin explain`.

use super::Style;
use super::display;
use super::markdown::{code, escaped};
use super::rule::{facts, severity_name};
use super::text::wrapped;
use crate::policy::{Profile, Rule, Severity};
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// A rule in the catalogue.
#[derive(Debug, Serialize)]
struct CatalogueEntry<'a> {
    /// `aws-s3-public-acl`.
    id: &'a str,
    /// What is wrong.
    title: &'a str,
    /// How much harm a violation can do.
    severity: Severity,
    /// The profiles it belongs to.
    profiles: &'a [Profile],
    /// `aws`.
    provider: &'a str,
    /// `s3`.
    service: &'a str,
    /// Ids of the same check in other linters.
    aliases: &'a [String],
    /// Controls by benchmark.
    compliance: &'a BTreeMap<String, Vec<String>>,
    /// Kinds it looks at.
    subjects: &'a [String],
    /// Why it is dangerous.
    description: &'a str,
    /// What to change.
    remediation: &'a str,
    /// Documentation of the provider.
    references: &'a [String],
    /// The version that brought it.
    since: &'a str,
}

/// How a catalogue is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CatalogueFormat {
    /// A line for each rule.
    Text,
    /// An array of objects.
    Json,
    /// A table.
    Markdown,
}

/// Writes the catalogue of `rules`, in their order.
pub fn write_rules(format: CatalogueFormat, rules: &[Rule], out: &mut dyn Write) -> io::Result<()> {
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
        description: &rule.metadata.description,
        remediation: &custom.remediation,
        references: &rule.metadata.related_resources,
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
        let aliases: Vec<String> = metadata.custom.aliases.iter().map(|alias| code(alias)).collect();
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
pub fn explain(rule: &Rule, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    let rule = &display::shown_rule(rule);
    let metadata = &rule.metadata;
    let (bold, plain) = if style.color { ("\u{1b}[1m", "\u{1b}[0m") } else { ("", "") };
    writeln!(out, "{bold}{}{plain}", metadata.title)?;
    writeln!(out, "{}, severity {}", rule.id, severity_name(metadata.custom.severity))?;
    let width = style.width.max(40) - 2;
    for (name, text) in
        [("Why it matters", &metadata.description), ("How to fix it", &metadata.custom.remediation)]
    {
        writeln!(out, "\n{bold}{name}{plain}")?;
        for line in wrapped(text, width) {
            writeln!(out, "{}", format!("  {line}").trim_end())?;
        }
    }
    let facts = facts(rule);
    let widest = facts.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
    if !facts.is_empty() {
        writeln!(out)?;
    }
    for (name, values) in facts {
        let indent = widest + 2;
        for (at, line) in wrapped(&values.join(", "), width.saturating_sub(indent).max(20)).iter().enumerate()
        {
            let name = if at == 0 { name.as_str() } else { "" };
            writeln!(out, "{name:<indent$}{line}")?;
        }
    }
    if !metadata.related_resources.is_empty() {
        writeln!(out, "\n{bold}Read more{plain}")?;
    }
    metadata.related_resources.iter().try_for_each(|address| writeln!(out, "  {address}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::samples::rule;

    fn listed(format: CatalogueFormat) -> String {
        let rules = [rule("acl", Severity::Critical), rule("encrypted|x", Severity::Low)];
        let mut out = Vec::new();
        write_rules(format, &rules, &mut out).expect("memory takes all");
        String::from_utf8(out).expect("UTF-8")
    }

    #[test]
    fn lists() {
        insta::assert_snapshot!(listed(CatalogueFormat::Text), @r#"
aws-x-acl          critical  The acl is wrong
aws-x-encrypted|x  low       The encrypted|x is wrong
"#);
        insta::assert_snapshot!(listed(CatalogueFormat::Markdown), @r#"
| Rule | Severity | What is wrong | Also known as |
|---|---|---|---|
| `aws-x-acl` | critical | The acl is wrong | `CKV_X_1` |
| `aws-x-encrypted\|x` | low | The encrypted\|x is wrong | `CKV_X_1` |
"#);
        let json: serde_json::Value = serde_json::from_str(&listed(CatalogueFormat::Json)).expect("JSON");
        let keys: Vec<&String> = json[0].as_object().expect("an object").keys().collect();
        insta::assert_debug_snapshot!(keys, @r#"
[
    "aliases",
    "compliance",
    "description",
    "id",
    "profiles",
    "provider",
    "references",
    "remediation",
    "service",
    "severity",
    "since",
    "subjects",
    "title",
]
"#);
    }

    #[test]
    fn explanation() {
        let mut out = Vec::new();
        let style = Style { width: 60, ..Style::default() };
        explain(&rule("acl", Severity::Critical), &style, &mut out).expect("memory takes all");
        insta::assert_snapshot!(String::from_utf8(out).expect("UTF-8"), @r#"
The acl is wrong
aws-x-acl, severity critical

Why it matters
  Why a wrong acl is dangerous, for a reader who has never
  seen one.

How to fix it
  Set `acl` to `true`.

Looks at       aws_x
Profiles       default
Also known as  CKV_X_1
cis-x-1.0      2.1

Read more
  https://example.com/docs
"#);
    }
}
