//! Files of one scope that declare the same objects are alternatives: one or the other is applied. What lies in one of
//! them belongs together with the objects of its own file.

use super::Reference;
use crate::graph::{Resource, ResourceIndex};
use crate::source::FileId;
use rustc_hash::FxHashMap;

/// What makes two objects the same.
type Identity<'a> = (&'a str, &'a str, Option<&'a str>, &'a str);

/// The objects that several files of a scope declare.
pub(in crate::graph) struct Alternatives<'a> {
    resources: &'a [Resource],
    /// By object, the files that declare it; those alone that are more than one.
    declared: FxHashMap<Identity<'a>, Vec<FileId>>,
}

impl<'a> Alternatives<'a> {
    pub(in crate::graph) fn new(resources: &'a [Resource]) -> Alternatives<'a> {
        let mut declared: FxHashMap<Identity<'_>, Vec<FileId>> = FxHashMap::default();
        for object in resources.iter().filter(|resource| resource.manifest) {
            declared.entry(identity(object)).or_default().push(object.header.file);
        }
        declared.retain(|_, files| files.iter().any(|file| Some(file) != files.first()));
        Alternatives { resources, declared }
    }

    /// Whether two resources may be applied together: not where the file of the first declares the second too.
    pub(in crate::graph) fn meet(&self, one: ResourceIndex, other: ResourceIndex) -> bool {
        let manifest =
            |at: ResourceIndex| self.resources.get(at.0 as usize).filter(|resource| resource.manifest);
        let (Some(one), Some(other)) = (manifest(one), manifest(other)) else { return true };
        let own = one.header.file;
        own == other.header.file
            || one.root != other.root
            || self.declared.get(&identity(other)).is_none_or(|files| !files.contains(&own))
    }
}

fn identity(object: &Resource) -> Identity<'_> {
    (&object.root, &object.kind, object.namespace.as_deref(), &object.name)
}

/// Leaves out references to objects that the referring one's own file declares too.
pub(super) fn settle(resources: &[Resource], references: &mut Vec<Reference>) {
    let alternatives = Alternatives::new(resources);
    if !alternatives.declared.is_empty() {
        references.retain(|reference| alternatives.meet(reference.from, reference.to));
    }
}
