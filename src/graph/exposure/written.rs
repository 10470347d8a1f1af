//! Exposures as documents write them.

use super::{Exposure, Opening, Place, Reach, Standing, Station};
use crate::graph::fact::DocumentPlace;
use crate::graph::{Relation, ResourceGraph, ResourceIndex, attributes};
use serde::Serialize;
use std::collections::BTreeSet;

/// That the internet reaches a resource, or may.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct DocumentExposure {
    /// Whether it does.
    pub standing: Standing,
    /// How many resources lie on the way before it.
    pub hops: usize,
    /// The way, from the internet on: what a policy gives as `evidence`.
    pub stations: Vec<DocumentStation>,
    /// What lets the internet in where the way begins.
    pub openings: Vec<DocumentOpening>,
    /// Where it is blocked, what does so.
    pub blocked_by: Vec<DocumentStation>,
    /// Ids of the resources where open ways to it begin, the first few.
    pub entries: Vec<String>,
    /// What whoever takes it over gets at from there, nearest first.
    pub reaches: Vec<DocumentReached>,
    /// Positions of its pod templates in `input.workloads`.
    pub workloads: Vec<usize>,
}

/// What something that runs programs gets at: whoever takes it over has that.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct DocumentReach {
    /// Identities, roles, bindings and secrets that it acts as, has or reads, and what lets its security groups in; nearest
    /// first.
    pub reaches: Vec<DocumentReached>,
    /// Positions of its pod templates in `input.workloads`.
    pub workloads: Vec<usize>,
}

/// A place on a way, and what is to be seen there.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct DocumentStation {
    /// Id of the resource.
    pub resource: String,
    /// The path below its attributes.
    pub path: Vec<serde_json::Value>,
    /// In words.
    pub note: String,
}

/// What somebody wrote that lets the internet in.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct DocumentOpening {
    /// Id of the resource where it is written.
    pub resource: String,
    /// The path below its attributes.
    pub path: Vec<serde_json::Value>,
    /// `tcp`, `udp`, `all`, ...
    pub protocol: String,
    /// The first port; absent where the ports are unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<u16>,
    /// The last port.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<u16>,
    /// Whether it is open.
    pub standing: Standing,
    /// What would have to be known of it.
    pub unknown: Vec<DocumentPlace>,
}

/// Something that can be got at from an exposed resource.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct DocumentReached {
    /// Its id.
    pub id: String,
    /// Its kind.
    pub kind: String,
    /// Its position under that kind.
    pub index: usize,
    /// What the one before is to it.
    pub relation: Relation,
    /// Id of the one before.
    pub through: String,
    /// Where the step is written: in the one before, or in what binds the two.
    pub written: DocumentStation,
}

fn place(graph: &ResourceGraph, place: &Place) -> Option<DocumentPlace> {
    let resource = graph.get(place.resource)?.id.to_string();
    Some(DocumentPlace { resource, path: place.path.0.iter().map(attributes::step).collect() })
}

fn station(graph: &ResourceGraph, station: &Station) -> Option<DocumentStation> {
    let DocumentPlace { resource, path } = place(graph, &station.place)?;
    Some(DocumentStation { resource, path, note: station.note.clone() })
}

fn opening(graph: &ResourceGraph, opening: &Opening) -> Option<DocumentOpening> {
    let DocumentPlace { resource, path } = place(graph, &opening.place)?;
    Some(DocumentOpening {
        resource,
        path,
        protocol: opening.protocol.clone(),
        from: opening.ports.map(|(from, _)| from),
        to: opening.ports.map(|(_, to)| to),
        standing: opening.standing,
        unknown: opening.unknown.iter().filter_map(|at| place(graph, at)).collect(),
    })
}

