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
pub use written::DocumentExposure;

use super::workload::PodTemplate;
use super::{Reference, Resource, ResourceIndex};
use crate::source::{Diagnostic, Level};
use door::{Opening, Place, Station};
use map::Map;
use reach::Reached;

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

/// All exposures, ordered by resource, and what went wrong. Takes time in proportion to resources and references.
pub(super) fn collect(
    resources: &[Resource],
    references: &[Reference],
    templates: &[PodTemplate],
) -> (Vec<Exposure>, Option<Diagnostic>) {
    let map = Map::new(resources, references, templates);
    let groups = aws::Groups::new(&map);
    let mut doors = kubernetes::doors(&map, &groups);
    doors.extend(aws::doors(&map, &groups));
    doors.extend(google::doors(&map));
    doors.extend(azure::doors(&map));
    let mut found = search::exposures(doors, resources.len());
    let members = groups.members(&map);
    for exposure in &mut found {
        let (reaches, cut) = reach::reached(&map, &groups, &members, exposure.resource);
        exposure.reaches = reaches;
        exposure.cut |= cut;
    }
    let diagnostic = limit(&found, resources);
    (found, diagnostic)
}

/// That more leads to resources, or from them to others, than is listed.
fn limit(found: &[Exposure], resources: &[Resource]) -> Option<Diagnostic> {
    let cut = found.iter().filter(|exposure| exposure.cut);
    let first = resources.get(cut.clone().next()?.resource.0 as usize)?;
    let message = format!(
        "of {}, beginning with this one, the internet has more ways in, or from there to others, than are looked at; \
         rules about that may miss some",
        match cut.count() {
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
