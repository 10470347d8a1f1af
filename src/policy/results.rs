//! From what a policy's `deny` holds to violations.

use super::body::Policy;
use super::compile::{FACTS, Footprint, PolicyError};
use super::filled::Settled;
use super::overlays;
use super::undecided::{self, Hole};
use super::{Awaited, Evidence, Outcome, Rule, Violation};
use crate::evaluate::{Data, Path, Reason, Step};
use crate::graph::{DocumentResource, GraphDocument, ResourceGraph, ResourceIndex};
use regorus::Value;
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

/// Resources by id, with what is unknown of each.
pub(super) struct Resources<'d> {
    by_id: FxHashMap<&'d str, ResourceIndex>,
    entries: BTreeMap<ResourceIndex, Entry<'d>>,
}

/// A resource of the document.
pub(super) struct Entry<'d> {
    pub(super) resource: &'d DocumentResource,
    /// Paths of what is unknown.
    pub(super) unknown: Vec<Path>,
    /// Paths of what a fact says is unknown: the value may be known, but not what it stands for.
    doubts: Vec<Path>,
    /// Positions of its pod templates in the document's workloads.
    pub(super) workloads: Vec<usize>,
}

impl<'d> Resources<'d> {
    pub(super) fn new(graph: &'d ResourceGraph, document: &'d GraphDocument) -> Resources<'d> {
        let index = |at: usize| ResourceIndex(u32::try_from(at).unwrap_or(u32::MAX));
        let by_id: FxHashMap<&str, ResourceIndex> =
            graph.resources.iter().enumerate().map(|(at, resource)| (&*resource.id.0, index(at))).collect();
        let mut workloads: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        for (at, workload) in document.workloads.iter().enumerate() {
            workloads.entry(workload.id.as_str()).or_default().push(at);
        }
        let entry = |resource: &'d DocumentResource| {
            let at = *by_id.get(resource.id.as_str())?;
            let unknown = resource.unknown.iter().map(|path| path_of(path)).collect();
            let workloads = workloads.get(resource.id.as_str()).cloned().unwrap_or_default();
            Some((at, Entry { resource, unknown, doubts: Vec::new(), workloads }))
        };
        let mut entries: BTreeMap<_, _> = document.resources.values().flatten().filter_map(entry).collect();
        let facts = FACTS.iter().flat_map(|list| document.facts(list));
        for place in facts.flat_map(|fact| fact.unknown).map(|unknown| &unknown.place) {
            if let Some(entry) = by_id.get(place.resource.as_str()).and_then(|at| entries.get_mut(at)) {
                entry.doubts.push(path_of(&place.path));
            }
        }
        for entry in entries.values_mut() {
            entry.doubts.sort();
            entry.doubts.dedup();
        }
        Resources { by_id, entries }
    }

    /// The resource with an id.
    pub(super) fn find(&self, id: &str) -> Option<(ResourceIndex, &Entry<'d>)> {
        let at = *self.by_id.get(id)?;
        Some((at, self.entries.get(&at)?))
    }

    /// The resource at a position of the graph.
    pub(super) fn get(&self, at: ResourceIndex) -> Option<&Entry<'d>> {
        self.entries.get(&at)
    }

    /// All of them.
    pub(super) fn indices(&self) -> impl Iterator<Item = ResourceIndex> {
        self.entries.keys().copied()
    }

    /// Whether anything at all is unknown.
    pub(super) fn any_unknown(&self) -> bool {
        self.entries.values().any(|entry| !entry.unknown.is_empty())
    }

    /// The unknown path that the given one lies at or under, if there is one; for a policy over facts also one of what
    /// they leave open.
    fn hole(&self, at: ResourceIndex, path: &Path, over_facts: bool, settled: &Settled) -> Option<Hole<'_>> {
        let entry = self.entries.get(&at)?;
        let open = entry.unknown.iter().filter(|unknown| !settled.holds(at, unknown));
        let hidden = open.into_iter().find(|unknown| hides(unknown, path, entry));
        let doubted = || entry.doubts.iter().filter(|_| over_facts).find(|doubt| doubt.covers(path));
        hidden.or_else(doubted).map(|unknown| (at, unknown))
    }
}

