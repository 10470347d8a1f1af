//! Which scopes are one cluster: all that one tree of delivery tools applies.
//!
//! A tool's object that lies in a directory which is itself applied (`clusters/prod` of Flux, an application of
//! applications of Argo CD) has its own directory applied to the same cluster. A directory that several trees apply is
//! a scope of its own, and so is one that shows itself to be a variant of another in its tree: no cluster holds the same
//! object twice.

use super::scope::Place;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A scope that is applied by itself. Scopes are named by their directories.
#[derive(Debug)]
pub(super) struct Applied {
    pub(super) scope: Arc<str>,
    /// The scopes that hold what tells a tool to apply it.
    pub(super) told_by: BTreeSet<Arc<str>>,
    /// The directories, applied by nothing that is seen, that do.
    pub(super) told_in: BTreeSet<Arc<str>>,
}

/// How scopes belong together.
#[derive(Debug, Default)]
pub(super) struct Trees {
    /// The root of the tree that alone applies a scope; a root is its own.
    roots: BTreeMap<Arc<str>, Arc<str>>,
    /// For a root that is told of in one directory that nothing applies: that directory.
    told_in: BTreeMap<Arc<str>, Arc<str>>,
    /// Scopes that take in the same base, or hold the same object.
    variants: Vec<BTreeSet<Arc<str>>>,
}

/// Scopes that belong to another, by name.
pub(super) struct Joined(BTreeMap<Arc<str>, Arc<str>>);

impl Joined {
    /// The scope that a scope is part of.
    pub(super) fn whole(&self, scope: &Arc<str>) -> Arc<str> {
        self.0.get(scope).unwrap_or(scope).clone()
    }
}

impl Trees {
    /// Follows all trees down from their roots. `variants` are scopes that take in the same base.
    pub(super) fn new(applied: &[Applied], variants: Vec<BTreeSet<Arc<str>>>) -> Trees {
        let mut trees = Trees { variants, ..Trees::default() };
        let mut roots: BTreeMap<&Arc<str>, BTreeSet<&Arc<str>>> = BTreeMap::new();
        for Applied { scope, told_by, told_in } in applied {
            let own = roots.entry(scope).or_default();
            if told_by.is_empty() || told_by.contains(scope) || !told_in.is_empty() {
                own.insert(scope);
            }
            let mut places = told_in.iter();
            if let (Some(directory), None, true) = (places.next(), places.next(), told_by.is_empty()) {
                trees.told_in.insert(scope.clone(), directory.clone());
            }
        }
        // As many rounds as trees are deep.
        let mut news = true;
        while std::mem::take(&mut news) {
            for Applied { scope, told_by, .. } in applied {
                // Two are as good as more.
                let known = roots.get(scope).map_or(0, BTreeSet::len);
                let theirs = told_by.iter().filter_map(|by| roots.get(by)).flatten();
                let theirs: Vec<&Arc<str>> = theirs.copied().filter(|_| known < 2).take(2).collect();
                let own = roots.entry(scope).or_default();
                own.extend(theirs);
                news |= own.len() > known;
            }
        }
        let single = |(scope, roots): (&Arc<str>, BTreeSet<&Arc<str>>)| {
            let mut roots = roots.into_iter();
            roots.next().filter(|_| roots.next().is_none()).map(|root| (scope.clone(), root.clone()))
        };
        trees.roots = roots.into_iter().filter_map(single).collect();
        trees
    }

    /// Joins what is one cluster; `objects` are all that have a scope.
    pub(super) fn join<'p>(mut self, objects: impl Iterator<Item = (Arc<str>, Place<'p>)>) -> Joined {
        self.compare(objects);
        let (apart, mixed) = self.apart();
        let mut told: BTreeMap<&Arc<str>, usize> = BTreeMap::new();
        self.told_in.values().for_each(|directory| *told.entry(directory).or_default() += 1);
        let together = |directory: &&Arc<str>| told.get(*directory) > Some(&1) && !mixed.contains(*directory);
        let whole = |(scope, root): (&Arc<str>, &Arc<str>)| {
            let whole = self.told_in.get(root).filter(together).unwrap_or(root);
            (!apart.contains(scope) && scope != whole).then(|| (scope.clone(), whole.clone()))
        };
        Joined(self.roots.iter().filter_map(whole).collect())
    }

    /// Takes scopes that hold the same object for variants. Several may say that there is a namespace.
    fn compare<'p>(&mut self, objects: impl Iterator<Item = (Arc<str>, Place<'p>)>) {
        let mut holders: BTreeMap<Place<'p>, BTreeSet<Arc<str>>> = BTreeMap::new();
        for (scope, place) in objects {
            if self.roots.contains_key(&scope) && !(place.group.is_empty() && place.kind == "Namespace") {
                holders.entry(Place { directory: "", ..place }).or_default().insert(scope);
            }
        }
        self.variants.extend(holders.into_values().filter(|scopes| scopes.len() > 1));
    }

    /// The scopes that are variants of others in their tree, and the directories in which trees are told of that are
    /// variants of each other.
    fn apart(&self) -> (BTreeSet<&Arc<str>>, BTreeSet<&Arc<str>>) {
        let (mut scopes, mut directories) = (BTreeSet::new(), BTreeSet::new());
        for variants in &self.variants {
            let mut by_root: BTreeMap<&Arc<str>, Vec<&Arc<str>>> = BTreeMap::new();
            for scope in variants {
                if let Some(root) = self.roots.get(scope) {
                    by_root.entry(root).or_default().push(scope);
                }
            }
            let mut told = BTreeSet::new();
            for (root, members) in by_root {
                if let Some(directory) = self.told_in.get(root).filter(|directory| !told.insert(*directory)) {
                    directories.insert(directory);
                }
                if members.len() > 1 {
                    scopes.extend(members.into_iter().filter(|scope| *scope != root));
                }
            }
        }
        (scopes, directories)
    }
}
