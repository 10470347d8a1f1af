//! The configuration as it is, and as it would be: judged by the same rules, the whole of it or a part that nothing
//! outside is linked to.

use crate::evaluate::terraform::Environment;
use crate::finding::{self, Finding, Suppressions};
use crate::graph::ResourceGraph;
use crate::lint::change::declared::Declared;
use crate::lint::check::Run;
use crate::lint::models;
use crate::lint::pipeline::judge;
use crate::lint::rating;
use crate::policy::PolicySet;
use crate::risk::Model;
use crate::source::Sources;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// What a run evaluated, ready to be changed.
pub(super) struct World<'r> {
    pub(super) sources: &'r Sources,
    pub(super) policies: &'r PolicySet,
    selected: BTreeSet<String>,
    suppressions: &'r Suppressions,
    model: Option<&'r Model>,
    environments: Vec<Option<&'r Environment>>,
    pub(super) declared: Vec<Declared>,
    pub(super) graphs: Vec<&'r ResourceGraph>,
    /// Roots and scopes that are linked to each other have the same number.
    linked: BTreeMap<&'r str, usize>,
}

/// A part of it, before any change.
pub(super) struct Part {
    /// By environment.
    pub(super) declared: Vec<Declared>,
    pub(super) before: Vec<Finding>,
    /// Things in it.
    pub(super) size: usize,
}

/// The numbers of parts.
pub(super) type Numbers = BTreeSet<usize>;

impl<'r> World<'r> {
    /// With these rules.
    pub(super) fn new(run: &'r Run, selected: BTreeSet<String>) -> World<'r> {
        let models: Vec<_> = run.models.iter().collect();
        let declared = models.iter().map(|(_, model)| {
            Declared::new(&model.evaluation.modules, &model.manifests, model.graph.kubernetes)
        });
        let graphs: Vec<&ResourceGraph> = models.iter().map(|(_, model)| &model.graph).collect();
        World {
            sources: &run.found.loaded().sources,
            policies: &run.policies,
            selected,
            suppressions: &run.suppressions,
            model: run.model.as_ref(),
            environments: models.iter().map(|(environment, _)| *environment).collect(),
            declared: declared.collect(),
            linked: linked(&graphs),
            graphs,
        }
    }

    /// What rules say of it.
    pub(super) fn judge(&self, declared: &[Declared]) -> Vec<Finding> {
        let judged: Vec<_> = self
            .environments
            .par_iter()
            .zip(declared)
            .map(|(environment, declared)| {
                let (graph, rated) = (declared.graph(), self.model.is_some());
                let judgement =
                    judge(&graph, self.sources, self.policies, &self.selected, self.suppressions, rated, &());
                (*environment, judgement)
            })
            .collect();
        let mut findings = models::joined(judged.into_iter()).findings;
        rating::score_all(&mut findings, self.model);
        findings
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

    /// All of it, of which these are the findings.
    pub(super) fn whole(&self, findings: &[Finding]) -> Part {
        let size = self.declared.iter().map(|declared| declared.slots().len()).sum();
        let runs = |finding: &&Finding| self.selected.contains(&finding.rule);
        let before = findings.iter().filter(runs).cloned().collect();
        Part { before, declared: self.declared.clone(), size }
    }

    /// The line to blame for what lies at a path of a resource.
    pub(super) fn place(&self, id: &str, path: &crate::evaluate::Path) -> Option<finding::Location> {
        let mut found = self.graphs.iter().filter_map(|graph| graph.get(graph.find(id)?));
        let span = finding::line_of(found.next()?, path, self.sources);
        Some(finding::location(span, self.sources))
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
