//! The nodes of clusters that a cloud declares: whether the internet reaches a port of theirs.

use super::aws::Groups;
use super::door::{Door, Judged, Opening, Place, Standing, Station};
use super::map::Map;
use super::{aws, azure, google};
use crate::graph::ResourceIndex;
use std::collections::BTreeMap;

/// The ports from which a cluster chooses for Services that name none.
pub(super) const NODE_PORTS: (u16, u16) = (30_000, 32_767);

/// Nodes that are made alike.
#[derive(Clone, Debug)]
pub(super) struct Nodes {
    /// What declares them.
    pub(super) resource: ResourceIndex,
    /// Whether they have addresses that the internet leads to.
    pub(super) address: Judged,
    /// What gives them.
    pub(super) stations: Vec<Station>,
    /// What lets the internet in to them.
    pub(super) openings: Vec<Opening>,
    /// Whether something that is only named may let it in too.
    pub(super) unseen: Judged,
}

/// A port of a node, or some of several.
#[derive(Clone, Debug)]
pub(super) struct NodePort {
    pub(super) protocol: String,
    /// One; several where it is not known which of them it is.
    pub(super) ports: (u16, u16),
    /// Where it would say which.
    pub(super) unknown: Option<Place>,
}

/// The nodes of every cluster of which some are declared.
pub(super) fn collect(map: &Map<'_>, groups: &Groups) -> BTreeMap<ResourceIndex, Vec<Nodes>> {
    let mut found = BTreeMap::new();
    for cluster in map.of_kind("aws_eks_cluster") {
        found.insert(*cluster, aws::nodes(map, groups, *cluster));
    }
    found.extend(google::nodes(map));
    for cluster in map.of_kind("azurerm_kubernetes_cluster") {
        found.insert(*cluster, azure::nodes(map, *cluster));
    }
    found.retain(|_, nodes| !nodes.is_empty());
    found
}

impl Nodes {
    /// The door from the internet to the nodes, whatever the port.
    pub(super) fn door(self) -> Option<Door> {
        let opened = Judged::any(self.openings.iter().map(Opening::judged)).or(self.unseen);
        let judged = opened.and(self.address);
        if judged.is_no() {
            return None;
        }
        let mut door = Door::new(None, self.resource, judged).openings(self.openings);
        door.stations = self.stations;
        Some(door)
    }

    /// Whether the internet reaches a port, and what opens it.
    pub(super) fn admits(&self, port: &NodePort) -> (Judged, Vec<Opening>) {
        let openings = opened(&self.openings, port);
        let let_in = Judged::any(openings.iter().map(Opening::judged)).or(self.unseen.clone());
        (let_in.and(self.address.clone()), openings)
    }
}

/// Those of some openings that let a port through, or may.
pub(super) fn opened(openings: &[Opening], port: &NodePort) -> Vec<Opening> {
    let (first, last) = port.ports;
    let through = openings.iter().filter_map(|opening| {
        let mut opening = opening.clone();
        if opening.protocol != "all" && opening.protocol != port.protocol {
            return None;
        }
        match opening.ports {
            Some((from, to)) if from <= first && last <= to => {}
            Some((from, to)) if to < first || last < from => return None,
            Some(_) => match &port.unknown {
                Some(place) => {
                    opening.standing = opening.standing.max(Standing::Unknown);
                    opening.unknown.push(place.clone());
                }
                None => opening.standing = opening.standing.max(Standing::Possible),
            },
            None => opening.standing = opening.standing.max(Standing::Unknown),
        }
        opening.ports = Some(port.ports);
        Some(opening)
    });
    through.collect()
}
