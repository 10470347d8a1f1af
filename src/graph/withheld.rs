//! What is declared but not made, and what it would configure.

use super::{Resource, ResourceIndex, link};
use crate::evaluate::Origin;
use crate::evaluate::terraform::EvaluatedModule;
use std::collections::BTreeMap;

/// A resource that is declared but not made, because a `count` is 0 or a `for_each` is empty.
#[derive(Clone, Debug)]
pub struct WithheldResource {
    /// What it would be.
    pub resource: Resource,
    /// Where the 0 or the empty collection came from.
    pub cause: Origin,
}

/// All of them, by what they would refer to.
#[derive(Clone, Debug, Default)]
pub struct Withheld {
    /// Ordered by id.
    resources: Vec<WithheldResource>,
    /// Positions of those that would refer to a resource.
    by_target: BTreeMap<ResourceIndex, Vec<usize>>,
}

impl Withheld {
    /// The one at a position.
    pub fn get(&self, position: usize) -> Option<&WithheldResource> {
        self.resources.get(position)
    }

    /// Those that would refer to `target`, each with its position.
    pub fn referring_to(&self, target: ResourceIndex) -> impl Iterator<Item = (usize, &WithheldResource)> {
        let positions = self.by_target.get(&target).map(Vec::as_slice).unwrap_or_default();
        positions.iter().filter_map(|at| Some((*at, self.resources.get(*at)?)))
    }
}

/// Finds out what would refer to `resources`, which are as they were when it returns.
pub(super) fn collect(modules: &[EvaluatedModule], resources: &mut Vec<Resource>) -> Withheld {
    let declared = modules.iter().flat_map(|module| module.withheld.iter().map(|one| (&module.root, one)));
    let mut declared: Vec<(Resource, Origin)> = declared
        .map(|(root, one)| (Resource::of_terraform(root, &one.resource), one.cause.clone()))
        .collect();
    if declared.is_empty() {
        return Withheld::default();
    }
    declared.sort_by(|(own, _), (theirs, _)| own.id.cmp(&theirs.id));
    let (mut others, causes): (Vec<Resource>, Vec<Origin>) = declared.into_iter().unzip();
    let mut by_target: BTreeMap<ResourceIndex, Vec<usize>> = BTreeMap::new();
    for (position, reference) in link::would_refer(resources, &mut others) {
        by_target.entry(reference.to).or_default().push(position);
    }
    by_target.values_mut().for_each(|positions| {
        positions.sort_unstable();
        positions.dedup();
    });
    let resources = others.into_iter().zip(causes);
    let resources = resources.map(|(resource, cause)| WithheldResource { resource, cause }).collect();
    Withheld { resources, by_target }
}
