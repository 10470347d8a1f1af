//! From violations to findings: placed, grouped by root cause, named, ordered.

use super::alike::{self, Thing};
use super::covered;
use super::evidence;
use super::fingerprint::{Cause, fingerprints, normalised, without_instance_keys};
use super::locate::{Target, locate};
use super::made_of;
use super::put;
use super::sensitive::Secrets;
use super::suppress::{Directive, Suppressions};
use super::trace::{Station, Trace, first_line, same_line, trace};
use super::twins::{self, Twins};
use super::{ChainLink, Finding, Instance, Location, ResourceLabel, State, Suppression};
use crate::evaluate::{Data, LinkKind, Origin, Path, Step, TextMap, Value, heredoc};
use crate::graph::{Resource, ResourceGraph, WithheldResource};
use crate::policy::{Outcome, Rule, Violation};
use crate::source::{Sources, Span, directory};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// As [`place_suppressing`], with nothing suppressed, and without what others cover.
pub fn place(
    violations: &[Violation],
    rules: &[Rule],
    graph: &ResourceGraph,
    sources: &Sources,
) -> Vec<Finding> {
    let mut findings = place_suppressing(violations, rules, graph, sources, &Suppressions::default());
    findings.retain(|finding| finding.covered_by.is_none());
    findings
}

/// Places violations in source text and groups those with one root cause: same rule, same line to change, same
/// path apart from positions, same state. Violations of rules that are not in `rules`, or of resources that are
/// not in `graph`, are left out; what others cover is marked. Ordered by severity (worst first), then file, line,
/// column, rule.
pub fn place_suppressing(
    violations: &[Violation],
    rules: &[Rule],
    graph: &ResourceGraph,
    sources: &Sources,
    suppressions: &Suppressions,
) -> Vec<Finding> {
    let secrets = Secrets::of(violations, graph);
    let rules: BTreeMap<&str, &Rule> = rules.iter().map(|rule| (rule.id.as_str(), rule)).collect();
    let mut placed: Vec<Placed<'_>> = violations
        .iter()
        .filter_map(|violation| {
            let rule = rules.get(violation.rule.as_str())?;
            let resource = graph.resources.get(violation.resource.0 as usize)?;
            let at = graph.resources.get(violation.at.0 as usize)?;
            let mut placed = Placed::new(violation, rule, resource, at, graph, sources);
            placed.suppressed_by(suppressions, graph, sources);
            Some(placed)
        })
        .collect();
    placed.sort_by(|one, other| one.by_instance().cmp(&other.by_instance()));

    let mut groups: BTreeMap<Key, Vec<Placed<'_>>> = BTreeMap::new();
    for one in placed {
        groups.entry(one.key()).or_default().push(one);
    }
    let twins = Twins::of(graph);
    let mut groups = twins::joined(groups.into_values().collect(), &twins);
    groups
        .iter_mut()
        .for_each(|group| group.sort_by(|one, other| one.by_instance().cmp(&other.by_instance())));
    let mut findings: Vec<(Cause, Finding)> =
        groups.into_iter().filter_map(|group| finding(&group, &secrets, &twins, graph, sources)).collect();
    findings.sort_by(|(_, one), (_, other)| order(one).cmp(&order(other)));
    let causes: Vec<Cause> = findings.iter().map(|(cause, _)| cause.clone()).collect();
    let names = fingerprints(&causes);
    let named = findings.into_iter().zip(names);
    let mut findings: Vec<Finding> =
        named.map(|((_, finding), fingerprint)| Finding { fingerprint, ..finding }).collect();
    covered::mark(&mut findings, &rules, graph);
    findings
}

/// The place of a span as reports print it.
pub fn location(span: Span, sources: &Sources) -> Location {
    let file = sources.file(span.file);
    let at = |byte: u32| file.lines.position(byte, &file.text);
    Location { file: file.path.to_string(), start: at(span.start), end: at(span.end), span }
}

/// What findings are ordered by; the path and the message only matter where two share a place and a rule.
pub(super) fn order(finding: &Finding) -> impl Ord + '_ {
    let place = &finding.location;
    (
        Reverse(finding.severity),
        (&place.file, place.start, place.end),
        (&finding.rule, &finding.path, finding.state),
        (&finding.resource.id, &finding.message),
    )
}

/// One root cause, and the comment that suppresses it.
type Key = (String, Span, Path, State, Option<Span>);

/// A violation and the text it is to be blamed on.
pub(super) struct Placed<'a> {
    pub(super) violation: &'a Violation,
    rule: &'a Rule,
    pub(super) resource: &'a Resource,
    /// One line.
    primary: Span,
    /// From the primary location to the place of use; at least one.
    stations: Vec<Station>,
    /// Where the value came from before it was put there.
    before: Vec<Station>,
    suppression: Option<&'a Directive>,
    /// Something is there at the path.
    is_written: bool,
}

