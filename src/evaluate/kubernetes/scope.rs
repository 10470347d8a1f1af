//! Scopes: what is applied together, and the ids of objects in them.
//!
//! What the user says counts, then what kustomizations and delivery tools say of a file (see `placement`). Of all
//! else, a directory with a kustomization is applied for itself, with what lies below it, and the rest belongs to
//! the highest directory below which no two directories hold the same object: the same object twice in one
//! cluster would overwrite itself, so those directories are variants of each other (`dev` and `prod`).

use super::{delivery, kustomization};
use crate::evaluate::ResourceId;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What tells objects apart, and the directory one lies in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Place<'a> {
    /// `.` for the top.
    pub(super) directory: &'a str,
    pub(super) group: &'a str,
    pub(super) kind: &'a str,
    /// None for kinds without namespaces.
    pub(super) namespace: Option<&'a str>,
    pub(super) name: &'a str,
}

/// The scope that the user gives to what lies in a directory: the deepest one at or above it that a pattern names.
/// `*` in a pattern stands for any text in one segment of a path.
pub(super) fn configured(patterns: &[String], directory: &str) -> Option<Arc<str>> {
    let mut next = Some(directory);
    while let Some(place) = next {
        if patterns.iter().any(|pattern| delivery::matches(clean(pattern), place)) {
            return Some(place.into());
        }
        next = (place != ".").then(|| kustomization::directory(place));
    }
    None
}

/// A pattern without what does not matter in it.
fn clean(pattern: &str) -> &str {
    let plain = pattern.trim_start_matches("./").trim_end_matches('/');
    if plain.is_empty() { "." } else { plain }
}