fn reaches(
    graph: &ResourceGraph,
    all: &[super::Reached],
    index: impl Fn(ResourceIndex) -> usize,
) -> Vec<DocumentReached> {
    let written = |reached: &super::Reached| {
        let resource = graph.get(reached.resource)?;
        Some(DocumentReached {
            id: resource.id.to_string(),
            kind: resource.kind.to_string(),
            index: index(reached.resource),
            relation: reached.relation,
            through: graph.get(reached.through)?.id.to_string(),
            written: station(graph, &reached.written)?,
        })
    };
    all.iter().filter_map(written).collect()
}

fn retain_reached(
    reaches: &mut Vec<DocumentReached>,
    kept: &BTreeSet<String>,
    moved: impl Fn(&str, &mut usize) -> bool,
) {
    reaches.retain_mut(|reached| {
        kept.contains(&reached.through)
            && kept.contains(&reached.written.resource)
            && moved(&reached.kind, &mut reached.index)
    });
}

/// The new positions of the pod templates that stay.
fn stay(workloads: &[usize], templates: &[Option<usize>]) -> Vec<usize> {
    workloads.iter().filter_map(|at| templates.get(*at).copied().flatten()).collect()
}

impl DocumentReach {
    /// As [`DocumentExposure::retain`].
    pub(in crate::graph) fn retain(
        &mut self,
        kept: &BTreeSet<String>,
        moved: impl Fn(&str, &mut usize) -> bool,
        templates: &[Option<usize>],
    ) {
        retain_reached(&mut self.reaches, kept, moved);
        self.workloads = stay(&self.workloads, templates);
    }

    /// In words of the document, and what would have to be known to say that it is all; as [`DocumentExposure::new`].
    pub(in crate::graph) fn new(
        graph: &ResourceGraph,
        reach: &Reach,
        workloads: Vec<usize>,
        index: impl Fn(ResourceIndex) -> usize,
    ) -> (DocumentReach, Vec<DocumentPlace>) {
        let unknown = reach.unknown.iter().filter_map(|at| place(graph, at)).collect();
        (DocumentReach { reaches: reaches(graph, &reach.reaches, index), workloads }, unknown)
    }
}

impl DocumentExposure {
    /// Leaves out whatever speaks of a resource that is not among `kept`; `moved` brings the position of one up to date,
    /// and `templates` has the new ones of pod templates.
    pub(in crate::graph) fn retain(
        &mut self,
        kept: &BTreeSet<String>,
        moved: impl Fn(&str, &mut usize) -> bool,
        templates: &[Option<usize>],
    ) {
        for list in [&mut self.stations, &mut self.blocked_by] {
            list.retain(|station| kept.contains(&station.resource));
        }
        self.openings.retain(|opening| kept.contains(&opening.resource));
        self.entries.retain(|id| kept.contains(id));
        retain_reached(&mut self.reaches, kept, moved);
        self.workloads = stay(&self.workloads, templates);
    }

    /// An exposure in words of the document, and what would have to be known to tell; `index` gives the position of a
    /// resource under its kind.
    pub(in crate::graph) fn new(
        graph: &ResourceGraph,
        exposure: &Exposure,
        workloads: Vec<usize>,
        index: impl Fn(ResourceIndex) -> usize,
    ) -> (DocumentExposure, Vec<DocumentPlace>) {
        let id = |at| graph.get(at).map(|resource| resource.id.to_string());
        let stations = |all: &[Station]| all.iter().filter_map(|one| station(graph, one)).collect();
        let unknown = exposure.unknown.iter().filter_map(|at| place(graph, at)).collect();
        let written = DocumentExposure {
            standing: exposure.standing,
            hops: exposure.hops,
            stations: stations(&exposure.stations),
            openings: exposure.openings.iter().filter_map(|one| opening(graph, one)).collect(),
            blocked_by: stations(&exposure.blocked_by),
            entries: exposure.entries.iter().filter_map(|at| id(*at)).collect(),
            reaches: reaches(graph, &exposure.reaches, index),
            workloads,
        };
        (written, unknown)
    }
}
