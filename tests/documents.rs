//! What policies may not do with what is unknown, tried on the documents of all their cases: making any one value
//! unknown adds no open violation and turns none into silence. On the documents of all cases, and on one in sixteen of
//! the changed ones, both engines agree.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test fails by panicking, and reads and runs what it has to"
)]

use purlin::evaluate::{kubernetes, terraform};
use purlin::graph::{DocumentReference, GraphDocument, ResourceGraph, ResourceIndex};
use purlin::lint::cases::{self, Case};
use purlin::policy::{self, Outcome, PolicyRun, PolicySet, Violation};
use purlin::source::{self, DiscoverOptions};
use rayon::prelude::*;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn policies() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("policies")
}

/// The graph of a case, as its rule gets to see it.
fn model(case: &Case) -> (ResourceGraph, GraphDocument) {
    let options = DiscoverOptions { root: Some(case.folder.clone()), ..DiscoverOptions::default() };
    let found = source::discover(&[case.folder.join(&case.name)], &options);
    let modules = terraform::evaluate(&found.sources, &found.files, &terraform::Inputs::default()).modules;
    let manifests = kubernetes::read(&found.sources, &found.files).manifests;
    let graph = ResourceGraph::build(&modules, &manifests);
    let document = GraphDocument::new(&graph);
    (graph, document)
}

/// Every path to a value below `value`.
fn paths(value: &Value, path: &mut Vec<Value>, found: &mut Vec<Vec<Value>>) {
    let children: Vec<(Value, &Value)> = match value {
        Value::Object(fields) => fields.iter().map(|(key, child)| (key.as_str().into(), child)).collect(),
        Value::Array(items) => items.iter().enumerate().map(|(at, child)| (at.into(), child)).collect(),
        _ => Vec::new(),
    };
    for (step, child) in children {
        path.push(step);
        found.push(path.clone());
        paths(child, path, found);
        path.pop();
    }
}

/// Takes the value at a path out: in a list, null stays in its place.
fn take_out(value: &mut Value, path: &[Value]) {
    let Some((last, above)) = path.split_last() else { return };
    let holder = above.iter().try_fold(value, |value, step| match step {
        Value::String(key) => value.get_mut(key),
        at => value.get_mut(usize::try_from(at.as_u64()?).ok()?),
    });
    match (holder, last) {
        (Some(Value::Object(fields)), Value::String(key)) => drop(fields.remove(key)),
        (Some(Value::Array(items)), at) => {
            let at = at.as_u64().and_then(|at| items.get_mut(usize::try_from(at).ok()?));
            at.into_iter().for_each(|item| *item = Value::Null);
        }
        _ => {}
    }
}

/// How a value becomes unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Variant {
    /// What it refers to is still known.
    Referring,
    /// Nothing is known of it.
    Nothing,
    /// Of a list: what it holds is unknown, and how many.
    Many,
}

/// The document with one value of one resource made unknown; nothing where that cannot be said of a document.
fn with_unknown(
    document: &GraphDocument,
    id: &str,
    path: &[Value],
    variant: Variant,
) -> Option<GraphDocument> {
    let mut changed = document.clone();
    let resource = changed.resources.values_mut().flatten().find(|resource| resource.id == id)?;
    if variant == Variant::Many {
        let list = path.iter().try_fold(&mut resource.attributes, |value, step| match step {
            Value::String(key) => value.get_mut(key),
            at => value.get_mut(usize::try_from(at.as_u64()?).ok()?),
        })?;
        list.as_array_mut()?.clear();
        resource.unknown.push(path.iter().cloned().chain(["*".into()]).collect());
    } else {
        take_out(&mut resource.attributes, path);
        resource.unknown.push(path.to_vec());
    }
    if variant != Variant::Referring {
        let kept = |reference: &DocumentReference| !reference.via.starts_with(path);
        resource.references.retain(kept);
        for other in changed.resources.values_mut().flatten() {
            other.referred_by.retain(|reference| reference.id != id || kept(reference));
        }
    }
    for workload in changed.workloads.iter_mut().filter(|workload| workload.id == id) {
        // A pod template that is unknown as a whole is no workload.
        if workload.path.starts_with(path) {
            return None;
        }
        if let Some(inside) = path.strip_prefix(workload.path.as_slice()) {
            if variant == Variant::Many {
                return None;
            }
            take_out(&mut workload.pod_spec, inside);
        }
        workload.containers.retain(|container| !container.path.starts_with(path));
        for container in &mut workload.containers {
            if let Some(inside) = path.strip_prefix(container.path.as_slice()) {
                take_out(&mut container.spec, inside);
            }
        }
    }
    Some(changed)
}

/// `(resource, where)` of the violations with an outcome.
fn with_outcome(run: &PolicyRun, outcome: Outcome) -> BTreeSet<(ResourceIndex, String)> {
    let place = |violation: &policy::Violation| {
        (violation.resource, format!("{:?} {}", violation.at, violation.path))
    };
    run.violations.iter().filter(|violation| violation.outcome == outcome).map(place).collect()
}

