//! A whole run: find, read, judge, report.

use super::audit;
use super::handed::{self, Handed};
use super::models::Models;
use super::pipeline::{Judgement, Judging};
use super::rating;
use super::selection;
use super::unread::{UNREAD, unread};
use super::unrendered::unrendered;
use super::unruled::unruled;
use super::{Outcome, Progress, Settings, Stage, Variable, Verdict};
use crate::finding::{self, Finding, State, Suppressions};
use crate::policy::{PolicySet, Rule};
use crate::report::{Awaited, DiagnosticEntry, Report, SkippedFiles, Summary, severity_name};
use crate::risk::{Drift, Model};
use crate::source::{self, Diagnostic, DiscoverOptions, Discovery, FileKind, Level, Sources, Span};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

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
        let (model, broken) = rating::model(&settings.rating);
        diagnostics.extend(broken);
        Run { policies, selected, stand_ins, found, models, suppressions, model, diagnostics }
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
        let by_name = !settings.selection.select.is_empty();
        let drift =
            rating::rate(&mut judgement.findings, self.model.as_ref(), settings.rating.order, by_name);
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

/// Every rule that the settings make available, ordered by id, and those of them that are selected.
pub fn rules(settings: &Settings) -> (Vec<Rule>, Vec<Diagnostic>) {
    let (policies, mut diagnostics) = policies(settings);
    let (selected, unknown) = settings.selection.resolve(policies.rules());
    diagnostics.extend(unknown);
    (policies.into_rules(&selected), diagnostics)
}

/// The built-in policies and the user's.
pub(super) fn policies(settings: &Settings) -> (PolicySet, Vec<Diagnostic>) {
    let mut policies = PolicySet::builtin();
    let mut diagnostics = Vec::new();
    for dir in &settings.policies {
        let (own, found) = load_policies(dir);
        diagnostics.extend(found);
        diagnostics.extend(policies.extend(own));
    }
    (policies, diagnostics)
}

/// The policies in a directory.
pub fn load_policies(dir: &Path) -> (PolicySet, Vec<Diagnostic>) {
    let shown = dir.to_string_lossy();
    let broken = |code, message: String| {
        let diagnostic = Diagnostic::on_path(Level::Error, code, &*shown, message);
        (PolicySet::default(), vec![diagnostic])
    };
    let files = match source::read_tree(dir, &|path| path.extension().is_some_and(|ext| ext == "rego")) {
        Ok(files) if files.is_empty() => {
            let (set, found) = broken("no-policies", "holds no .rego file".to_owned());
            let help = "a policy is a file `<provider>/<service>/<rule>/rule.rego` below this directory";
            return (set, found.into_iter().map(|one| one.with_help(help)).collect());
        }
        Ok(files) => files,
        Err(error) => return broken("policy-directory", error.to_string()),
    };
    load_policy_files(dir, files)
}

/// The same of `files` of the directory, with their paths below it.
pub(super) fn load_policy_files(dir: &Path, files: Vec<(PathBuf, String)>) -> (PolicySet, Vec<Diagnostic>) {
    let shown = dir.to_string_lossy();
    let (set, mut diagnostics) = PolicySet::load(files);
    for diagnostic in &mut diagnostics {
        let path = diagnostic.path.as_ref().map(|path| format!("{}/{path}", shown.trim_end_matches('/')));
        diagnostic.path = path;
    }
    (set, diagnostics)
}

/// Where may be looked.
pub(super) fn discover_options(settings: &Settings) -> DiscoverOptions {
    DiscoverOptions {
        root: settings.root.clone(),
        exclude: settings.exclude.clone(),
        // A variable file was named by the user, so it may be read wherever it lies.
        allow_read: settings.allow_read.iter().chain(variable_files(settings)).cloned().collect(),
        shallow: Vec::new(),
    }
}

fn variable_files(settings: &Settings) -> impl Iterator<Item = &PathBuf> {
    settings.variables.iter().filter_map(|variable| match variable {
        Variable::File(file) => Some(file),
        Variable::Value(..) => None,
    })
}

