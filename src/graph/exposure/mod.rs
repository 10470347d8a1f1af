//! What the internet reaches, and on which way.
//!
//! Each platform says which doors there are: from the internet to a resource, and from one resource to the next, each
//! open, shut or not known. The search then finds for every resource the way with the most certain doors, and of
//! those the shortest.

mod aws;
mod azure;
mod door;
mod field;
mod google;
mod isolation;
mod kubernetes;
mod map;
mod nodes;
mod reach;
mod search;
mod written;

pub use door::Standing;
pub use reach::Reach;
pub use written::{DocumentExposure, DocumentOpening, DocumentReach, DocumentStation};

use super::workload::PodTemplate;
use super::{Reference, Resource, ResourceIndex, Unresolved};
use crate::source::{Diagnostic, Level};
use door::{Opening, Place, Station};
use map::Map;
use reach::{Reached, Ways};
use std::collections::BTreeSet;

/// That the internet reaches a resource, or may.
#[derive(Clone, Debug)]
pub struct Exposure {
    /// The resource.
    pub resource: ResourceIndex,
    /// Whether it does.
    pub standing: Standing,
    /// The way, from the internet on.
    pub stations: Vec<Station>,
    /// How many resources lie on the way before it.
    pub hops: usize,
    /// What lets the internet in where the way begins.
    pub openings: Vec<Opening>,
    /// What would have to be known to tell.
    pub unknown: Vec<Place>,
    /// Where it is blocked, what does so.
    pub blocked_by: Vec<Station>,
    /// Where open ways to it begin, the first few.
    pub entries: Vec<ResourceIndex>,
    /// What whoever takes it over gets at from there.
    pub reaches: Vec<Reached>,
    /// Whether there are more entries, or more that it gets at, than are listed.
    pub cut: bool,
}

/// All exposures, and what everything that runs programs gets at, both ordered by resource.
pub(super) struct Found {
    pub(super) exposures: Vec<Exposure>,
    pub(super) reach: Vec<Reach>,
    /// What went wrong.
    pub(super) diagnostic: Option<Diagnostic>,
}

/// Takes time in proportion to resources and references.
pub(super) fn collect(
    resources: &[Resource],
    references: &[Reference],
    unresolved: &[Unresolved],
    templates: &[PodTemplate],
) -> Found {
    let map = Map::new(resources, references, templates);
    let groups = aws::Groups::new(&map);
    let mut doors = kubernetes::doors(&map, &groups);
    doors.extend(aws::doors(&map, &groups));
    doors.extend(google::doors(&map));
    doors.extend(azure::doors(&map));
    let mut exposures = search::exposures(doors, resources.len());
    let ways = Ways::new(&map, &groups, references, unresolved);
    let reach = ways.all();
    for exposure in &mut exposures {
        let known = reach.binary_search_by_key(&exposure.resource, |one| one.resource).ok();
        let known = known.and_then(|at| reach.get(at)).cloned();
        let own = known.unwrap_or_else(|| ways.from(exposure.resource));
        exposure.reaches = own.reaches;
        exposure.cut |= own.cut;
    }
    let diagnostic = limit(&exposures, &reach, resources);
    Found { exposures, reach, diagnostic }
}

/// That more leads to resources, or from them to others, than is listed.
fn limit(exposures: &[Exposure], reach: &[Reach], resources: &[Resource]) -> Option<Diagnostic> {
    let ways_in = exposures.iter().filter(|exposure| exposure.cut).map(|exposure| exposure.resource);
    let ways_on = reach.iter().filter(|reach| reach.cut).map(|reach| reach.resource);
    let cut: BTreeSet<ResourceIndex> = ways_in.chain(ways_on).collect();
    let first = resources.get(cut.first()?.0 as usize)?;
    let message = format!(
        "of {}, beginning with this one, there are more ways in from the internet, or on to others, than are looked \
         at; rules about that may miss some",
        match cut.len() {
            1 => "1 resource".to_owned(),
            count => format!("{count} resources"),
        }
    );
    Some(
        Diagnostic::at(Level::Warning, "graph-limit", first.header, message)
            .with_help("check directories apart"),
    )
}

#[cfg(test)]
mod tests;
