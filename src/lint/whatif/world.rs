//! The configuration as it is, and as it would be: judged by the same rules, the whole of it or a part that nothing
//! outside is linked to.

use super::assumed::{Assumed, Assumptions};
use super::effect::{Difference, Key, Verdict, difference, key};
use super::proposal::Proposal;
use super::refused::{Refusals, refusals};
use crate::evaluate::terraform::{Environment, EvaluatedModule};
use crate::finding::{self, Finding, State, Suppressions};
use crate::graph::ResourceGraph;
use crate::lint::change::declared::Declared;
use crate::lint::check::Run;
use crate::lint::pipeline::{self, Judging};
use crate::lint::{Settings, models, rating};
use crate::policy::PolicySet;
use crate::risk::Model;
use crate::source::Sources;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What a run evaluated, ready to be changed.
pub(super) struct World<'r> {
    pub(super) sources: &'r Sources,
    pub(super) policies: &'r PolicySet,
    selected: BTreeSet<String>,
    stand_ins: &'r BTreeSet<String>,
    suppressions: &'r Suppressions,
    model: Option<&'r Model>,
    /// All that the run finds, and the fingerprints of what is open of it.
    pub(super) findings: &'r [Finding],
    names: BTreeMap<Key, String>,
    environments: Vec<Option<&'r Environment>>,
    assumed: Assumed<'r>,
    pub(super) declared: Vec<Declared>,
    pub(super) graphs: Vec<&'r ResourceGraph>,
    /// Roots and scopes that are linked to each other have the same number.
    linked: BTreeMap<&'r str, usize>,
}

/// A part of it, before any change.
pub(super) struct Part {
    /// By environment.
    pub(super) declared: Vec<Declared>,
    pub(super) before: Verdict,
    /// Things in it.
    pub(super) size: usize,
}

/// The numbers of parts.
pub(super) type Numbers = BTreeSet<usize>;

