//! The graph of what the settings name, or a part of it.

mod filter;

use super::check::{REPORT_VERSION, entries};
use super::found::Found;
use super::models::Models;
use super::pipeline::Judging;
use super::policies::policies;
use super::summary::summary;
use super::{Progress, Settings, Stage, selection};
use crate::finding::{self, Finding, Location, Suppressions};
use crate::graph::{GraphDocument, ResourceGraph};
use crate::policy::Rule;
use crate::report::Report;
use crate::source::{Diagnostic, Sources};
use std::collections::{BTreeMap, BTreeSet};

/// Which part of the graph is wanted. Lists are as typed; an empty one asks for nothing.
#[derive(Clone, Debug, Default)]
pub struct GraphRequest {
    /// Resources by id, by address (with or without instance keys) or by a pattern of either.
    pub resources: Vec<String>,
    /// Resources by kind, or by a pattern of kinds.
    pub kinds: Vec<String>,
    /// Resources by what is found: fingerprints, and rules as `--select` takes them.
    pub findings: Vec<String>,
    /// How many references may lie between those resources and others that are shown, too; none for one where
    /// resources or findings are asked for, and else none at all.
    pub depth: Option<usize>,
    /// Whether findings are wanted; they always are where resources are asked for by what is found.
    pub judged: bool,
}

/// The graph that was asked for.
#[derive(Debug)]
pub struct Graphed {
    /// Sensitive values are left out of it.
    pub document: GraphDocument,
    /// What was found in it, and what went wrong in making it.
    pub report: Report,
    /// The block's header or the `kind:` line of every resource in the document, by id.
    pub places: BTreeMap<String, Location>,
    /// The files it was made from.
    pub sources: Sources,
    /// Something was asked for that is not there: the report says what, and the document is not worth showing.
    pub refused: bool,
}

/// The graph of what the settings name, as far as it is wanted.
pub fn graph(settings: &Settings, request: &GraphRequest, progress: &dyn Progress) -> Graphed {
    progress.begin(Stage::Discover, None);
    let found = Found::of(settings);
    let sources = &found.loaded().sources;
    let models = Models::of(settings, sources, &found.loaded().files, progress);
    let mut diagnostics: Vec<Diagnostic> = found.diagnostics().cloned().collect();
    diagnostics.extend(found.concerned(models.diagnostics().cloned()));
    let judged = match request.judged || !request.findings.is_empty() {
        true => Judged::of(settings, request, &models, sources, progress),
        false => Judged::default(),
    };
    diagnostics.extend(judged.diagnostics);

    let graph = models.first().map(|model| &model.graph);
    let mut document = graph.map(GraphDocument::printable).unwrap_or_default();
    let mut findings = judged.findings;
    let chosen = filter::chosen(request, &document, &findings, &judged.known);
    let refused = chosen.is_err();
    match chosen {
        Ok(None) => {}
        Ok(Some(kept)) => {
            document.retain(&kept);
            findings.retain(|finding| finding.instances.iter().any(|instance| kept.contains(&instance.id)));
        }
        Err(unknown) => diagnostics.extend(unknown),
    }
    findings
        .retain(|finding| judged.selected.contains(&finding.rule) || request.names(finding, &judged.known));
    let mut summary = summary(&found, &models, &findings);
    summary.rules_selected = judged.selected.len();
    let report = Report {
        version: REPORT_VERSION,
        summary,
        diagnostics: entries(&diagnostics, sources),
        findings,
        abstention: None,
        rules: judged.known,
        sensitive: models.sensitive(),
    };
    let places = graph.map(|graph| places(&document, graph, sources)).unwrap_or_default();
    Graphed { document, report, places, sources: found.into_sources(), refused }
}

impl GraphRequest {
    /// Whether a finding is asked for, by its own name or by that of its rule.
    fn names(&self, finding: &Finding, rules: &[Rule]) -> bool {
        self.findings.iter().any(|text| match selection::matching(text, rules).as_slice() {
            [] => finding.fingerprint.starts_with(&text.to_ascii_lowercase()),
            named => named.iter().any(|rule| rule.id == finding.rule),
        })
    }
}

/// What rules say of the graph.
#[derive(Default)]
struct Judged {
    findings: Vec<Finding>,
    diagnostics: Vec<Diagnostic>,
    /// Every rule there is.
    known: Vec<Rule>,
    /// Ids of the rules whose findings are wanted.
    selected: BTreeSet<String>,
}

impl Judged {
    /// Runs the selected rules; where findings are asked for by name, every rule, since it may be any that has
    /// found them.
    fn of(
        settings: &Settings,
        request: &GraphRequest,
        models: &Models,
        sources: &Sources,
        progress: &dyn Progress,
    ) -> Judged {
        let (policies, mut diagnostics) = policies(settings);
        let (selected, unknown) = settings.selection.resolve(policies.rules());
        diagnostics.extend(unknown);
        let run = match request.findings.is_empty() {
            true => selected.clone(),
            false => policies.rules().iter().map(|rule| rule.id.clone()).collect(),
        };
        let stand_ins = settings.selection.stand_ins(policies.rules(), &run);
        let resolve = |name: &str| selection::resolve_name(name, policies.rules());
        let suppressions =
            Suppressions::of(sources, settings.today, &resolve, settings.others_hold(policies.rules()));
        let judging = Judging {
            sources,
            policies: &policies,
            selected: &run,
            stand_ins: &stand_ins,
            suppressions: &suppressions,
            rated: false,
            keep_covered: false,
        };
        let mut judgement = models.judge(&judging, progress);
        diagnostics.append(&mut judgement.diagnostics);
        let known = policies.into_rules(&run);
        Judged { findings: judgement.findings, diagnostics, known, selected }
    }
}

/// Where every resource of a document is declared.
fn places(document: &GraphDocument, graph: &ResourceGraph, sources: &Sources) -> BTreeMap<String, Location> {
    let place = |id: &String| {
        let resource = graph.get(graph.find(id)?)?;
        Some((id.clone(), finding::location(resource.header, sources)))
    };
    document.resources.values().flatten().filter_map(|resource| place(&resource.id)).collect()
}
