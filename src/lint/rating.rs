//! How urgent findings are: measuring them on their graph, scoring them, putting them in order. Adds, drops and hides
//! none.

use crate::finding::{Finding, State};
use crate::graph::GraphDocument;
use crate::policy::Rule;
use crate::risk::{Gauge, Model, score};
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
        let instances = finding.instances.len();
        finding.measured = Some(gauge.measure(rule, &finding.resource.id, &finding.path, instances));
    });
}

/// Scores what has been measured and puts it in order.
pub(super) fn rate(findings: &mut [Finding], model: Option<&Model>, order: Order) {
    let Some(model) = model else { return };
    for finding in findings.iter_mut() {
        finding.risk = finding.measured.as_ref().map(|measured| score(model, measured));
    }
    if order == Order::Risk {
        // Stable: what scores the same stays in the order of severity, place and rule.
        findings.sort_by_key(|finding| Reverse(finding.risk.as_ref().map(|risk| risk.score)));
    }
}

/// Whether a finding's score alone fails the run.
pub(super) fn fails(finding: &Finding, rating: &Rating) -> bool {
    let score = finding.risk.as_ref().map(|risk| risk.score);
    score.zip(rating.fail_on).is_some_and(|(score, least)| score >= least)
}
