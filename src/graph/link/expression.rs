//! References that Terraform expressions make.

use super::{References, Relation};
use crate::evaluate::{Barren, Data, Path, ResourceId, Step, Value};
use crate::graph::{Resource, ResourceIndex};
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

/// Levels of a resource's attributes that are searched for references.
const MAX_DEPTH: usize = 250;

/// Collects all references in the attributes of Terraform resources, those at position `from` and after.
pub(super) fn collect(
    resources: &[Resource],
    instances: &Instances<'_>,
    from: usize,
    references: &mut References,
) {
    let mut barren = Barren::default();
    for (position, resource) in resources.iter().enumerate().skip(from) {
        if resource.manifest || references.is_full() {
            continue;
        }
        let from = ResourceIndex::new(position);
        let mut walk = Walk { found: Vec::new(), barren: &mut barren };
        walk.value(&resource.attributes, &mut Vec::new());
        for Found { target, reads, via } in walk.found {
            let targets = instances.targets(&target, from);
            references.add_reading(from, targets, Relation::Refers, &via, Some(&reads));
        }
    }
}

/// A reference that an expression makes.
struct Found {
    target: ResourceId,
    /// The attribute that is read there.
    reads: Path,
    /// Where it stands.
    via: Path,
}

/// Collects what a value refers to, each with the path where the reference stands.
struct Walk<'b> {
    found: Vec<Found>,
    barren: &'b mut Barren,
}

impl Walk<'_> {
    /// Of what a structure refers to, only that counts which none of its parts refers to.
    fn value(&mut self, value: &Value, path: &mut Vec<Step>) {
        if path.len() > MAX_DEPTH {
            return;
        }
        let before = self.found.len();
        let inside = value.encoded().unwrap_or(value);
        match &inside.data {
            Data::Sequence(_, items) => {
                let mut position = 0;
                for item in items.iter() {
                    let many = item.stands_for_many();
                    path.push(if many { Step::Any } else { Step::Index(position) });
                    position += usize::from(!many);
                    self.value(item, path);
                    path.pop();
                }
            }
            Data::Mapping(_, entries) => {
                for (key, entry) in entries.iter() {
                    path.push(Step::Key(key.clone()));
                    self.value(entry, path);
                    path.pop();
                }
            }
            _ => {}
        }
        let own = value.origin.references_but(self.barren);
        if own.is_empty() {
            return;
        }
        let parts: BTreeSet<ResourceId> =
            self.found.iter().skip(before).map(|found| found.target.clone()).collect();
        let own: BTreeSet<(ResourceId, Path)> = own.into_iter().collect();
        let further = own.into_iter().filter(|(target, _)| !parts.contains(target));
        let via = Path(path.clone());
        self.found.extend(further.map(|(target, reads)| Found { target, reads, via: via.clone() }));
    }
}

/// Resources by id, and the instances of those that `count` or `for_each` expand.
pub(in crate::graph) struct Instances<'a> {
    by_id: FxHashMap<&'a str, ResourceIndex>,
    /// Positions in `expanded` by the id without the instance's key.
    by_base: FxHashMap<&'a str, usize>,
    expanded: Vec<Expanded<'a>>,
    /// For each resource, by position in the graph, which one it is an instance of, and its key.
    places: Vec<Option<(usize, &'a str)>>,
}

#[derive(Default)]
struct Expanded<'a> {
    instances: BTreeMap<&'a str, ResourceIndex>,
    /// Equal for those with equal keys.
    key_set: usize,
}

impl<'a> Instances<'a> {
    /// Indexes all resources.
    pub(in crate::graph) fn new(resources: &'a [Resource]) -> Instances<'a> {
        let mut by_id = FxHashMap::default();
        let mut by_base = FxHashMap::default();
        let mut expanded: Vec<Expanded<'a>> = Vec::new();
        let mut places = Vec::with_capacity(resources.len());
        for (position, resource) in resources.iter().enumerate() {
            let index = ResourceIndex::new(position);
            by_id.insert(&*resource.id.0, index);
            let key = instance_key(&resource.id.0).filter(|_| !resource.manifest);
            places.push(key.map(|(base, key)| {
                let place = *by_base.entry(base).or_insert(expanded.len());
                if place == expanded.len() {
                    expanded.push(Expanded::default());
                }
                if let Some(expanded) = expanded.get_mut(place) {
                    expanded.instances.insert(key, index);
                }
                (place, key)
            }));
        }
        let mut key_sets: BTreeMap<Vec<&str>, usize> = BTreeMap::new();
        for expanded in &mut expanded {
            let next = key_sets.len();
            expanded.key_set = *key_sets.entry(expanded.instances.keys().copied().collect()).or_insert(next);
        }
        Instances { by_id, by_base, expanded, places }
    }

    /// The resources an id stands for. Without a key, it stands for all instances; of two resources that are
    /// expanded by the same keys, for the instance with the same key. A key that no instance has means that the
    /// keys are unknown and one instance stands for all.
    pub(in crate::graph) fn targets(&self, id: &ResourceId, from: ResourceIndex) -> Vec<ResourceIndex> {
        if let Some(exact) = self.by_id.get(&*id.0) {
            return vec![*exact];
        }
        if let Some(expanded) = self.by_base.get(&*id.0).and_then(|place| self.expanded.get(*place)) {
            let same = self.instance_like(from, expanded);
            return same.map_or_else(|| expanded.instances.values().copied().collect(), |one| vec![one]);
        }
        let base = instance_key(&id.0).map(|(base, _)| base);
        base.and_then(|base| self.by_id.get(base)).map(|index| vec![*index]).unwrap_or_default()
    }

    fn instance_like(&self, from: ResourceIndex, target: &Expanded<'a>) -> Option<ResourceIndex> {
        let (place, key) = self.places.get(from.0 as usize).copied().flatten()?;
        let own = self.expanded.get(place)?;
        if own.key_set != target.key_set {
            return None;
        }
        target.instances.get(key).copied()
    }
}

/// An id without the instance's key, and the key with its brackets; none where it has no key. Quotes inside of a
/// key are escaped, so the last bracket before an unescaped quote opens it.
fn instance_key(id: &str) -> Option<(&str, &str)> {
    let inner = id.strip_suffix(']')?;
    let open = match inner.ends_with('"') {
        true => inner.rfind("[\"")?,
        false => inner.rfind('[')?,
    };
    Some((id.get(..open)?, id.get(open..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_of_an_instance_is_taken_off() {
        for (id, expected) in [
            ("r//aws_x.b[0]", Some(("r//aws_x.b", "[0]"))),
            ("r//module.m[\"a\"].aws_x.b[\"k[1]\"]", Some(("r//module.m[\"a\"].aws_x.b", "[\"k[1]\"]"))),
            ("r//aws_x.b[\"k[\\\"\"]", Some(("r//aws_x.b", "[\"k[\\\"\"]"))),
            ("r//aws_x.b", None),
        ] {
            assert_eq!(instance_key(id), expected, "{id}");
        }
    }
}
