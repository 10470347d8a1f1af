//! What a run has to say, in the formats people and tools read: one file a format.

mod alike;
mod audit;
mod catalogue;
mod decision;
mod display;
mod drift;
mod frame;
mod github;
mod graph;
mod json;
mod markdown;
mod model;
mod plan;
mod risk;
mod rule;
mod sarif;
mod scorer;
mod secret;
mod story;
mod summary;
mod text;

#[cfg(test)]
mod github_tests;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod sarif_tests;
#[cfg(test)]
mod tests;

pub use audit::{AuditLine, Audited, audit};
pub use catalogue::{CatalogueFormat, explain, write_rules};
pub use display::{line as shown, prose as shown_text};
pub use drift::write_drift;
pub use github::write_step_summary;
pub use graph::{GraphFormat, GraphView, graph_note, write_graph};
pub use model::{Abstention, Awaited, DiagnosticEntry, Report, SkippedFiles, Summary};
pub use plan::{Plan, PlannedEdit, write_plan};
pub use rule::{page, severity_name};
pub use scorer::{write_model, write_model_json};
pub use story::write_story;

use crate::source::Sources;
use std::io::{self, Write};

/// The formats of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// For people: code frames, the way of each value, remediation, a summary at the end.
    Text,
    /// [`Report`] as it is, findings of every state.
    Json,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// GitHub's workflow commands, and the text in the log.
    Github,
}

/// How a report is to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Colours and other terminal styles (`text`).
    pub color: bool,
    /// Lines drawn with Unicode's box characters (`text`).
    pub unicode: bool,
    /// Columns to wrap at (`text`).
    pub width: usize,
    /// List findings that cannot be decided, too; `json` always does.
    pub show_undecided: bool,
    /// List findings that a comment suppresses, too; `json` always does.
    pub show_suppressed: bool,
    /// Tell one finding of those that are alike in full, and of the others a line (`text`, `github`).
    pub grouped: bool,
    /// A line for each finding instead of code, explanation and advice (`text`).
    pub quiet: bool,
    /// End with the summary (`text`, `github`).
    pub summary: bool,
}

impl Default for Style {
    /// For logs: no colour, 100 columns.
    fn default() -> Style {
        Style {
            color: false,
            unicode: true,
            width: 100,
            show_undecided: false,
            show_suppressed: false,
            grouped: true,
            quiet: false,
            summary: true,
        }
    }
}

/// Writes a report. Whatever came from input passes the display boundary first, once for all formats: control
/// and bidirectional characters are made visible and what looks like a credential is covered.
pub fn write(
    format: Format,
    report: &Report,
    sources: &Sources,
    style: &Style,
    out: &mut dyn Write,
) -> io::Result<()> {
    let shown = || display::Shown::new(report);
    match format {
        Format::Text => text::write(&shown(), sources, style, out),
        Format::Json => json::write(&shown(), out),
        // It describes every rule that was selected.
        Format::Sarif => sarif::write(&display::Shown::whole(report), sources, style, out),
        Format::Github => github::write(&shown(), sources, style, out),
    }
}
