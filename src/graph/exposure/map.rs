//! Resources by kind and what refers to what, for those who look for doors.

use super::door::Judged;
use super::field::Field;
use crate::evaluate::{Data, Part, Path, Step, Value};
use crate::graph::workload::PodTemplate;
use crate::graph::{Reference, Relation, Resource, ResourceIndex};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Resources and references, found fast.
pub(super) struct Map<'g> {
    pub(super) resources: &'g [Resource],
    pub(super) templates: &'g [PodTemplate],
    references: &'g [Reference],
    /// For each resource its range in `references`.
    outgoing: Vec<Range<usize>>,
    /// For each resource the positions of the references to it.
    incoming: Vec<Vec<usize>>,
    by_kind: BTreeMap<&'g str, Vec<ResourceIndex>>,
}

impl<'g> Map<'g> {
    pub(super) fn new(
        resources: &'g [Resource],
        references: &'g [Reference],
        templates: &'g [PodTemplate],
    ) -> Map<'g> {
        let mut by_kind: BTreeMap<&str, Vec<ResourceIndex>> = BTreeMap::new();
        for (position, resource) in resources.iter().enumerate() {
            by_kind.entry(&resource.kind).or_default().push(ResourceIndex::new(position));
        }
        let mut outgoing = vec![0..0; resources.len()];
        let mut incoming = vec![Vec::new(); resources.len()];
        for (at, reference) in references.iter().enumerate() {
            if let Some(range) = outgoing.get_mut(reference.from.0 as usize) {
                let start = if range.end == 0 { at } else { range.start };
                *range = start..at + 1;
            }
            if let Some(list) = incoming.get_mut(reference.to.0 as usize) {
                list.push(at);
            }
        }
        Map { resources, templates, references, outgoing, incoming, by_kind }
    }

    pub(super) fn get(&self, index: ResourceIndex) -> Option<&'g Resource> {
        self.resources.get(index.0 as usize)
    }

    pub(super) fn kind(&self, index: ResourceIndex) -> &'g str {
        self.get(index).map_or("", |resource| &resource.kind)
    }

    pub(super) fn field(&self, index: ResourceIndex) -> Field<'g> {
        Field::of(self.resources, index)
    }

    /// The resources of a kind.
    pub(super) fn of_kind(&self, kind: &str) -> &[ResourceIndex] {
        self.by_kind.get(kind).map(Vec::as_slice).unwrap_or_default()
    }

    /// The resources of several kinds.
    pub(super) fn of_kinds<'m>(&'m self, kinds: &'m [&'m str]) -> impl Iterator<Item = ResourceIndex> + 'm {
        kinds.iter().flat_map(|kind| self.of_kind(kind).iter().copied())
    }

    /// What a resource refers to.
    pub(super) fn references(&self, from: ResourceIndex) -> &'g [Reference] {
        let range = self.outgoing.get(from.0 as usize).cloned().unwrap_or_default();
        self.references.get(range).unwrap_or_default()
    }

    /// What refers to a resource.
    pub(super) fn referrers(&self, to: ResourceIndex) -> impl Iterator<Item = &'g Reference> + use<'g, '_> {
        let positions = self.incoming.get(to.0 as usize).into_iter().flatten();
        positions.filter_map(|at| self.references.get(*at))
    }

    /// The resources of some kinds that `from` refers to below `keys`, each once, in order.
    pub(super) fn targets(&self, from: ResourceIndex, keys: &[&str], kinds: &[&str]) -> Vec<ResourceIndex> {
        let found = self.references(from).iter().filter(|reference| lies_below(&reference.via, keys));
        let found = found.map(|reference| reference.to).filter(|to| kinds.contains(&self.kind(*to)));
        found.collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// The resources of some kinds that refer to `to` below `keys`, each once, in order.
    pub(super) fn sources(&self, to: ResourceIndex, keys: &[&str], kinds: &[&str]) -> Vec<ResourceIndex> {
        let found = self.referrers(to).filter(|reference| lies_below(&reference.via, keys));
        let found = found.map(|reference| reference.from).filter(|from| kinds.contains(&self.kind(*from)));
        found.collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// What a resource is linked to by a relation.
    pub(super) fn related(&self, from: ResourceIndex, relation: Relation) -> Vec<&'g Reference> {
        self.references(from).iter().filter(|reference| reference.relation == relation).collect()
    }

    /// As a message names it.
    pub(super) fn name(&self, index: ResourceIndex) -> &'g str {
        self.get(index).map_or("", |resource| &resource.address)
    }
}

/// Whether a path begins with `keys`, positions in lists set aside. What is unknown as a whole refers to what its parts
/// would: a path that ends before `keys` do may lead there.
pub(super) fn lies_below(path: &Path, keys: &[&str]) -> bool {
    let mut steps = path.0.iter().filter_map(|step| match step {
        Step::Key(key) => Some(&**key),
        Step::Index(_) | Step::Any => None,
    });
    !path.0.is_empty() && keys.iter().all(|key| steps.next().is_none_or(|step| step == *key))
}

/// Whether a network is as wide as the internet for all that matters: nobody owns an IPv4 /7, and the widest IPv6
/// allocations of one organisation are /16 and longer.
pub(super) fn is_internet(cidr: &str) -> bool {
    let Some((address, length)) = cidr.trim().split_once('/') else { return false };
    let Ok(length) = length.parse::<u8>() else { return false };
    if !address.contains(':') {
        return length < 8;
    }
    let address = address.to_ascii_lowercase();
    length < 16 && !["fc", "fd", "fe", "ff"].iter().any(|local| address.starts_with(local))
}

/// Whether a network is one that only the internet has, or may be.
pub(super) fn internet(network: &Field<'_>) -> Judged {
    match network.value().is_some_and(is_small) {
        true => Judged::NO,
        false => network.is(false, is_internet),
    }
}

/// Whether a network of which only the end is known is too small to be the internet's, as `"${each.value}/32"` is.
fn is_small(cidr: &Value) -> bool {
    let Data::Unknown(unknown) = &cidr.data else { return false };
    let Some(Part::Text(text)) = unknown.parts.last() else { return false };
    let length = text.trim_end().rsplit_once('/').and_then(|(_, length)| length.parse::<u8>().ok());
    length.is_some_and(|length| length >= 16)
}

/// Whether an address, or the network it begins, is one that the internet does not lead to.
pub(super) fn is_private(address: &str) -> bool {
    let address = address.split(['/', '-']).next().unwrap_or_default().trim();
    match address.parse::<std::net::IpAddr>() {
        Ok(std::net::IpAddr::V4(address)) => {
            let [first, second, ..] = address.octets();
            let shared = first == 100 && (64..128).contains(&second);
            address.is_private() || address.is_loopback() || address.is_link_local() || shared
        }
        Ok(std::net::IpAddr::V6(address)) => {
            let first = address.segments().first().copied().unwrap_or_default();
            address.is_loopback() || first & 0xfe00 == 0xfc00 || first & 0xffc0 == 0xfe80
        }
        Err(_) => false,
    }
}
