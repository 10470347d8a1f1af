//! `sarif` 2.1.0, as GitHub's code scanning reads it: one run, every selected rule described, the line to change
//! as the only location, the way of the value as related locations and code flow.

use super::display::Shown;
use super::rule::{help_markdown, help_text, help_uri};
use super::summary::{notices, plural};
use super::text::{listed, unwrapped};
use super::{DiagnosticEntry, Report, Style};
use crate::finding::{ChainLink, Finding, Location, State, Suppression};
use crate::policy::{Profile, Rule, Severity};
use crate::source::{Level, Sources};
use serde_json::json;
use serde_sarif::sarif;
use std::collections::BTreeMap;
use std::io::{self, Write};

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";
/// Stands for the directory that paths are relative to. Its own place is not told: no absolute path is printed.
const TOP: &str = "%SRCROOT%";
/// GitHub refuses longer descriptions.
const LONGEST_DESCRIPTION: usize = 1_024;
/// Instances listed; GitHub bounds the file, not this list.
const INSTANCES_LISTED: usize = 100;

/// Writes the log.
pub(super) fn write(shown: &Shown, sources: &Sources, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    let report = shown.report();
    let rules: BTreeMap<&str, usize> =
        report.rules.iter().enumerate().map(|(at, rule)| (rule.id.as_str(), at)).collect();
    let results: Vec<sarif::Result> = report
        .findings
        .iter()
        .filter(|finding| listed(finding, style))
        .map(|finding| {
            let mut result = result(finding, &rules, sources);
            // Without a rank, viewers go by the severity.
            result.rank = result.rank.filter(|_| report.abstention.is_none());
            result
        })
        .collect();
    let run = sarif::Run::builder()
        .tool(sarif::Tool::builder().driver(driver(report)).build())
        .invocations(vec![invocation(report, sources)])
        .original_uri_base_ids(BTreeMap::from([(TOP.to_owned(), top())]))
        .column_kind(json!("utf16CodeUnits"))
        .results(results)
        .build();
    let log = sarif::Sarif::builder().schema(SCHEMA).version("2.1.0").runs(vec![run]).build();
    serde_json::to_writer_pretty(&mut *out, &log)?;
    out.write_all(b"\n")
}

fn top() -> sarif::ArtifactLocation {
    let words = "The top of the repository, else the first path given.";
    sarif::ArtifactLocation::builder().description(plain(words)).build()
}

fn driver(report: &Report) -> sarif::ToolComponent {
    let mut driver = sarif::ToolComponent::builder()
        .name("Purlin")
        .version(env!("CARGO_PKG_VERSION"))
        .semantic_version(env!("CARGO_PKG_VERSION"))
        .rules(report.rules.iter().map(descriptor).collect::<Vec<_>>())
        .build();
    let home = env!("CARGO_PKG_REPOSITORY");
    driver.information_uri = (!home.is_empty()).then(|| home.to_owned());
    driver
}

fn descriptor(rule: &Rule) -> sarif::ReportingDescriptor {
    let metadata = &rule.metadata;
    let help = sarif::MultiformatMessageString::builder()
        .text(help_text(rule))
        .markdown(help_markdown(rule))
        .build();
    let mut descriptor = sarif::ReportingDescriptor::builder()
        .id(rule.id.clone())
        .name(pascal_case(&rule.id))
        .short_description(described(&metadata.title))
        .full_description(described(&unwrapped(&metadata.description)))
        .help(help)
        .default_configuration(
            sarif::ReportingConfiguration::builder()
                .level(json!(severity_level(metadata.custom.severity).to_string()))
                .build(),
        )
        .properties(properties(rule))
        .build();
    descriptor.help_uri = help_uri(rule).map(uri_of);
    descriptor
}

/// GitHub shows a rule with `security-severity` as a security alert, others as problems.
fn properties(rule: &Rule) -> sarif::PropertyBag {
    let custom = &rule.metadata.custom;
    let reliability =
        custom.profiles.contains(&Profile::Reliability) && !custom.profiles.contains(&Profile::Security);
    let mut tags = vec![if reliability { "reliability" } else { "security" }.to_owned()];
    tags.extend([rule.provider.clone(), rule.service.clone()].into_iter().filter(|tag| !tag.is_empty()));
    let (score, problem) = match custom.severity {
        Severity::Critical => ("9.5", "error"),
        Severity::High => ("8.0", "error"),
        Severity::Medium => ("5.5", "warning"),
        Severity::Low => ("2.0", "recommendation"),
    };
    let mut bag = BTreeMap::from([("precision".to_owned(), json!("high"))]);
    match reliability {
        true => bag.insert("problem.severity".to_owned(), json!(problem)),
        false => bag.insert("security-severity".to_owned(), json!(score)),
    };
    if !custom.aliases.is_empty() {
        bag.insert("aliases".to_owned(), json!(custom.aliases));
    }
    if !custom.compliance.is_empty() {
        bag.insert("compliance".to_owned(), json!(custom.compliance));
    }
    sarif::PropertyBag::builder().tags(tags).additional_properties(bag).build()
}

