//! From a value's origins to the one line to change and the way from there to the place of use.

use super::ChainLink;
use super::place::location;
use crate::evaluate::{LinkKind, Origin, Path, ResourceId};
use crate::source::{Sources, Span};

/// Stations followed on one way; what lies beyond changes nothing a person would still read.
const LONGEST: usize = 64;

/// A station in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Station {
    /// One line.
    pub(super) span: Span,
    /// What happened there.
    pub(super) note: String,
}

impl Station {
    /// As a finding shows it.
    pub(super) fn link(&self, sources: &Sources) -> ChainLink {
        ChainLink { location: location(self.span, sources), note: self.note.clone() }
    }
}

/// Where a value came from: the place to change and the stations from it to the place of use.
#[derive(Clone, Debug)]
pub(super) struct Trace {
    /// One line. None where no station lies in a file that the user keeps.
    pub(super) primary: Option<Span>,
    /// The whole text that the primary location is the first line of.
    pub(super) whole: Option<Span>,
    /// From the source to the use; the first one is the primary location if there is one.
    pub(super) stations: Vec<Station>,
}

/// Traces a value back along its copies. `used_by` says in words what uses it.
pub(super) fn trace(origin: &Origin, used_by: &str, sources: &Sources) -> Trace {
    let way = way_back(origin, sources);
    let owned = way.iter().rposition(|at| sources.file(at.span().file).is_editable());
    let whole = owned.and_then(|at| way.get(at)).map(|at| at.span());
    let primary = whole.map(|span| first_line(span, sources));
    let kept = way.get(..=owned.unwrap_or(way.len().saturating_sub(1))).unwrap_or_default();

    let mut stations: Vec<Station> = Vec::new();
    let mut read_from: Option<(&ResourceId, &Path)> = None;
    let mut related: Vec<(usize, Station)> = Vec::new();
    for (at, origin) in kept.iter().enumerate() {
        let note = match (at, &origin.link().kind) {
            (0, LinkKind::Attribute(_)) => used_by.to_owned(),
            (0, LinkKind::Empty(_)) => format!("{}: {used_by}", note(&origin.link().kind, None)),
            (_, LinkKind::Given(name)) => given(name, origin, sources),
            (_, kind) => note(kind, read_from),
        };
        if let LinkKind::Reference(id, path) = &origin.link().kind {
            read_from = Some((id, path));
        }
        if let (LinkKind::Arm, Some(condition)) = (&origin.link().kind, origin.link().from.get(1)) {
            related.extend(condition_stations(condition, sources).into_iter().map(|found| (at, found)));
        }
        if at + 1 == kept.len() {
            related.extend(filling(origin, sources).map(|found| (at, found)));
        }
        stations.push(Station { span: first_line(origin.span(), sources), note });
    }
    Trace { primary, whole, stations: joined(stations, related, sources) }
}

/// The text to change for a value: the earliest station in a file that the user keeps, else the earliest of all. Equal
/// for all values that come from there.
pub fn written(origin: &Origin, sources: &Sources) -> Span {
    let way = way_back(origin, sources);
    let kept = way.iter().rev().find(|at| sources.file(at.span().file).is_editable());
    kept.or(way.last()).map_or_else(|| origin.span(), |at| at.span())
}

/// From the place of use back to where the value was written or computed.
pub(super) fn way_back<'o>(origin: &'o Origin, sources: &Sources) -> Vec<&'o Origin> {
    let mut way = vec![origin];
    let mut at = origin;
    let mut empty = false;
    while way.len() < LONGEST {
        empty |= matches!(at.link().kind, LinkKind::Empty(_));
        let switch = if empty { switch(at) } else { None };
        let Some(before) = switch.or_else(|| before(at, sources)) else { break };
        way.push(before);
        at = before;
    }
    way
}

/// The condition of `condition ? 1 : 0`, where the arm is nothing but on or off.
fn switch(at: &Origin) -> Option<&Origin> {
    match (&at.link().kind, at.link().from.as_slice()) {
        (LinkKind::Arm, [arm, condition]) if matches!(arm.link().kind, LinkKind::Literal) => Some(condition),
        _ => None,
    }
}

/// The station before: of a copy what was copied, of a value computed from one other that one, since nothing
/// else could be to blame. A template, written in place or in a file of its own, has text of its own.
fn before<'o>(at: &'o Origin, sources: &Sources) -> Option<&'o Origin> {
    match (&at.link().kind, at.link().from.as_slice()) {
        (kind, [only]) if kind.is_computed() => {
            let file = sources.file(at.span().file);
            let text = file.text.get(at.span().range()).unwrap_or_default();
            let template = text.starts_with(['"', '<']) || at.span().range() == (0..file.text.len());
            (!template).then_some(only)
        }
        _ => at.copied_from(),
    }
}

/// How a variable of a root got its value.
fn given(name: &str, input: &Origin, sources: &Sources) -> String {
    let by = input.copied_from().map(|value| sources.file(value.span().file));
    match by.filter(|file| file.is_made_up()) {
        Some(file) => format!("variable `{name}`, set by `{}`", file.path.trim_matches(['<', '>'])),
        None => format!("value given to variable `{name}`"),
    }
}