impl<'a> Placed<'a> {
    fn new(
        violation: &'a Violation,
        rule: &'a Rule,
        resource: &'a Resource,
        at: &'a Resource,
        graph: &'a ResourceGraph,
        sources: &Sources,
    ) -> Placed<'a> {
        let target = locate(&at.attributes, &violation.path);
        let absent = !target.found || target.depth == 0;
        let withheld = violation.withheld.filter(|_| absent).and_then(|at| graph.withheld.get(at));
        let blame = match withheld {
            Some(withheld) => not_made(withheld, resource, sources),
            None => blamed(&target, at, &violation.path, sources),
        };
        let is_flow = rule.subjects.iter().any(|subject| subject == "credential_flows");
        let flow = if is_flow { put::flow_of(violation, graph) } else { None };
        let line = flow.and_then(|flow| put::credential_line(&target, violation, flow, sources));
        let is_there = |line: Span| blame.0.is_some_and(|primary| same_line(primary, line, sources));
        let blame = match line.filter(|line| !is_there(*line)) {
            Some(line) => on_line(line, blame.1),
            None => blame,
        };
        let (mut primary, mut stations) = kept_here(blame, at, sources);
        let mut before = Vec::new();
        // What is undecided waits for the value; what is not is changed where the value is put.
        if line.is_none() && withheld.is_none() && violation.outcome == Outcome::Violated {
            let found = (primary, stations);
            ((primary, stations), before) = put::split(&target, flow, found, graph, sources);
        }
        let is_written = !absent && !matches!(target.value.data, Data::Null);
        Placed { violation, rule, resource, primary, stations, before, suppression: None, is_written }
    }

    /// Looks for a comment that holds at any station, at the block, or at a module call above it.
    fn suppressed_by(&mut self, all: &'a Suppressions, graph: &ResourceGraph, sources: &Sources) {
        if all.is_empty() {
            return;
        }
        let mut places = vec![self.primary];
        places.extend(self.stations.iter().chain(&self.before).map(|station| station.span));
        places.push(self.resource.header);
        places.extend(self.resource.foreign_call);
        if let Some(module) = &self.resource.module {
            places.extend(graph.calls.above(self.resource, &without_instance_keys(module)));
        }
        self.suppression = all.holding(&self.rule.id, &places, sources);
    }

    /// What the instances of a finding are ordered by; the first one speaks for all.
    fn by_instance(&self) -> impl Ord + 'a {
        (&self.resource.id, &self.violation.path, self.violation)
    }

    pub(super) fn state(&self) -> State {
        match self.violation.outcome {
            _ if self.suppression.is_some() => State::Suppressed,
            Outcome::Violated => State::Open,
            Outcome::Undecided => State::Undecided,
        }
    }

    fn key(&self) -> Key {
        let path = self.violation.path.without_indices();
        let suppression = self.suppression.map(|directive| directive.span);
        (self.rule.id.clone(), self.primary, path, self.state(), suppression)
    }

    /// The name of what it is like.
    fn group(&self, graph: &ResourceGraph) -> String {
        let Violation { rule, resource: index, at, path, .. } = self.violation;
        let thing = match at == index {
            true => Thing::of(*index, self.resource, path, graph),
            false => Thing::Resource(&self.resource.kind),
        };
        alike::group(rule, thing, self.is_written, self.state())
    }

    /// Names the fault whatever calls the block: where the cause lies beside the block, in one directory, every
    /// caller shares it; otherwise the first caller's address is part of it.
    fn cause(&self, sources: &Sources) -> Cause {
        let primary = sources.file(self.primary.file);
        let block = sources.file(self.resource.header.file);
        let address = without_instance_keys(&self.resource.address);
        let block = match (&self.resource.module, directory(&primary.path) == directory(&block.path)) {
            (Some(_), true) => {
                format!("{}//{}.{}", directory(&block.path), self.resource.kind, self.resource.name)
            }
            (Some(_), false) => format!("{}//{address}", self.resource.root),
            (None, _) => without_instance_keys(&self.resource.id.0),
        };
        let text = primary.text.get(self.primary.range()).unwrap_or_default();
        Cause {
            rule: self.rule.id.clone(),
            block,
            text: normalised(text),
            path: self.violation.path.without_indices().to_string(),
        }
    }
}

/// The line to blame for what a path leads to.
pub fn line_of(resource: &Resource, path: &Path, sources: &Sources) -> Span {
    let target = locate(&resource.attributes, path);
    kept_here(blamed(&target, resource, path, sources), resource, sources).0
}

