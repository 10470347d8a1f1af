//! Where a value is put that nobody gave: at a variable without a value there is nothing to change.

use super::locate::Target;
use super::trace::{Station, first_line, same_line, way_back};
use crate::evaluate::{LinkKind, Origin};
use crate::source::{Sources, Span};

/// The line that puts such a value in, and the stations from there to the use; beside them those before it. None where
/// somebody gave the value.
pub(super) fn split(
    target: &Target<'_>,
    stations: &[Station],
    sources: &Sources,
) -> Option<(Span, Vec<Station>, Vec<Station>)> {
    if !target.found || target.depth == 0 {
        return None;
    }
    let line = first_line(place(&target.origin, sources)?, sources);
    let at = stations.iter().position(|station| same_line(station.span, line, sources))?;
    let (before, from) = stations.split_at(at);
    Some((line, from.to_vec(), before.to_vec()))
}

/// What was made of the value first, or the object or list that it was put into first, of one resource; else its use.
fn place(origin: &Origin, sources: &Sources) -> Option<Span> {
    let way = way_back(origin, sources);
    way.last().filter(|source| matches!(source.link().kind, LinkKind::Unset(_)))?;
    let own = way.iter().position(|at| matches!(at.link().kind, LinkKind::Reference(..)));
    let own = way.get(..own.map_or(way.len() - 1, |reference| reference + 1))?;
    let kept = || own.iter().filter(|at| sources.file(at.span().file).is_editable());
    let puts = |kind: &LinkKind| kind.is_computed() || matches!(kind, LinkKind::Element);
    let first = kept()
        .rev()
        .find(|at| puts(&at.link().kind))
        .or_else(|| kept().find(|at| !matches!(at.link().kind, LinkKind::Sensitive(_))));
    first.map(|at| at.span())
}
