//! `purlin rules` and `purlin explain`.

use super::args::{CatalogueFormat, ColorChoice, ExplainArguments, RulesArguments};
use super::terminal::{self, Environment};
use super::{Failure, output, settings, worker};
use crate::lint::{self, RuleSet, Selection, Settings};
use crate::report;

/// Lists rules.
///
/// # Errors
/// Output that cannot be written.
pub(super) fn rules(
    arguments: &RulesArguments,
    color: ColorChoice,
    environment: &Environment,
) -> Result<u8, Failure> {
    let mut selection = settings::selection(&arguments.rules);
    selection.profile.get_or_insert(RuleSet::All);
    let settings = Settings { policies: arguments.rules.policy.clone(), selection, ..Settings::default() };
    let (rules, diagnostics) = worker::run(None, false, move |_| lint::rules(&settings))?;
    let format = match arguments.format {
        CatalogueFormat::Text => report::CatalogueFormat::Text,
        CatalogueFormat::Json => report::CatalogueFormat::Json,
        CatalogueFormat::Markdown => report::CatalogueFormat::Markdown,
    };
    let mut bytes = Vec::new();
    report::write_rules(format, &rules, &mut bytes)?;
    let code = output::complaints(&lint::diagnostics_only(&diagnostics), color, environment)?;
    terminal::print(&bytes)?;
    Ok(code)
}

/// Explains a rule.
///
/// # Errors
/// No such rule, output that cannot be written.
pub(super) fn explain(
    arguments: &ExplainArguments,
    color: ColorChoice,
    environment: &Environment,
) -> Result<u8, Failure> {
    let selection = Selection { profile: Some(RuleSet::All), ..Selection::default() };
    let settings = Settings { policies: arguments.policy.clone(), selection, ..Settings::default() };
    let (rules, diagnostics) = worker::run(None, false, move |_| lint::rules(&settings))?;
    let code = output::complaints(&lint::diagnostics_only(&diagnostics), color, environment)?;
    let found = lint::matching(&arguments.rule, &rules);
    if found.is_empty() {
        let near = lint::near(&arguments.rule, &rules);
        let meant =
            if near.is_empty() { String::new() } else { format!("did you mean {}? ", near.join(", ")) };
        return Err(Failure(format!(
            "there is no rule {}: {meant}`purlin rules` lists all rules",
            arguments.rule
        )));
    }
    let style = output::style(color, environment);
    let mut bytes = Vec::new();
    for (at, rule) in found.into_iter().enumerate() {
        if at > 0 {
            bytes.extend(b"\n\n");
        }
        report::explain(rule, &style, &mut bytes)?;
    }
    terminal::print(&bytes)?;
    Ok(code)
}
