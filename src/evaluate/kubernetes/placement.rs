//! How each file gets to a cluster: through which kustomizations and delivery tools, hence together with what, and in
//! which namespace.

use super::cluster::{Applied, Trees};
use super::delivery::Delivery;
use super::kustomization::{Kustomizations, Named, directory};
use super::overlay::Above;
use crate::source::Span;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// How a file gets to a cluster.
#[derive(Clone, Debug, Default)]
pub(super) struct Placement {
    /// The directory that stands for all that is applied together with it; none where nothing says so.
    pub(super) scope: Option<Arc<str>>,
    /// Some kustomization or tool applies it.
    pub(super) applied: bool,
    /// What is said of namespaces, on each way that leads to it.
    ways: Ways,
    /// What of it decides namespaces, as a text: equal ones give equal namespaces to objects that name the same one.
    pub(super) kin: Arc<str>,
}

/// The namespace of an object, as far as it can be told.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Namespace {
    /// The one that the object itself names; `default` where it names none.
    Own,
    /// The one that is said here.
    Said(Arc<str>, Span),
    /// Different ways give it different ones, or one that is filled in later.
    Unknown,
}

impl Namespace {
    /// Whether it is said to be one of that name.
    pub(super) fn is(&self, wanted: &str) -> bool {
        matches!(self, Namespace::Said(name, _) if &**name == wanted)
    }
}

/// What a way says.
#[derive(Clone, Debug, Default)]
struct Way {
    /// The namespace of all objects.
    set: Option<Named>,
    /// The namespace of objects that have none.
    default: Option<Named>,
}

/// The ways to a file, no two of which say the same.
#[derive(Clone, Debug)]
enum Ways {
    Known(Vec<Way>),
    /// Too many, or some that are not among the files.
    Unknown,
}

impl Default for Ways {
    fn default() -> Ways {
        Ways::Known(vec![Way::default()])
    }
}

/// Different ways to one thing that are told apart; where there are more, nothing is known.
const MAX_WAYS: usize = 8;

fn same(own: &Option<Named>, other: &Option<Named>) -> bool {
    own.as_ref().map(|named| &named.name) == other.as_ref().map(|named| &named.name)
}

impl Ways {
    /// What they say, ordered.
    fn text(&self) -> String {
        let Ways::Known(ways) = self else { return "?".to_owned() };
        let name = |named: &Option<Named>| match named {
            None => "-".to_owned(),
            Some(named) => named.name.as_deref().unwrap_or("?").to_owned(),
        };
        let mut texts: Vec<String> =
            ways.iter().map(|way| format!("{} {}", name(&way.set), name(&way.default))).collect();
        texts.sort_unstable();
        texts.join(", ")
    }

    fn none() -> Ways {
        Ways::Known(Vec::new())
    }

    /// Adds a way, and says whether that was news.
    fn add(&mut self, way: &Way) -> bool {
        let Ways::Known(ways) = self else { return false };
        if ways.iter().any(|known| same(&known.set, &way.set) && same(&known.default, &way.default)) {
            return false;
        }
        match ways.len() < MAX_WAYS {
            true => ways.push(way.clone()),
            false => *self = Ways::Unknown,
        }
        true
    }

    fn add_all(&mut self, others: &Ways) -> bool {
        match others {
            Ways::Known(ways) => ways.iter().fold(false, |news, way| self.add(way) | news),
            Ways::Unknown => {
                let news = matches!(self, Ways::Known(_));
                *self = Ways::Unknown;
                news
            }
        }
    }
}

impl Placement {
    /// Where something says a namespace of its objects, if something does.
    pub(super) fn said_at(&self) -> Option<Span> {
        let Ways::Known(ways) = &self.ways else { return None };
        ways.iter().find_map(|way| way.set.as_ref().or(way.default.as_ref())).map(|named| named.span)
    }

    /// The namespace of an object that itself names `written`.
    pub(super) fn namespace(&self, written: Option<&str>) -> Namespace {
        let Ways::Known(ways) = &self.ways else { return Namespace::Unknown };
        let mut outcomes = ways.iter().map(|way| match (&way.set, written, &way.default) {
            (Some(named), _, _) | (None, None, Some(named)) => match &named.name {
                Some(name) => Namespace::Said(name.clone(), named.span),
                None => Namespace::Unknown,
            },
            (None, _, _) => Namespace::Own,
        });
        let Some(first) = outcomes.next() else {
            // A part that nobody takes in.
            return if written.is_some() { Namespace::Own } else { Namespace::Unknown };
        };
        let name = |outcome: &Namespace| match outcome {
            Namespace::Said(name, _) => Some(name.to_string()),
            Namespace::Own => Some(written.unwrap_or("default").to_owned()),
            Namespace::Unknown => None,
        };
        match outcomes.all(|other| name(&other).is_some() && name(&other) == name(&first)) {
            true => first,
            false => Namespace::Unknown,
        }
    }
}