/// Whether nothing can be said of `path` because `unknown` is. A list whose length is unknown hides the list as a
/// whole and positions it does not have, but not the elements it is known to have.
fn hides(unknown: &Path, path: &Path, entry: &Entry<'_>) -> bool {
    match unknown.0.split_last() {
        Some((Step::Any, list)) if path.0.len() == list.len() => Path(list.to_vec()).covers(path),
        Some((Step::Any, list)) => {
            let known =
                path.0.get(..=list.len()).and_then(|element| lookup(&entry.resource.attributes, element));
            unknown.covers(path) && known.is_none_or(serde_json::Value::is_null)
        }
        _ => unknown.covers(path),
    }
}

/// The value at a path, if it is known.
fn lookup<'v>(value: &'v serde_json::Value, path: &[Step]) -> Option<&'v serde_json::Value> {
    path.iter().try_fold(value, |value, step| match step {
        Step::Key(key) => value.get(&**key),
        Step::Index(index) => value.get(index),
        Step::Any => None,
    })
}

/// A path as it stands in a document.
pub(super) fn path_of(steps: &[serde_json::Value]) -> Path {
    let step = |step: &serde_json::Value| match step {
        serde_json::Value::String(key) if key == "*" => Step::Any,
        serde_json::Value::String(key) => Step::Key(key.as_str().into()),
        other => Step::Index(other.as_u64().and_then(|at| usize::try_from(at).ok()).unwrap_or(0)),
    };
    Path(steps.iter().map(step).collect())
}

/// Reads what a policy's `deny` holds.
pub(super) struct Reader<'r> {
    rule: &'r Rule,
    policy: &'r Policy,
    footprint: &'r Footprint,
    resources: &'r Resources<'r>,
    graph: &'r ResourceGraph,
    settled: &'r Settled,
    over_facts: bool,
}

impl<'r> Reader<'r> {
    pub(super) fn new(
        rule: &'r Rule,
        policy: &'r Policy,
        footprint: &'r Footprint,
        resources: &'r Resources<'r>,
        graph: &'r ResourceGraph,
        settled: &'r Settled,
    ) -> Reader<'r> {
        let over_facts = FACTS.iter().any(|list| footprint.subjects.contains(*list));
        Reader { rule, policy, footprint, resources, graph, settled, over_facts }
    }

    /// What a policy reported, checked.
    pub(super) fn all(&self, denied: Option<&[Value]>) -> Result<Vec<Violation>, PolicyError> {
        let elements = denied.ok_or_else(|| self.broken("is no set".to_owned()))?;
        elements.iter().map(|element| self.violation(element)).collect()
    }

    /// What one element says, checked.
    pub(super) fn violation(&self, element: &Value) -> Result<Violation, PolicyError> {
        let Reader { resources, graph, settled, over_facts, .. } = *self;
        let fields = Fields::of(element).map_err(|what| self.broken(what))?;
        let mut violation = violation(&self.rule.id, &fields, resources).map_err(|what| self.broken(what))?;
        violation.path = graph.written_path(violation.at, &violation.path);
        violation.needs.iter_mut().for_each(|(at, path)| *path = graph.written_path(*at, path));
        let needs = violation.needs.iter().map(|(at, path)| (*at, path));
        let needs = needs.filter(|(at, path)| !names_another(violation.resource, *at, path, graph));
        let own = (!violation.by_reference).then_some((violation.at, &violation.path));
        let mut rests_on = own.into_iter().chain(needs);
        if let Some(hole) = rests_on.find_map(|(at, path)| resources.hole(at, path, over_facts, settled)) {
            violation.message = undecided::message(hole, violation.resource, graph);
            violation.hole = Some((hole.0, hole.1.clone()));
            violation.outcome = Outcome::Undecided;
        } else {
            overlays::apply(&mut violation, graph);
        }
        let missing = missing(&fields).map_err(|what| self.broken(what))?;
        violation.withheld = withheld(&violation, missing, self.footprint, graph);
        if let (Some(kind), Some(call)) = (missing, graph.handed.to(violation.resource)) {
            violation.message = format!("{call} is given it and may make its {kind}, but is not here");
            violation.outcome = Outcome::Undecided;
            violation.awaits = Some(Awaited::Module(call.clone()));
        }
        Ok(violation)
    }

    fn broken(&self, what: String) -> PolicyError {
        let message = format!("`deny` of {} {what}", self.rule.id);
        PolicyError::new(&self.policy.path, self.policy.line, message).with_help(
            "every element is {\"resource\": id, \"path\": [...], \"message\": \"...\"}, and may have \"at\", \"needs\", \"evidence\", \"by_reference\" and \"missing\"",
        )
    }
}

