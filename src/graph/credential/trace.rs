//! From a value back to the credentials it was made from, over what hands them on.

use super::source;
use super::told::positions;
use super::words::{names_a_credential, stands_beside_a_secret};
use super::{Class, Credential};
use crate::evaluate::{Data, LinkKind, Origin, Part, Path, Step, Value};
use crate::graph::link::Instances;
use crate::graph::{Resource, ResourceIndex};
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;
use std::rc::Rc;

/// Stations followed one after the other.
const DEEPEST: usize = 200;
/// Credentials told of one value.
const MAX_CREDENTIALS: usize = 8;
/// Stations gone over from an argument to what it refers to.
const MAX_LOOKED_AT: usize = 64;
/// Stations all values of a graph come by: each is gone over once.
const MAX_STATIONS: usize = 5_000_000;

/// Follows values back. What was found at a station is kept: many values come by the same ones.
pub(super) struct Tracer<'a> {
    resources: &'a [Resource],
    instances: &'a Instances<'a>,
    /// By station, and whether no more than a part of it is looked at.
    seen: FxHashMap<(usize, bool), Rc<[Credential]>>,
    /// No more than a part is looked at of what comes next: the key tells what that is, not the name of the whole.
    in_part: bool,
    /// The resource whose value came by more stations than are followed.
    cut: Option<ResourceIndex>,
}

impl<'a> Tracer<'a> {
    pub(super) fn new(resources: &'a [Resource], instances: &'a Instances<'a>) -> Tracer<'a> {
        Tracer { resources, instances, seen: FxHashMap::default(), in_part: false, cut: None }
    }

    /// Where something may have been overlooked.
    pub(super) fn cut(&self) -> Option<ResourceIndex> {
        self.cut
    }

    /// The credentials in a value of `at`, ordered, each once.
    pub(super) fn credentials(&mut self, value: &Value, at: ResourceIndex) -> Rc<[Credential]> {
        let mut found = BTreeSet::new();
        self.value(value, at, 0, &mut found);
        distinct(found)
    }

    /// Where those of a credential's stations that do nothing but hand on what they are given, last before its use, take it
    /// in.
    pub(super) fn taken_in(&mut self, credential: &Credential) -> Option<(ResourceIndex, Path)> {
        let resources = self.resources;
        let mut place = None;
        for (at, path) in credential.stations.iter().rev() {
            let resource = resources.get(at.0 as usize)?;
            let taken = source::carried(&resource.kind, path).iter().find_map(|attribute| {
                let value = resource.attributes.get(attribute)?;
                let mut steps = vec![Step::from(*attribute)];
                self.bring(value, &credential.what, *at).then(|| {
                    self.narrow(value, &credential.what, *at, &mut steps);
                    Path(steps)
                })
            });
            match taken {
                Some(taken) => place = Some((*at, taken)),
                None => break,
            }
        }
        place
    }

    /// Goes on to the part of a value that brings a credential.
    fn narrow(&mut self, value: &Value, what: &str, at: ResourceIndex, path: &mut Vec<Step>) {
        let value = value.encoded().unwrap_or(value);
        let part = match &value.data {
            Data::Mapping(_, entries) => entries
                .iter()
                .find(|(_, entry)| self.bring(entry, what, at))
                .map(|(key, entry)| (Step::Key(key.clone()), entry)),
            Data::Sequence(_, items) => positions(items).find(|(_, item)| self.bring(item, what, at)),
            _ => None,
        };
        if let Some((step, part)) = part.filter(|_| path.len() < DEEPEST) {
            path.push(step);
            self.narrow(part, what, at, path);
        }
    }

    fn bring(&mut self, value: &Value, what: &str, at: ResourceIndex) -> bool {
        self.credentials(value, at).iter().any(|one| one.what == what)
    }

    /// All of a value, whatever it is made of.
    fn value(&mut self, value: &Value, at: ResourceIndex, depth: usize, found: &mut BTreeSet<Credential>) {
        if depth > DEEPEST {
            self.cut.get_or_insert(at);
            return;
        }
        match &value.data {
            Data::Sequence(_, items) => items.iter().for_each(|item| self.value(item, at, depth + 1, found)),
            Data::Mapping(_, entries) => {
                entries.values().for_each(|entry| self.value(entry, at, depth + 1, found));
            }
            Data::Bool(_) | Data::Number(_) | Data::Null => {}
            Data::Unknown(unknown) => {
                let by_origin = self.origin(&value.origin, at, depth);
                let mut held = BTreeSet::new();
                for part in &unknown.parts {
                    if let Part::Hole(hole) = part {
                        self.value(hole, at, depth + 1, &mut held);
                    }
                }
                // What was made of the text as a whole says whether its parts are still marked.
                let told = |one: &Credential| by_origin.iter().any(|other| other.what == one.what);
                found.extend(held.into_iter().filter(|one| !told(one)));
                found.extend(by_origin.iter().cloned());
            }
            Data::String(_) => found.extend(self.origin(&value.origin, at, depth).iter().cloned()),
        }
    }

    /// What comes by a station.
    fn origin(&mut self, origin: &Origin, at: ResourceIndex, depth: usize) -> Rc<[Credential]> {
        let link = origin.link();
        let identity = (origin.identity(), self.in_part);
        if let Some(found) = self.seen.get(&identity) {
            return found.clone();
        }
        if depth > DEEPEST || self.seen.len() > MAX_STATIONS {
            self.cut.get_or_insert(at);
            return Rc::new([]);
        }
        // What leads back here adds nothing.
        self.seen.insert(identity, Rc::new([]));
        let mut found = BTreeSet::new();
        match &link.kind {
            LinkKind::Literal | LinkKind::Reduced | LinkKind::Empty(_) => {}
            LinkKind::Part(Step::Key(key)) if stands_beside_a_secret(key) => {}
            LinkKind::Part(Step::Key(_)) => {
                let outer = std::mem::replace(&mut self.in_part, true);
                self.before(Some(&link.from), at, depth, &mut found);
                self.in_part = outer;
            }
            LinkKind::Arm => self.before(link.from.get(..1), at, depth, &mut found),
            LinkKind::Reference(id, path) => {
                self.before(Some(&link.from), at, depth, &mut found);
                if let Some(to) = self.instances.targets(id, at).first().copied() {
                    self.read(to, path, depth, &mut found);
                }
            }
            _ => self.before(Some(&link.from), at, depth, &mut found),
        }
        match &link.kind {
            LinkKind::Nonsensitive => found = marked(found, false),
            LinkKind::Sensitive(_) => found = marked(found, true),
            _ => {}
        }
        // A variable speaks for what another one, or nobody, has set it to.
        if found.iter().all(|credential| credential.stations.is_empty())
            && let Some(variable) = variable(&link.kind)
        {
            found = BTreeSet::from([variable]);
        }
        let found = distinct(found);
        self.seen.insert(identity, found.clone());
        found
    }

    fn before(
        &mut self,
        from: Option<&[Origin]>,
        at: ResourceIndex,
        depth: usize,
        found: &mut BTreeSet<Credential>,
    ) {
        for origin in from.unwrap_or_default() {
            found.extend(self.origin(origin, at, depth + 1).iter().cloned());
        }
    }

    /// What is read from an attribute of a resource: what came there, what it hands on, or what it is itself.
    fn read(&mut self, to: ResourceIndex, path: &Path, depth: usize, found: &mut BTreeSet<Credential>) {
        let Some(resource) = self.resources.get(to.0 as usize) else { return };
        let carried = source::carried(&resource.kind, path);
        for attribute in carried {
            if let Some(value) = resource.attributes.get(attribute) {
                self.value(value, to, depth + 1, found);
            }
        }
        // What a provider makes of an argument is another attribute, and no longer marked.
        let is_own = matches!(path.0.first(), Some(Step::Key(first)) if carried.contains(&&**first));
        if !carried.is_empty() && !is_own {
            *found = marked(std::mem::take(found), false);
        }
        if !found.is_empty() {
            let passed = std::mem::take(found).into_iter().map(|mut credential| {
                credential.stations.push((to, path.clone()));
                credential
            });
            found.extend(passed);
        } else if let Some(class) = source::class(resource, path, || self.names(to)) {
            let what = format!("`{path}` of {}", resource.address);
            let marked = source::is_marked(&resource.kind, path);
            let stations = vec![(to, path.clone())];
            found.insert(Credential { what, class, stations, by_variable: false, marked });
        }
    }

    /// The names of a secret that is looked at as a whole: that of the resource, and the one that it is kept under, which
    /// is written at what reads it, or at what that refers to.
    fn names(&self, at: ResourceIndex) -> Vec<&'a str> {
        let Some(resource) = self.resources.get(at.0 as usize).filter(|_| !self.in_part) else {
            return Vec::new();
        };
        let values = || source::NAMES.iter().filter_map(|key| resource.attributes.get(key));
        let referred = || values().filter_map(|value| self.referred(&value.origin, at));
        let kept_as = source::kept_as(resource).or_else(|| referred().find_map(source::kept_as));
        kept_as.into_iter().chain([&*resource.name]).collect()
    }