/// What applies files: a kustomization, or a directory that a tool applies as it lies there.
struct Unit {
    directory: String,
    /// Positions of the deliveries that say that a tool applies it by itself.
    deliveries: Vec<usize>,
    /// Positions of the files that tell the tool so; none of which one tells it to do so on another cluster.
    told_in: Option<BTreeSet<usize>>,
    component: bool,
    /// It applies something that is not among the files.
    applies_unseen: bool,
    namespace: Option<Named>,
    /// Units that it takes in.
    children: Vec<usize>,
    files: Vec<usize>,
    /// The units that take it in.
    parents: BTreeSet<usize>,
    ways: Ways,
}

/// How files get to clusters.
pub(super) struct Placements {
    /// Of the files, in their order.
    pub(super) files: Vec<Placement>,
    /// Scopes in which more is applied than the files show.
    pub(super) partial: BTreeSet<Arc<str>>,
    /// Scopes that take in others, each with one of these.
    pub(super) overlapping: BTreeSet<(Arc<str>, Arc<str>)>,
    /// Which of them are one cluster.
    pub(super) trees: Trees,
    /// What takes things in.
    pub(super) above: Vec<Above>,
    /// Of the files, which of these take them in.
    pub(super) taken_by: Vec<Vec<usize>>,
}

/// The placements of the files at `paths`, ordered.
pub(super) fn place(paths: &[&str], kustomizations: &Kustomizations, deliveries: &[Delivery]) -> Placements {
    let mut units = Units::new(paths, kustomizations);
    units.deliver(deliveries);
    units.follow();
    let outermost = units.outermost();
    Placements {
        files: units.placements(&outermost),
        partial: units.partial(&outermost),
        overlapping: units.overlapping(&outermost),
        above: units.above(),
        taken_by: units.taken_by(),
        trees: Trees::new(&units.applied(&outermost), units.variants(&outermost)),
    }
}

struct Units<'a> {
    all: Vec<Unit>,
    /// Kustomizations by directory.
    by_directory: BTreeMap<&'a str, usize>,
    paths: &'a [&'a str],
}

impl<'a> Units<'a> {
    fn new(paths: &'a [&'a str], kustomizations: &'a Kustomizations) -> Units<'a> {
        let by_directory = kustomizations.keys().enumerate().map(|(at, key)| (key.as_str(), at)).collect();
        let mut units = Units { all: Vec::new(), by_directory, paths };
        for (directory, own) in kustomizations {
            let taken = own.resources.iter().chain(&own.components);
            let children = taken.clone().filter_map(|path| units.by_directory.get(path.as_str()).copied());
            let children: Vec<usize> = children.collect();
            let mut files: Vec<usize> =
                taken.clone().filter_map(|path| paths.binary_search(&path.as_str()).ok()).collect();
            let unseen = taken.count() > children.len() + files.len();
            // What it generates is in its own file.
            files.extend(paths.binary_search(&own.path.as_str()).ok());
            // What a part sets holds for all that takes the part in.
            let parts = own.components.iter().filter_map(|path| kustomizations.get(path));
            let namespace =
                own.namespace.clone().or_else(|| parts.filter_map(|part| part.namespace.clone()).next());
            units.all.push(Unit {
                directory: directory.clone(),
                deliveries: Vec::new(),
                told_in: Some(BTreeSet::new()),
                component: own.component,
                applies_unseen: own.applies_unseen || unseen,
                namespace,
                children,
                files,
                parents: BTreeSet::new(),
                ways: Ways::none(),
            });
        }
        units
    }

    /// Adds what tools apply.
    fn deliver(&mut self, deliveries: &[Delivery]) {
        let mut made: BTreeMap<(&str, bool), usize> = BTreeMap::new();
        for (position, delivery) in deliveries.iter().enumerate() {
            let key = (delivery.directory.as_str(), delivery.below);
            let way = Way { set: delivery.set.clone(), default: delivery.default.clone() };
            let parts = delivery.components.iter();
            let parts: Vec<usize> =
                parts.filter_map(|part| self.by_directory.get(part.as_str()).copied()).collect();
            let own = self.by_directory.get(delivery.directory.as_str()).or_else(|| made.get(&key)).copied();
            let at = own.unwrap_or_else(|| self.directory(delivery));
            made.insert(key, at);
            if let Some(unit) = self.all.get_mut(at) {
                unit.deliveries.push(position);
                match delivery.elsewhere {
                    true => unit.told_in = None,
                    false => drop(unit.told_in.as_mut().map(|files| files.insert(delivery.told_in))),
                }
                unit.ways.add(&way);
                unit.children.extend(parts);
            }
        }
        for at in 0..self.all.len() {
            for child in self.all.get(at).map(|unit| unit.children.clone()).unwrap_or_default() {
                if let Some(unit) = self.all.get_mut(child).filter(|_| child != at) {
                    unit.parents.insert(at);
                }
            }
        }
    }

