//! What a run has to say about itself: files it could not read, text it could not parse, policies that broke.

use super::Span;

/// How much a diagnostic weighs.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, schemars::JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Worth knowing; the run is to be trusted.
    Note,
    /// Something was left out or guessed; the run is to be trusted for the rest.
    Warning,
    /// A recognised file, policy or argument is broken: the run as a whole is not to be trusted (exit code 2).
    Error,
}

/// A message about the run itself, never about the infrastructure it describes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// How much it weighs.
    pub level: Level,
    /// Stable kebab-case name of the kind of problem, e.g. `hcl-syntax`.
    pub code: &'static str,
    /// One sentence: what is wrong. May hold text from input; every printer escapes it.
    pub message: String,
    /// Where, if the place is inside a readable file.
    pub span: Option<Span>,
    /// The path, where there is no span (a file that cannot be opened).
    pub path: Option<String>,
    /// What to do about it.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A diagnostic at a place in a file.
    pub fn at(level: Level, code: &'static str, span: Span, message: impl Into<String>) -> Diagnostic {
        Diagnostic { level, code, message: message.into(), span: Some(span), path: None, help: None }
    }

    /// A diagnostic about a path as a whole.
    pub fn on_path(
        level: Level,
        code: &'static str,
        path: impl Into<String>,
        message: impl Into<String>,
    ) -> Diagnostic {
        Diagnostic { level, code, message: message.into(), span: None, path: Some(path.into()), help: None }
    }

    /// The same with advice.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<String>) -> Diagnostic {
        self.help = Some(help.into());
        self
    }
}
