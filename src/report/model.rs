//! The report every format is written from; its JSON form is the `json` format.

use crate::finding::{Finding, Location};
use crate::policy::Rule;
use crate::source::{Level, Span};
use serde::Serialize;
use std::collections::BTreeMap;

/// The result of one run.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct Report {
    /// Version of this format; it only ever grows.
    pub version: u32,
    /// What was looked at and what was not.
    pub summary: Summary,
    /// What the run has to say about itself, ordered by place.
    pub diagnostics: Vec<DiagnosticEntry>,
    /// Ordered by risk where findings are rated, and by severity (worst first), then place, then rule.
    pub findings: Vec<Finding>,
    /// Why the risk model abstains, where it does: findings then stand in the order of their severity.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub abstention: Option<Abstention>,
    /// Every rule that was selected, by id; formats that describe rules take them from here.
    #[serde(skip)]
    pub rules: Vec<Rule>,
    /// Where sensitive values were written ([`crate::finding::sensitive_spans`]): covered in code frames.
    #[serde(skip)]
    pub sensitive: Vec<Span>,
}

/// A risk model that abstains.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Abstention {
    /// Findings that were compared with those that it was learned from.
    pub findings: usize,
    /// How they differ.
    pub reasons: Vec<String>,
}

/// A diagnostic with its place resolved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct DiagnosticEntry {
    /// How much it weighs.
    pub level: Level,
    /// Stable name of the kind of problem.
    pub code: String,
    /// One sentence.
    pub message: String,
    /// Where, if inside a readable file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub location: Option<Location>,
    /// The path, where there is no location.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// What to do about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
}

/// What was looked at and what was not: nothing is skipped in silence.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Summary {
    /// Files found below the given paths, ignored ones excepted.
    pub files_found: usize,
    /// Of these, files that were linted.
    pub files_linted: usize,
    /// Of these, files that are not infrastructure this tool knows.
    pub files_not_ours: usize,
    /// Of these, files left out for another reason.
    pub files_skipped: Vec<SkippedFiles>,
    /// Documents in Kubernetes' files, and items in lists of objects, which stand for their list. Each of them is an
    /// object or is skipped.
    pub documents: usize,
    /// Of these, objects.
    pub objects: usize,
    /// Of these, what is no object of a cluster, by reason.
    pub documents_skipped: BTreeMap<String, usize>,
    /// Terraform root modules evaluated.
    pub roots: usize,
    /// Environments that files of values make, each evaluated on its own (`--each-var-file`).
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub environments: Vec<String>,
    /// Resource instances and Kubernetes objects in the graph.
    pub resources: usize,
    /// Of Terraform's, those of providers that no rule is about, by provider; releases of charts are told apart.
    #[serde(skip_serializing_if = "BTreeMap::is_empty", default)]
    pub providers_without_rules: BTreeMap<String, usize>,
    /// Releases of charts, by kind; a chart is not rendered, so that what it makes is not looked at.
    #[serde(skip_serializing_if = "BTreeMap::is_empty", default)]
    pub charts_not_rendered: BTreeMap<String, usize>,
    /// Module calls met.
    pub module_calls: usize,
    /// Of these, calls whose module is not here; their outputs are unknown.
    pub module_calls_not_followed: Vec<String>,
    /// Rules that were selected.
    pub rules_selected: usize,
    /// Of these, rules whose subjects occur.
    pub rules_run: usize,
    /// Open findings by severity name.
    pub open: BTreeMap<String, usize>,
    /// Groups of open findings that are alike: the decisions that these findings ask for.
    pub groups: usize,
    /// Of the open findings, those in files beside what is run, by the name of the directory that tells: `examples`,
    /// `tests`. They count like any other.
    #[serde(skip_serializing_if = "BTreeMap::is_empty", default)]
    pub open_aside: BTreeMap<String, usize>,
    /// Open findings that `--min-severity` keeps out of `findings`.
    pub below_min_severity: usize,
    /// Of the open findings, those of objects that overlays change, which are judged as they are written.
    pub before_overlays: usize,
    /// Findings of rights that programs cannot do without, for which one of a rule of the strict profile stands that
    /// was not asked for.
    #[serde(default)]
    pub left_to_strict: usize,
    /// Findings that cannot be decided because a value is unknown.
    pub undecided: usize,
    /// Resources that they are about.
    pub undecided_resources: usize,
    /// Places with a value that would have to be known: one leaves many rules undecided.
    pub undecided_places: usize,
    /// What most of them wait for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub undecided_mostly: Option<Awaited>,
    /// Findings that a comment suppresses.
    pub suppressed: usize,
    /// Of these, how many a comment or an annotation for another linter does.
    pub suppressed_for_others: usize,
    /// Findings that the baseline knows.
    #[serde(default)]
    pub baselined: usize,
    /// Findings of the baseline that are no more: it can be written anew.
    #[serde(default)]
    pub baseline_gone: usize,
}

/// Something that would have to be known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Awaited {
    /// What, and where that can be said how to make it known.
    pub what: String,
    /// Undecided findings that wait for it.
    pub findings: usize,
    /// Resources that these are about.
    pub resources: usize,
}

/// Files left out for one reason.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, schemars::JsonSchema)]
pub struct SkippedFiles {
    /// Why, in words.
    pub reason: String,
    /// Their paths, ordered.
    pub files: Vec<String>,
}
