//! What the page's script is given: names and places, ready to be shown.

use super::super::edges::{edges, resources, via};
use super::super::{GraphView, json};
use super::layout::{FrameKind, Layout, NODE, layout};
use crate::finding::{ChainLink, Finding, Location};
use crate::graph::DocumentResource;
use crate::report::display::{line, prose, visible};
use crate::report::rule::severity_name;
use serde::Serialize;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::io;

/// Everything on the page. Resources are named by their positions in `nodes`.
#[derive(Serialize)]
pub(super) struct Content {
    size: (i32, i32),
    node: (i32, i32),
    frames: Vec<ShownFrame>,
    nodes: Vec<Node>,
    links: Vec<Link>,
    findings: Vec<ShownFinding>,
    /// What all findings of a rule have in common, by the rule's id.
    rules: BTreeMap<String, ShownRule>,
}

#[derive(Serialize)]
struct ShownRule {
    title: String,
    severity: &'static str,
    fix: String,
}

#[derive(Serialize)]
struct ShownFrame {
    kind: FrameKind,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    parent: Option<usize>,
    at: (i32, i32),
    size: (i32, i32),
}

#[derive(Serialize)]
struct Node {
    id: String,
    address: String,
    kind: String,
    /// The address without what the frames and the kind say.
    name: String,
    provider: String,
    frame: usize,
    at: (i32, i32),
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<String>,
    /// Links of its that lead nowhere.
    unresolved: Vec<Dangling>,
    /// What is derived about it, by the name of the list.
    facts: BTreeMap<String, Vec<Value>>,
}

#[derive(Serialize)]
struct Dangling {
    relation: &'static str,
    via: String,
    reason: String,
}