/// In order, each once. One thing that cannot be told about a resource is enough to say so; what overlays set is told of
/// each.
pub(super) fn ordered(mut found: Vec<Violation>) -> Vec<Violation> {
    found.sort();
    found.dedup();
    let mut undecided = BTreeSet::new();
    found.retain(|violation| {
        violation.outcome == Outcome::Violated
            || matches!(violation.awaits, Some(Awaited::Overlay(_)))
            || undecided.insert(violation.resource)
    });
    found
}

/// Whether all that is unknown of a place in another resource is an attribute of a resource of the kind at fault that is
/// not declared: it is not the one at fault, which is.
fn names_another(fault: ResourceIndex, at: ResourceIndex, path: &Path, graph: &ResourceGraph) -> bool {
    let (Some(fault), Some((value, _))) =
        (graph.get(fault).filter(|_| at != fault), graph.value_at(at, path))
    else {
        return false;
    };
    let Data::Unknown(unknown) = &value.data else { return false };
    let Reason::Undeclared(name) = &unknown.reason else { return false };
    unknown.parts.is_empty() && name.split_once('.').is_some_and(|(kind, _)| *kind == *fault.kind)
}

/// The first resource of a kind that would be there for the one at fault were it made: of the kind that the policy
/// says it misses, else of any that it looks up.
fn withheld(
    violation: &Violation,
    missing: Option<&str>,
    footprint: &Footprint,
    graph: &ResourceGraph,
) -> Option<usize> {
    let looked_up = &footprint.attributes;
    let is_missed = |kind: &str| missing.map_or_else(|| looked_up.contains_key(kind), |one| one == kind);
    let mut would_refer = graph.withheld.referring_to(violation.resource);
    would_refer.find(|(_, one)| is_missed(&one.resource.kind)).map(|(position, _)| position)
}

/// What an element of `deny`, or of its `needs` or `evidence`, has.
#[derive(Default)]
struct Fields<'v> {
    resource: Option<&'v Value>,
    at: Option<&'v Value>,
    path: Option<&'v Value>,
    message: Option<&'v Value>,
    needs: Option<&'v Value>,
    evidence: Option<&'v Value>,
    by_reference: Option<&'v Value>,
    missing: Option<&'v Value>,
    note: Option<&'v Value>,
    /// The name of a field that no element of `deny` has.
    unknown: Option<&'v Value>,
}

