//! What there is to say about a rule: the pages in `docs/rules/`, the help in SARIF. All of it from the rule's
//! header and folder.

use super::display;
use super::markdown::code;
use super::text::unwrapped;
use crate::policy::{Profile, Rule, Severity};

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
pub(super) fn facts(rule: &Rule) -> Vec<(String, Vec<String>)> {
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
        unwrapped(&metadata.description),
        unwrapped(&metadata.custom.remediation)
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
pub fn severity_name(severity: Severity) -> &'static str {
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
