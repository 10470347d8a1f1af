//! Releases of charts: a chart is not rendered, so that what it makes is not judged, which has to be said.

use super::models::Models;
use crate::evaluate::Value;
use crate::graph::Resource;
use crate::source::Span;
use std::collections::{BTreeMap, BTreeSet};

/// Kinds of which every one is a release.
const RELEASES: [&str; 3] =
    ["helm_release", "HelmRelease.helm.toolkit.fluxcd.io", "HelmChart.helm.cattle.io"];

/// How many releases of `concerned` places there are, by kind.
pub(super) fn unrendered(models: &Models, concerned: &dyn Fn(Span) -> bool) -> BTreeMap<String, usize> {
    let releases = models.graphs().flat_map(|graph| &graph.resources).filter(|one| is_release(one));
    // The same resource in two environments counts once.
    let mut found: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for release in releases.filter(|release| concerned(release.header)) {
        let kind = release.kind.split('.').next().unwrap_or_default();
        found.entry(kind).or_default().insert(&release.id.0);
    }
    found.into_iter().map(|(kind, releases)| (kind.to_owned(), releases.len())).collect()
}

/// Whether everything of a kind is a release of a chart.
pub(super) fn releases(kind: &str) -> bool {
    RELEASES.contains(&kind)
}

fn is_release(resource: &Resource) -> bool {
    let spec = || resource.attributes.get("spec");
    match &*resource.kind {
        "Application.argoproj.io" => spec().is_some_and(renders),
        "ApplicationSet.argoproj.io" => {
            spec().and_then(|spec| spec.get("template")?.get("spec")).is_some_and(renders)
        }
        kind => releases(kind),
    }
}

/// Whether an application of Argo CD has a chart for a source.
fn renders(spec: &Value) -> bool {
    let several = spec.get("sources").and_then(Value::items).into_iter().flatten();
    let mut sources = spec.get("source").into_iter().chain(several);
    sources.any(|source| source.get("chart").is_some() || source.get("helm").is_some())
}
