//! What a run evaluates: everything once, or once for each environment that files of values make.

use super::pipeline::{Judgement, Judging, Model, inputs};
use super::{Progress, Settings, Stage};
use crate::evaluate::kubernetes;
use crate::evaluate::terraform::{Configurations, Environment, EvaluatedModule, Pattern};
use crate::finding;
use crate::graph::ResourceGraph;
use crate::source::{Diagnostic, FileId, Level, Sources, Span};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Environments that one run evaluates: each of them is held in memory with all of its resources.
const MAX_ENVIRONMENTS: usize = 250;

/// The models of a run, at least one.
#[derive(Debug)]
pub(super) struct Models {
    /// Ordered by name; the only one without an environment where there are none.
    all: Vec<(Option<Environment>, Model)>,
    diagnostics: Vec<Diagnostic>,
}

impl Models {
    /// Reads and evaluates `files`, all recognised.
    pub(super) fn of(
        settings: &Settings,
        sources: &Sources,
        files: &[FileId],
        progress: &dyn Progress,
    ) -> Models {
        let inputs = inputs(settings, sources);
        progress.begin(Stage::Terraform, Some(files.len()));
        let configurations = Configurations::load(sources, files, &inputs);
        let (patterns, mut diagnostics) = patterns(settings);
        let mut environments = configurations.environments(sources, &patterns);
        if environments.is_empty() && !patterns.is_empty() {
            let message = "no file beside a root module matches; every root was evaluated once, without one";
            let found = Diagnostic::on_path(Level::Warning, "each-var-file", "--each-var-file", message);
            diagnostics.push(found.with_help("patterns are relative to each root module's directory"));
        }
        if environments.len() > MAX_ENVIRONMENTS {
            let message = format!(
                "files of values make {} environments; only the first {MAX_ENVIRONMENTS} were evaluated",
                environments.len()
            );
            let found = Diagnostic::on_path(Level::Error, "each-var-file", "--each-var-file", message);
            diagnostics.push(found.with_help("use a narrower pattern, or several runs"));
            environments.truncate(MAX_ENVIRONMENTS);
        }
        let environments: Vec<Option<Environment>> = match environments.is_empty() {
            true => vec![None],
            false => environments.into_iter().map(Some).collect(),
        };
        let evaluations = configurations.evaluate(sources, &inputs, &environments);
        progress.begin(Stage::Kubernetes, Some(files.len()));
        let manifests = Arc::new(kubernetes::read_in(sources, files, &settings.scopes));
        progress.begin(Stage::Graph, None);
        let model = |(environment, evaluation)| {
            let mut model = Model::new(evaluation, manifests.clone());
            model.graph.kubernetes = settings.kubernetes;
            (environment, model)
        };
        Models { all: environments.into_iter().zip(evaluations).map(model).collect(), diagnostics }
    }

    /// The first model: the only one where there are no environments.
    pub(super) fn first(&self) -> Option<&Model> {
        self.all.first().map(|(_, model)| model)
    }

    /// The names of the environments.
    pub(super) fn environments(&self) -> Vec<String> {
        self.all.iter().filter_map(|(environment, _)| Some(environment.as_ref()?.name.to_string())).collect()
    }

    /// Every evaluated root module; one that is evaluated in several environments occurs for each.
    pub(super) fn modules(&self) -> impl Iterator<Item = &EvaluatedModule> {
        self.all.iter().flat_map(|(_, model)| &model.evaluation.modules)
    }

    /// The graph of each.
    pub(super) fn graphs(&self) -> impl Iterator<Item = &ResourceGraph> {
        self.all.iter().map(|(_, model)| &model.graph)
    }

    /// Resources by id: the same one in two environments counts once.
    pub(super) fn resources(&self) -> usize {
        let ids = self.graphs().flat_map(|graph| &graph.resources);
        let ids = ids.filter(|resource| resource.is_resource());
        ids.map(|resource| &resource.id).collect::<BTreeSet<_>>().len()
    }

    /// What may not be printed.
    pub(super) fn sensitive(&self) -> Vec<Span> {
        let spans = self.all.iter().flat_map(|(_, model)| finding::sensitive_spans(&model.graph));
        spans.collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// What went wrong on the way here.
    pub(super) fn diagnostics(&self) -> impl Iterator<Item = &Diagnostic> {
        self.diagnostics.iter().chain(self.all.iter().flat_map(|(_, model)| model.diagnostics()))
    }

    /// Judges every model and joins what is found.
    pub(super) fn judge(&self, judging: &Judging<'_>, progress: &dyn Progress) -> Judgement {
        let judgements = self
            .all
            .iter()
            .map(|(environment, model)| (environment.as_ref(), judging.judge(&model.graph, progress)));
        joined(judgements)
    }

    /// What is evaluated, by environment.
    pub(super) fn iter(&self) -> impl Iterator<Item = (Option<&Environment>, &Model)> {
        self.all.iter().map(|(environment, model)| (environment.as_ref(), model))
    }
}

/// What rules say of several environments, as one.
pub(super) fn joined<'e>(
    judgements: impl Iterator<Item = (Option<&'e Environment>, Judgement)>,
) -> Judgement {
    let mut joined = Judgement::default();
    let mut found = Vec::new();
    let mut environments: Vec<&Environment> = Vec::new();
    let mut rules_run = BTreeSet::new();
    for (environment, judgement) in judgements {
        joined.diagnostics.extend(judgement.diagnostics);
        rules_run.extend(judgement.rules_run);
        joined.stood_for.extend(judgement.stood_for);
        match environment {
            Some(environment) => {
                environments.push(environment);
                found.push((environment.name.clone(), judgement.findings));
            }
            None => joined.findings = judgement.findings,
        }
    }
    if !found.is_empty() {
        let holds = |name: &str, root: &str| {
            environments.iter().any(|environment| &*environment.name == name && environment.holds(root))
        };
        joined.findings = finding::merge(found, &holds);
    }
    let mut seen = BTreeSet::new();
    joined.stood_for.retain(|finding| seen.insert(finding.fingerprint.clone()));
    joined.rules_run = rules_run.into_iter().collect();
    joined
}

/// The patterns of `--each-var-file`, and those that are none.
fn patterns(settings: &Settings) -> (Vec<Pattern>, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let patterns = settings.each_var_file.iter().filter_map(|text| {
        let pattern = Pattern::new(text);
        if pattern.is_none() {
            let message = format!("--each-var-file: `{text}` is no pattern for files below a root module");
            diagnostics.push(Diagnostic::on_path(Level::Error, "each-var-file", text.as_str(), message));
        }
        pattern
    });
    (patterns.collect(), diagnostics)
}
