//! What runs from images that a repository hands out under a name which may be given to another image.

use super::holders;
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
    /// Repositories of which the name is unknown.
    unnamed: BTreeSet<ResourceIndex>,
}

impl Images {
    /// Takes time in proportion to the references.
    pub(super) fn new(world: &World<'_, '_>, running: &BTreeMap<ResourceIndex, Vec<Holder>>) -> Images {
        let mut images = Images::default();
        let mut running_as: BTreeMap<ResourceIndex, BTreeSet<ResourceIndex>> = BTreeMap::new();
        for (identity, holders) in running {
            for holder in holders.iter().filter(|one| !holders::is_of_service(one.how)) {
                running_as.entry(holder.resource).or_default().insert(*identity);
            }
        }
        let is_repository =
            |at| world.graph.get(at).is_some_and(|one| &*one.kind == super::targets::REPOSITORY);
        let mut seen = BTreeSet::new();
        for reference in world.graph.references.iter().filter(|one| is_repository(one.to)) {
            // What an image says leads there in two ways; either is enough.
            let unclear = match reference.relation {
                Relation::Pulls => None,
                Relation::Refers => match hidden(world, reference) {
                    Some(place) => Some(place),
                    None => continue,
                },
                _ => continue,
            };
            if seen.insert((reference.from, reference.to, unclear.is_none())) {
                images.pull(world, reference, unclear, &started_as(world, reference.from, &running_as));
            }
        }
        images
    }

    fn pull(&mut self, world: &World<'_, '_>, pull: &Reference, unclear: Option<Place>, started: &Started) {
        let mut doubts: BTreeSet<Place> = unclear.into_iter().collect();
        let key = "image_tag_mutability";
        let Some(repository) = world.graph.get(pull.to) else { return };
        match repository.attributes.get(key) {
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
        for (identity, unclear) in started {
            self.started.entry(pull.to).or_default().insert(*identity);
            let doubts: BTreeSet<&Place> = doubts.iter().chain(unclear).collect();
            match doubts.is_empty() {
                true => drop(self.certain.insert(*identity)),
                false => self.doubts.entry(*identity).or_default().extend(doubts.into_iter().cloned()),
            }
        }
        if !started.is_empty() && repository.attributes.get("name").is_some_and(Value::is_unknown) {
            self.unnamed.insert(pull.to);
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

    /// The repositories of a root of which the name is unknown, so that any pattern may cover them.
    pub(super) fn unnamed(&self, world: &World<'_, '_>, root: &str) -> Vec<(ResourceIndex, Place)> {
        let own =
            self.unnamed.iter().filter(|at| world.graph.get(**at).is_some_and(|one| &*one.root == root));
        own.map(|at| (*at, Place { resource: *at, path: Path::default().join(&["name"]) })).collect()
    }
}

/// Identities that something is started as, each with what would have to be known to say so.
type Started = BTreeMap<ResourceIndex, BTreeSet<Place>>;

/// Whom a resource runs as: itself, or by its service account, and that as the role.
fn started_as(
    world: &World<'_, '_>,
    from: ResourceIndex,
    running_as: &BTreeMap<ResourceIndex, BTreeSet<ResourceIndex>>,
) -> Started {
    let mut started = Started::new();
    let mut holders = vec![(from, None)];
    holders.extend(linked(world, from, Relation::RunsAs, "ServiceAccount"));
    for (holder, doubt) in holders {
        let known = running_as.get(&holder).into_iter().flatten().map(|role| (*role, None));
        let perhaps = match holder == from {
            true => Vec::new(),
            false => linked(world, holder, Relation::Assumes, "aws_iam_role"),
        };
        let perhaps = perhaps.into_iter().filter(|(_, unclear)| unclear.is_some());
        for (role, unclear) in known.chain(perhaps) {
            let doubts: BTreeSet<Place> = doubt.iter().cloned().chain(unclear).collect();
            let kept = started.entry(role).or_insert_with(|| doubts.clone());
            if doubts.len() < kept.len() {
                *kept = doubts;
            }
        }
    }
    started
}

/// What a resource is linked to by a relation, or may be: what refers to something of the kind where the one end is
/// unknown.
fn linked(
    world: &World<'_, '_>,
    from: ResourceIndex,
    relation: Relation,
    kind: &str,
) -> Vec<(ResourceIndex, Option<Place>)> {
    let mut found = Vec::new();
    for reference in world.references(from) {
        if reference.relation == relation {
            found.push((reference.to, None));
            continue;
        }
        let Some(target) = world.graph.get(reference.to).filter(|one| &*one.kind == kind) else { continue };
        let name = target.attributes.get("metadata").and_then(|metadata| metadata.get("name"));
        let nameless = name
            .is_some_and(Value::is_unknown)
            .then(|| Place { resource: reference.to, path: Path::default().join(&["metadata", "name"]) });
        if let Some(place) = hidden(world, reference).or(nameless) {
            found.push((reference.to, Some(place)));
        }
    }
    found
}

/// Where a reference stands in something of which nothing is known: it may be of any kind. A text is what it is.
fn hidden(world: &World<'_, '_>, reference: &Reference) -> Option<Place> {
    let (value, _) = world.graph.value_at(reference.from, &reference.via)?;
    match &value.data {
        Data::Unknown(unknown) if unknown.parts.is_empty() && !unknown.filled => {
            Some(Place { resource: reference.from, path: reference.via.clone() })
        }
        _ => None,
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
