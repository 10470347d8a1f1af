//! The way through the layers, from recognised files to findings.

use super::{Progress, Settings, Stage, Variable, rating};
use crate::evaluate::kubernetes::{self, Manifests};
use crate::evaluate::terraform::{self, Evaluation, Given, Inputs};
use crate::finding::{self, Finding, Suppressions};
use crate::graph::{GraphDocument, ResourceGraph};
use crate::policy::{self, PolicyRun, PolicySet};
use crate::source::{Diagnostic, FileId, Sources};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

/// What the files of a run mean.
#[derive(Debug)]
pub(super) struct Model {
    pub(super) graph: ResourceGraph,
    pub(super) evaluation: Evaluation,
    pub(super) manifests: Arc<Manifests>,
}

impl Model {
    /// Reads and evaluates `files`, all recognised.
    pub(super) fn of(sources: &Sources, files: &[FileId], inputs: &Inputs) -> Model {
        let evaluation = terraform::evaluate(sources, files, inputs);
        Model::new(evaluation, Arc::new(kubernetes::read(sources, files)))
    }

    /// Of what has been evaluated.
    pub(super) fn new(evaluation: Evaluation, manifests: Arc<Manifests>) -> Model {
        let mut graph = ResourceGraph::build(&evaluation.modules, &manifests.manifests);
        graph.partial_scopes.clone_from(&manifests.partial_scopes);
        Model { graph, evaluation, manifests }
    }

    /// What went wrong on the way here.
    pub(super) fn diagnostics(&self) -> impl Iterator<Item = &Diagnostic> {
        let of_modules = self.evaluation.modules.iter().flat_map(|module| &module.diagnostics);
        let own = self.evaluation.diagnostics.iter().chain(of_modules);
        own.chain(&self.manifests.diagnostics).chain(&self.graph.diagnostics)
    }
}

/// What rules say of a model.
#[derive(Debug, Default)]
pub(super) struct Judgement {
    pub(super) findings: Vec<Finding>,
    /// What those of rules that stand in for it keep out of `findings`.
    pub(super) stood_for: Vec<Finding>,
    /// How many findings of the baseline are no more.
    pub(super) gone: usize,
    pub(super) diagnostics: Vec<Diagnostic>,
    /// Ids of the rules whose subjects occur.
    pub(super) rules_run: Vec<String>,
}

/// What graphs are judged by.
#[derive(Clone, Copy)]
pub(super) struct Judging<'c> {
    pub(super) sources: &'c Sources,
    pub(super) policies: &'c PolicySet,
    /// The rules that are run.
    pub(super) selected: &'c BTreeSet<String>,
    /// Rules that are run beside them, of which nothing is told but what they outweigh.
    pub(super) stand_ins: &'c BTreeSet<String>,
    pub(super) suppressions: &'c Suppressions,
    /// What is found is measured, to be rated.
    pub(super) rated: bool,
    /// What stronger findings cover is kept, too.
    pub(super) keep_covered: bool,
}

impl Judging<'_> {
    /// Runs the selected rules over a graph, and measures what they find where it is to be rated.
    pub(super) fn judge(&self, graph: &ResourceGraph, progress: &dyn Progress) -> Judgement {
        progress.begin(Stage::Rules, Some(self.selected.len()));
        let (document, rules) = (GraphDocument::new(graph), self.policies.rules());
        let run = self.selected.union(self.stand_ins).cloned().collect();
        let PolicyRun { violations, diagnostics, mut rules_run } =
            policy::run(self.policies, &run, graph, &document);
        rules_run.retain(|rule| !self.stand_ins.contains(rule));
        progress.begin(Stage::Findings, Some(violations.len()));
        let mut findings =
            finding::place_suppressing(&violations, rules, graph, self.sources, self.suppressions);
        let stood_for = self.stood_for(&mut findings);
        findings.retain(|finding| self.keep_covered || finding.covered_by.is_none());
        if self.rated {
            rating::measure(&mut findings, &document, rules);
        }
        Judgement { findings, stood_for, gone: 0, diagnostics, rules_run }
    }

    /// Takes out what rules find that are run beside the selected ones; gives what it outweighs.
    fn stood_for(&self, findings: &mut Vec<Finding>) -> Vec<Finding> {
        let strong = findings.extract_if(.., |finding| self.stand_ins.contains(&finding.rule));
        let strong: BTreeSet<String> = strong.map(|finding| finding.fingerprint).collect();
        let by = |finding: &&Finding| finding.covered_by.as_ref().is_some_and(|by| strong.contains(by));
        findings.iter().filter(by).cloned().collect()
    }
}

/// The values of Terraform's variables, with the paths of variable files as the sources know them.
pub(super) fn inputs(settings: &Settings, sources: &Sources) -> Inputs {
    let path = |file: &PathBuf| sources.relative(file).unwrap_or_else(|| file.to_string_lossy().into_owned());
    let given = settings.variables.iter().map(|variable| match variable {
        Variable::Value(name, text) => Given::Value(name.as_str().into(), text.as_str().into()),
        Variable::File(file) => Given::File(path(file).into()),
    });
    let mut inputs = settings.inputs.clone();
    inputs.given.extend(given);
    inputs
}
