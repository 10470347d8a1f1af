//! A whole run: find, read, judge, report.

use super::audit;
use super::baseline;
use super::found::Found;
use super::models::Models;
use super::pipeline::{Judgement, Judging};
use super::policies::policies;
use super::rating;
use super::selection;
use super::summary::summary;
use super::unruled::unruled;
use super::{Outcome, Progress, Settings, Stage, Verdict};
use crate::finding::{self, Baseline, Finding, State, Suppressions};
use crate::policy::PolicySet;
use crate::report::{DiagnosticEntry, Report, Summary};
use crate::risk::{Drift, Model};
use crate::source::{Diagnostic, Level, Sources};
use std::collections::BTreeSet;

/// The version of the report's format.
pub(super) const REPORT_VERSION: u32 = 1;

/// Lints what the settings name. Whatever goes wrong on the way is in the report, which is always complete for
/// the rest.
pub fn check(settings: &Settings, progress: &dyn Progress) -> Outcome {
    let run = Run::new(settings, progress);
    let (judgement, drift) = run.judge(settings, progress);
    run.outcome(settings, judgement, drift)
}

/// Everything that a run rests on, evaluated.
pub(super) struct Run {
    pub(super) policies: PolicySet,
    pub(super) selected: BTreeSet<String>,
    pub(super) stand_ins: BTreeSet<String>,
    pub(super) found: Found,
    pub(super) models: Models,
    pub(super) suppressions: Suppressions,
    baseline: Baseline,
    /// What findings are rated by; none where they are not.
    pub(super) model: Option<Model>,
    diagnostics: Vec<Diagnostic>,
}

impl Run {
    pub(super) fn new(settings: &Settings, progress: &dyn Progress) -> Run {
        let (policies, mut diagnostics) = policies(settings);
        let (selected, unknown) = settings.selection.resolve(policies.rules());
        diagnostics.extend(unknown);
        let stand_ins = settings.selection.stand_ins(policies.rules(), &selected);
        progress.begin(Stage::Discover, None);
        let found = Found::of(settings);
        diagnostics.extend(found.diagnostics().cloned());
        let sources = &found.loaded().sources;
        let models = Models::of(settings, sources, &found.loaded().files, progress);
        let resolve = |name: &str| selection::resolve_name(name, policies.rules());
        let suppressions =
            Suppressions::of(sources, settings.today, &resolve, settings.others_hold(policies.rules()));
        let (baseline, broken) = baseline::read(settings.baseline.as_deref());
        diagnostics.extend(broken);
        let (model, broken) = rating::model(&settings.rating);
        diagnostics.extend(broken);
        Run { policies, selected, stand_ins, found, models, suppressions, baseline, model, diagnostics }
    }

    /// All findings, those too that do not concern what was handed in, and how unlike they are to what the model was
    /// learned from.
    pub(super) fn judge(&self, settings: &Settings, progress: &dyn Progress) -> (Judgement, Option<Drift>) {
        let judging = Judging {
            sources: &self.found.loaded().sources,
            policies: &self.policies,
            selected: &self.selected,
            stand_ins: &self.stand_ins,
            suppressions: &self.suppressions,
            rated: self.model.is_some(),
            keep_covered: settings.keep_covered,
        };
        let mut judgement = self.models.judge(&judging, progress);
        judgement.gone = baseline::mark(&self.baseline, &mut judgement.findings, &self.selected, &self.found);
        let by_name = !settings.selection.select.is_empty();
        let set = settings.rating.compared;
        let rules = self.policies.rules().iter().filter(|rule| set.is_none_or(|set| set.holds(rule)));
        let rules: BTreeSet<&str> = rules.map(|rule| rule.id.as_str()).collect();
        let compared =
            |finding: &Finding| finding.covered_by.is_none() && rules.contains(finding.rule.as_str());
        let drift = rating::rate(
            &mut judgement.findings,
            self.model.as_ref(),
            settings.rating.order,
            by_name,
            &compared,
        );
        (judgement, drift)
    }

    /// Whether a finding concerns what was handed in.
    pub(super) fn concerns(&self) -> impl Fn(&Finding) -> bool + Sync {
        let handed = self.found.handed.as_ref();
        let planned = handed.map(|handed| handed.planned(self.models.modules()));
        move |finding| match (handed, &planned) {
            (Some(handed), Some(planned)) => handed.concerns(finding, planned),
            _ => true,
        }
    }