/// The line to blame; where the user keeps none, the call of the module that decides it.
pub(super) fn kept_here(
    (primary, mut stations): (Option<Span>, Vec<Station>),
    resource: &Resource,
    sources: &Sources,
) -> (Span, Vec<Station>) {
    let primary = match (primary, resource.foreign_call) {
        (Some(primary), _) => primary,
        (None, Some(call)) => {
            let call = first_line(call, sources);
            let note = "call of the module that decides it, kept outside this repository".to_owned();
            stations.insert(0, Station { span: call, note });
            call
        }
        (None, None) => first_line(resource.blamed(), sources),
    };
    (primary, stations)
}

/// The line to blame, if the user keeps one, and the stations from there to the use.
pub(super) fn blamed(
    target: &Target<'_>,
    resource: &Resource,
    path: &Path,
    sources: &Sources,
) -> (Option<Span>, Vec<Station>) {
    let used_by = match path.0.get(..target.depth) {
        _ if !target.found || is_empty(&target.origin) => {
            format!("`{path}` is not set in {}", resource.address)
        }
        Some([]) | None => resource.address.to_string(),
        Some(steps) => format!("used by `{}` of {}", Path(steps.to_vec()), resource.address),
    };
    // The resource as a whole: its block, wherever its attributes come from.
    if target.depth == 0 {
        let header = first_line(resource.blamed(), sources);
        let own = !sources.file(header.file).foreign;
        return (own.then_some(header), vec![Station { span: header, note: used_by }]);
    }
    let Some((outermost, inner)) = target.through.split_first() else {
        return in_heredoc(trace(&target.origin, &used_by, sources), target, path, sources);
    };
    // From the part at fault out of each encoding to the attribute that holds the text.
    let mut way = vec![trace(&target.origin, "part of the document", sources)];
    way.extend(inner.iter().rev().map(|text| trace(text, "part of the document", sources)));
    way.push(trace(outermost, &used_by, sources));
    let primary = way.iter().find_map(|trace| trace.primary);
    let stations = way.into_iter().flat_map(|trace| trace.stations);
    (primary, one_a_line(stations, primary, sources))
}

/// Whether nothing is there because a `for_each` is empty.
fn is_empty(origin: &Origin) -> bool {
    matches!(origin.link().kind, LinkKind::Empty(_))
}

/// What keeps a resource from being made whose absence is the fault of `resource`.
fn not_made(
    withheld: &WithheldResource,
    resource: &Resource,
    sources: &Sources,
) -> (Option<Span>, Vec<Station>) {
    let words = format!("{} is not made", withheld.resource.address);
    let Trace { primary, mut stations, .. } = trace(&withheld.cause, &words, sources);
    let header = first_line(resource.blamed(), sources);
    stations.push(Station { span: header, note: resource.address.to_string() });
    (primary, stations)
}

/// Moves the primary location of a path into JSON text to its line, where that text is a heredoc or a file.
fn in_heredoc(
    trace: Trace,
    target: &Target<'_>,
    path: &Path,
    sources: &Sources,
) -> (Option<Span>, Vec<Station>) {
    let rest = heredoc::rest(path, target.depth);
    if let Some(origin) = put_in(target, rest, sources) {
        // What is put into a text comes from elsewhere: the text only says where it goes.
        let part = self::trace(&origin, "part of the document", sources);
        let primary = part.primary.or(trace.primary);
        let stations = part.stations.into_iter().chain(trace.stations);
        return (primary, one_a_line(stations, primary, sources));
    }
    let stations = trace.stations;
    let read = target.origin.text_map().and_then(TextMap::whole);
    let read = read.filter(|span| sources.file(span.file).is_editable());
    let inside = || {
        let whole = read.or(trace.whole).filter(|_| !rest.is_empty())?;
        let range = heredoc::find(&sources.text(whole), rest)?;
        let start = whole.start as usize;
        Some(first_line(Span::new(whole.file, start + range.start, start + range.end), sources))
    };
    let rendered = || rendered_line(target.value, rest, sources);
    // What a template takes in from another one is not in its own text.
    let line = match target.value.as_str() {
        Some(_) => rendered().or_else(inside),
        None => inside().or_else(rendered),
    };
    match line {
        Some(line) => on_line(line, stations),
        None => (trace.primary, stations),
    }
}

/// The line of a path into the JSON of a text that was put together from one written elsewhere.
fn rendered_line(value: &Value, rest: &[Step], sources: &Sources) -> Option<Span> {
    let text = match &value.data {
        Data::String(text) => text.to_string(),
        Data::Unknown(unknown) => unknown.known_text(),
        _ => return None,
    };
    let range = heredoc::find(&text, rest).filter(|range| !rest.is_empty() && !range.is_empty())?;
    let written = TextMap::of(value, sources).place(range)?;
    sources.file(written.file).is_editable().then(|| first_line(written, sources))
}

