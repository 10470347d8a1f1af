//! Where a value is put that nobody gave, or that is a credential: what is to be changed is not where it comes from.

use super::locate::{Target, locate};
use super::place::{blamed, kept_here};
use super::trace::{Station, first_line, same_line, way_back};
use crate::evaluate::{LinkKind, Origin, TextMap};
use crate::graph::{CredentialFlow, ResourceGraph, Sink};
use crate::policy::Violation;
use crate::source::{Sources, Span};

/// The line to blame and the stations from there to the use.
type Blame = (Span, Vec<Station>);

/// The line that puts such a value in, and the stations from there to the use; beside them those before it. The same
/// blame where somebody gave the value.
pub(super) fn split(
    target: &Target<'_>,
    flow: Option<&CredentialFlow>,
    blame: Blame,
    graph: &ResourceGraph,
    sources: &Sources,
) -> (Blame, Vec<Station>) {
    let carried = flow.filter(|flow| flow.sink != Sink::Output);
    match carried.and_then(|flow| flow.taken_in.as_ref()) {
        Some((at, path)) => {
            let Some(resource) = graph.get(*at) else { return (blame, Vec::new()) };
            let taken = locate(&resource.attributes, path);
            let own = kept_here(blamed(&taken, resource, path, sources), resource, sources);
            let (mut own, before) = split_at(&taken, flow, own, sources);
            own.1.extend(blame.1.last().cloned());
            (own, before)
        }
        None => split_at(target, flow, blame, sources),
    }
}

fn split_at(
    target: &Target<'_>,
    flow: Option<&CredentialFlow>,
    (primary, mut stations): Blame,
    sources: &Sources,
) -> (Blame, Vec<Station>) {
    let way = way_back(&target.origin, sources);
    // What has a line of its own in a text is put in there.
    let is_on_way = way.iter().any(|at| same_line(at.span(), primary, sources));
    let place = if target.found && target.depth > 0 && is_on_way { place(&way, flow, sources) } else { None };
    let line = place.map(|place| first_line(place, sources));
    let at = line.and_then(|line| stations.iter().position(|station| same_line(station.span, line, sources)));
    match (line, at) {
        (Some(line), Some(at)) => {
            let from = stations.split_off(at);
            ((line, from), stations)
        }
        _ => ((primary, stations), Vec::new()),
    }
}

fn place(way: &[&Origin], flow: Option<&CredentialFlow>, sources: &Sources) -> Option<Span> {
    let credentials = flow.map(|flow| flow.credentials.as_slice()).unwrap_or_default();
    let by_variable = !credentials.is_empty() && credentials.iter().all(|one| one.by_variable);
    let read = credentials.iter().any(|one| !one.stations.is_empty());
    let found = match flow.map(|flow| flow.sink) {
        // What is there to be shown is to be changed itself.
        Some(Sink::Output) if read || by_variable => way.first().copied(),
        _ => reads(way).filter(|_| read).or_else(|| sets(way, by_variable, sources)),
    };
    found.filter(|at| sources.file(at.span().file).is_editable()).map(|at| at.span())
}

/// What reads a credential from another resource, or takes it from a module, on its way to the place.
fn reads<'o>(way: &[&'o Origin]) -> Option<&'o Origin> {
    let handed = |at: &&Origin| matches!(at.link().kind, LinkKind::Reference(..) | LinkKind::Output(_));
    let first = way.iter().position(handed)?;
    match &way.get(first)?.link().kind {
        LinkKind::Output(_) => way.get(first.checked_sub(1)?).copied(),
        _ => way.get(first).copied(),
    }
}

/// What was made of the value of a variable first, or the object or list that it was put into first, of one resource;
/// else its use.
fn sets<'o>(way: &[&'o Origin], by_variable: bool, sources: &Sources) -> Option<&'o Origin> {
    let is_variable = |at: &&Origin| match &at.link().kind {
        LinkKind::Unset(_) => true,
        LinkKind::Sensitive(_) | LinkKind::Input(_) | LinkKind::Given(_) => by_variable,
        _ => false,
    };
    let own = way.iter().position(|at| matches!(at.link().kind, LinkKind::Reference(..)));
    let source = way.iter().rposition(is_variable)?;
    let own = way.get(..own.map_or(source, |reference| source.min(reference + 1)))?;
    let kept = || own.iter().copied().filter(|at| sources.file(at.span().file).is_editable());
    let puts = |kind: &LinkKind| kind.is_computed() || matches!(kind, LinkKind::Element);
    kept()
        .rev()
        .find(|at| puts(&at.link().kind))
        .or_else(|| kept().find(|at| !matches!(at.link().kind, LinkKind::Sensitive(_))))
}

/// The credentials that a violation is about.
pub(super) fn flow_of<'g>(violation: &Violation, graph: &'g ResourceGraph) -> Option<&'g CredentialFlow> {
    let first = graph.credential_flows.partition_point(|flow| flow.resource < violation.at);
    let own = graph.credential_flows.get(first..)?.iter().take_while(|flow| flow.resource == violation.at);
    let mut here = own.filter(|flow| flow.path == violation.path);
    let found = here.next()?;
    Some(here.find(|flow| found.line.is_none() && flow.line.is_some()).unwrap_or(found))
}

/// The line of a text with a credential in it that has the credential on it.
pub(super) fn credential_line(
    target: &Target<'_>,
    violation: &Violation,
    flow: &CredentialFlow,
    sources: &Sources,
) -> Option<Span> {
    let start = flow.line?;
    if target.depth != violation.path.0.len() {
        return None;
    }
    let text = target.value.origin.base64().unwrap_or(target.value);
    let written = TextMap::of(text, sources).place(start..start + 1)?;
    let file = sources.file(written.file);
    let from = written.start as usize;
    let rest = file.text.get(from..).unwrap_or_default();
    let line = rest.lines().next().unwrap_or_default();
    let indent = line.len() - line.trim_start().len();
    file.is_editable()
        .then(|| Span::new(written.file, from + indent, from + line.trim_end().len().max(indent)))
}
