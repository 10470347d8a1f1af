//! What runs from images that a repository hands out under a name which may be given to another image.

use super::world::World;
use crate::evaluate::{Data, Part, Path, Value};
use crate::graph::identity::{Holder, Place};
use crate::graph::{Reference, Relation, ResourceIndex};
use std::collections::{BTreeMap, BTreeSet};

/// How whatever is started from an image is found.
pub(super) const STARTED_FROM_IMAGE: &str = "image";

/// Begins the digest of an image, which names one image for ever.
const DIGEST: &str = "@sha256:";

/// By repository of ECR, the identities that something runs as which is started from its images.
#[derive(Default)]
pub(super) struct Images {
    pub(super) started: BTreeMap<ResourceIndex, BTreeSet<ResourceIndex>>,
    certain: BTreeSet<ResourceIndex>,
    /// By identity, what would have to be known to say so.
    doubts: BTreeMap<ResourceIndex, BTreeSet<Place>>,
}

impl Images {
    /// Takes time in proportion to the references.
    pub(super) fn new(world: &World<'_, '_>, running: &BTreeMap<ResourceIndex, Vec<Holder>>) -> Images {
        let mut images = Images::default();
        let mut running_as: BTreeMap<ResourceIndex, BTreeSet<ResourceIndex>> = BTreeMap::new();
        for (identity, holders) in running {
            for holder in holders.iter().filter(|one| !matches!(one.how, "ecs-agent" | "eks-agent")) {
                running_as.entry(holder.resource).or_default().insert(*identity);
            }
        }
        let is_repository =
            |at| world.graph.get(at).is_some_and(|one| &*one.kind == super::targets::REPOSITORY);
        let pulls = world.graph.references.iter().filter(|one| one.relation == Relation::Pulls);
        for pull in pulls.filter(|one| is_repository(one.to)) {
            // Pods run as their service account, and that as the role.
            let accounts = world.references(pull.from).iter().filter(|one| one.relation == Relation::RunsAs);
            let holders = std::iter::once(pull.from).chain(accounts.map(|one| one.to));
            let identities = holders.filter_map(|holder| running_as.get(&holder)).flatten();
            let identities: BTreeSet<ResourceIndex> = identities.copied().collect();
            if !identities.is_empty() {
                images.pull(world, pull, &identities);
            }
        }
        images
    }

    fn pull(&mut self, world: &World<'_, '_>, pull: &Reference, identities: &BTreeSet<ResourceIndex>) {
        let mut doubts = BTreeSet::new();
        let key = "image_tag_mutability";
        let repository = world.graph.get(pull.to).map(|one| &one.attributes);
        match repository.and_then(|one| one.get(key)) {
            Some(said) if said.is_unknown() => {
                doubts.insert(Place { resource: pull.to, path: Path::default().join(&[key]) });
            }
            Some(said) if said.as_str() == Some("IMMUTABLE") => return,
            _ => {}
        }
        match world.graph.value_at(pull.from, &pull.via) {
            Some((image, [])) if names_a_digest(image) => return,
            Some((Value { data: Data::Unknown(unknown), .. }, [])) if unknown.parts.is_empty() => {
                doubts.insert(Place { resource: pull.from, path: pull.via.clone() });
            }
            _ => {}
        }
        self.started.entry(pull.to).or_default().extend(identities);
        for identity in identities {
            match doubts.is_empty() {
                true => drop(self.certain.insert(*identity)),
                false => self.doubts.entry(*identity).or_default().extend(doubts.iter().cloned()),
            }
        }
    }

    /// Whether something runs as an identity that is started from such an image.
    pub(super) fn start(&self, identity: ResourceIndex) -> bool {
        self.certain.contains(&identity) || self.doubts.contains_key(&identity)
    }

    /// What would have to be known to say so.
    pub(super) fn doubts(&self, identity: ResourceIndex) -> impl Iterator<Item = &Place> {
        let certain = self.certain.contains(&identity);
        self.doubts.get(&identity).into_iter().flatten().filter(move |_| !certain)
    }
}

fn names_a_digest(image: &Value) -> bool {
    match &image.data {
        Data::String(text) => text.contains(DIGEST),
        Data::Unknown(unknown) => {
            unknown.parts.iter().any(|part| matches!(part, Part::Text(text) if text.contains(DIGEST)))
        }
        _ => false,
    }
}
