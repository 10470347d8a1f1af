//! The input with marks in the places of what is unknown. A policy that finds nothing about a subject in it, whatever
//! that may be, has decided: `"Resource": [aws_s3_bucket.x.arn]` is no matter where `Action` is known to be harmless.

use super::Rule;
use super::compile::{FACTS, Footprint};
use super::input::converted;
use super::machine::holes::{PLAIN, UNKNOWN};
use super::machine::maybe::{gap, is_gap, is_open, is_unknown, one, perhaps, unknown};
use super::results::{Resources, path_of};
use crate::evaluate::{self, Data, LinkKind, MappingKind, Path, Step, json_text};
use crate::graph::{
    self, DocumentResource, DocumentUnknown, GraphDocument, ResourceGraph, ResourceIndex, Workload,
};
use regorus::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What an exposed resource leads to.
const REACHES: &str = "reaches";
/// What every fact has.
const OF_EVERY_FACT: [&str; 4] = ["id", "index", "kind", "unknown"];
/// What stands for parts of a text that are unknown.
const MARKS: graph::Marks = graph::Marks { any: UNKNOWN, plain: PLAIN };
/// Lists of unknown length that are looked into, one inside of the other: each doubles what stands in it.
const MAX_MANY: usize = 4;
/// Stations that are gone back to see what a text is copied from.
const MAX_COPIES: usize = 64;
/// Attributes that are names: of what they belong to, and never JSON.
const NAMES: [&str; 6] = ["arn", "bucket", "function_name", "id", "key_id", "name"];
/// What others read, and cannot name.
const DOCUMENT: &str = "data.aws_iam_policy_document";
/// Kinds and arguments by which the resources of a root may refer to others.
const MAX_LINKS: usize = 40;
/// Whose arguments say how others are linked.
const CLUSTERS: [&str; 4] = ["helm_release", "provider.helm", "provider.kubectl", "provider.kubernetes"];
/// Lists of a pod's containers.
const CONTAINERS: [&str; 3] = ["containers", "initContainers", "ephemeralContainers"];

/// Whether what a policy reads is there to be marked. Who has a role in Google Cloud or Azure is known from what gives
/// the role, and is missing where that is unknown.
pub(super) fn shows_all(rule: &Rule, footprint: &Footprint) -> bool {
    !footprint.facts.contains_key("identities") || matches!(rule.provider.as_str(), "aws" | "kubernetes")
}

/// The input of `document`, marked.
pub(super) fn marked(
    document: &GraphDocument,
    resources: &Resources<'_>,
    graph: &ResourceGraph,
    input: &Value,
) -> Value {
    let mut input = input.clone();
    let roots = roots_with_unknown_links(document, resources, graph);
    for (kind, list) in &document.resources {
        for (position, resource) in list.iter().enumerate() {
            let links = roots.get(resource.root.as_str());
            if resource.unknown.is_empty() && links.is_none() {
                continue;
            }
            let Some(place) = below(&mut input, "resources").and_then(|all| element(all, kind, position))
            else {
                continue;
            };
            let own = unlinked(resource, resources, graph);
            match links {
                // What is unknown of a resource may be what others name it by.
                Some(None) => mark(place, &[Step::from("referred_by"), Step::Any], unknown()),
                Some(Some(_)) if !own.is_empty() && kind != DOCUMENT => {
                    mark(place, &[Step::from("referred_by"), Step::Any], unknown());
                }
                Some(Some(links)) => {
                    let list = below(place, "referred_by").map(Value::as_array_mut);
                    list.into_iter().flatten().for_each(|list| list.extend(links.iter().cloned()));
                }
                None => {}
            }
            mark_resource(place, resource, &own, resources, graph);
        }
    }
    for (position, workload) in document.workloads.iter().enumerate() {
        let Some((index, entry)) = resources.find(&workload.id) else { continue };
        let Some(place) = element(&mut input, "workloads", position).filter(|_| !entry.unknown.is_empty())
        else {
            continue;
        };
        let mut texts = Texts::default();
        for path in &entry.unknown {
            mark_workload(place, workload, path, &texts.known_at(index, path, graph));
        }
    }
    mark_facts(&mut input, document, resources, &roots);
    input
}