/// The scope of every place: the one that is fixed for it, else a directory. `own` are the directories that are
/// applied for themselves.
pub(super) fn assign(
    places: &[Place<'_>],
    fixed: &[Option<Arc<str>>],
    own: &BTreeSet<String>,
) -> Vec<Arc<str>> {
    let free: Vec<Place<'_>> =
        places.iter().zip(fixed).filter(|(_, fixed)| fixed.is_none()).map(|(place, _)| *place).collect();
    let mut scopes = by_directory(&free, own).into_iter();
    fixed.iter().map(|fixed| fixed.clone().or_else(|| scopes.next()).unwrap_or_else(|| ".".into())).collect()
}

/// The scope of every place by where it lies.
fn by_directory(places: &[Place<'_>], own: &BTreeSet<String>) -> Vec<Arc<str>> {
    let mut tree = Tree::default();
    // Every directory after the one above it, so that the meeting points of neighbours are those of all pairs.
    let depth_first = |directory: &&str| -> Vec<String> {
        directory.split('/').filter(|segment| *segment != ".").map(str::to_owned).collect()
    };
    let mut directories: Vec<&str> = places.iter().map(|place| place.directory).collect();
    directories.sort_unstable();
    directories.dedup();
    directories.sort_by_cached_key(depth_first);
    let nodes: Vec<usize> = directories.iter().map(|directory| tree.insert(directory, own)).collect();
    let ranks: FxHashMap<&str, usize> =
        directories.iter().enumerate().map(|(rank, directory)| (*directory, rank)).collect();
    let rank = |place: &Place<'_>| ranks.get(place.directory).copied().unwrap_or_default();
    let node = |rank: usize| nodes.get(rank).copied().unwrap_or_default();

    let mut holders: BTreeMap<(usize, Place<'_>), BTreeSet<usize>> = BTreeMap::new();
    for place in places {
        let same = Place { directory: "", ..*place };
        holders.entry((tree.root(node(rank(place))), same)).or_default().insert(rank(place));
    }
    for ranks in holders.values().filter(|ranks| ranks.len() > 1) {
        let neighbours = ranks.iter().zip(ranks.iter().skip(1));
        neighbours.for_each(|(one, other)| tree.split_above(node(*one), node(*other)));
    }

    let mut scopes: FxHashMap<usize, Arc<str>> = FxHashMap::default();
    let mut scope = |node: usize| scopes.entry(node).or_insert_with(|| Arc::from(tree.scope(node))).clone();
    places.iter().map(|place| scope(node(rank(place)))).collect()
}

/// Ids for all places: unique, in the order given for those that would be equal.
pub(super) fn identify(places: &[Place<'_>], scopes: &[Arc<str>]) -> Vec<ResourceId> {
    let mut taken: FxHashSet<Arc<str>> = FxHashSet::default();
    let mut repeats: FxHashMap<Arc<str>, usize> = FxHashMap::default();
    let mut identify = |place: &Place<'_>, scope: &str| {
        let Place { group, kind, name, .. } = place;
        let plain: Arc<str> = match place.namespace {
            Some(namespace) => format!("{scope}//{group}/{kind}/{namespace}/{name}").into(),
            None => format!("{scope}//{group}/{kind}/{name}").into(),
        };
        let mut id = plain.clone();
        let repeat = repeats.entry(plain.clone()).or_insert(0);
        while !taken.insert(id.clone()) {
            *repeat = (*repeat).max(1) + 1;
            id = format!("{plain}#{repeat}").into();
        }
        ResourceId(id)
    };
    places.iter().zip(scopes).map(|(place, scope)| identify(place, scope)).collect()
}

/// Directories and those above them, up to one that is applied for itself.
#[derive(Default)]
struct Tree {
    nodes: Vec<Node>,
    by_path: FxHashMap<String, usize>,
}

struct Node {
    path: String,
    parent: Option<usize>,
    root: usize,
    depth: usize,
    split: bool,
}

impl Tree {
    /// The node of a directory, made with all those above it.
    fn insert(&mut self, directory: &str, own: &BTreeSet<String>) -> usize {
        let mut missing = Vec::new();
        let mut path = Some(directory);
        let mut parent = None;
        while let Some(current) = path {
            if let Some(known) = self.by_path.get(current) {
                parent = Some(*known);
                break;
            }
            missing.push(current);
            path = match current {
                _ if own.contains(current) => None,
                "." => None,
                _ => Some(current.rsplit_once('/').map_or(".", |(above, _)| above)),
            };
        }
        for path in missing.into_iter().rev() {
            let index = self.nodes.len();
            let above = parent.and_then(|parent: usize| self.nodes.get(parent));
            let (root, depth) = above.map_or((index, 0), |above| (above.root, above.depth + 1));
            self.nodes.push(Node { path: path.to_owned(), parent, root, depth, split: false });
            self.by_path.insert(path.to_owned(), index);
            parent = Some(index);
        }
        parent.unwrap_or_default()
    }

    fn node(&self, index: usize) -> Option<&Node> {
        self.nodes.get(index)
    }

    fn root(&self, index: usize) -> usize {
        self.node(index).map_or(index, |node| node.root)
    }

    /// Splits the lowest directory above both, and with it every directory above that.
    fn split_above(&mut self, one: usize, other: usize) {
        let (mut one, mut other) = (one, other);
        while one != other {
            let (Some(left), Some(right)) = (self.node(one), self.node(other)) else { return };
            let climbed = match left.depth.cmp(&right.depth) {
                std::cmp::Ordering::Greater => left.parent.map(|parent| (parent, other)),
                std::cmp::Ordering::Less => right.parent.map(|parent| (one, parent)),
                std::cmp::Ordering::Equal => left.parent.zip(right.parent),
            };
            let Some(climbed) = climbed else { return };
            (one, other) = climbed;
        }
        let mut next = Some(one);
        while let Some(node) = next.and_then(|index| self.nodes.get_mut(index)).filter(|node| !node.split) {
            node.split = true;
            next = node.parent;
        }
    }

    /// The path of the highest directory that holds `index` and is not split; a split one stands for itself.
    fn scope(&self, index: usize) -> &str {
        let Some(mut node) = self.node(index) else { return "." };
        while let Some(above) = node.parent.and_then(|parent| self.node(parent)).filter(|above| !above.split)
        {
            node = above;
        }
        &node.path
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place<'a>(directory: &'a str, name: &'a str) -> Place<'a> {
        Place { directory, group: "apps", kind: "Deployment", namespace: Some("default"), name }
    }

    fn scopes(places: &[(&str, &str)], own: &[&str]) -> Vec<String> {
        let places: Vec<_> = places.iter().map(|(directory, name)| place(directory, name)).collect();
        let own = own.iter().map(|path| (*path).to_owned()).collect();
        by_directory(&places, &own).iter().map(|scope| scope.to_string()).collect()
    }

    #[test]
    fn directories_without_a_repeated_object_are_one_scope() {
        assert_eq!(scopes(&[("a/b", "x"), ("a/c", "y"), (".", "z")], &[]), [".", ".", "."]);
    }

    #[test]
    fn variants_are_told_apart_and_their_siblings_stay_together() {
        let found = scopes(
            &[("a/dev", "x"), ("a/prod", "x"), ("a/prod/more", "q"), ("b/c", "y"), ("b/d", "z"), ("a", "w")],
            &[],
        );
        assert_eq!(found, ["a/dev", "a/prod", "a/prod", "b", "b", "a"]);
    }

    #[test]
    fn an_object_repeated_above_and_below_splits() {
        assert_eq!(scopes(&[("a", "x"), ("a/old", "x")], &[]), ["a", "a/old"]);
        assert_eq!(scopes(&[(".", "x"), ("old", "x"), ("new", "y")], &[]), [".", "old", "new"]);
    }

    #[test]
    fn a_kustomization_is_a_scope_of_its_own_with_what_lies_below() {
        let found =
            scopes(&[("k/base", "x"), ("k/base/jobs", "y"), ("k/other", "x"), ("z", "x")], &["k/base"]);
        assert_eq!(found, ["k/base", "k/base", "k", "z"]);
    }

    #[test]
    fn what_the_user_says_counts_first_and_the_deepest_most() {
        let patterns = ["clusters/*".to_owned(), "./clusters/prod/apps/".to_owned()];
        let scope = |directory| configured(&patterns, directory).map(|scope| scope.to_string());
        assert_eq!(scope("clusters/dev/a/b").as_deref(), Some("clusters/dev"));
        assert_eq!(scope("clusters/prod/apps/a").as_deref(), Some("clusters/prod/apps"));
        assert_eq!(scope("clusters"), None);
        assert_eq!(configured(&[".".to_owned()], "a/b").as_deref(), Some("."));
        let places = [place("a", "x"), place("b", "x"), place("c", "y")];
        let fixed = [Some("both".into()), Some("both".into()), None];
        let scopes = assign(&places, &fixed, &BTreeSet::new());
        assert_eq!(scopes.iter().map(|scope| &**scope).collect::<Vec<_>>(), ["both", "both", "."]);
    }

    #[test]
    fn equal_objects_get_numbers_in_order() {
        let places = [place("a", "x"), place("a", "x"), place("a", "x#2"), place("a", "x")];
        let ids = identify(&places, &by_directory(&places, &BTreeSet::new()));
        let ids: Vec<_> = ids.iter().map(|id| id.to_string()).collect();
        assert_eq!(
            ids,
            [
                ".//apps/Deployment/default/x",
                ".//apps/Deployment/default/x#2",
                ".//apps/Deployment/default/x#2#2",
                ".//apps/Deployment/default/x#3"
            ]
        );
    }

    proptest::proptest! {
        #[test]
        fn no_scope_holds_an_object_in_two_directories(
            objects in proptest::collection::vec(("(a|b|c)(/(a|b|c)){0,3}", "x|y|z"), 0..40),
        ) {
            let places: Vec<_> = objects.iter().map(|(directory, name)| place(directory, name)).collect();
            let scopes = by_directory(&places, &BTreeSet::from(["a/b".to_owned()]));
            let mut held: BTreeMap<(&str, &str), &str> = BTreeMap::new();
            for (place, scope) in places.iter().zip(&scopes) {
                let directory = held.entry((scope, place.name)).or_insert(place.directory);
                proptest::prop_assert_eq!(*directory, place.directory);
                let below = format!("{scope}/");
                let inside = &**scope == "." || place.directory == &**scope
                    || place.directory.starts_with(&below);
                proptest::prop_assert!(inside, "{} is not in {}", place.directory, scope);
            }
        }
    }
}
