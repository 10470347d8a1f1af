//! Whether two unknown values are the same one.

use crate::evaluate::{LinkKind, Origin, Path, ResourceId};

/// Stations of a value's way that are gone back.
const MAX_STATIONS: usize = 256;

/// Where an unknown value comes from. Two that come from the same place are equal.
#[derive(PartialEq, Eq, Hash)]
pub(in crate::graph) enum Source {
    /// A station of its way.
    Station(usize),
    /// An attribute of a resource.
    Attribute(ResourceId, Path),
    /// Nowhere in particular: equal only to itself.
    Own(usize),
}

/// Where a value comes from; none for one that differs from instance to instance.
pub(in crate::graph) fn source(origin: &Origin) -> Option<Source> {
    let mut origin = origin;
    for _ in 0..MAX_STATIONS {
        match &origin.link().kind {
            LinkKind::Reference(id, path) => return Some(Source::Attribute(id.clone(), path.clone())),
            LinkKind::Each => return None,
            _ => match origin.copied_from() {
                Some(before) => origin = before,
                None => return Some(Source::Station(origin.identity())),
            },
        }
    }
    None
}
