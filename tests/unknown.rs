//! Not knowing never helps and never accuses: each value of each case is made unknown in turn. No resource may then
//! be reported that was not before, and none that was may pass.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test fails by panicking, and reads and runs what it has to"
)]

use purlin::evaluate::kubernetes::{self, Manifest};
use purlin::evaluate::terraform::{self, EvaluatedModule, Inputs};
use purlin::evaluate::{Data, LinkKind, Origin, Reason, Step, Unknown, Value};
use purlin::graph::{GraphDocument, ResourceGraph};
use purlin::lint::cases::{self, Case};
use purlin::policy::{self, Outcome, PolicySet};
use purlin::source::{self, DiscoverOptions};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

/// What a rule says of each resource that it says something of: whether it is at fault, or cannot be judged.
type Verdicts = BTreeMap<String, Outcome>;

fn judge(rule: &str, policies: &PolicySet, graph: &ResourceGraph, document: &GraphDocument) -> Verdicts {
    let run = policy::run(policies, &BTreeSet::from([rule.to_owned()]), graph, document);
    assert_eq!(run.diagnostics, [], "{rule}");
    let mut verdicts = Verdicts::new();
    for violation in &run.violations {
        let id = graph.get(violation.resource).unwrap().id.to_string();
        let verdict = verdicts.entry(id).or_insert(violation.outcome);
        *verdict = (*verdict).min(violation.outcome);
    }
    verdicts
}

/// What is wrong with what a rule says once something is unknown.
fn complaints(known: &Verdicts, unknown: &Verdicts, graph: &ResourceGraph) -> Vec<String> {
    let mut found = Vec::new();
    for (id, outcome) in unknown {
        if *outcome == Outcome::Violated && known.get(id) != Some(&Outcome::Violated) {
            found.push(format!("{id} is newly accused"));
        }
    }
    for (id, outcome) in known {
        if *outcome == Outcome::Violated && !unknown.contains_key(id) && !lost_its_shape(id, graph) {
            found.push(format!("{id} passes"));
        }
    }
    found
}

/// Whether a resource is an object of a custom kind that no longer has the shape by which such objects are known to
/// make pods.
fn lost_its_shape(id: &str, graph: &ResourceGraph) -> bool {
    let index = graph.find(id).unwrap();
    let group = graph.get(index).and_then(|resource| resource.api_version.as_deref()).unwrap_or_default();
    group.contains('.') && !graph.pod_templates.iter().any(|template| template.resource == index)
}

/// Every path into a value, its own left out.
fn paths(value: &Value, at: &mut Vec<Step>, found: &mut Vec<Vec<Step>>) {
    if !at.is_empty() && !matches!(value.data, Data::Null | Data::Unknown(_)) {
        found.push(at.clone());
    }
    for (key, child) in value.entries().into_iter().flatten() {
        at.push(Step::Key(key.clone()));
        paths(child, at, found);
        at.pop();
    }
    for (position, child) in value.items().into_iter().flatten().enumerate() {
        at.push(Step::Index(position));
        paths(child, at, found);
        at.pop();
    }
}

/// The value with what is at a path unknown. What it refers to stays known, as with an attribute that the provider
/// computes. `filled`: it is still known that there is a text.
fn without(value: &Value, path: &[Step], filled: bool) -> Value {
    let Some((step, rest)) = path.split_first() else {
        let origin = Origin::new(LinkKind::Computed, value.origin.span(), Value::contributing([value]));
        let unknown = Unknown { not_null: filled, filled, ..Unknown::because(Reason::Computed) };
        return Value::new(Data::Unknown(Arc::new(unknown)), origin);
    };
    let data = match (&value.data, step) {
        (Data::Mapping(kind, entries), Step::Key(key)) => {
            let mut entries = (**entries).clone();
            let child = without(&entries[key], rest, filled);
            entries.insert(key.clone(), child);
            Data::Mapping(*kind, Arc::new(entries))
        }
        (Data::Sequence(kind, items), Step::Index(position)) => {
            let mut items = (**items).clone();
            items[*position] = without(&items[*position], rest, filled);
            Data::Sequence(*kind, Arc::new(items))
        }
        _ => unreachable!("the path leads into the value"),
    };
    Value::new(data, value.origin.clone())
}