    /// What the run has to say.
    pub(super) fn outcome(
        self,
        settings: &Settings,
        mut judgement: Judgement,
        drift: Option<Drift>,
    ) -> Outcome {
        let concerns = self.concerns();
        judgement.findings.retain(|finding| concerns(finding));
        judgement.stood_for.retain(|finding| concerns(finding));
        drop(concerns);
        let Run { policies, selected, found, models, suppressions, model, mut diagnostics, .. } = self;
        diagnostics.extend(rating::abstains(drift.as_ref(), &settings.rating));
        let sources = &found.loaded().sources;
        let ran = judgement.rules_run.iter().cloned().collect();
        let stale = suppressions.diagnostics(&ran);
        diagnostics.extend(found.concerned(models.diagnostics().cloned().chain(stale)));
        diagnostics.append(&mut judgement.diagnostics);
        if found.named.files.is_empty() && diagnostics.iter().all(|found| found.level < Level::Error) {
            diagnostics.push(nothing_to_lint());
        }
        let mut summary = summary(&found, &models, &judgement.findings);
        summary.rules_selected = selected.len();
        summary.left_to_strict = judgement.stood_for.len();
        summary.baseline_gone = judgement.gone;
        summary.rules_run = judgement.rules_run.len();
        summary.providers_without_rules = unruled(&models, &policies);
        let verdict = verdict(settings, &diagnostics, &judgement.findings, &found);
        let audit = settings.audit.then(|| {
            let findings = &judgement.findings;
            audit::record(model.as_ref(), &policies, selected.len(), sources, drift.as_ref(), findings)
        });
        summary.below_min_severity = hide(&mut judgement.findings, settings);
        let report = Report {
            version: REPORT_VERSION,
            summary,
            diagnostics: entries(&diagnostics, sources),
            findings: judgement.findings,
            abstention: rating::abstention(drift.as_ref()),
            rules: policies.into_rules(&selected),
            sensitive: models.sensitive(),
        };
        Outcome { report, sources: found.into_sources(), verdict, drift, audit }
    }
}

/// A report that holds nothing but diagnostics without a place in a file.
pub fn diagnostics_only(diagnostics: &[Diagnostic]) -> Report {
    Report {
        version: REPORT_VERSION,
        summary: Summary::default(),
        diagnostics: entries(diagnostics, &Sources::new(".")),
        findings: Vec::new(),
        abstention: None,
        rules: Vec::new(),
        sensitive: Vec::new(),
    }
}

fn nothing_to_lint() -> Diagnostic {
    Diagnostic {
        level: Level::Note,
        code: "nothing-to-lint",
        message: "nothing to lint was found".to_owned(),
        span: None,
        path: None,
        help: Some(
            "Terraform files end in .tf, .tofu or .tf.json; Kubernetes manifests have apiVersion and kind; plans are \
             what `terraform show -json` writes"
                .to_owned(),
        ),
    }
}

fn verdict(settings: &Settings, diagnostics: &[Diagnostic], findings: &[Finding], found: &Found) -> Verdict {
    let fails = |finding: &Finding| {
        let counts = match finding.state {
            State::Open => true,
            State::Undecided => settings.fail_on_unknown,
            State::Suppressed | State::Baselined => false,
        };
        let severe = || settings.fail_on.is_none_or(|least| finding.severity >= least);
        counts && (settings.fails_by_severity() && severe() || rating::fails(finding, &settings.rating))
    };
    if diagnostics.iter().any(|diagnostic| diagnostic.level == Level::Error) {
        Verdict::Untrusted
    } else if findings.iter().any(fails) {
        Verdict::Findings
    } else if found.named.files.is_empty() && found.handed.is_none() {
        Verdict::Nothing
    } else {
        Verdict::Clean
    }
}

/// Takes out findings below the least severity to show; says how many open ones that were.
fn hide(findings: &mut Vec<Finding>, settings: &Settings) -> usize {
    let Some(least) = settings.min_severity else { return 0 };
    let hidden = |finding: &&Finding| finding.severity < least && finding.state == State::Open;
    let count = findings.iter().filter(hidden).count();
    findings.retain(|finding| finding.severity >= least);
    count
}

/// Diagnostics with their places resolved, ordered by place, each once.
pub(super) fn entries(diagnostics: &[Diagnostic], sources: &Sources) -> Vec<DiagnosticEntry> {
    let mut entries: Vec<DiagnosticEntry> = diagnostics
        .iter()
        .map(|diagnostic| DiagnosticEntry {
            level: diagnostic.level,
            code: diagnostic.code.to_owned(),
            message: diagnostic.message.clone(),
            location: diagnostic.span.map(|span| finding::location(span, sources)),
            path: diagnostic.path.clone(),
            help: diagnostic.help.clone(),
        })
        .collect();
    entries.sort_by(|one, other| order(one).cmp(&order(other)));
    entries.dedup();
    entries
}

fn order(entry: &DiagnosticEntry) -> impl Ord + '_ {
    let place = entry.location.as_ref();
    let file = place.map(|place| place.file.as_str()).or(entry.path.as_deref());
    (file, place.map(|place| (place.start, place.end)), &entry.code, &entry.message)
}