impl<'v> Fields<'v> {
    fn of(object: &'v Value) -> Result<Fields<'v>, String> {
        let Value::Object(fields) = object else {
            return Err("holds something that is no object".to_owned());
        };
        let mut found = Fields::default();
        for (key, value) in fields.iter_sorted() {
            let name = if let Value::String(name) = key { &**name } else { "" };
            match name {
                "resource" => found.resource = Some(value),
                "at" => found.at = Some(value),
                "path" => found.path = Some(value),
                "message" => found.message = Some(value),
                "needs" => found.needs = Some(value),
                "evidence" => found.evidence = Some(value),
                "by_reference" => found.by_reference = Some(value),
                "missing" => found.missing = Some(value),
                "note" => (found.note, found.unknown) = (Some(value), Some(key)),
                _ => found.unknown = Some(key),
            }
        }
        Ok(found)
    }
}

fn violation(rule: &str, fields: &Fields<'_>, resources: &Resources<'_>) -> Result<Violation, String> {
    if let Some(key) = fields.unknown {
        return Err(format!("holds an object with the unknown field {key}"));
    }
    let resource = index(fields.resource, "resource", resources)?;
    let at = match fields.at {
        Some(_) => index(fields.at, "at", resources)?,
        None => resource,
    };
    let message = match fields.message {
        Some(Value::String(message)) => message.to_string(),
        Some(_) => return Err("has a `message` that is no string".to_owned()),
        None => return Err(without("message")),
    };
    let by_reference = match fields.by_reference {
        Some(Value::Bool(by_reference)) => *by_reference,
        Some(_) => return Err("has a `by_reference` that is neither true nor false".to_owned()),
        None => false,
    };
    Ok(Violation {
        rule: rule.to_owned(),
        resource,
        at,
        path: path(fields.path)?,
        message,
        outcome: Outcome::Violated,
        hole: None,
        by_reference,
        needs: list(fields.needs, "needs", |each| need(each, resources))?,
        evidence: list(fields.evidence, "evidence", |each| evidence(each, resources))?,
        withheld: None,
        awaits: None,
    })
}

/// The kind of resource that the violation is the lack of, where the policy says one.
fn missing<'v>(fields: &Fields<'v>) -> Result<Option<&'v str>, String> {
    match fields.missing {
        Some(Value::String(kind)) => Ok(Some(kind)),
        Some(_) => Err("has a `missing` that is no string".to_owned()),
        None => Ok(None),
    }
}

/// The elements of an optional field that is an array or a set.
fn list<T>(
    field: Option<&Value>,
    name: &str,
    read: impl Fn(&Value) -> Result<T, String>,
) -> Result<Vec<T>, String> {
    match field {
        Some(Value::Array(elements)) => elements.iter().map(&read).collect(),
        Some(Value::Set(elements)) => elements.iter().map(&read).collect(),
        Some(_) => Err(format!("has `{name}` that are no list")),
        None => Ok(Vec::new()),
    }
}

/// An element of `evidence`.
fn evidence(object: &Value, resources: &Resources<'_>) -> Result<Evidence, String> {
    let fields = Fields::of(object)?;
    let note = match fields.note {
        Some(Value::String(note)) => note.to_string(),
        Some(_) => return Err("has evidence whose `note` is no string".to_owned()),
        None => return Err(without("note")),
    };
    Ok(Evidence { resource: index(fields.resource, "resource", resources)?, path: path(fields.path)?, note })
}

/// An element of `needs`.
fn need(object: &Value, resources: &Resources<'_>) -> Result<(ResourceIndex, Path), String> {
    let fields = Fields::of(object)?;
    Ok((index(fields.resource, "resource", resources)?, path(fields.path)?))
}

/// The resource whose id a field holds.
fn index(field: Option<&Value>, name: &str, resources: &Resources<'_>) -> Result<ResourceIndex, String> {
    let id = match field {
        Some(Value::String(id)) => id,
        Some(_) => return Err(format!("has a `{name}` that is no string")),
        None => return Err(without(name)),
    };
    let found = resources.find(id).map(|(index, _)| index);
    found.ok_or_else(|| format!("names the resource `{id}`, which does not exist"))
}

/// The field `path`.
fn path(field: Option<&Value>) -> Result<Path, String> {
    let steps = match field {
        Some(Value::Array(steps)) => steps,
        Some(_) => return Err("has a `path` that is no array".to_owned()),
        None => return Err(without("path")),
    };
    let step = |step: &Value| match step {
        Value::String(key) => Ok(Step::Key((&**key).into())),
        Value::Number(number) => number
            .as_u64()
            .and_then(|at| usize::try_from(at).ok())
            .map(Step::Index)
            .ok_or_else(|| format!("has a `path` with the position {}", number.format_decimal())),
        other => Err(format!("has a `path` with the step {other}")),
    };
    Ok(Path(steps.iter().map(step).collect::<Result<_, _>>()?))
}

fn without(name: &str) -> String {
    format!("holds an object without `{name}`")
}