/// The subjects that a policy may find something about, from what it gives for the marked input; none where they cannot
/// be told.
pub(super) fn subjects(found: &Value) -> Option<BTreeSet<&str>> {
    let Value::Set(elements) = found else { return None };
    let mut subjects = BTreeSet::new();
    for element in elements.iter().filter(|element| !is_gap(element)) {
        match element.as_object().ok()?.get(&Value::from("resource"))? {
            Value::String(id) if !is_open(&Value::String(id.clone())) => subjects.insert(&**id),
            _ => return None,
        };
    }
    Some(subjects)
}

fn mark_resource(
    place: &mut Value,
    resource: &DocumentResource,
    unlinked: &BTreeSet<Option<Step>>,
    resources: &Resources<'_>,
    graph: &ResourceGraph,
) {
    let Some((index, entry)) = resources.find(&resource.id) else { return };
    if !entry.unknown.is_empty() {
        leave_open(place, &[Step::from("unknown")]);
    }
    let mut texts = Texts::default();
    for path in &entry.unknown {
        let mut within = vec![Step::from("attributes")];
        within.extend(path.0.iter().cloned());
        let attributes = graph.get(index).map(|resource| &resource.attributes);
        if attributes.is_some_and(|whole| mark_many(place, &within, (whole, path), graph, 0)) {
            continue;
        }
        mark(place, &within, texts.known_at(index, path, graph));
        if resource.namespace.is_none() && path.0.first().is_none_or(|step| *step == Step::from("metadata")) {
            mark(place, &[Step::from("namespace")], unknown());
        }
    }
    for argument in unlinked {
        add_reference(place, argument.as_ref());
    }
}

/// Puts into a list what stands for its further elements, where something is known of each of them: twice, since there
/// may be several. Not into one of blocks that has no others, which may not be there at all.
fn mark_many(
    place: &mut Value,
    within: &[Step],
    (whole, path): (&evaluate::Value, &Path),
    graph: &ResourceGraph,
    depth: usize,
) -> bool {
    if depth >= MAX_MANY {
        return false;
    }
    let Some(((Step::Any, within), (Step::Any, way))) = within.split_last().zip(path.0.split_last()) else {
        return false;
    };
    let (list, []) = graph::follow(whole, way) else { return false };
    let list = list.encoded().unwrap_or(list).items().unwrap_or_default();
    let many = list.iter().filter(|item| item.stands_for_many());
    let Some(each) = many.map(evaluate::Value::each).collect::<Option<Vec<_>>>() else { return false };
    let Some(items) = at(place, within).and_then(|list| list.as_array_mut().ok()) else { return false };
    let is_block = |one: &&evaluate::Value| matches!(one.data, Data::Mapping(MappingKind::Resource, _));
    if each.is_empty() || (items.is_empty() && each.iter().any(is_block)) {
        return false;
    }
    for each in each {
        let shown = shown(each, graph, depth + 1);
        items.extend([shown.clone(), shown]);
    }
    items.push(gap());
    true
}

/// A value as policies see it, marked.
fn shown(value: &evaluate::Value, graph: &ResourceGraph, depth: usize) -> Value {
    let (json, holes) = graph::shown(value);
    let mut shown = converted(&json);
    for path in holes.iter().map(|path| path_of(path)) {
        if mark_many(&mut shown, &path.0, (value, &path), graph, depth) {
            continue;
        }
        let (hole, rest) = graph::follow(value, &path.0);
        let known = if rest.is_empty() { outline(hole, graph) } else { None };
        mark(&mut shown, &path.0, known.map_or_else(unknown, Value::from));
    }
    shown
}

/// What is known of the text at a path, unless it may turn out to be JSON, which is shown as what it holds.
fn text_at(resource: ResourceIndex, path: &Path, graph: &ResourceGraph) -> Option<String> {
    let (value, rest) = graph.value_at(resource, path)?;
    if rest.is_empty() { outline(value, graph) } else { None }
}

fn outline(value: &evaluate::Value, graph: &ResourceGraph) -> Option<String> {
    graph::outline(value, MARKS, graph).filter(|text| !may_be_json(text))
}