    /// A directory without a kustomization: its files, and where those below count those and the kustomizations.
    fn directory(&mut self, delivery: &Delivery) -> usize {
        let below = |path: &str| {
            delivery.directory == "."
                || path.strip_prefix(delivery.directory.as_str()).is_some_and(|rest| rest.starts_with('/'))
        };
        let (mut files, mut children) = (Vec::new(), BTreeSet::new());
        for (at, path) in self.paths.iter().enumerate().filter(|(_, path)| below(path)) {
            match self.nearest(directory(path), &delivery.directory) {
                Some(unit) if delivery.below => drop(children.insert(unit)),
                None if delivery.below || directory(path) == delivery.directory => files.push(at),
                _ => {}
            }
        }
        self.all.push(Unit {
            directory: delivery.directory.clone(),
            deliveries: Vec::new(),
            told_in: Some(BTreeSet::new()),
            component: false,
            applies_unseen: false,
            namespace: None,
            children: children.into_iter().collect(),
            files,
            parents: BTreeSet::new(),
            ways: Ways::none(),
        });
        self.all.len() - 1
    }

    /// The highest kustomization at or above `place` that lies below `top`.
    fn nearest(&self, place: &str, top: &str) -> Option<usize> {
        let mut found = None;
        let mut next = place;
        while next != top {
            found = self.by_directory.get(next).copied().or(found);
            if next == "." {
                break;
            }
            next = directory(next);
        }
        found
    }

    /// Follows all ways from what is applied by itself to what it takes in.
    fn follow(&mut self) {
        let mut pending: Vec<usize> = Vec::new();
        for (at, unit) in self.all.iter_mut().enumerate() {
            if unit.parents.is_empty() && unit.deliveries.is_empty() && !unit.component {
                unit.ways.add(&Way::default());
            }
            pending.push(at);
        }
        pending.reverse();
        while let Some(at) = pending.pop() {
            let Some(unit) = self.all.get(at) else { continue };
            let (children, out) = (unit.children.clone(), unit.out());
            for child in children.into_iter().filter(|child| *child != at) {
                if self.all.get_mut(child).is_some_and(|unit| unit.ways.add_all(&out)) {
                    pending.push(child);
                }
            }
        }
    }

    /// For each unit the one it is applied with: the only one that takes it in, and so on, up to one that a tool
    /// applies, that several take in, or none.
    fn outermost(&self) -> Vec<usize> {
        let mut known: Vec<Option<usize>> = vec![None; self.all.len()];
        for start in 0..self.all.len() {
            let mut trail = Vec::new();
            let mut at = start;
            let end = loop {
                if let Some(end) = known.get(at).copied().flatten() {
                    break end;
                }
                let above =
                    self.all.get(at).filter(|unit| unit.deliveries.is_empty() && unit.parents.len() == 1);
                let above = above.and_then(|unit| unit.parents.first().copied());
                trail.push(at);
                match above {
                    // In a ring nothing is outermost.
                    Some(above) if above == start || trail.len() > self.all.len() => break start,
                    Some(above) => at = above,
                    None => break at,
                }
            };
            for station in trail {
                if let Some(slot) = known.get_mut(station) {
                    *slot = Some(end);
                }
            }
        }
        known.into_iter().enumerate().map(|(at, end)| end.unwrap_or(at)).collect()
    }

    fn above(&self) -> Vec<Above> {
        let above = |unit: &Unit| Above {
            directory: unit.directory.clone(),
            parents: unit.parents.iter().copied().collect(),
            deliveries: unit.deliveries.clone(),
        };
        self.all.iter().map(above).collect()
    }

    fn taken_by(&self) -> Vec<Vec<usize>> {
        let mut found = vec![Vec::new(); self.paths.len()];
        for (at, unit) in self.all.iter().enumerate() {
            for file in &unit.files {
                found.get_mut(*file).into_iter().for_each(|units| units.push(at));
            }
        }
        found
    }

    /// The name of a scope.
    fn name(&self, at: usize) -> Option<Arc<str>> {
        self.all.get(at).map(|unit| unit.directory.as_str().into())
    }

