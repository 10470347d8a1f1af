//! From the text of policies to what the machine runs: headers, footprints, programs.
//!
//! `build.rs` includes this module too, for the built-in policies. It therefore uses nothing else of the crate.

mod builtin;
mod bundle;
mod cycles;
mod emit;
mod footprint;
mod header;
mod lower;
mod metadata;
mod program;
mod reads;
mod source;
mod syntax;
mod value;
mod variables;

pub use builtin::Builtin;
pub use bundle::{BodySlice, Bundle, Bundled, BundledBody, BundledPolicy, SharedTexts, bundle};
pub use emit::interpreter;
pub use footprint::{Depth, EVERY_KIND, FACTS, Footprint, Read, Step, WORKLOADS};
pub use lower::{Rules, compile};
pub use metadata::{Custom, Effort, Gain, Metadata, Origin, Profile, Severity, WorstCase};
pub use program::{
    Clause, Collect, CompiledRule, Constant, Definition, Pattern, Program, RuleKind, Step as CompiledStep,
    Term,
};
pub use reads::footprint;
pub use source::{Library, PolicySource, PolicyTree, Role};
pub use syntax::Module;
pub use syntax::{ArithOp, CompareOp, SetOp};

/// What is wrong with a policy, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyError {
    /// The file, as it was given.
    pub path: String,
    /// 1-based.
    pub line: u32,
    /// What is wrong, in one sentence.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// Whether the interpreter cannot run the policy either.
    pub is_final: bool,
}

impl PolicyError {
    /// An error at a line of a file.
    pub fn new(path: &str, line: u32, message: impl Into<String>) -> PolicyError {
        PolicyError { path: path.to_owned(), line, message: message.into(), help: None, is_final: false }
    }

    /// The same, of something that no engine runs.
    #[must_use]
    pub fn finally(mut self) -> PolicyError {
        self.is_final = true;
        self
    }

    /// The same with advice.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<String>) -> PolicyError {
        self.help = Some(help.into());
        self
    }

    /// What regorus said, with the place taken out of its code frame. `path` stands in where it names none.
    pub fn from_engine(path: &str, report: &str) -> PolicyError {
        let mut place = None;
        let mut message = None;
        for line in report.lines() {
            let line = line.trim();
            if let Some(at) = line.strip_prefix("--> ") {
                place = place.or_else(|| parse_place(at));
            } else if let Some(text) = line.strip_prefix("error: ") {
                let text = text.strip_prefix("Compilation error:").unwrap_or(text).trim();
                message = message.or(Some(text.to_owned()).filter(|text| !text.is_empty()));
            }
        }
        let first = report.lines().next().unwrap_or_default().trim();
        let message = message.unwrap_or_else(|| first.trim_start_matches("Compilation error: ").to_owned());
        let (path, line) = place.unwrap_or_else(|| (path.to_owned(), 1));
        PolicyError { path, line, message, help: None, is_final: false }
    }
}

impl std::fmt::Display for PolicyError {
    /// `policies/aws/s3/public_acl/rule.rego:12: ...`.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}:{}: {}", self.path, self.line, self.message)?;
        match &self.help {
            Some(help) => write!(out, " ({help})"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for PolicyError {}

/// `file:line:column`.
fn parse_place(text: &str) -> Option<(String, u32)> {
    let mut parts = text.rsplitn(3, ':');
    let _column = parts.next()?;
    let line = parts.next()?.trim().parse().ok()?;
    Some((parts.next()?.trim().to_owned(), line))
}
