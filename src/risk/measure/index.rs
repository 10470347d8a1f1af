//! What is looked up of a graph, by the id of a resource.

use crate::graph::{
    DocumentExposure, DocumentFlow, DocumentIdentity, DocumentOpening, DocumentResource, Fact, GraphDocument,
    Standing, Workload,
};
use std::collections::{BTreeMap, BTreeSet};

/// Facts and resources by the ids that they are about.
#[derive(Debug)]
pub(super) struct Index<'d> {
    resources: BTreeMap<&'d str, &'d DocumentResource>,
    exposures: BTreeMap<&'d str, &'d Fact<DocumentExposure>>,
    /// Ways to something that lead through a resource or are opened by it, with how far from the internet.
    ways: BTreeMap<&'d str, Vec<(usize, &'d Fact<DocumentExposure>)>>,
    /// What opens ways, by the resource where it is written: each place once for each standing, however many ways it
    /// opens.
    openings: BTreeMap<&'d str, Vec<&'d DocumentOpening>>,
    /// Identities by the resources that declare them, give them rights or bind them.
    identities: BTreeMap<&'d str, Vec<&'d Fact<DocumentIdentity>>>,
    /// Identities by what runs as them.
    held: BTreeMap<&'d str, Vec<&'d Fact<DocumentIdentity>>>,
    /// Programs of which it is unknown what they run as.
    unknown_actors: BTreeSet<&'d str>,
    flows: BTreeMap<&'d str, Vec<&'d Fact<DocumentFlow>>>,
    workloads: BTreeMap<&'d str, Vec<&'d Workload>>,
    /// Names of arguments of which the value is unknown, in any resource.
    unknown: BTreeSet<&'d str>,
}

impl<'d> Index<'d> {
    pub(super) fn new(document: &'d GraphDocument) -> Index<'d> {
        let resources = document.resources.values().flatten().map(|one| (one.id.as_str(), one)).collect();
        let mut index = Index {
            resources,
            exposures: document.exposures.iter().map(|one| (one.id.as_str(), one)).collect(),
            ways: BTreeMap::new(),
            openings: BTreeMap::new(),
            identities: BTreeMap::new(),
            held: BTreeMap::new(),
            unknown_actors: BTreeSet::new(),
            flows: BTreeMap::new(),
            workloads: BTreeMap::new(),
            unknown: BTreeSet::new(),
        };
        let paths = document.resources.values().flatten().flat_map(|one| &one.unknown);
        index.unknown.extend(paths.flatten().filter_map(|step| step.as_str()));
        index.add_ways(document);
        for identity in &document.identities {
            let mut sources: Vec<&str> = vec![&identity.id];
            sources.extend(identity.what.grants.iter().flat_map(|grant| {
                let evidence = grant.evidence.iter().map(|one| one.resource.as_str());
                evidence.chain([grant.resource.as_str()])
            }));
            sources.extend(identity.what.administrator.iter().map(|right| right.resource.as_str()));
            sources.sort_unstable();
            sources.dedup();
            for source in sources {
                index.identities.entry(source).or_default().push(identity);
            }
            for holder in &identity.what.holders {
                index.held.entry(&holder.id).or_default().push(identity);
            }
        }
        // What else a program gets at is what its security groups let it.
        let is_group =
            |step: &serde_json::Value| step.as_str().is_some_and(|name| name.contains("security_group"));
        let acting = document.reach.iter().filter(|reach| {
            reach.unknown.iter().any(|one| !one.place.path.is_empty() && !one.place.path.iter().any(is_group))
        });
        index.unknown_actors.extend(acting.map(|reach| reach.id.as_str()));
        for flow in &document.credential_flows {
            index.flows.entry(&flow.id).or_default().push(flow);
        }
        for workload in &document.workloads {
            index.workloads.entry(&workload.id).or_default().push(workload);
        }
        index
    }

    fn add_ways(&mut self, document: &'d GraphDocument) {
        let mut known: BTreeSet<(&str, String, Standing)> = BTreeSet::new();
        for exposure in &document.exposures {
            let mut nearest: BTreeMap<&str, usize> = BTreeMap::new();
            for opening in &exposure.what.openings {
                nearest.insert(&opening.resource, 0);
                let path = serde_json::to_string(&opening.path).unwrap_or_default();
                if known.insert((&opening.resource, path, opening.standing)) {
                    self.openings.entry(&opening.resource).or_default().push(opening);
                }
            }
            for (distance, station) in exposure.what.stations.iter().enumerate() {
                let known = nearest.entry(&station.resource).or_insert(distance);
                *known = distance.min(*known);
            }
            for (resource, distance) in nearest {
                self.ways.entry(resource).or_default().push((distance, exposure));
            }
        }
    }

    pub(super) fn resource(&self, id: &str) -> Option<&'d DocumentResource> {
        self.resources.get(id).copied()
    }

    /// Whether an argument with such a word in its name is unknown somewhere: it may name whatever there is.
    pub(super) fn may_name(&self, word: &str) -> bool {
        self.unknown.iter().any(|name| name.contains(word))
    }

    pub(super) fn exposure(&self, id: &str) -> Option<&'d Fact<DocumentExposure>> {
        self.exposures.get(id).copied()
    }

    pub(super) fn ways(&self, id: &str) -> &[(usize, &'d Fact<DocumentExposure>)] {
        self.ways.get(id).map(Vec::as_slice).unwrap_or_default()
    }

    pub(super) fn openings(&self, id: &str) -> &[&'d DocumentOpening] {
        self.openings.get(id).map(Vec::as_slice).unwrap_or_default()
    }

    pub(super) fn identities(&self, id: &str) -> &[&'d Fact<DocumentIdentity>] {
        self.identities.get(id).map(Vec::as_slice).unwrap_or_default()
    }

    pub(super) fn held(&self, id: &str) -> &[&'d Fact<DocumentIdentity>] {
        self.held.get(id).map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether it is unknown what a program runs as.
    pub(super) fn runs_as_unknown(&self, id: &str) -> bool {
        self.unknown_actors.contains(id)
    }

    pub(super) fn flows(&self, id: &str) -> &[&'d Fact<DocumentFlow>] {
        self.flows.get(id).map(Vec::as_slice).unwrap_or_default()
    }

    pub(super) fn workloads(&self, id: &str) -> &[&'d Workload] {
        self.workloads.get(id).map(Vec::as_slice).unwrap_or_default()
    }
}