impl<'r> World<'r> {
    /// With these rules; `findings` are those of the run.
    pub(super) fn new(
        settings: &Settings,
        run: &'r Run,
        selected: BTreeSet<String>,
        findings: &'r [Finding],
    ) -> World<'r> {
        let found = run.found.loaded();
        let models: Vec<_> = run.models.iter().collect();
        let declared = models.iter().map(|(_, model)| {
            Declared::new(&model.evaluation.modules, &model.manifests, model.graph.kubernetes)
        });
        let graphs: Vec<&ResourceGraph> = models.iter().map(|(_, model)| &model.graph).collect();
        let open = findings.iter().filter(|finding| finding.state == State::Open);
        World {
            findings,
            names: open.map(|finding| (key(finding), finding.fingerprint.clone())).collect(),
            sources: &found.sources,
            assumed: Assumed::new(&found.sources, &found.files, pipeline::inputs(settings, &found.sources)),
            policies: &run.policies,
            selected,
            stand_ins: &run.stand_ins,
            suppressions: &run.suppressions,
            model: run.model.as_ref(),
            environments: models.iter().map(|(environment, _)| *environment).collect(),
            declared: declared.collect(),
            linked: linked(&graphs),
            graphs,
        }
    }

    /// What rules say of it.
    pub(super) fn judge(&self, declared: &[Declared]) -> Verdict {
        let judging = Judging {
            sources: self.sources,
            policies: self.policies,
            selected: &self.selected,
            stand_ins: self.stand_ins,
            suppressions: self.suppressions,
            rated: self.model.is_some(),
            keep_covered: true,
        };
        let judged: Vec<_> = self
            .environments
            .par_iter()
            .zip(declared)
            .map(|(environment, declared)| {
                let graph = declared.graph();
                (*environment, judging.judge(&graph, &()), refusals(&graph))
            })
            .collect();
        let refused: Refusals = judged.iter().flat_map(|(_, _, refused)| refused).cloned().collect();
        let judged = judged.into_iter().map(|(environment, judgement, _)| (environment, judgement));
        let mut findings = models::joined(judged).findings;
        rating::score_all(&mut findings, self.model);
        Verdict { findings, refusals: refused }
    }

    /// What changes do to a part.
    pub(super) fn difference(&self, part: &Part, after: &Verdict, subject: Option<&Key>) -> Difference {
        difference(&part.before, after, subject, &self.names)
    }

    /// What a score weighs beside others.
    pub(super) fn odds(&self, score: Option<u32>) -> i64 {
        self.model.zip(score).map_or(0, |(model, score)| model.odds(score))
    }

    /// Points that make a finding weigh e times as much.
    pub(super) fn logit(&self) -> u32 {
        self.model.map_or(0, Model::logit)
    }

    /// The numbers of the parts that roots and scopes lie in.
    pub(super) fn numbers<'i>(&self, roots: impl IntoIterator<Item = &'i str>) -> Numbers {
        roots.into_iter().filter_map(|root| self.linked.get(root)).copied().collect()
    }

    /// The numbers of what has these ids.
    pub(super) fn numbers_of<'i>(&self, ids: impl IntoIterator<Item = &'i str>) -> Numbers {
        let find = |id: &str| self.graphs.iter().find_map(|graph| graph.get(graph.find(id)?));
        self.numbers(ids.into_iter().filter_map(|id| Some(&*find(id)?.root)))
    }

    /// What has these numbers.
    pub(super) fn part(&self, numbers: &Numbers) -> Part {
        let within = self.linked.iter().filter(|(_, number)| numbers.contains(number));
        let roots: BTreeSet<String> = within.map(|(root, _)| (*root).to_owned()).collect();
        let declared: Vec<Declared> = self.declared.iter().map(|declared| declared.within(&roots)).collect();
        let size = declared.iter().map(|declared| declared.slots().len()).sum();
        Part { before: self.judge(&declared), declared, size }
    }

    /// All of it.
    pub(super) fn whole(&self) -> Part {
        let size = self.declared.iter().map(|declared| declared.slots().len()).sum();
        let runs = |finding: &&Finding| self.selected.contains(&finding.rule);
        let findings = self.findings.iter().filter(runs).cloned().collect();
        let refusals = self.graphs.iter().flat_map(|graph| refusals(graph)).collect();
        Part { before: Verdict { findings, refusals }, declared: self.declared.clone(), size }
    }

    /// The line that a proposal changes.
    pub(super) fn line(&self, proposal: &Proposal) -> Option<finding::Location> {
        if let Some(place) = &proposal.place {
            return Some(place.clone());
        }
        let mut found = self.graphs.iter().filter_map(|graph| graph.get(graph.find(&proposal.resource)?));
        let span = finding::line_of(found.next()?, &proposal.path, self.sources);
        Some(finding::location(span, self.sources))
    }

    /// A root module of an environment as it would be.
    pub(super) fn assumed(
        &self,
        environment: usize,
        root: &Arc<str>,
        assumptions: &Assumptions,
    ) -> Option<Arc<EvaluatedModule>> {
        let named = self.environments.get(environment).copied().flatten();
        self.assumed.root((environment, named), root, assumptions)
    }
}

/// Numbers of what references link, by root and scope.
fn linked<'g>(graphs: &[&'g ResourceGraph]) -> BTreeMap<&'g str, usize> {
    let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
    for resource in graphs.iter().flat_map(|graph| &graph.resources) {
        let next = numbers.len();
        numbers.entry(&resource.root).or_insert(next);
    }
    // Each leads to the first one it is linked to.
    let mut leads: Vec<usize> = (0..numbers.len()).collect();
    let first = |leads: &[usize], mut at: usize| {
        while let Some(lead) = leads.get(at).copied().filter(|lead| *lead != at) {
            at = lead;
        }
        at
    };
    for graph in graphs {
        for reference in &graph.references {
            let root = |index| graph.get(index).and_then(|resource| numbers.get(&*resource.root)).copied();
            let (Some(one), Some(other)) = (root(reference.from), root(reference.to)) else { continue };
            let (one, other) = (first(&leads, one), first(&leads, other));
            if let Some(lead) = leads.get_mut(one.max(other)) {
                *lead = one.min(other);
            }
        }
    }
    numbers.into_iter().map(|(root, number)| (root, first(&leads, number))).collect()
}