/// All references from one resource to another.
#[derive(Serialize)]
struct Link {
    from: usize,
    to: usize,
    /// Relation, and where it stands.
    says: BTreeSet<(&'static str, String)>,
}

#[derive(Serialize)]
struct ShownFinding {
    rule: String,
    state: &'static str,
    message: String,
    place: String,
    fingerprint: String,
    on: Vec<usize>,
    way: Vec<Station>,
    evidence: Vec<Station>,
}

#[derive(Serialize)]
struct Station {
    place: String,
    note: String,
}

impl Content {
    /// Whatever comes from input passes the display boundary here.
    ///
    /// # Errors
    /// None in practice: what is derived is made of plain values.
    pub(super) fn of(view: &GraphView<'_>) -> io::Result<Content> {
        let resources = resources(view.document);
        let edges = edges(view.document);
        let layout = layout(&resources, &edges);
        let numbers: BTreeMap<&str, usize> =
            resources.iter().enumerate().map(|(at, resource)| (resource.id.as_str(), at)).collect();
        let mut nodes: Vec<Node> =
            resources.iter().enumerate().map(|(at, resource)| node(at, resource, view, &layout)).collect();
        for link in &view.document.unresolved {
            if let Some(node) = numbers.get(link.id.as_str()).and_then(|at| nodes.get_mut(*at)) {
                let (relation, reason) = (link.relation.text(), line(&link.reason));
                node.unresolved.push(Dangling { relation, via: line(&path(&link.via)), reason });
            }
        }
        facts(view, &numbers, &mut nodes)?;
        let links = edges.iter().filter_map(|edge| {
            let references = &resources.get(edge.from)?.references;
            let own = edge.references.iter().filter_map(|at| references.get(*at));
            let says = own.map(|reference| (reference.relation.text(), line(&via(reference, true))));
            Some(Link { from: edge.from, to: edge.to, says: says.collect() })
        });
        let links = links.collect();
        let frames = layout.frames.iter().map(|frame| ShownFrame {
            kind: frame.kind,
            name: line(&frame.name),
            parent: frame.parent,
            at: frame.at,
            size: frame.size,
        });
        let frames = frames.collect();
        let findings = view.findings.iter().map(|finding| shown_finding(finding, &numbers)).collect();
        let rules = view.findings.iter().map(|finding| {
            let (title, fix) = (line(&finding.title), prose(&finding.remediation));
            (line(&finding.rule), ShownRule { title, severity: severity_name(finding.severity), fix })
        });
        let rules = rules.collect();
        Ok(Content { size: layout.size, node: NODE, frames, nodes, links, findings, rules })
    }
}

fn node(at: usize, resource: &DocumentResource, view: &GraphView<'_>, layout: &Layout) -> Node {
    Node {
        id: line(&resource.id),
        address: line(&resource.address),
        kind: line(&resource.kind),
        name: line(own_name(resource)),
        provider: line(&resource.provider),
        frame: layout.frame_of.get(at).copied().unwrap_or_default(),
        at: layout.at.get(at).copied().unwrap_or_default(),
        place: view.places.get(&resource.id).map(place),
        unresolved: Vec::new(),
        facts: BTreeMap::new(),
    }
}

/// The end of an address: `logs["a"]` of `module.x.aws_s3_bucket.logs["a"]`; the name of a Kubernetes object.
fn own_name(resource: &DocumentResource) -> &str {
    let address = resource.address.as_str();
    let address = match &resource.module {
        Some(module) => {
            address.strip_prefix(module.as_str()).map_or(address, |rest| rest.trim_start_matches('.'))
        }
        None => address,
    };
    if let Some(name) = address.strip_prefix(&*resource.kind).and_then(|rest| rest.strip_prefix('.'))
        && resource.api_version.is_none()
    {
        return name;
    }
    match resource.id.ends_with(&format!("//{}", resource.address)) {
        // A Kubernetes object that Terraform declares has the kind of the object.
        true => address.split_once('.').map_or(address, |(_, name)| name),
        false => &resource.name,
    }
}

fn place(location: &Location) -> String {
    format!("{}:{}", visible(&location.file, false), location.start.line)
}

fn path(steps: &[Value]) -> String {
    let step = |step: &Value| step.as_str().map_or_else(|| step.to_string(), str::to_owned);
    steps.iter().map(step).collect::<Vec<_>>().join(".")
}

/// Gives nodes what is derived about them.
fn facts(view: &GraphView<'_>, numbers: &BTreeMap<&str, usize>, nodes: &mut [Node]) -> io::Result<()> {
    for (name, list) in view.document.lists() {
        let Value::Array(list) = list? else { continue };
        for mut fact in list.into_iter().filter(|_| name != "unresolved") {
            let Some(entries) = fact.as_object_mut() else { continue };
            let of = entries.get("id").and_then(Value::as_str).and_then(|id| numbers.get(id)).copied();
            // They say which resource it is, which the page shows already.
            for key in ["id", "kind", "index"] {
                entries.remove(key);
            }
            if let Some(node) = of.and_then(|at| nodes.get_mut(at)) {
                node.facts.entry(name.to_owned()).or_default().push(json::shown(fact, false));
            }
        }
    }
    Ok(())
}

fn shown_finding(finding: &Finding, numbers: &BTreeMap<&str, usize>) -> ShownFinding {
    let station = |link: &ChainLink| Station { place: place(&link.location), note: line(&link.note) };
    let on = finding.instances.iter().filter_map(|instance| numbers.get(instance.id.as_str()).copied());
    ShownFinding {
        rule: line(&finding.rule),
        state: state_name(finding),
        message: line(&finding.message),
        place: place(&finding.location),
        fingerprint: finding.fingerprint.chars().take(12).collect(),
        on: on.collect(),
        way: finding.chain.iter().map(station).collect(),
        evidence: finding.evidence.iter().map(station).collect(),
    }
}

fn state_name(finding: &Finding) -> &'static str {
    use crate::finding::State;
    match finding.state {
        State::Open => "open",
        State::Undecided => "undecided",
        State::Suppressed => "suppressed",
    }
}
