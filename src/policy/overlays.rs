//! Violations that rest on what overlays change.

use super::{Awaited, Outcome, Violation};
use crate::evaluate::Path;
use crate::evaluate::kubernetes::{Deed, Patched};
use crate::graph::{ResourceGraph, ResourceIndex};

/// Leaves a violation undecided if every way to a cluster changes what it rests on or is shown by; if only some do, it
/// holds, and says so.
pub(super) fn apply(violation: &mut Violation, graph: &ResourceGraph) {
    if graph.patches.is_empty() {
        return;
    }
    if let Some((place, patch)) = patch(violation, graph, true) {
        let awaited = Awaited::Overlay(patch.overlay.clone());
        violation.message = told(place, patch, violation.resource, graph);
        violation.awaits = Some(awaited);
        violation.outcome = Outcome::Undecided;
    } else if let Some((place, patch)) = patch(violation, graph, false) {
        let told = told(place, patch, violation.resource, graph);
        violation.message = format!("{} (before overlays: {told})", violation.message);
    }
}

/// The first patch that counts, and the place that it changes.
fn patch<'g>(
    violation: &Violation,
    graph: &'g ResourceGraph,
    everywhere: bool,
) -> Option<((ResourceIndex, Path), &'g Patched)> {
    if let Some(patch) = graph.patches.removing(violation.resource).filter(|_| everywhere) {
        return Some(((violation.resource, Path::default()), patch));
    }
    let own = (!violation.by_reference).then_some((violation.at, &violation.path));
    let needs = violation.needs.iter().map(|(at, path)| (*at, path));
    let evidence = violation.evidence.iter().map(|evidence| (evidence.resource, &evidence.path));
    let mut all = own.into_iter().chain(needs).chain(evidence);
    all.find_map(|(at, path)| {
        let patch = graph.patches.to(at, path, everywhere)?;
        Some(((at, path.clone()), patch))
    })
}

/// Says what a patch does to a place.
fn told(
    (at, path): (ResourceIndex, Path),
    patch: &Patched,
    subject: ResourceIndex,
    graph: &ResourceGraph,
) -> String {
    let whose = match graph.get(at) {
        Some(resource) if at != subject => format!(" of {}", resource.address),
        _ => String::new(),
    };
    let what = match path.0.is_empty() || patch.path.0.is_empty() {
        true => "the object".to_owned(),
        false => format!("`{path}`"),
    };
    let Patched { place, overlay, .. } = patch;
    match patch.deed {
        Deed::Sets => format!("{place} sets {what}{whose} in overlay {overlay}"),
        Deed::Removes => format!("{place} removes {what}{whose} in overlay {overlay}"),
        Deed::MaySet => {
            format!("the patch at {place}, which cannot be read, may set {what}{whose} in overlay {overlay}")
        }
    }
}