/// The files of a run.
pub(super) struct Found {
    /// What the paths name.
    named: Discovery,
    /// The same and what is around it, where the paths name files.
    around: Option<Discovery>,
    handed: Option<Handed>,
}

impl Found {
    pub(super) fn of(settings: &Settings) -> Found {
        let options = discover_options(settings);
        let mut named = source::discover(&settings.paths, &options);
        named.diagnostics.extend(settings.allow_read.iter().filter(|dir| !dir.is_dir()).map(|dir| {
            let shown = dir.to_string_lossy();
            Diagnostic::on_path(
                Level::Error,
                "missing-path",
                shown,
                "--allow-read: there is no such directory",
            )
        }));
        if !handed::names_files(&settings.paths) {
            return Found { named, around: None, handed: None };
        }
        let handed = Handed::new(&settings.paths, &named);
        let mut around = None;
        if !named.files.is_empty() {
            let (found, limited) = handed.surroundings(&settings.paths, &named.sources, &options);
            named.diagnostics.extend(limited);
            around = found;
        }
        Found { named, around, handed: Some(handed) }
    }

    /// What is read and evaluated.
    pub(super) fn loaded(&self) -> &Discovery {
        self.around.as_ref().unwrap_or(&self.named)
    }

    pub(super) fn into_sources(self) -> Sources {
        self.around.unwrap_or(self.named).sources
    }

    /// What went wrong while looking for the files that were named.
    pub(super) fn diagnostics(&self) -> impl Iterator<Item = &Diagnostic> {
        self.named.diagnostics.iter()
    }

