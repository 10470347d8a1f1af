//! Which changes are tried for a finding.
//!
//! They are found at the places that it rests on: its cause, what its rule says it needs to be absent, its evidence, and
//! what the facts about its resource name (the doors of its way from the internet, the statements that give it rights).
//! What is put there is what the rule's remediation says, the other truth value, a number a little above or below, a
//! private range instead of a public one, one thing by name instead of everything; and what can be told apart may be
//! taken out. Whether any of that helps is for the rules to say.

use super::advice::{Advice, Wanted};
use super::narrow::{Narrowed, narrowed};
use super::written::{Resolved, resolve};
use crate::evaluate::{Data, MappingKind, Number, Path, Step, Value};
use crate::finding::{Finding, Location};
use crate::graph::{GraphDocument, OUTPUT, Resource, ResourceGraph, ResourceIndex, Standing};
use crate::policy::{PolicySet, Rule, Violation};
use crate::source::{Sources, Span};
use serde_json::Value as Json;
use std::collections::BTreeSet;

/// Places of one finding that are looked at.
const MOST_PLACES: usize = 20;
/// Of each list that facts name.
const MOST_OF_A_FACT: usize = 4;
/// Bytes of a text that is shown for what is taken out.
const LONGEST_NAME: usize = 60;
/// Numbers tried instead of one.
const MOST_NUMBERS: usize = 6;

/// A change that may help.
#[derive(Clone, Debug)]
pub(super) struct Proposal {
    /// Id of the resource.
    pub(super) resource: String,
    /// Where in it, as documents count.
    pub(super) path: Path,
    pub(super) does: String,
    pub(super) act: Act,
    /// The line, where it is not that of the path.
    pub(super) place: Option<Location>,
}

/// What is done there.
#[derive(Clone, Debug)]
pub(super) enum Act {
    /// Another value takes the place of the one that is there.
    Put(Data),
    /// A value is put where none is, with all that it lies in.
    Insert(Data),
    /// What is there is taken out.
    Remove,
    /// The resource is taken out.
    RemoveResource,
    /// A resource of that kind is added that refers to this one by an attribute, if one is named.
    Add { kind: String, via: Option<String>, attributes: Vec<(String, Data)> },
    /// That truth value takes the place of the other one that is written there, whatever is made of it.
    Assume(Span, bool),
}

/// What a place is to a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    /// It is at fault.
    Cause,
    /// The finding rests on its being absent.
    Guard,
    /// It shows the fault.
    Evidence,
    /// Something derived rests on it.
    Fact,
}

/// What proposals are made from.
pub(super) struct Proposer<'p> {
    graph: &'p ResourceGraph,
    rule: &'p Rule,
    policies: &'p PolicySet,
    advice: Advice,
    found: Vec<Proposal>,
}

/// What is tried for a finding that a violation made, the smallest changes first.
pub(super) fn proposals(
    finding: &Finding,
    violation: &Violation,
    sources: &Sources,
    rule: &Rule,
    policies: &PolicySet,
    graph: &ResourceGraph,
    document: &GraphDocument,
) -> Vec<Proposal> {
    let advice = Advice::of(&rule.metadata.custom.remediation);
    let mut proposer = Proposer { graph, rule, policies, advice, found: Vec::new() };
    let mut places = vec![(violation.at, violation.path.clone(), Role::Cause)];
    places.extend(violation.needs.iter().map(|(at, path)| (*at, path.clone(), Role::Guard)));
    places.extend(violation.evidence.iter().map(|one| (one.resource, one.path.clone(), Role::Evidence)));
    for index in BTreeSet::from([violation.resource, violation.at]) {
        if let Some(resource) = graph.get(index) {
            places.extend(facts(&resource.id.0, graph, document));
        }
    }
    let mut met = BTreeSet::new();
    places.retain(|(at, path, _)| met.insert((*at, path.clone())));
    for (at, path, role) in places.into_iter().take(MOST_PLACES) {
        proposer.at(at, &path, role);
    }
    proposer.additions(violation);
    proposer.removals(violation);
    proposer.found.extend(flipped(finding, violation, graph, sources));
    proposer.found
}

/// The other truth value at the line to change, where that is no value of the resource itself but what such a one, or
/// whether something is made, was worked out from.
fn flipped(
    finding: &Finding,
    violation: &Violation,
    graph: &ResourceGraph,
    sources: &Sources,
) -> Option<Proposal> {
    let truth = match sources.text(finding.location.span).as_str() {
        "true" => false,
        "false" => true,
        _ => return None,
    };
    let at = graph.get(violation.at)?;
    let own = resolve(&at.attributes, &violation.path, at.api_version.is_some());
    if own.missing.is_empty() && matches!(own.value.data, Data::Bool(_)) {
        return None;
    }
    let what = finding.chain.first().map_or_else(String::new, |link| format!(", the {}", link.note));
    Some(Proposal {
        resource: finding.resource.id.clone(),
        path: violation.path.clone(),
        does: format!("write `{truth}` instead of `{}`{what}", !truth),
        act: Act::Assume(finding.location.span, truth),
        place: Some(finding.location.clone()),
    })
}

