//! What may not be printed: the text of values that are declared sensitive.

use crate::evaluate::{Data, LinkKind, Origin, Value};
use crate::graph::{Resource, ResourceGraph, ResourceIndex, names_a_secret};
use crate::policy::Violation;
use crate::source::Span;
use std::collections::{BTreeMap, BTreeSet};

/// Texts shorter than this are too common to be taken out of a message wherever they occur.
const SHORTEST_SECRET: usize = 4;
/// How deep values and origins are followed.
const DEEPEST: usize = 64;

/// Where the sensitive values of a graph were written: what code frames cover. Ordered by file and place.
pub fn sensitive_spans(graph: &ResourceGraph) -> Vec<Span> {
    let mut spans = BTreeSet::new();
    for resource in &graph.resources {
        visit(&resource.attributes, &mut |value| literals(&value.origin, &mut spans));
        spans.extend(held_by_secret(resource).map(|value| value.origin.span()));
        let arguments = resource.api_version.is_none();
        named_secrets(&resource.attributes, arguments, 0, &mut spans);
    }
    spans.into_iter().collect()
}

/// Adds where the texts were written that follow a flag of a command whose name says that they are secret, and those
/// that `arguments` of Terraform hold: what is written as the default of a variable may have a name that says nothing.
fn named_secrets(value: &Value, arguments: bool, depth: usize, spans: &mut BTreeSet<Span>) {
    if depth >= DEEPEST {
        return;
    }
    let mut after_flag = false;
    for item in value.items().unwrap_or_default() {
        let text = item.as_str();
        if after_flag && text.is_some_and(|text| !text.starts_with('-')) {
            literals(&item.origin, spans);
        }
        after_flag = text.is_some_and(|text| text.starts_with('-') && names_a_secret(text));
        named_secrets(item, arguments, depth + 1, spans);
    }
    for (name, entry) in value.entries().into_iter().flatten() {
        match &entry.data {
            Data::String(_) if arguments && names_a_secret(name) => literals(&entry.origin, spans),
            _ => named_secrets(entry, arguments, depth + 1, spans),
        }
    }
}

/// What a Kubernetes Secret holds, whatever its names say.
fn held_by_secret(resource: &Resource) -> impl Iterator<Item = &Value> {
    let parts = if &*resource.kind == "Secret" { &["data", "stringData"][..] } else { &[] };
    let entries = parts.iter().filter_map(|part| resource.attributes.get(part)?.entries());
    entries.flat_map(|entries| entries.values())
}

/// The sensitive strings below `attributes`, longest first.
fn secrets(attributes: &Value) -> Vec<String> {
    let mut found = BTreeSet::new();
    visit(attributes, &mut |value| {
        if let Data::String(text) = &value.data
            && text.chars().count() >= SHORTEST_SECRET
        {
            found.insert(text.to_string());
        }
    });
    let mut found: Vec<String> = found.into_iter().collect();
    found.sort_by_key(|text| std::cmp::Reverse(text.len()));
    found
}

/// The sensitive strings of resources that violations are about.
pub(super) struct Secrets(BTreeMap<ResourceIndex, Vec<String>>);

impl Secrets {
    /// Those of every resource that a policy's message may have been made from.
    pub(super) fn of(violations: &[Violation], graph: &ResourceGraph) -> Secrets {
        let concerned: BTreeSet<ResourceIndex> = violations.iter().flat_map(concerned).collect();
        let held = concerned.into_iter().filter_map(|index| {
            let secrets = secrets(&graph.get(index)?.attributes);
            (!secrets.is_empty()).then_some((index, secrets))
        });
        Secrets(held.collect())
    }

    /// A text that the policy of a violation made. It sees sensitive values; the text must not repeat them.
    pub(super) fn kept_out_of(&self, text: &str, violation: &Violation) -> String {
        let held = concerned(violation).filter_map(|index| self.0.get(&index));
        held.flatten().fold(text.to_owned(), |text, secret| match text.contains(secret.as_str()) {
            true => text.replace(secret.as_str(), "(sensitive)"),
            false => text,
        })
    }
}

/// The resources that the texts of a violation may have been made from.
fn concerned(violation: &Violation) -> impl Iterator<Item = ResourceIndex> {
    let evidence = violation.evidence.iter().map(|evidence| evidence.resource);
    [violation.resource, violation.at].into_iter().chain(evidence)
}

/// Calls `see` for each sensitive value at or below `value`, for what lies below one too.
fn visit(value: &Value, see: &mut impl FnMut(&Value)) {
    walk(value, 0, false, see);
}

fn walk(value: &Value, depth: usize, above: bool, see: &mut impl FnMut(&Value)) {
    let sensitive = above || value.sensitive;
    if sensitive {
        see(value);
    }
    if depth >= DEEPEST {
        return;
    }
    match &value.data {
        Data::Sequence(_, items) => items.iter().for_each(|item| walk(item, depth + 1, sensitive, see)),
        Data::Mapping(_, entries) => {
            entries.values().for_each(|entry| walk(entry, depth + 1, sensitive, see))
        }
        _ => {}
    }
}

/// Adds the literals a value came from. References are not followed: what another resource holds is judged there.
fn literals(origin: &Origin, spans: &mut BTreeSet<Span>) {
    let mut seen = rustc_hash::FxHashSet::default();
    let mut pending = vec![(origin, 0)];
    while let Some((origin, depth)) = pending.pop() {
        let link = origin.link();
        if depth > DEEPEST || !seen.insert(std::ptr::from_ref(link) as usize) {
            continue;
        }
        match link.kind {
            LinkKind::Literal => {
                spans.insert(link.span);
            }
            LinkKind::Arm => pending.extend(link.from.first().map(|arm| (arm, depth + 1))),
            _ => pending.extend(link.from.iter().map(|from| (from, depth + 1))),
        }
    }
}