/// `(resource, where)` of what violations show as evidence: where several places are one violation, another of them
/// stands for all when the first is unknown.
fn evident(run: &PolicyRun) -> BTreeSet<(ResourceIndex, String)> {
    let open = run.violations.iter().filter(|violation| violation.outcome == Outcome::Violated);
    let places = open.flat_map(|violation| {
        let place = |one: &policy::Evidence| (violation.resource, format!("{:?} {}", one.resource, one.path));
        violation.evidence.iter().map(place).collect::<Vec<_>>()
    });
    places.collect()
}

/// What is wrong with how the outcome changed.
fn complaint(before: &PolicyRun, after: &PolicyRun) -> Option<String> {
    if let Some(diagnostic) = after.diagnostics.first() {
        return Some(diagnostic.message.clone());
    }
    let open = with_outcome(before, Outcome::Violated);
    let still_open = with_outcome(after, Outcome::Violated);
    let evident = evident(before);
    if let Some((_, place)) = still_open.difference(&open).find(|one| !evident.contains(one)) {
        return Some(format!("opens a violation at {place}"));
    }
    let heard: BTreeSet<ResourceIndex> =
        after.violations.iter().map(|violation| violation.resource).collect();
    let silenced = open.iter().find(|(resource, _)| !heard.contains(resource));
    silenced.map(|(_, place)| format!("silences the violation at {place}"))
}

/// Whether both find the same, except that what is interpreted leaves more undecided: only what is compiled can be
/// asked what it may find.
fn agrees(compiled: &PolicyRun, interpreted: &PolicyRun) -> bool {
    let both = |one: &Violation| compiled.violations.contains(one);
    compiled.violations.iter().all(|one| interpreted.violations.contains(one))
        && interpreted.violations.iter().all(|one| one.outcome == Outcome::Undecided || both(one))
}

/// Of how many changed documents one is interpreted too: that takes many times as long.
const INTERPRETED: usize = 16;

fn try_case(case: &Case, compiled: &PolicySet, interpreted: &PolicySet) -> Vec<String> {
    let (graph, document) = model(case);
    let selected = BTreeSet::from([case.rule.clone()]);
    let run = |set: &PolicySet, document: &GraphDocument| policy::run(set, &selected, &graph, document);
    let before = run(compiled, &document);
    let mut complaints = Vec::new();
    let mut tried = 0_usize;
    let mut check = |what: String, document: &GraphDocument, after: &PolicyRun| {
        let other = tried.is_multiple_of(INTERPRETED).then(|| run(interpreted, document));
        tried += 1;
        if let Some(other) = other
            // The interpreter breaks off where it is to go through null.
            && (!agrees(after, &other) || other.diagnostics != after.diagnostics)
            && !other.diagnostics.iter().any(|one| one.message.contains("expects array/set/object. Got `null`"))
        {
            let said = |run: &PolicyRun| format!("{:?} {:?}", run.violations, run.diagnostics);
            let [compiled, interpreted] = [said(after), said(&other)];
            complaints.push(format!(
                "{} {}: the engines differ {what}: {compiled} when compiled, {interpreted} when interpreted",
                case.rule, case.name
            ));
        }
        if let Some(complaint) = complaint(&before, after) {
            complaints.push(format!("{} {}: {what} {complaint}", case.rule, case.name));
        }
    };
    check("as it is".to_owned(), &document, &before);
    for resource in document.resources.values().flatten() {
        let mut all = Vec::new();
        paths(&resource.attributes, &mut Vec::new(), &mut all);
        for path in all {
            for variant in [Variant::Referring, Variant::Nothing, Variant::Many] {
                if let Some(changed) = with_unknown(&document, &resource.id, &path, variant) {
                    let what = format!(
                        "making {} of {} unknown ({variant:?})",
                        Value::from(path.clone()),
                        resource.id
                    );
                    check(what, &changed, &run(compiled, &changed));
                }
            }
        }
    }
    complaints
}

#[test]
fn nothing_unknown_opens_or_silences_a_violation() {
    let compiled = PolicySet::builtin();
    let is_rego = |path: &Path| path.extension().is_some_and(|extension| extension == "rego");
    let (interpreted, diagnostics) =
        PolicySet::load_interpreted(source::read_tree(&policies(), &is_rego).unwrap());
    assert_eq!(diagnostics, []);
    let all = cases::find(&policies()).unwrap();
    assert!(!all.is_empty());
    let complaints: Vec<String> =
        all.par_iter().flat_map_iter(|case| try_case(case, &compiled, &interpreted)).collect();
    assert!(complaints.is_empty(), "{} in all:\n{}", complaints.len(), complaints.join("\n"));
}