/// What texts of a resource hold that are JSON with holes, by where they stand: each is read once, however many holes it
/// has.
#[derive(Default)]
struct Texts(BTreeMap<Path, Option<evaluate::Value>>);

impl Texts {
    /// What stands for what is unknown at a path: the text that is known of it, with holes.
    fn known_at(&mut self, resource: ResourceIndex, path: &Path, graph: &ResourceGraph) -> Value {
        let known = text_at(resource, path, graph).or_else(|| self.text_at(resource, path, graph));
        known.map_or_else(unknown, Value::from)
    }

    /// What is known of the text at a path that leads into such a text.
    fn text_at(&mut self, resource: ResourceIndex, path: &Path, graph: &ResourceGraph) -> Option<String> {
        let (text, rest) = graph.value_at(resource, path)?;
        let (way, _) = path.0.split_at_checked(path.0.len().checked_sub(rest.len())?)?;
        let inside = self.0.entry(Path(way.to_vec())).or_insert_with(|| json_text::decoded(text)).as_ref()?;
        let (value, rest) = graph::follow(inside, rest);
        if rest.is_empty() { outline(value, graph) } else { None }
    }
}

fn may_be_json(holed: &str) -> bool {
    holed.trim_start().starts_with(['{', '[', UNKNOWN]) && holed.trim_end().ends_with(['}', ']', UNKNOWN])
}

/// By which of its arguments a resource may refer to something that it is not known to refer to; none stands for any. A
/// text that is made of something of another resource refers to that one.
fn unlinked(
    resource: &DocumentResource,
    resources: &Resources<'_>,
    graph: &ResourceGraph,
) -> BTreeSet<Option<Step>> {
    let Some((index, entry)) = resources.find(&resource.id) else { return BTreeSet::new() };
    let vias: Vec<Path> = resource.references.iter().map(|reference| path_of(&reference.via)).collect();
    let is_linked = |path: &Path| {
        let mut vias = vias.iter().filter(|via| !via.0.is_empty());
        let is_told = || text_at(index, path, graph).is_some() || is_name(index, path, graph);
        vias.any(|via| path.0.starts_with(&via.0)) && is_told()
    };
    // What an object of Kubernetes refers to rests on several things together, its namespace among them.
    let is_told = is_of_terraform(&resource.kind);
    let open = entry.unknown.iter().filter(|path| !is_linked(path));
    open.map(|path| path.0.first().filter(|_| is_told).cloned()).collect()
}

fn is_of_terraform(kind: &str) -> bool {
    kind.starts_with(|first: char| first.is_ascii_lowercase()) && !kind.starts_with("kube")
}

/// Whether the text at a path is but the name of something that is made here, which names nothing else.
fn is_name(resource: ResourceIndex, path: &Path, graph: &ResourceGraph) -> bool {
    let Some((value, [])) = graph.value_at(resource, path) else { return false };
    let mut copies =
        std::iter::successors(Some(&value.origin), |origin| origin.copied_from()).take(MAX_COPIES);
    let named = copies.find_map(|origin| match &origin.link().kind {
        LinkKind::Reference(id, path) => Some((id, path)),
        _ => None,
    });
    let Some((id, Path(attribute))) = named.filter(|_| value.origin.is_copy()) else { return false };
    let made = graph.find(&id.0).and_then(|index| graph.get(index));
    let is_made = made.is_some_and(|made| !made.kind.starts_with("data."));
    is_made && matches!(attribute.as_slice(), [Step::Key(name)] if NAMES.contains(&&**name))
}

/// Adds to the references of a resource those that there may be by an argument, or by any.
fn add_reference(place: &mut Value, argument: Option<&Step>) {
    let list = below(place, "references").map(Value::as_array_mut);
    match (list, argument) {
        (Some(Ok(list)), Some(Step::Key(argument))) => list.push(link(unknown(), argument)),
        _ => mark(place, &[Step::from("references"), Step::Any], unknown()),
    }
}

/// Any number of references by an argument, at whose other end lies something of a kind.
fn link(kind: Value, argument: &str) -> Value {
    let via = Value::from(vec![Value::from(argument), unknown()]);
    let rest = ["id", "index", "reads", "relation"].into_iter().map(|name| (name, unknown()));
    let fields = rest.chain([("kind", kind), ("via", via)]);
    perhaps(fields.map(|(name, value)| (Value::from(name), value)).collect())
}