/// The violation behind a finding.
pub(super) fn violation_of<'v>(
    finding: &Finding,
    violations: &'v [Violation],
    graph: &ResourceGraph,
) -> Option<&'v Violation> {
    let index = graph.find(&finding.resource.id)?;
    violations
        .iter()
        .find(|one| one.resource == index && one.rule == finding.rule && one.path == finding.path)
}

/// The places that what is derived about a resource rests on.
fn facts(id: &str, graph: &ResourceGraph, document: &GraphDocument) -> Vec<(ResourceIndex, Path, Role)> {
    let mut named: Vec<(&str, &[Json])> = Vec::new();
    let lets_in = |standing: Standing| matches!(standing, Standing::Open | Standing::Unknown);
    for exposure in document.exposures.iter().filter(|one| one.id == id && lets_in(one.what.standing)) {
        let openings = exposure.what.openings.iter().take(MOST_OF_A_FACT);
        named.extend(openings.map(|one| (one.resource.as_str(), one.path.as_slice())));
        let stations = exposure.what.stations.iter().take(MOST_OF_A_FACT);
        named.extend(stations.map(|one| (one.resource.as_str(), one.path.as_slice())));
    }
    let held = |holders: &[crate::graph::DocumentHolder]| holders.iter().any(|holder| holder.id == id);
    for identity in document.identities.iter().filter(|one| one.id == id || held(&one.what.holders)) {
        let rights = identity.what.administrator.iter().take(MOST_OF_A_FACT);
        named.extend(rights.map(|one| (one.resource.as_str(), one.path.as_slice())));
    }
    let place = |(id, path): (&str, &[Json])| {
        let step = |step: &Json| match step {
            Json::String(key) if key == "*" => Step::Any,
            Json::String(key) => Step::Key(key.as_str().into()),
            at => Step::Index(at.as_u64().and_then(|at| usize::try_from(at).ok()).unwrap_or_default()),
        };
        Some((graph.find(id)?, path.iter().map(step).collect(), Role::Fact))
    };
    named.into_iter().filter_map(place).collect()
}

