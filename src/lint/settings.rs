//! What a run is asked to do, and what comes of it.

use super::{Rating, Selection};
use crate::evaluate::terraform::Inputs;
use crate::graph::KubernetesTarget;
use crate::policy::{Rule, Severity};
use crate::report::Report;
use crate::risk::Drift;
use crate::source::Sources;
use std::path::PathBuf;

/// What a run is asked to do.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Files and directories; `-` is standard input.
    pub paths: Vec<PathBuf>,
    /// The directory printed paths are relative to; none to find it from the paths.
    pub root: Option<PathBuf>,
    /// Globs of what is left out, as in `.gitignore`.
    pub exclude: Vec<String>,
    /// Directories outside the top that may be read from.
    pub allow_read: Vec<PathBuf>,
    /// Values for Terraform's variables from the environment, and the workspace.
    pub inputs: Inputs,
    /// Values and files of values given for them, in order: later ones win.
    pub variables: Vec<Variable>,
    /// Patterns, relative to each root module, of files of values that make an environment each.
    pub each_var_file: Vec<String>,
    /// The version of Kubernetes that objects are to be applied to.
    pub kubernetes: KubernetesTarget,
    /// Directories, or patterns of them, in each of which all Kubernetes objects are applied together.
    pub scopes: Vec<String>,
    /// Directories of policies beside the built-in ones.
    pub policies: Vec<PathBuf>,
    /// Which rules run.
    pub selection: Selection,
    /// Findings below it are counted but not listed.
    pub min_severity: Option<Severity>,
    /// Findings below it do not fail the run; none: every open finding does.
    pub fail_on: Option<Severity>,
    /// The day on which suppressions may have ended; without it none has.
    pub today: Option<time::Date>,
    /// What other linters were told to let pass suppresses nothing.
    pub only_own_ignores: bool,
    /// The file of findings that are left for later.
    pub baseline: Option<PathBuf>,
    /// Undecided findings fail the run too.
    pub fail_on_unknown: bool,
    /// Findings that another rule's finding covers are kept, too.
    pub keep_covered: bool,
    /// How findings are rated and ordered.
    pub rating: Rating,
    /// An audit record is asked for.
    pub audit: bool,
}

impl Settings {
    /// The rules that what other linters were told holds for; none where it does not hold.
    pub(super) fn others_hold<'r>(&self, rules: &'r [Rule]) -> Option<&'r [Rule]> {
        (!self.only_own_ignores).then_some(rules)
    }

    /// Whether severity decides on failing: not where nothing but `--fail-on-risk` is given.
    pub(super) fn fails_by_severity(&self) -> bool {
        self.fail_on.is_some() || self.rating.fail_on.is_none()
    }
}

/// A value for one of Terraform's variables, or a file of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Variable {
    /// `--var NAME=VALUE`.
    Value(String, String),
    /// `--var-file FILE`.
    File(PathBuf),
}

/// What a run comes to, worst last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Nothing to fix.
    Clean,
    /// No file that could be linted was found.
    Nothing,
    /// Findings that fail the run.
    Findings,
    /// Something is broken: findings may be missing.
    Untrusted,
}

/// A finished run.
#[derive(Debug)]
pub struct Outcome {
    /// What it has to say.
    pub report: Report,
    /// The files it speaks of.
    pub sources: Sources,
    /// What it comes to.
    pub verdict: Verdict,
    /// How its findings compare with those that the risk model was learned from, where they are rated.
    pub drift: Option<Drift>,
    /// The audit record, where it was asked for.
    pub audit: Option<String>,
}
