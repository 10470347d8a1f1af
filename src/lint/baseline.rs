//! What a run leaves for later: the findings of the baseline that the settings name.

use super::found::Found;
use crate::finding::{Baseline, Finding};
use crate::source::{self, Diagnostic, Level};
use std::collections::BTreeSet;
use std::path::Path;

/// The baseline in `file`. One that cannot be used is an error, and every finding counts.
pub(super) fn read(file: Option<&Path>) -> (Baseline, Option<Diagnostic>) {
    let Some(file) = file else { return (Baseline::default(), None) };
    let text = source::read_named(file).map_err(|error| error.to_string());
    match text.and_then(|text| Baseline::parse(&text)) {
        Ok(baseline) => (baseline, None),
        Err(why) => {
            let shown = file.to_string_lossy();
            let found = Diagnostic::on_path(Level::Error, "baseline", shown.clone(), why);
            (Baseline::default(), Some(found.with_help(format!("`purlin baseline -o {shown}` writes one"))))
        }
    }
}

/// Marks what the baseline knows. Gives how many of its findings are gone, of those that the run can tell of: their
/// rule was selected, and their file is one of those that were named.
pub(super) fn mark(
    baseline: &Baseline,
    findings: &mut [Finding],
    selected: &BTreeSet<String>,
    found: &Found,
) -> usize {
    let gone = baseline.mark(findings);
    let read: BTreeSet<String> = found.whole().unwrap_or_default();
    gone.iter().filter(|known| selected.contains(&known.rule) && read.contains(&known.file)).count()
}