    /// A resource that a value is read from.
    fn referred(&self, origin: &Origin, at: ResourceIndex) -> Option<&'a Resource> {
        let mut pending = vec![origin];
        for _ in 0..MAX_LOOKED_AT {
            let link = pending.pop()?.link();
            if let LinkKind::Reference(id, _) = &link.kind {
                let to = self.instances.targets(id, at).first().copied()?;
                return self.resources.get(to.0 as usize);
            }
            pending.extend(link.from.iter().rev());
        }
        None
    }
}

/// The same credentials, which Terraform knows to be sensitive, or not.
fn marked(found: BTreeSet<Credential>, marked: bool) -> BTreeSet<Credential> {
    found.into_iter().map(|credential| Credential { marked, ..credential }).collect()
}

/// Each credential once, with the longest way it came.
fn distinct(found: BTreeSet<Credential>) -> Rc<[Credential]> {
    let mut found: Vec<Credential> = found.into_iter().collect();
    found.sort_by(|one, other| {
        let order =
            |credential: &Credential| (std::cmp::Reverse(credential.stations.len()), credential.clone());
        one.what.cmp(&other.what).then_with(|| order(one).cmp(&order(other)))
    });
    found.dedup_by(|next, kept| {
        let same = next.what == kept.what;
        kept.marked |= same && next.marked;
        same
    });
    found.truncate(MAX_CREDENTIALS);
    found.into()
}

/// A variable that says of itself that it is a credential, where nothing tells what it is set to.
fn variable(kind: &LinkKind) -> Option<Credential> {
    let (name, what) = match kind {
        LinkKind::Sensitive(name) if !stands_beside_a_secret(name) => {
            (name, format!("the sensitive variable `{name}`"))
        }
        LinkKind::Unset(name) | LinkKind::Input(name) | LinkKind::Given(name) if names_a_credential(name) => {
            (name, format!("the variable `{name}`"))
        }
        _ => return None,
    };
    let class = if names_a_credential(name) { Class::Password } else { Class::Sensitive };
    let marked = matches!(kind, LinkKind::Sensitive(_));
    Some(Credential { what, class, stations: Vec::new(), by_variable: true, marked })
}