    /// Scopes that apply what is not among the files, and parts that nobody takes in.
    fn partial(&self, outermost: &[usize]) -> BTreeSet<Arc<str>> {
        let ends = self.all.iter().zip(outermost);
        let partial =
            ends.filter(|(unit, _)| unit.applies_unseen || unit.component && unit.parents.is_empty());
        partial.filter_map(|(_, end)| self.name(*end)).collect()
    }

    /// Scopes that take in what is a scope of its own.
    fn overlapping(&self, outermost: &[usize]) -> BTreeSet<(Arc<str>, Arc<str>)> {
        let mut found = BTreeSet::new();
        for (unit, end) in self.all.iter().zip(outermost) {
            let others = unit.children.iter().filter_map(|child| outermost.get(*child));
            let others = others.filter(|other| *other != end);
            found.extend(others.filter_map(|other| self.name(*end).zip(self.name(*other))));
        }
        found
    }

    /// What is applied by itself, and where tools are told so.
    fn applied(&self, outermost: &[usize]) -> Vec<Applied> {
        let mut applying: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        for (unit, end) in self.all.iter().zip(outermost) {
            for file in &unit.files {
                applying.entry(*file).or_default().insert(*end);
            }
        }
        let of = |(at, unit): (usize, &Unit)| {
            let files = unit.told_in.iter().flatten();
            let (by, alone): (Vec<&usize>, Vec<&usize>) = files.partition(|file| applying.contains_key(file));
            let by = by.into_iter().filter_map(|file| applying.get(file)).flatten();
            let alone = alone.into_iter().filter_map(|file| self.paths.get(*file));
            Some(Applied {
                scope: self.name(at)?,
                told_by: by.filter_map(|by| self.name(*by)).collect(),
                told_in: alone.map(|path| directory(path).into()).collect(),
            })
        };
        let ends = self.all.iter().enumerate().filter(|(at, _)| outermost.get(*at) == Some(at));
        ends.filter_map(of).collect()
    }

    /// Scopes that take in the same base.
    fn variants(&self, outermost: &[usize]) -> Vec<BTreeSet<Arc<str>>> {
        let bases = self.all.iter().filter(|unit| !unit.component && unit.parents.len() > 1);
        let ends = |unit: &Unit| {
            let ends = unit.parents.iter().filter_map(|parent| outermost.get(*parent));
            ends.filter_map(|end| self.name(*end)).collect()
        };
        bases.map(ends).collect()
    }

    fn placements(&self, outermost: &[usize]) -> Vec<Placement> {
        let mut placements: Vec<Placement> = vec![Placement::default(); self.paths.len()];
        let mut ends: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        for (at, unit) in self.all.iter().enumerate() {
            let end = outermost.get(at).copied().unwrap_or(at);
            for file in &unit.files {
                ends.entry(*file).or_default().insert(end);
                let Some(placement) = placements.get_mut(*file) else { continue };
                if !placement.applied {
                    placement.applied = true;
                    placement.ways = Ways::none();
                }
                placement.ways.add_all(&unit.out());
            }
        }
        for (file, ends) in ends {
            if let ([end], Some(placement)) = (Vec::from_iter(ends).as_slice(), placements.get_mut(file)) {
                placement.scope = self.all.get(*end).map(|unit| unit.directory.as_str().into());
                // Whatever takes the outermost unit in decides for all in it that hand on the same.
                placement.kin = format!("{end} {}", placement.ways.text()).into();
            }
        }
        // A file beside a kustomization that gives a namespace to others may get the same one some day.
        for (placement, path) in placements.iter_mut().zip(self.paths) {
            let beside = self.by_directory.get(directory(path)).and_then(|at| self.all.get(*at));
            if !placement.applied && beside.is_some_and(Unit::says_a_namespace) {
                placement.ways = Ways::none();
            }
            if placement.kin.is_empty() {
                placement.kin = (*path).into();
            }
        }
        placements
    }
}

impl Unit {
    /// What reaches the things that it takes in: what comes from outside is stronger.
    fn out(&self) -> Ways {
        match &self.ways {
            Ways::Unknown => Ways::Unknown,
            Ways::Known(ways) => Ways::Known(
                ways.iter()
                    .map(|way| Way { set: way.set.clone().or_else(|| self.namespace.clone()), ..way.clone() })
                    .collect(),
            ),
        }
    }

    fn says_a_namespace(&self) -> bool {
        match self.out() {
            Ways::Known(ways) => {
                ways.is_empty() || ways.iter().any(|way| way.set.is_some() || way.default.is_some())
            }
            Ways::Unknown => true,
        }
    }
}
