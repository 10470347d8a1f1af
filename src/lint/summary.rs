//! Counts of what a run looked at, and of what it could not judge.

use super::found::Found;
use super::models::Models;
use super::unread::{UNREAD, unread};
use super::unrendered::unrendered;
use crate::finding::{self, Finding, State};
use crate::report::{Awaited, SkippedFiles, Summary, severity_name};
use crate::source::{FileKind, Span};
use std::collections::{BTreeMap, BTreeSet};

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
    let open_ones = || findings.iter().filter(|finding| finding.state == State::Open);
    let groups = open_ones().map(|finding| finding.group.as_str()).collect::<BTreeSet<_>>().len();
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
        open: by_severity(open_ones()),
        groups,
        before_overlays: before_overlays(models, findings),
        open_aside: open_aside(findings),
        undecided: undecided().count(),
        undecided_resources: resources_of(undecided()),
        undecided_places: undecided().map(|finding| &finding.location).collect::<BTreeSet<_>>().len(),
        undecided_mostly: awaited(undecided()),
        suppressed: suppressed().count(),
        suppressed_for_others: suppressed().filter(for_others).count(),
        baselined: findings.iter().filter(|finding| finding.state == State::Baselined).count(),
        ..Summary::default()
    }
}

/// How many findings there are, by the name of their severity.
fn by_severity<'f>(findings: impl Iterator<Item = &'f Finding>) -> BTreeMap<String, usize> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for finding in findings {
        *counts.entry(severity_name(finding.severity).to_owned()).or_default() += 1;
    }
    counts
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
