//! `purlin explain`: a rule, or a finding.

use super::args::{ColorChoice, ExplainArguments, TextOrJson};
use super::terminal::{self, Environment};
use super::{Failure, exit, output, settings, worker};
use crate::finding::{self, Finding, Misnamed};
use crate::lint::{self, Outcome, Settings};
use crate::policy::Rule;
use crate::report::{self, CatalogueFormat, Format, Report};

/// Explains a rule or a finding.
///
/// # Errors
/// No such rule or finding, arguments that cannot be used, output that cannot be written.
pub(super) fn run(
    arguments: &ExplainArguments,
    color: ColorChoice,
    environment: &Environment,
) -> Result<u8, Failure> {
    let settings = settings::explain(arguments, environment)?;
    let of_rules = settings.clone();
    let (rules, diagnostics) = worker::run(None, false, move |_| lint::rules(&of_rules))?;
    let found = lint::matching(&arguments.subject, &rules);
    if found.is_empty() && finding::is_fingerprint(&arguments.subject) {
        return explain_finding(arguments, settings, color, environment);
    }
    let code = output::complaints(&lint::diagnostics_only(&diagnostics), color, environment)?;
    if found.is_empty() {
        return Err(no_such_rule(&arguments.subject, &rules));
    }
    let style = output::style(color, environment);
    let mut bytes = Vec::new();
    match arguments.format {
        TextOrJson::Json => {
            let found: Vec<Rule> = found.into_iter().cloned().collect();
            report::write_rules(CatalogueFormat::Json, &found, &mut bytes)?;
        }
        TextOrJson::Text => {
            for (at, rule) in found.into_iter().enumerate() {
                if at > 0 {
                    bytes.extend(b"\n\n");
                }
                report::explain(rule, &style, &mut bytes)?;
            }
        }
    }
    terminal::print(&bytes)?;
    Ok(code)
}

fn no_such_rule(text: &str, rules: &[Rule]) -> Failure {
    let near = lint::near(text, rules);
    let meant = if near.is_empty() { String::new() } else { format!("did you mean {}? ", near.join(", ")) };
    Failure(format!("there is no rule {text}: {meant}`purlin rules` lists all rules"))
}

/// Lints, and tells the story of the one finding that is asked for.
fn explain_finding(
    arguments: &ExplainArguments,
    settings: Settings,
    color: ColorChoice,
    environment: &Environment,
) -> Result<u8, Failure> {
    let subject = arguments.subject.clone();
    let Outcome { report, sources, .. } =
        worker::run(None, true, move |watched| lint::explained(&settings, &subject, watched))?;
    let found = match finding::named(&arguments.subject, &report.findings) {
        Ok(found) => found.clone(),
        Err(misnamed) => {
            output::complaints_in(&report, &sources, color, environment)?;
            return Err(unknown(arguments, &misnamed, report.findings.len()));
        }
    };
    let alone = Report { findings: vec![found], ..report };
    let mut bytes = Vec::new();
    match arguments.format {
        TextOrJson::Text => {
            let style = output::style(color, environment);
            report::write_story(&alone, &sources, &style, &mut bytes)?;
        }
        TextOrJson::Json => {
            report::write(Format::Json, &alone, &sources, &output::style(color, environment), &mut bytes)?
        }
    }
    terminal::print(&bytes)?;
    Ok(exit::CLEAN)
}

/// Says why a fingerprint names no finding, and what to do.
fn unknown(arguments: &ExplainArguments, misnamed: &Misnamed<'_>, findings: usize) -> Failure {
    let text = &arguments.subject;
    let line = |finding: &&Finding| {
        let Finding { fingerprint, rule, location, .. } = finding;
        format!("\n  {fingerprint} {}:{} {rule}", location.file, location.start.line)
    };
    Failure(match misnamed {
        Misnamed::Short => format!(
            "{text} is too short: give the first {} characters of a finding's fingerprint, or more",
            finding::SHORTEST_PREFIX
        ),
        Misnamed::Ambiguous(all) => {
            let all: String = all.iter().map(line).collect();
            format!("several findings have a fingerprint that begins with {text}; write more of it:{all}")
        }
        Misnamed::Unknown => {
            let paths: Vec<String> =
                arguments.input.paths.iter().map(|path| path.display().to_string()).collect();
            format!(
                "none of the {findings} findings in {} has the fingerprint {text}: it may have been fixed; or give \
                 the paths, variables and policies that `check` was given",
                paths.join(", ")
            )
        }
    })
}