/// Where such resources lie, and what they may refer by to others there; none where it may be by anything.
fn roots_with_unknown_links<'d>(
    document: &'d GraphDocument,
    resources: &Resources<'_>,
    graph: &ResourceGraph,
) -> BTreeMap<&'d str, Option<Vec<Value>>> {
    let mut roots: BTreeMap<&str, Option<BTreeSet<(&str, Step)>>> = BTreeMap::new();
    for (kind, resource) in
        document.resources.iter().flat_map(|(kind, all)| all.iter().map(move |one| (kind, one)))
    {
        for argument in unlinked(resource, resources, graph) {
            let links = roots.entry(resource.root.as_str()).or_insert_with(|| Some(BTreeSet::new()));
            // By what a provider is given it is told which cluster its objects run on.
            let argument = argument.filter(|_| !CLUSTERS.contains(&kind.as_str()));
            match (argument, &mut *links) {
                (Some(argument), Some(known)) if known.len() < MAX_LINKS => {
                    known.insert((kind, argument));
                }
                _ => *links = None,
            }
        }
    }
    let written = |(kind, argument): &(&str, Step)| match argument {
        Step::Key(argument) => Some(link(Value::from(*kind), argument)),
        _ => None,
    };
    let written = |links: BTreeSet<(&str, Step)>| links.iter().map(written).collect::<Option<Vec<Value>>>();
    roots.into_iter().map(|(root, links)| (root, links.and_then(written))).collect()
}

/// Marks in a workload what is unknown at a path of its resource, of which so much is known.
fn mark_workload(place: &mut Value, workload: &Workload, path: &Path, known: &Value) {
    let field = |name: &str| Step::from(name);
    let is_namespace = path.0.first().is_none_or(|step| *step == field("metadata"));
    if workload.namespace.is_none() && is_namespace {
        mark(place, &[field("namespace")], unknown());
    }
    mark_part(place, &[field("labels")], &workload.labels_path, path, known);
    for pod in std::iter::once(&workload.path).chain(&workload.defaults) {
        mark_part(place, &[field("pod_spec")], pod, path, known);
        // A container of which nothing is known is not among those of the workload.
        let may_have_more = CONTAINERS.iter().any(|list| {
            let list: Vec<Step> = path_of(pod).0.into_iter().chain([field(list)]).collect();
            list.starts_with(&path.0) || path.0.split_last().is_some_and(|(_, way)| way == list)
        });
        if may_have_more {
            mark(place, &[field("containers"), Step::Any], unknown());
        }
    }
    for (position, container) in workload.containers.iter().enumerate() {
        let own = [field("containers"), Step::Index(position)];
        let within = |name: &str| own.iter().cloned().chain([field(name)]).collect::<Vec<_>>();
        for stands in std::iter::once(&container.path).chain(&container.defaults) {
            mark_part(place, &within("spec"), stands, path, known);
            if let Some(rest) = path.0.strip_prefix(&*path_of(stands).0) {
                let is_of = |names: &[&str]| {
                    rest.first().is_some_and(|step| names.iter().any(|name| *step == field(name)))
                };
                if is_of(&["name"]) {
                    mark(place, &within("name"), unknown());
                }
                if is_of(&["args", "command", "image"]) && container.component.is_none() {
                    mark(place, &within("component"), unknown());
                }
            }
        }
    }
}

/// Marks at `within` what is unknown at `path`, where it is part of what stands at `stands`, or all of it.
fn mark_part(place: &mut Value, within: &[Step], stands: &[serde_json::Value], path: &Path, known: &Value) {
    let stands = path_of(stands).0;
    if let Some(rest) = path.0.strip_prefix(&*stands) {
        let way: Vec<Step> = within.iter().chain(rest).cloned().collect();
        mark(place, &way, known.clone());
    } else if path.0.last() != Some(&Step::Any) && path.covers(&Path(stands)) {
        mark(place, within, unknown());
    }
}

