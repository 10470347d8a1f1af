//! `purlin rules`.

use super::args::{CatalogueFormat, ColorChoice, RulesArguments};
use super::terminal::{self, Environment};
use super::{Failure, output, settings, worker};
use crate::lint::{self, RuleSet, Settings};
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