impl Proposer<'_> {
    fn push(&mut self, resource: &Resource, path: &Path, act: Act, does: String) {
        let (resource, path) = (resource.id.to_string(), path.clone());
        self.found.push(Proposal { resource, path, does, act, place: None });
    }

    fn at(&mut self, index: ResourceIndex, path: &Path, role: Role) {
        let graph = self.graph;
        let Some(resource) = graph.get(index).filter(|resource| *resource.kind != *OUTPUT) else { return };
        if path.0.is_empty() {
            return;
        }
        let resolved = resolve(&resource.attributes, path, resource.api_version.is_some());
        match resolved.missing.is_empty() {
            true => self.instead(index, resource, path, &resolved, role),
            false => self.missing(resource, path, &resolved, role),
        }
    }

    /// What could be there instead of what is there.
    fn instead(&mut self, index: ResourceIndex, resource: &Resource, path: &Path, at: &Resolved, role: Role) {
        let name = last_key(path);
        for wanted in self.others(&at.value.data, name) {
            let does = format!("set `{path}` to `{}`", wanted.shown());
            self.push(resource, path, Act::Put(wanted.data(at.value.origin.span())), does);
        }
        if let Some(Narrowed { data, was, kind }) = narrowed(&at.value, name, resource.api_version.is_some())
        {
            let does = format!("{} instead of `{was}` at `{path}`", kind.words());
            self.push(resource, path, Act::Put(data), does);
        }
        if role == Role::Cause
            && let Some(text) = at.value.as_str()
            && self.advice.values(name).is_empty()
            // Of actions there are only those that a service has.
            && !name.to_ascii_lowercase().contains("action")
        {
            let examples: Vec<String> = self.advice.examples(text).into_iter().cloned().collect();
            for example in examples {
                let data = Data::String(example.as_str().into());
                let does = format!("set `{path}` to a value such as `{example}`");
                self.push(resource, path, Act::Put(data), does);
            }
        }
        if role != Role::Guard {
            self.without(index, resource, path, at, role);
        }
    }

    /// What can be taken out: an entry of a map, the element of a list that it lies in, or what the remediation says.
    fn without(&mut self, index: ResourceIndex, resource: &Resource, path: &Path, at: &Resolved, role: Role) {
        let is_object = resource.api_version.is_some();
        let is_key = matches!(path.0.last(), Some(Step::Key(_)));
        let of_map = matches!(at.entry_of, Some(MappingKind::Map | MappingKind::Object));
        if is_key && of_map && !is_object && !at.in_text && path.0.len() > 1 {
            self.push(resource, path, Act::Remove, format!("remove `{path}`"));
            return;
        }
        if let Some(element) = self.element(index, resource, path, role) {
            let taken = resolve(&resource.attributes, &element, is_object).value;
            let does = match called(&taken) {
                Some(name) => format!("take out `{name}`, which is `{element}`"),
                None => format!("take out `{element}`"),
            };
            self.push(resource, &element, Act::Remove, does);
            return;
        }
        let falls_back = role == Role::Fact && is_object && matches!(at.value.data, Data::String(_));
        if is_key && (falls_back || role == Role::Cause && self.advice.removes) {
            self.push(resource, path, Act::Remove, format!("remove `{path}`"));
        }
    }

    /// The element of a list that a place lies in, where it is one of several things: neither a container nor the only
    /// block of its name, which says how something is rather than that it is there.
    fn element(&self, index: ResourceIndex, resource: &Resource, path: &Path, role: Role) -> Option<Path> {
        let last = path.0.iter().rposition(|step| matches!(step, Step::Index(_)))?;
        let element = Path(path.0.get(..=last)?.to_vec());
        let list = Path(path.0.get(..last)?.to_vec());
        let is_object = resource.api_version.is_some();
        let list = resolve(&resource.attributes, &list, is_object);
        let holds = |value: &Value| matches!(value.data, Data::Mapping(..));
        let items = list.value.items().unwrap_or_default();
        let several = items.len() > 1 || !items.iter().any(holds) || self.advice.removes;
        let fits = several || list.in_text || is_object && role == Role::Cause;
        (fits && !self.is_container(index, &element)).then_some(element)
    }

    /// Values of the same kind.
    fn others(&self, data: &Data, name: &str) -> Vec<Wanted> {
        let advised = self.advice.values(name).iter().cloned();
        match data {
            Data::Bool(truth) => vec![Wanted::Bool(!truth)],
            Data::Number(number) => {
                let advised = advised.filter(|one| matches!(one, Wanted::Number(_)));
                advised.chain(self.numbers_beside(number)).collect()
            }
            Data::String(text) => {
                let other = match &**text {
                    "true" => Some("false"),
                    "false" => Some("true"),
                    _ => None,
                };
                let is_text =
                    |one: &Wanted| matches!(one, Wanted::Text(_) | Wanted::Bool(_) | Wanted::Number(_));
                let as_text = |one: Wanted| Wanted::Text(one.shown());
                let advised = advised.filter(is_text).map(as_text).filter(|one| one.shown() != **text);
                other.map(|other| Wanted::Text(other.to_owned())).into_iter().chain(advised).collect()
            }
            Data::Sequence(..) => advised.filter(|one| matches!(one, Wanted::Texts(_))).collect(),
            _ => Vec::new(),
        }
    }

    /// The numbers around those in the rule, the nearest first.
    fn numbers_beside(&self, number: &Number) -> Vec<Wanted> {
        let one = Number::from(1_i64);
        let constants = self.policies.numbers(&self.rule.id);
        let constants = constants.iter().filter_map(|text| Number::parse(text));
        let around = constants.flat_map(|number| [number.sub(&one), Some(number.clone()), number.add(&one)]);
        let mut around: Vec<(Number, Number)> = around
            .flatten()
            .filter(|other| other != number && !other.is_negative())
            .filter_map(|other| Some((other.sub(number)?.abs(), other)))
            .collect();
        around.sort();
        around.dedup();
        around.into_iter().take(MOST_NUMBERS).map(|(_, other)| Wanted::Number(other)).collect()
    }

    /// What could be put where nothing is.
    fn missing(&mut self, resource: &Resource, path: &Path, at: &Resolved, role: Role) {
        if at.missing.iter().any(|step| matches!(step, Step::Any)) {
            return;
        }
        let name = last_key(path);
        let span = at.value.origin.span();
        let advised: Vec<Wanted> = match role {
            Role::Cause | Role::Guard => self.advice.values(name).to_vec(),
            Role::Evidence | Role::Fact => vec![Wanted::Bool(true), Wanted::Bool(false)],
        };
        for wanted in &advised {
            let does = format!("set `{path}` to `{}`", wanted.shown());
            self.push(resource, path, Act::Insert(wanted.data(span)), does);
        }
        // It says to set something, not to what: anything will do.
        if role == Role::Cause && advised.is_empty() && self.advice.mentions(name) {
            for wanted in anything() {
                self.push(resource, path, Act::Insert(wanted.data(span)), format!("set `{path}`"));
            }
        }
    }

    /// Resources that the remediation says to add, of a kind that the rule looks up.
    fn additions(&mut self, violation: &Violation) {
        let graph = self.graph;
        let Some(resource) = graph.get(violation.resource).filter(|one| one.api_version.is_none()) else {
            return;
        };
        let Some(footprint) = self.policies.footprint(&self.rule.id) else { return };
        let names: Vec<String> =
            self.advice.names.iter().filter(|name| is_identifier(name)).cloned().collect();
        // One that has such a resource needs no second one.
        let refers = graph.references.iter().filter(|one| one.to == violation.resource);
        let has: BTreeSet<&str> = refers.filter_map(|one| Some(&*graph.get(one.from)?.kind)).collect();
        let is_kind = |name: &&String| {
            footprint.attributes.contains_key(*name)
                && **name != *resource.kind
                && !has.contains(name.as_str())
        };
        let mut added = Vec::new();
        for kind in names.iter().filter(is_kind) {
            let read = footprint.attributes.get(kind).map(Vec::as_slice).unwrap_or_default();
            let keys: BTreeSet<&str> = read.iter().filter_map(|read| only_key(&read.path)).collect();
            let span = resource.header;
            let attributes: Vec<(String, Data)> = keys
                .iter()
                .filter_map(|key| Some(((*key).to_owned(), self.advice.values(key).first()?.data(span))))
                .collect();
            let set: Vec<String> = attributes.iter().map(|(name, _)| format!("`{name}`")).collect();
            let with = if set.is_empty() { String::new() } else { format!(", with {} set", set.join(", ")) };
            let others = names.iter().filter(|name| !footprint.attributes.contains_key(*name));
            // For the whole account, or for this one.
            let others = others.take(MOST_OF_A_FACT).cloned().map(Some);
            for via in [None].into_iter().chain(others) {
                let of = via.as_ref().map_or_else(String::new, |via| format!(" whose `{via}` is this one"));
                let act = Act::Add { kind: kind.clone(), via, attributes: attributes.clone() };
                added.push((act, format!("add an `{kind}`{of}{with}")));
            }
        }
        for (act, does) in added {
            self.push(resource, &Path::default(), act, does);
        }
    }

    /// What does nothing but give or attach can be taken out as a whole.
    fn removals(&mut self, violation: &Violation) {
        let graph = self.graph;
        let evidence = violation.evidence.iter().map(|one| one.resource);
        let concerned: BTreeSet<ResourceIndex> = evidence.chain([violation.at]).collect();
        for resource in concerned.into_iter().filter_map(|index| graph.get(index)) {
            if gives(&resource.kind) {
                let does = format!("take out {}", resource.address);
                self.push(resource, &Path::default(), Act::RemoveResource, does);
            }
        }
    }

    /// Whether the path is that of a container: without it the pod would not do its work.
    fn is_container(&self, index: ResourceIndex, path: &Path) -> bool {
        let of_resource = self.graph.pod_templates.iter().filter(|template| template.resource == index);
        of_resource.flat_map(|template| &template.containers).any(|container| container.path == *path)
    }
}