fn result(finding: &Finding, rules: &BTreeMap<&str, usize>, sources: &Sources) -> sarif::Result {
    let mut result = sarif::Result::builder()
        .rule_id(finding.rule.clone())
        .message(plain(&message(finding)))
        .locations(vec![primary(finding, sources)])
        .partial_fingerprints(BTreeMap::from([
            ("primaryLocationLineHash".to_owned(), format!("{}:1", finding.fingerprint)),
            ("purlin/v1".to_owned(), finding.fingerprint.clone()),
        ]))
        .occurrence_count(i64::try_from(finding.instances.len()).unwrap_or(i64::MAX))
        .properties(instances(finding))
        .build();
    result.rule_index = rules.get(finding.rule.as_str()).and_then(|at| i64::try_from(*at).ok());
    result.rank = finding.risk.as_ref().map(|risk| f64::from(risk.score));
    // SARIF's word for "the rule was evaluated, and there was too little to decide".
    let (kind, level) = match finding.state {
        State::Undecided => (Some(sarif::ResultKind::Open), sarif::ResultLevel::None),
        _ => (None, severity_level(finding.severity)),
    };
    (result.kind, result.level) = (kind, Some(level));
    result.suppressions = match (&finding.suppression, finding.state) {
        (Some(suppression), _) => Some(vec![suppressed(suppression, sources)]),
        (None, State::Baselined) => Some(vec![left_for_later()]),
        (None, _) => None,
    };
    let places = finding.chain.iter().chain(&finding.evidence).enumerate();
    let places: Vec<_> = places.map(|(at, link)| related(at + 1, link, sources)).collect();
    result.related_locations = (!places.is_empty()).then_some(places);
    let flows: Vec<_> =
        [&finding.chain, &finding.evidence].into_iter().filter(|way| !way.is_empty()).collect();
    result.code_flows =
        (!flows.is_empty()).then(|| flows.into_iter().map(|way| code_flow(way, sources)).collect());
    result
}

/// The comment behind a result that does not count.
fn suppressed(suppression: &Suppression, sources: &Sources) -> sarif::Suppression {
    let place =
        sarif::Location::builder().physical_location(physical(&suppression.location, sources)).build();
    let mut suppressed = sarif::Suppression::builder().kind(json!("inSource")).location(place).build();
    suppressed.justification = Some(suppression.words()).filter(|words| !words.is_empty());
    suppressed
}

/// What the baseline says of a result.
fn left_for_later() -> sarif::Suppression {
    let mut suppressed = sarif::Suppression::builder().kind(json!("external")).build();
    suppressed.justification = Some("in the baseline".to_owned());
    suppressed
}

/// The message, whom it concerns, and links to the stations of the value.
fn message(finding: &Finding) -> String {
    let more = match finding.instances.len() {
        0 | 1 => String::new(),
        all => format!(" and {}", plural(all - 1, "more instance")),
    };
    let mut text = format!("{} ({}{more})", literal(&finding.message), literal(&finding.resource.address));
    let places = finding.chain.iter().chain(&finding.evidence).enumerate();
    for (at, link) in places {
        let words = link.note.replace('\\', "\\\\").replace('[', "\\[").replace(']', "\\]");
        text.push_str(match at {
            _ if at == finding.chain.len() => "\nSince: ",
            0 => "\nValue: ",
            _ => ", ",
        });
        text.push_str(&format!("[{}]({})", doubled(&words), at + 1));
    }
    text
}

/// Text that holds no link and no placeholder, whatever it looks like.
fn literal(text: &str) -> String {
    let text = match text.contains("](") {
        true => text.replace('[', "\\[").replace(']', "\\]"),
        false => text.to_owned(),
    };
    doubled(&text)
}

/// Braces are doubled where they would be a placeholder, `{0}`.
fn doubled(text: &str) -> String {
    let placeholder = text.match_indices('{').any(|(at, _)| {
        let rest = text.get(at + 1..).unwrap_or_default();
        let digits = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        digits.len() < rest.len() && digits.starts_with('}')
    });
    match placeholder {
        true => text.replace('{', "{{").replace('}', "}}"),
        false => text.to_owned(),
    }
}

fn primary(finding: &Finding, sources: &Sources) -> sarif::Location {
    let resource = &finding.resource;
    let logical = sarif::LogicalLocation::builder()
        .name(resource.name.clone())
        .fully_qualified_name(resource.id.clone())
        .kind("resource")
        .build();
    sarif::Location::builder()
        .physical_location(physical(&finding.location, sources))
        .logical_locations(vec![logical])
        .build()
}

fn related(id: usize, link: &ChainLink, sources: &Sources) -> sarif::Location {
    sarif::Location::builder()
        .id(i64::try_from(id).unwrap_or(i64::MAX))
        .physical_location(physical(&link.location, sources))
        .message(plain(&doubled(&link.note)))
        .build()
}

fn code_flow(chain: &[ChainLink], sources: &Sources) -> sarif::CodeFlow {
    let locations: Vec<sarif::ThreadFlowLocation> = chain
        .iter()
        .map(|link| {
            let location = sarif::Location::builder()
                .physical_location(physical(&link.location, sources))
                .message(plain(&doubled(&link.note)))
                .build();
            sarif::ThreadFlowLocation::builder().location(location).build()
        })
        .collect();
    let flow = sarif::ThreadFlow::builder().locations(locations).build();
    sarif::CodeFlow::builder().thread_flows(vec![flow]).build()
}