/// What the files of a case declare.
struct Declared {
    modules: Vec<EvaluatedModule>,
    manifests: Vec<Manifest>,
}

impl Declared {
    fn of(case: &Case) -> Declared {
        let options = DiscoverOptions { root: Some(case.folder.clone()), ..DiscoverOptions::default() };
        let discovery = source::discover(&[case.folder.join(&case.name)], &options);
        let modules = terraform::evaluate(&discovery.sources, &discovery.files, &Inputs::default()).modules;
        let manifests = kubernetes::read(&discovery.sources, &discovery.files).manifests;
        Declared { modules, manifests }
    }

    /// Every object and the attributes of every resource and provider.
    fn values(&mut self) -> Vec<&mut Value> {
        let values = self.modules.iter_mut().flat_map(|module| {
            let resources = module.resources.iter_mut().map(|resource| match &mut resource.declared {
                Some(declared) => &mut Arc::make_mut(declared).body,
                None => &mut resource.attributes,
            });
            resources.chain(module.configurations.iter_mut().map(|one| &mut one.attributes))
        });
        values.chain(self.manifests.iter_mut().map(|manifest| &mut manifest.body)).collect()
    }

    fn graph(&self) -> ResourceGraph {
        ResourceGraph::build(&self.modules, &self.manifests)
    }
}

/// Makes values unknown where they are declared: all that is derived from them follows.
fn declared_values(case: &Case, policies: &PolicySet) -> (usize, Vec<String>) {
    let mut declared = Declared::of(case);
    let graph = declared.graph();
    let known = judge(&case.rule, policies, &graph, &GraphDocument::new(&graph));
    let (mut tried, mut failures) = (0, Vec::new());
    for position in 0..declared.values().len() {
        let whole = declared.values()[position].clone();
        let mut found = Vec::new();
        paths(&whole, &mut Vec::new(), &mut found);
        let tries = found.iter().filter(|path| !names_it(path)).flat_map(|path| {
            let filled = is_text(&whole, path).then_some((path, true));
            [(path, false)].into_iter().chain(filled)
        });
        for (path, filled) in tries {
            *declared.values()[position] = without(&whole, path, filled);
            let graph = declared.graph();
            let unknown = judge(&case.rule, policies, &graph, &GraphDocument::new(&graph));
            tried += 1;
            failures.extend(
                complaints(&known, &unknown, &graph)
                    .into_iter()
                    .map(|failure| format!("{} {}: {} unknown: {failure}", case.rule, case.name, show(path))),
            );
        }
        *declared.values()[position] = whole;
    }
    (tried, failures)
}

/// Whether a text that is not empty, and not one of JSON, stands at a path.
fn is_text(value: &Value, path: &[Step]) -> bool {
    let found = path.iter().try_fold(value, |value, step| match step {
        Step::Key(key) => value.get(key),
        Step::Index(at) => value.items()?.get(*at),
        Step::Any => None,
    });
    found
        .and_then(Value::as_str)
        .is_some_and(|text| !text.is_empty() && !text.trim_start().starts_with(['{', '[']))
}

/// Whether a path leads to what names a Kubernetes object or says what it is: always written out.
fn names_it(path: &[Step]) -> bool {
    let names = ["apiVersion", "kind", "metadata"];
    matches!(path, [Step::Key(key)] if names.contains(&&**key))
}

fn show(path: &[Step]) -> String {
    purlin::evaluate::Path(path.to_vec()).to_string()
}

#[test]
fn a_value_that_is_unknown_neither_accuses_nor_acquits() {
    let policies = PolicySet::builtin();
    let all = cases::find(&Path::new(env!("CARGO_MANIFEST_DIR")).join("policies")).unwrap();
    let results: Vec<(usize, Vec<String>)> =
        all.par_iter().map(|case| declared_values(case, &policies)).collect();
    let tried: usize = results.iter().map(|(tried, _)| tried).sum();
    let failures: Vec<String> = results.into_iter().flat_map(|(_, failures)| failures).collect();
    assert!(failures.is_empty(), "{} of {tried}:\n{}", failures.len(), failures.join("\n"));
    assert!(tried > 1000, "only {tried} values were tried");
}