/// What happened at a station, in words.
fn note(kind: &LinkKind, read_from: Option<(&ResourceId, &Path)>) -> String {
    match kind {
        LinkKind::Literal => "written here".to_owned(),
        LinkKind::Attribute(name) => match read_from {
            Some((id, _)) => format!("`{name}` of {}", address(id)),
            None => format!("attribute `{name}`"),
        },
        LinkKind::Default(name) => format!("default of variable `{name}`"),
        LinkKind::Input(name) | LinkKind::Given(name) => format!("value given to variable `{name}`"),
        LinkKind::Argument { call, name } => format!("argument `{name}` of module call `{call}`"),
        LinkKind::Local(name) => format!("local `{name}`"),
        LinkKind::Output(name) => format!("output `{name}`"),
        LinkKind::Reference(id, path) if path.0.is_empty() => format!("read from {}", address(id)),
        LinkKind::Reference(id, path) => format!("read from `{path}` of {}", address(id)),
        LinkKind::Arm => "chosen by the condition".to_owned(),
        LinkKind::Tried => "taken by `try` unless it is in error".to_owned(),
        LinkKind::Unset(name) => format!("variable `{name}`, which has no value here"),
        LinkKind::Sensitive(name) => format!("variable `{name}`, declared sensitive"),
        LinkKind::Computed | LinkKind::Part(_) | LinkKind::Reduced => "computed here".to_owned(),
        LinkKind::Base64(_) => "encoded in base64 here".to_owned(),
        LinkKind::Encoded(_) => "encoded as JSON here".to_owned(),
        LinkKind::EncodedYaml(_) => "encoded as YAML here".to_owned(),
        LinkKind::Empty(argument) if &**argument == "count" => "`count` is 0".to_owned(),
        LinkKind::Empty(argument) => format!("`{argument}` is empty"),
        LinkKind::Element => "put in here".to_owned(),
        LinkKind::Nonsensitive => "said not to be sensitive".to_owned(),
        LinkKind::Each => "element of `count` or `for_each`".to_owned(),
    }
}

/// The address in an id `<root>//<address>`.
fn address(id: &ResourceId) -> &str {
    id.0.split_once("//").map_or(&*id.0, |(_, address)| address)
}

/// Where a condition stands and, if its value was copied from elsewhere, where that is.
fn condition_stations(condition: &Origin, sources: &Sources) -> Vec<Station> {
    let way = way_back(condition, sources);
    let mut found = vec![first_line(condition.span(), sources)];
    let written = way.iter().rposition(|at| sources.file(at.span().file).is_editable());
    let source = written.and_then(|at| way.get(..=at)).unwrap_or_default();
    if let Some(last) = source.last().filter(|last| !same_line(last.span(), condition.span(), sources)) {
        found.push(first_line(last.span(), sources));
    }
    let station = |span: Span| {
        // Of the stations on a line the last one says what the line is for.
        let words = source.iter().find(|at| same_line(at.span(), span, sources));
        let words = match words.map(|at| &at.link().kind) {
            None | Some(LinkKind::Literal | LinkKind::Arm) => String::new(),
            Some(kind) if kind.is_computed() => String::new(),
            Some(kind) => format!(": {}", note(kind, None)),
        };
        Station { span, note: format!("the condition{words}") }
    };
    found.into_iter().map(station).collect()
}

/// What a template was filled with, where that is one value which somebody wrote elsewhere: the template stands for
/// all it is filled with, and a person may want to leave out this one.
fn filling(template: &Origin, sources: &Sources) -> Option<Station> {
    let link = template.link();
    let [only] = link.from.as_slice() else { return None };
    let way = way_back(only, sources);
    // A text of several lines says more than what is filled in.
    let last = way.last().filter(|_| link.kind.is_computed() && link.text.is_none())?;
    let is_written =
        matches!(last.link().kind, LinkKind::Literal) && sources.file(last.span().file).is_editable();
    let span = first_line(last.span(), sources);
    (is_written && !same_line(span, template.span(), sources))
        .then(|| Station { span, note: "what is filled in".to_owned() })
}

/// Turns stations from use to source into source to use, one a line: of several on a line the last one has the
/// words, since it says what the line is for, and the first one has the place.
fn joined(stations: Vec<Station>, related: Vec<(usize, Station)>, sources: &Sources) -> Vec<Station> {
    let mut way: Vec<(Station, Vec<Station>)> = Vec::new();
    for (at, station) in stations.into_iter().enumerate().rev() {
        match way.last_mut() {
            Some((last, _)) if same_line(last.span, station.span, sources) => last.note = station.note,
            _ => way.push((station, Vec::new())),
        }
        if let Some((_, beside)) = way.last_mut() {
            beside.extend(related.iter().filter(|(of, _)| *of == at).map(|(_, station)| station.clone()));
        }
    }
    let lines: Vec<Span> = way.iter().map(|(station, _)| station.span).collect();
    let elsewhere = |beside: &Station| !lines.iter().any(|line| same_line(*line, beside.span, sources));
    let last = way.len().saturating_sub(1);
    let mut all = Vec::new();
    for (at, (station, beside)) in way.into_iter().enumerate() {
        let beside = beside.into_iter().filter(elsewhere);
        // The place of use stays the last one.
        if at == last && at > 0 {
            all.extend(beside.chain([station]));
        } else {
            all.push(station);
            all.extend(beside);
        }
    }
    all
}

/// Whether two spans begin on the same line.
pub(super) fn same_line(one: Span, other: Span, sources: &Sources) -> bool {
    if one.file != other.file {
        return false;
    }
    let file = sources.file(one.file);
    file.lines.line(one.start) == file.lines.line(other.start)
}

/// The part of a span that lies on its first line that is not blank, trimmed: what a pull request can show.
pub(super) fn first_line(span: Span, sources: &Sources) -> Span {
    let file = sources.file(span.file);
    let text = file.text.get(span.range()).unwrap_or_default();
    let start = span.start as usize + (text.len() - text.trim_start().len());
    let first = text.trim_start().lines().next().unwrap_or_default().trim_end();
    match first.is_empty() {
        true => Span { end: span.start, ..span },
        false => Span::new(span.file, start, start + first.len()),
    }
}
