//! What overlays change of Kubernetes objects.

use super::{Resource, ResourceIndex};
use crate::evaluate::kubernetes::{Deed, Manifest, Patched};
use crate::evaluate::{Path, Step};
use std::collections::BTreeMap;

/// By the objects, those that are changed.
#[derive(Clone, Debug, Default)]
pub struct Patches(BTreeMap<ResourceIndex, Vec<Patched>>);

impl Patches {
    /// Whether no overlay changes anything.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What takes a resource away as a whole on every way to a cluster.
    pub fn removing(&self, at: ResourceIndex) -> Option<&Patched> {
        let removes = |patched: &&Patched| patched.everywhere && patched.deed == Deed::Removes;
        self.0.get(&at)?.iter().filter(removes).find(|patched| patched.path.0.is_empty())
    }

    /// What changes the value at a path of a resource, or what lies above it: on every way to a cluster, or on some.
    /// An element that is added to a list changes the list as a whole, but none of the elements that it has.
    pub fn to(&self, at: ResourceIndex, path: &Path, everywhere: bool) -> Option<&Patched> {
        let changes = |patched: &&Patched| match patched.path.0.split_last() {
            Some((Step::Any, list)) => path.0.as_slice() == list,
            _ => patched.path.covers(path),
        };
        self.0.get(&at)?.iter().filter(|patched| patched.everywhere == everywhere).find(changes)
    }
}

/// The patches of `resources`, which are ordered by id.
pub(super) fn collect(manifests: &[Manifest], resources: &[Resource]) -> Patches {
    let changed = manifests.iter().filter(|manifest| !manifest.patched.is_empty());
    let found = changed.filter_map(|manifest| {
        let at = resources.binary_search_by(|resource| resource.id.cmp(&manifest.id)).ok()?;
        Some((ResourceIndex::new(at), manifest.patched.clone()))
    });
    Patches(found.collect())
}