    /// What went wrong in reading, and `further`, as far as it concerns what was named.
    pub(super) fn concerned(&self, further: impl Iterator<Item = Diagnostic>) -> Vec<Diagnostic> {
        let sources = &self.loaded().sources;
        let on_demand = sources.diagnostics();
        let concerns = |diagnostic: &Diagnostic| {
            self.handed.as_ref().is_none_or(|handed| handed.concerns_diagnostic(diagnostic, sources))
        };
        on_demand.into_iter().chain(further).filter(concerns).collect()
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

/// Counts what was looked at; of findings, the open ones by severity and the undecided ones.
pub(super) fn summary(found: &Found, models: &Models, findings: &[Finding]) -> Summary {
    let sources = &found.loaded().sources;
    let concerned = |span| found.handed.as_ref().is_none_or(|handed| handed.concerns_span(span, sources));
    let (module_calls, not_followed) = module_calls(models, &concerned);
    let mut skipped: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (reason, path) in &found.named.skipped {
        skipped.entry(reason.to_string()).or_default().push(path.clone());
    }
    let unread = unread(models, &found.named);
    let files_linted = found.named.files.len() - unread.len();
    if !unread.is_empty() {
        skipped.insert(UNREAD.to_owned(), unread);
    }
    let mut open: BTreeMap<String, usize> = BTreeMap::new();
    for finding in findings.iter().filter(|finding| finding.state == State::Open) {
        *open.entry(severity_name(finding.severity).to_owned()).or_default() += 1;
    }
    let groups = findings.iter().filter(|finding| finding.state == State::Open);
    let groups = groups.map(|finding| finding.group.as_str()).collect::<BTreeSet<_>>().len();
    let mut documents: BTreeMap<String, usize> = BTreeMap::new();
    let skipped_documents = models.first().into_iter().flat_map(|model| &model.manifests.skipped);
    for document in skipped_documents.filter(|one| concerned(one.span)) {
        *documents.entry(document.reason.text().to_owned()).or_default() += 1;
    }
    let undecided = || findings.iter().filter(|finding| finding.state == State::Undecided);
    let suppressed = || findings.iter().filter(|finding| finding.state == State::Suppressed);
    let for_others = |finding: &&Finding| finding.suppression.as_ref().is_some_and(|by| by.linter.is_some());
    let manifests = models.first().into_iter().flat_map(|model| &model.manifests.manifests);
    // What a kustomization generates is no document.
    let is_written = |header: Span| sources.file(header.file).kind != FileKind::Kustomization;
    let written = manifests.filter(|manifest| concerned(manifest.header) && is_written(manifest.header));
    let objects = written.count();
    Summary {
        files_found: found.named.found,
        files_linted,
        files_not_ours: found.named.not_ours,
        files_skipped: skipped.into_iter().map(|(reason, files)| SkippedFiles { reason, files }).collect(),
        documents: objects + documents.values().sum::<usize>(),
        objects,
        documents_skipped: documents,
        roots: models
            .modules()
            .filter(|module| module.is_here())
            .map(|module| &module.root)
            .collect::<BTreeSet<_>>()
            .len(),
        environments: models.environments(),
        resources: models.resources(),
        charts_not_rendered: unrendered(models, &concerned),
        module_calls,
        module_calls_not_followed: not_followed,
        open,
        groups,
        before_overlays: before_overlays(models, findings),
        open_aside: open_aside(findings),
        undecided: undecided().count(),
        undecided_resources: resources_of(undecided()),
        undecided_places: undecided().map(|finding| &finding.location).collect::<BTreeSet<_>>().len(),
        undecided_mostly: awaited(undecided()),
        suppressed: suppressed().count(),
        suppressed_for_others: suppressed().filter(for_others).count(),
        ..Summary::default()
    }
}

/// How many open findings are of objects that overlays change.
fn before_overlays(models: &Models, findings: &[Finding]) -> usize {
    let manifests = models.first().into_iter().flat_map(|model| &model.manifests.manifests);
    let changed = manifests.filter(|manifest| !manifest.patched.is_empty());
    let changed: BTreeSet<&str> = changed.map(|manifest| &*manifest.id.0).collect();
    let is_changed =
        |finding: &&Finding| finding.instances.iter().any(|instance| changed.contains(instance.id.as_str()));
    findings.iter().filter(|finding| finding.state == State::Open).filter(is_changed).count()
}

/// How many open findings lie beside what is run, by the name of the directory that tells.
fn open_aside(findings: &[Finding]) -> BTreeMap<String, usize> {
    let open = findings.iter().filter(|finding| finding.state == State::Open);
    let mut aside: BTreeMap<String, usize> = BTreeMap::new();
    for directory in open.filter_map(|finding| finding::aside(&finding.location.file)) {
        *aside.entry(directory.to_owned()).or_default() += 1;
    }
    aside
}

/// How many resources findings are about.
fn resources_of<'f>(findings: impl Iterator<Item = &'f Finding>) -> usize {
    let ids = findings.flat_map(|finding| &finding.instances).map(|instance| instance.id.as_str());
    ids.collect::<BTreeSet<_>>().len()
}

/// What most undecided checks wait for: a finding is one for each of its resources. Of several the first by name.
fn awaited<'f>(undecided: impl Iterator<Item = &'f Finding>) -> Option<Awaited> {
    let mut waiting: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
    for finding in undecided {
        if let Some(what) = &finding.waits_for {
            waiting.entry(what).or_default().push(finding);
        }
    }
    let checks =
        |findings: &[&Finding]| findings.iter().map(|finding| finding.instances.len()).sum::<usize>();
    let (what, findings) = waiting.into_iter().rev().max_by_key(|(_, findings)| checks(findings))?;
    let resources = resources_of(findings.iter().copied());
    Some(Awaited { what: what.to_owned(), findings: findings.len(), resources })
}

/// How many module calls there are, and in words those that were not followed.
fn module_calls(models: &Models, concerned: &dyn Fn(Span) -> bool) -> (usize, Vec<String>) {
    let mut met = BTreeSet::new();
    let mut not_followed = BTreeSet::new();
    for module in models.modules() {
        for call in module.calls.iter().filter(|call| concerned(call.header)) {
            met.insert((&module.root, &call.address, call.header));
            if call.not_followed.is_some() {
                let source = call.source.as_deref().unwrap_or("its source is not a literal");
                let root = if &*module.root == "." { String::new() } else { format!("{}: ", module.root) };
                not_followed.insert(format!("{root}{} ({source})", call.address));
            }
        }
    }
    (met.len(), not_followed.into_iter().collect())
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