/// What an element of a list goes by: a text by itself, anything else by its name.
fn called(element: &Value) -> Option<&str> {
    let named = ["name", "Sid"].iter().find_map(|key| element.get(key));
    let name = named.unwrap_or(element);
    let text = name.as_str().filter(|text| !text.is_empty() && text.len() <= LONGEST_NAME)?;
    (!name.sensitive && !element.sensitive && !text.contains('\n')).then_some(text)
}

/// Values of several kinds, of which one may be what is asked for.
fn anything() -> [Wanted; 3] {
    [Wanted::Text("named".to_owned()), Wanted::Number(Number::from(30_i64)), Wanted::Text("256Mi".to_owned())]
}

/// Kinds of which a resource does nothing but give rights, let somebody in, or attach one thing to another.
fn gives(kind: &str) -> bool {
    const ENDS: [&str; 9] = [
        "_attachment",
        "_iam_member",
        "_iam_binding",
        "_role_assignment",
        "_security_group_rule",
        "_group_ingress_rule",
        "_policy_association",
        "_bucket_acl",
        "_lambda_permission",
    ];
    ["RoleBinding", "ClusterRoleBinding"].contains(&kind) || ENDS.iter().any(|end| kind.ends_with(end))
}

fn last_key(path: &Path) -> &str {
    let key = path.0.iter().rev().find_map(|step| match step {
        Step::Key(key) => Some(&**key),
        _ => None,
    });
    key.unwrap_or_default()
}

fn only_key(path: &[crate::policy::compile::Step]) -> Option<&str> {
    match path {
        [crate::policy::compile::Step::Key(key), ..] => Some(key),
        _ => None,
    }
}

fn is_identifier(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}