/// The blame of one line of a text, whose way begins there.
fn on_line(line: Span, mut stations: Vec<Station>) -> (Option<Span>, Vec<Station>) {
    stations.insert(0, Station { span: line, note: "written here".to_owned() });
    (Some(line), stations)
}

/// Where the value at a path into the JSON of a text came from, if nothing but that was put there.
fn put_in(target: &Target<'_>, rest: &[Step], sources: &Sources) -> Option<Origin> {
    let text = target.value.as_str().filter(|_| !rest.is_empty())?;
    let range = heredoc::value(text, rest).filter(|range| !range.is_empty())?;
    let map = TextMap::of(target.value, sources);
    match map.values(range.clone()).as_slice() {
        [only] if !map.has_own_text(range) => Some(only.clone()),
        _ => None,
    }
}

/// The stations from the primary location on, of several on a line the last.
fn one_a_line(
    stations: impl Iterator<Item = Station>,
    primary: Option<Span>,
    sources: &Sources,
) -> Vec<Station> {
    let mut way: Vec<Station> = Vec::new();
    for station in stations.skip_while(|station| primary.is_some_and(|primary| station.span != primary)) {
        match way.last_mut() {
            Some(last) if same_line(last.span, station.span, sources) => last.note = station.note,
            _ => way.push(station),
        }
    }
    way
}

/// The finding of a group, without its fingerprint. None for an empty group.
fn finding(
    group: &[Placed<'_>],
    secrets: &Secrets,
    twins: &Twins,
    graph: &ResourceGraph,
    sources: &Sources,
) -> Option<(Cause, Finding)> {
    let first = group.first()?;
    let mut instances: Vec<Instance> = group
        .iter()
        .map(|placed| Instance {
            id: placed.resource.id.to_string(),
            address: placed.resource.address.to_string(),
        })
        .collect();
    instances.sort();
    instances.dedup();
    let metadata = &first.rule.metadata;
    let finding = Finding {
        rule: first.rule.id.clone(),
        title: metadata.title.clone(),
        severity: metadata.custom.severity,
        message: secrets.kept_out_of(&first.violation.message, first.violation),
        resource: label(first.resource),
        instances,
        objects: twins.objects(group),
        location: location(first.primary, sources),
        path: first.violation.path.clone(),
        faults: made_of::faults(group, graph),
        chain: chain_of(group, first, sources),
        evidence: evidence::place(first.violation, &first.before, secrets, graph, sources),
        rests_on: made_of::rests_on(group, graph),
        fingerprint: String::new(),
        // Which of several kinds stands first is a matter of names.
        group: group.iter().map(|placed| placed.group(graph)).min().unwrap_or_default(),
        state: first.state(),
        waits_for: made_of::waits_for(group, graph),
        covered_by: None,
        risk: None,
        lowerings: None,
        measured: None,
        suppression: first.suppression.map(|directive| Suppression {
            location: location(first_line(directive.span, sources), sources),
            reason: directive.reason.clone(),
            linter: directive.other.as_ref().map(|(linter, _)| *linter),
            check: directive.other.as_ref().and_then(|(_, check)| check.clone()),
        }),
        environments: Vec::new(),
        remediation: metadata.custom.remediation.clone(),
        aliases: metadata.custom.aliases.clone(),
    };
    Some((first.cause(sources), finding))
}

fn label(resource: &Resource) -> ResourceLabel {
    ResourceLabel {
        id: resource.id.to_string(),
        address: resource.address.to_string(),
        root: resource.root.to_string(),
        kind: resource.kind.to_string(),
        name: resource.name.to_string(),
        namespace: resource.namespace.as_deref().map(str::to_owned),
    }
}

/// The chain of the first, and the other lines where the same object has the fault.
fn chain_of(group: &[Placed<'_>], first: &Placed<'_>, sources: &Sources) -> Vec<ChainLink> {
    let mut links = chain(first, sources);
    let mut lines = vec![first.primary];
    for placed in group {
        if lines.contains(&placed.primary) {
            continue;
        }
        if links.is_empty() {
            let note = first.resource.address.to_string();
            links.push(ChainLink { location: location(first.primary, sources), note });
        }
        lines.push(placed.primary);
        let note = format!("the same object in {}", placed.resource.address);
        links.push(ChainLink { location: location(placed.primary, sources), note });
    }
    links
}

/// The stations, unless the place to change is the place of use.
fn chain(placed: &Placed<'_>, sources: &Sources) -> Vec<ChainLink> {
    match placed.stations.as_slice() {
        [only] if same_line(only.span, placed.primary, sources) => Vec::new(),
        stations => stations.iter().map(|station| station.link(sources)).collect(),
    }
}
