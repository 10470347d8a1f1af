//! How urgent findings are: measuring them on their graph, scoring them, putting them in order. Adds, drops and hides
//! none.

use super::RuleSet;
use crate::finding::{Fault, Finding, State};
use crate::graph::GraphDocument;
use crate::policy::Rule;
use crate::report::Abstention;
use crate::risk::{Drift, Gauge, Model, Observed, drift, score};
use crate::source::{self, Diagnostic, Level};
use rayon::prelude::*;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// How findings are rated.
#[derive(Clone, Debug, Default)]
pub struct Rating {
    /// The model; none where findings are not rated.
    pub model: Option<ModelSource>,
    /// What the report is ordered by.
    pub order: Order,
    /// Open findings with this score or more fail the run.
    pub fail_on: Option<u32>,
    /// The rules whose findings are compared with those that the model was learned from, where others are run, too.
    pub compared: Option<RuleSet>,
}

/// Where a model comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ModelSource {
    /// It is part of the program.
    Builtin,
    /// A file that the user names.
    File(PathBuf),
}

/// The model that findings are rated by. One that cannot be used leaves them unrated and is an error: what was asked
/// for is not done.
pub(super) fn model(rating: &Rating) -> (Option<Model>, Option<Diagnostic>) {
    let read = match &rating.model {
        None => return (None, None),
        Some(ModelSource::Builtin) => {
            Model::builtin().map_err(|error| ("--no-risk".to_owned(), error.to_string()))
        }
        Some(ModelSource::File(path)) => {
            let shown = path.to_string_lossy().into_owned();
            let text = source::read_named(path).map_err(|error| error.to_string());
            text.and_then(|text| Model::read(&text).map_err(|error| error.to_string()))
                .map_err(|error| (shown, error))
        }
    };
    match read {
        Ok(model) => (Some(model), None),
        Err((path, error)) => {
            let found = Diagnostic::on_path(Level::Error, "risk-model", path, error);
            (None, Some(found.with_help("findings are not rated and stand in the order of their severity")))
        }
    }
}

/// What comes first in a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The greatest risk; the greatest severity where nothing is rated.
    #[default]
    Risk,
    /// The greatest severity.
    Severity,
}

/// Measures the findings of a graph; not those that are undecided, since nobody knows whether there is anything.
pub(super) fn measure(findings: &mut [Finding], document: &GraphDocument, rules: &[Rule]) {
    let by_id: BTreeMap<&str, &Rule> = rules.iter().map(|rule| (rule.id.as_str(), rule)).collect();
    let gauge = Gauge::new(document);
    findings.par_iter_mut().filter(|finding| finding.state != State::Undecided).for_each(|finding| {
        let Some(rule) = by_id.get(finding.rule.as_str()) else { return };
        let instances = finding.objects;
        let of = |fault: &Fault| gauge.measure(rule, &fault.resource, (&fault.at, &fault.path), instances);
        // The worst of all instances counts: which one stands for them is a matter of names.
        finding.measured = finding.faults.iter().map(of).reduce(|worst, other| worst.worst(&other));
    });
}

/// Scores what has been measured and puts it in order, unless what is `compared` is so unlike what the model was learned
/// from that the model abstains; rules that were chosen by name are a choice that no model could have been learned from.
pub(super) fn rate(
    findings: &mut [Finding],
    model: Option<&Model>,
    order: Order,
    chosen_by_name: bool,
    compared: &dyn Fn(&Finding) -> bool,
) -> Option<Drift> {
    let model = model?;
    score_all(findings, Some(model));
    let drift = match chosen_by_name {
        true => Drift::not_told(findings.len(), "rules were chosen by name"),
        false => drift(model, &observed(findings.iter().filter(|finding| compared(finding)))),
    };
    if drift.abstains() {
        for risk in findings.iter_mut().filter_map(|finding| finding.risk.as_mut()) {
            risk.notes.push(
                "the model abstains, since the findings here are unlike those it was learned from".to_owned(),
            );
        }
    } else if order == Order::Risk {
        // Stable: what scores the same stays in the order of severity, place and rule.
        findings.sort_by_key(|finding| Reverse(finding.risk.as_ref().map(|risk| risk.score)));
    }
    Some(drift)
}

/// Scores what has been measured, in whatever order it stands.
pub(super) fn score_all(findings: &mut [Finding], model: Option<&Model>) {
    let Some(model) = model else { return };
    for finding in findings.iter_mut() {
        finding.risk = finding.measured.as_ref().map(|measured| score(model, measured));
    }
}

/// Findings as drift sees them.
fn observed<'f>(findings: impl Iterator<Item = &'f Finding>) -> Vec<Observed<'f>> {
    let observed = findings.filter_map(|finding| {
        let (measured, risk) = finding.measured.as_ref().zip(finding.risk.as_ref())?;
        // What a team decided says nothing of what the findings are like.
        let score = risk.of_features();
        Some(Observed { rule: &finding.rule, kind: &finding.resource.kind, measured, score })
    });
    observed.collect()
}

/// What the report says of a model that abstains.
pub(super) fn abstention(drift: Option<&Drift>) -> Option<Abstention> {
    let drift = drift.filter(|drift| drift.abstains())?;
    Some(Abstention { findings: drift.findings, reasons: drift.reasons.clone() })
}

/// The same for people.
pub(super) fn abstains(drift: Option<&Drift>, rating: &Rating) -> Option<Diagnostic> {
    let drift = drift.filter(|drift| drift.abstains())?;
    let message = format!(
        "the risk model abstains, since the findings here are unlike those it was learned from ({}): they stand in the \
         order of their severity",
        drift.reasons.join("; ")
    );
    let help = match rating.fail_on {
        Some(_) => "`purlin model drift` shows how they differ; --fail-on-risk still goes by the scores",
        None => "`purlin model drift` shows how they differ; scores say little here",
    };
    Some(Diagnostic::on_path(Level::Warning, "risk-abstains", "--no-risk", message).with_help(help))
}

/// Whether a finding's score alone fails the run.
pub(super) fn fails(finding: &Finding, rating: &Rating) -> bool {
    let score = finding.risk.as_ref().map(|risk| risk.score);
    score.zip(rating.fail_on).is_some_and(|(score, least)| score >= least)
}