/// Marks in facts what is not complete, and where they may lead to more than they are known to.
fn mark_facts(
    input: &mut Value,
    document: &GraphDocument,
    resources: &Resources<'_>,
    roots: &BTreeMap<&str, Option<Vec<Value>>>,
) {
    let facts = FACTS.into_iter().flat_map(|list| {
        let heads = document.facts(list).into_iter().enumerate();
        heads.map(move |(position, fact)| (list, position, fact.id, fact.unknown))
    });
    let reach = document.reach.iter().enumerate();
    let reach = reach.map(|(position, fact)| ("reach", position, fact.id.as_str(), fact.unknown.as_slice()));
    for (list, position, id, holes) in facts.chain(reach) {
        let Some(place) = element(input, list, position) else { continue };
        mark_fact(place, holes);
        let root = resources.find(id).map(|(_, entry)| entry.resource.root.as_str());
        if root.is_some_and(|root| roots.contains_key(root)) && below(place, REACHES).is_some() {
            mark(place, &[Step::from(REACHES), Step::Any], unknown());
        }
    }
}

/// Marks in a fact what is not complete.
fn mark_fact(fact: &mut Value, holes: &[DocumentUnknown]) {
    let mut open: BTreeSet<Vec<String>> = holes.iter().flat_map(|hole| hole.leaves_open.clone()).collect();
    if !holes.is_empty() {
        open.insert(vec!["unknown".to_owned()]);
    }
    if holes.iter().any(|hole| hole.leaves_open.is_empty()) {
        let Ok(fields) = fact.as_object() else { return };
        let named = fields.keys().filter_map(|field| field.as_string().ok()).map(|field| field.to_string());
        open.extend(named.filter(|field| !OF_EVERY_FACT.contains(&&**field)).map(|field| vec![field]));
    }
    for field in open {
        leave_open(fact, &field.iter().map(|step| Step::from(step.as_str())).collect::<Vec<_>>());
    }
}

/// Marks a field: a list may have further elements, and may lack those it has. What is unknown is itself such a list:
/// were it known, it would not be there.
fn leave_open(fact: &mut Value, field: &[Step]) {
    match at(fact, field) {
        Some(list @ Value::Array(_)) => {
            if let Ok(list) = list.as_array_mut() {
                list.push(unknown());
                list.push(gap());
            }
        }
        _ => mark(fact, field, unknown()),
    }
}

/// Puts a mark at a path, or where the way to it ends.
fn mark(value: &mut Value, path: &[Step], with: Value) {
    let Some((step, rest)) = path.split_first() else {
        *value = with;
        return;
    };
    match (step, &mut *value) {
        (_, whole) if is_unknown(whole) => {}
        // A list without elements may not be there at all.
        (Step::Any, Value::Array(items)) if !items.is_empty() => {
            if let Ok(items) = value.as_array_mut() {
                items.push(unknown());
            }
        }
        (Step::Key(key), Value::Object(_)) => {
            let Ok(fields) = value.as_object_mut() else { return };
            let key = Value::from(&**key);
            match fields.get_mut(&key) {
                Some(below) => mark(below, rest, with),
                None => {
                    fields.insert(key, if rest.is_empty() { with } else { unknown() });
                }
            }
        }
        (Step::Index(at), Value::Array(_)) => {
            let Ok(items) = value.as_array_mut() else { return };
            match items.get_mut(*at) {
                Some(below) if rest.is_empty() && is_unknown(&with) => *below = one(),
                Some(below) => mark(below, rest, with),
                None => items.push(unknown()),
            }
        }
        (_, whole) => *whole = unknown(),
    }
}

/// What is at a path.
fn at<'v>(value: &'v mut Value, path: &[Step]) -> Option<&'v mut Value> {
    path.iter().try_fold(value, |value, step| match step {
        Step::Key(key) => below(value, key),
        Step::Index(at) => value.as_array_mut().ok()?.get_mut(*at),
        Step::Any => None,
    })
}

fn below<'v>(value: &'v mut Value, key: &str) -> Option<&'v mut Value> {
    value.as_object_mut().ok()?.get_mut(&Value::from(key))
}

fn element<'v>(value: &'v mut Value, list: &str, position: usize) -> Option<&'v mut Value> {
    below(value, list)?.as_array_mut().ok()?.get_mut(position)
}