fn instances(finding: &Finding) -> sarif::PropertyBag {
    let listed: Vec<&str> =
        finding.instances.iter().take(INSTANCES_LISTED).map(|instance| instance.address.as_str()).collect();
    let mut bag = BTreeMap::from([
        ("address".to_owned(), json!(finding.resource.address)),
        ("root".to_owned(), json!(finding.resource.root)),
        ("severity".to_owned(), json!(finding.severity)),
        ("group".to_owned(), json!(finding.group)),
        ("instances".to_owned(), json!(listed)),
    ]);
    if let Some(risk) = &finding.risk {
        bag.insert("risk".to_owned(), json!(risk));
    }
    if !finding.environments.is_empty() {
        bag.insert("environments".to_owned(), json!(finding.environments));
    }
    sarif::PropertyBag::builder().additional_properties(bag).build()
}

fn physical(location: &Location, sources: &Sources) -> sarif::PhysicalLocation {
    let file = sources.file(location.span.file);
    let start = file.lines.utf16_position(location.span.start, &file.text);
    let end = file.lines.utf16_position(location.span.end, &file.text);
    let region = sarif::Region::builder()
        .start_line(start.line)
        .start_column(start.column)
        .end_line(end.line)
        .end_column(end.column)
        .build();
    sarif::PhysicalLocation::builder().artifact_location(artifact(&file.path)).region(region).build()
}

fn artifact(path: &str) -> sarif::ArtifactLocation {
    sarif::ArtifactLocation::builder().uri(percent_encoded(path)).uri_base_id(TOP).build()
}

/// A relative path as a URI reference: every byte that is not unreserved is encoded, so that no name can be
/// taken for a scheme, a query or a fragment.
pub(super) fn percent_encoded(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(char::from(byte))
            }
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

/// An address out of a rule's header, with what a URI may not hold encoded.
fn uri_of(address: &str) -> String {
    let allowed =
        |c: char| c.is_ascii_graphic() && !matches!(c, '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}');
    address.chars().fold(String::new(), |mut uri, c| {
        match allowed(c) {
            true => uri.push(c),
            false => uri.push_str(&percent_encoded(c.encode_utf8(&mut [0; 4]))),
        }
        uri
    })
}

fn invocation(report: &Report, sources: &Sources) -> sarif::Invocation {
    let failed = report.diagnostics.iter().any(|entry| entry.level == Level::Error);
    let mut notifications: Vec<sarif::Notification> =
        report.diagnostics.iter().map(|entry| notification(entry, sources)).collect();
    notifications.extend(notices(&report.summary).into_iter().map(|text| {
        sarif::Notification::builder().level(json!("note")).message(plain(&literal(&text))).build()
    }));
    sarif::Invocation::builder()
        .execution_successful(!failed)
        .tool_execution_notifications(notifications)
        .build()
}

fn notification(entry: &DiagnosticEntry, sources: &Sources) -> sarif::Notification {
    let level = match entry.level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "note",
    };
    let help = entry.help.as_deref().map_or_else(String::new, |help| format!("\n{help}"));
    let mut notification = sarif::Notification::builder()
        .level(json!(level))
        .message(plain(&literal(&format!("{}{help}", entry.message))))
        .descriptor(sarif::ReportingDescriptorReference::builder().id(entry.code.clone()).build())
        .build();
    let place = match (&entry.location, &entry.path) {
        (Some(location), _) => Some(physical(location, sources)),
        (None, Some(path)) => {
            Some(sarif::PhysicalLocation::builder().artifact_location(artifact(path)).build())
        }
        (None, None) => None,
    };
    notification.locations =
        place.map(|place| vec![sarif::Location::builder().physical_location(place).build()]);
    notification
}

fn severity_level(severity: Severity) -> sarif::ResultLevel {
    match severity {
        Severity::Critical | Severity::High => sarif::ResultLevel::Error,
        Severity::Medium => sarif::ResultLevel::Warning,
        Severity::Low => sarif::ResultLevel::Note,
    }
}

fn plain(text: &str) -> sarif::Message {
    sarif::Message::builder().text(text).build()
}

fn described(text: &str) -> sarif::MultiformatMessageString {
    let mut text = text.trim().to_owned();
    if text.chars().count() > LONGEST_DESCRIPTION {
        text = text.chars().take(LONGEST_DESCRIPTION - 3).collect();
        text.push_str("...");
    }
    sarif::MultiformatMessageString::builder().text(text).build()
}

/// `aws-s3-public-acl` as `AwsS3PublicAcl`: a name is an identifier in SARIF.
fn pascal_case(id: &str) -> String {
    id.split(|c: char| !c.is_alphanumeric())
        .flat_map(|word| {
            let mut characters = word.chars();
            characters.next().map(char::to_uppercase).into_iter().flatten().chain(characters)
        })
        .collect()
}
