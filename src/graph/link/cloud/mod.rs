//! Links between the two worlds: from Kubernetes objects, and what deploys them, to what Terraform makes in a cloud.
//!
//! A Kubernetes scope and a Terraform root know nothing of each other, so every link here rests on a name, an ARN or an
//! expression that somebody wrote. Where several resources may be meant, none is linked and the reason is kept.

mod balancer;
mod cluster;
mod identity;
mod marks;
mod registry;
mod secret;
mod trust;

use super::expression::Instances;
use super::text::{self, Texts};
use super::{References, Relation};
use crate::evaluate::terraform::EvaluatedModule;
use crate::evaluate::{Data, Path, Value};
use crate::graph::lookup::follow;
use crate::graph::workload::PodTemplate;
use crate::graph::{Resource, ResourceIndex};
use rustc_hash::FxHashMap;
use std::cell::{Cell, RefCell};
use std::sync::Arc;

/// Collects all links between the worlds.
pub(super) fn collect(
    modules: &[EvaluatedModule],
    resources: &[Resource],
    templates: &[PodTemplate],
    instances: &Instances<'_>,
    references: &mut References,
) {
    let world = World::new(resources, instances);
    let mut links = Links { world: &world, references };
    for position in 0..resources.len() {
        let index = ResourceIndex::new(position);
        links.marks(index);
        links.trust(index);
        links.secrets(index);
    }
    links.images(templates);
    links.clusters(modules, templates);
}

/// What a value may mean: resources of some kinds, each with the attribute that holds its name.
struct Wanted {
    /// In words.
    what: &'static str,
    kinds: &'static [(&'static str, &'static [&'static str])],
}

/// Everything that is looked up by a name that is written out.
const ALL: [&Wanted; 17] = [
    &identity::ROLE,
    &identity::GOOGLE_ACCOUNT,
    &cluster::CLUSTER,
    &registry::ECR,
    &registry::ACR,
    &registry::ARTIFACTS,
    &balancer::SUBNET,
    &balancer::SECURITY_GROUP,
    &balancer::AZURE_SUBNET,
    &balancer::PUBLIC_IP,
    &balancer::GOOGLE_SUBNET,
    &balancer::GOOGLE_ADDRESS,
    &balancer::GOOGLE_CERTIFICATE,
    &secret::MANAGED,
    &secret::PARAMETER,
    &secret::GOOGLE,
    &secret::AZURE,
];

/// Comparisons of service accounts with patterns in trust policies.
const MAX_COMPARISONS: usize = 5_000_000;

/// All resources, by what links between the worlds name them by.
struct World<'a> {
    resources: &'a [Resource],
    instances: &'a Instances<'a>,
    texts: RefCell<Texts>,
    /// By kind and name; a name may have holes.
    named: FxHashMap<(&'static str, String), Vec<ResourceIndex>>,
    /// How many of a kind have a name that is unknown, be it in part.
    unnamed: FxHashMap<&'static str, usize>,
    /// Service accounts by namespace and name.
    accounts: FxHashMap<(&'a str, &'a str), Vec<ResourceIndex>>,
    /// How many more service accounts are compared with patterns.
    comparisons: Cell<usize>,
    /// Stores of the External Secrets Operator by scope, kind and name.
    stores: FxHashMap<(&'a str, &'a str, &'a str), ResourceIndex>,
}

impl<'a> World<'a> {
    fn new(resources: &'a [Resource], instances: &'a Instances<'a>) -> World<'a> {
        let mut world = World {
            resources,
            instances,
            texts: RefCell::default(),
            named: FxHashMap::default(),
            unnamed: FxHashMap::default(),
            accounts: FxHashMap::default(),
            comparisons: Cell::new(MAX_COMPARISONS),
            stores: FxHashMap::default(),
        };
        let kinds = ALL.iter().chain([&&secret::VAULT]).flat_map(|wanted| wanted.kinds);
        let attributes: FxHashMap<&str, &(&'static str, &'static [&'static str])> =
            kinds.map(|entry| (entry.0, entry)).collect();
        for (position, resource) in resources.iter().enumerate() {
            let index = ResourceIndex::new(position);
            if let Some((kind, path)) = attributes.get(&*resource.kind) {
                world.insert(index, kind, below(&resource.attributes, path));
            }
            if resource.kind.ends_with("SecretStore.external-secrets.io") {
                world.stores.entry((&resource.root, &resource.kind, &resource.name)).or_insert(index);
            }
            let name = below(&resource.attributes, &["metadata", "name"]);
            if &*resource.kind == "ServiceAccount" && !name.is_none_or(Value::is_unknown) {
                let namespace = resource.namespace.as_deref();
                let written = below(&resource.attributes, &["metadata", "namespace"]);
                if namespace.is_some() || !written.is_some_and(Value::is_unknown) {
                    let key = (namespace.unwrap_or("default"), &*resource.name);
                    world.accounts.entry(key).or_default().push(index);
                }
            }
        }
        world
    }

    fn insert(&mut self, index: ResourceIndex, kind: &'static str, name: Option<&Value>) {
        let name = name.and_then(|name| self.texts.borrow_mut().read(name));
        if !name.as_deref().is_some_and(text::is_known) {
            *self.unnamed.entry(kind).or_default() += 1;
        }
        if let Some(name) = name {
            self.named.entry((kind, name)).or_default().push(index);
        }
    }

    fn get(&self, index: ResourceIndex) -> Option<&'a Resource> {
        self.resources.get(index.0 as usize)
    }

    fn text(&self, value: &Value) -> Option<String> {
        self.texts.borrow_mut().read(value)
    }

    /// The resources of the kinds that an expression refers to.
    fn referred(&self, from: ResourceIndex, value: &Value, wanted: &Wanted) -> Vec<ResourceIndex> {
        let is = |index: &ResourceIndex| {
            let kind = self.get(*index).map(|resource| &*resource.kind);
            wanted.kinds.iter().any(|(one, _)| Some(*one) == kind)
        };
        self.all_referred(from, value).into_iter().filter(is).collect()
    }

    fn all_referred(&self, from: ResourceIndex, value: &Value) -> Vec<ResourceIndex> {
        let referred = value.origin.references().into_iter();
        let mut found: Vec<ResourceIndex> =
            referred.flat_map(|(id, _)| self.instances.targets(&id, from)).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The one resource that has a name.
    fn by_name(&self, from: ResourceIndex, name: &str, wanted: &Wanted) -> Result<ResourceIndex, String> {
        let listed = wanted.kinds.iter().filter_map(|(kind, _)| self.named.get(&(*kind, name.to_owned())));
        let all: Vec<ResourceIndex> = listed.flatten().copied().collect();
        let (what, name) = (wanted.what, text::shown(name));
        match self.chosen(from, &all) {
            Ok(index) => Ok(index),
            Err(0) => {
                let unnamed: usize = wanted.kinds.iter().filter_map(|(kind, _)| self.unnamed.get(kind)).sum();
                Err(match unnamed {
                    0 => format!("no {what} {name} is declared here"),
                    some => format!(
                        "no {what} {name} is declared here; the names of {some} are unknown, so it may be one of them"
                    ),
                })
            }
            Err(several) => Err(format!("{several} declared here have the name of the {what} {name}")),
        }
    }

    /// The only one, or the only one of the own root; else how many there are.
    fn chosen(&self, from: ResourceIndex, all: &[ResourceIndex]) -> Result<ResourceIndex, usize> {
        let root = self.get(from).map(|resource| &resource.root);
        let is_own = |index: &&ResourceIndex| self.get(**index).map(|resource| &resource.root) == root;
        let own: Vec<&ResourceIndex> = all.iter().filter(is_own).collect();
        match (all, own.as_slice()) {
            ([only], _) => Ok(*only),
            (_, [only]) => Ok(**only),
            _ => Err(all.len()),
        }
    }

    /// The service accounts of a namespace and a name, either of which may be a pattern, in the one scope that has any.
    fn accounts(
        &self,
        from: ResourceIndex,
        namespace: &str,
        name: &str,
    ) -> Result<Vec<ResourceIndex>, String> {
        let is_pattern = |text: &str| text.contains(['*', '?']);
        let found: Vec<ResourceIndex> = match is_pattern(namespace) || is_pattern(name) {
            false => self.accounts.get(&(namespace, name)).cloned().unwrap_or_default(),
            true => {
                let left = self.comparisons.get().checked_sub(self.accounts.len());
                let Some(left) = left else {
                    return Err("there are too many patterns and service accounts to compare".to_owned());
                };
                self.comparisons.set(left);
                let all = self.accounts.iter();
                let met = all.filter(|((own_namespace, own_name), _)| {
                    text::matches(namespace, own_namespace) && text::matches(name, own_name)
                });
                let mut found: Vec<ResourceIndex> = met.flat_map(|(_, list)| list).copied().collect();
                found.sort_unstable();
                found
            }
        };
        let root = |index: &ResourceIndex| self.get(*index).map(|resource| resource.root.clone());
        let mut scopes: Vec<Option<Arc<str>>> = found.iter().map(root).collect();
        scopes.sort_unstable();
        scopes.dedup();
        let own = self.get(from).map(|resource| resource.root.clone());
        let shown = format!("{}/{}", text::shown(namespace), text::shown(name));
        match scopes.len() {
            0 => Err(format!("no ServiceAccount {shown} is declared here")),
            1 => Ok(found),
            _ if scopes.contains(&own) => Ok(found.into_iter().filter(|one| root(one) == own).collect()),
            several => Err(format!("{several} scopes declare a ServiceAccount {shown}")),
        }
    }
}

/// Collects links.
struct Links<'a, 'r> {
    world: &'a World<'a>,
    references: &'r mut References,
}

impl Links<'_, '_> {
    /// Links to what an expression refers to or a name means; `name` takes the name out of a text. A text of which it
    /// takes none means something else.
    fn link(
        &mut self,
        from: ResourceIndex,
        value: &Value,
        wanted: &Wanted,
        relation: Relation,
        via: &Path,
        name: impl Fn(&str) -> Option<String>,
    ) {
        match self.one(from, value, wanted, name) {
            Ok(Some(target)) => self.references.add(from, [target], relation, via),
            Ok(None) => {}
            Err(reason) => self.references.leads_nowhere(from, relation, via.clone(), reason),
        }
    }

    /// The one resource that a value means.
    fn one(
        &self,
        from: ResourceIndex,
        value: &Value,
        wanted: &Wanted,
        name: impl Fn(&str) -> Option<String>,
    ) -> Result<Option<ResourceIndex>, String> {
        match self.world.referred(from, value, wanted).as_slice() {
            [only] => return Ok(Some(*only)),
            [] => {}
            several => return Err(format!("it may be any of {} of the kind {}", several.len(), wanted.what)),
        }
        if let Some(written) = self.world.text(value).and_then(|text| name(&text)) {
            if written.chars().any(char::is_alphanumeric) && !is_hole(&written) {
                return self.world.by_name(from, &written, wanted).map(Some);
            }
            if let Ok(found) = self.world.by_name(from, &written, wanted) {
                return Ok(Some(found));
            }
        }
        match &value.data {
            Data::Unknown(_) => Err(self.unknown(from, value)),
            _ => Ok(None),
        }
    }

    /// Why a value is unknown, in words.
    fn unknown(&self, from: ResourceIndex, value: &Value) -> String {
        let referred = self.world.all_referred(from, value);
        let data = referred.iter().filter_map(|index| self.world.get(*index));
        let data =
            data.filter(|resource| resource.kind.starts_with("data.")).map(|data| &data.address).next();
        match (&value.data, data) {
            (_, Some(address)) => format!("the value is unknown: {address} reads it at plan time"),
            (Data::Unknown(unknown), None) => format!("the value is unknown: {}", unknown.reason),
            _ => "the value is no text".to_owned(),
        }
    }
}

/// Whether a text is one hole and nothing else.
fn is_hole(written: &str) -> bool {
    text::shown(written) == "${...}"
}

/// The value at keys one below the other.
fn below<'v>(value: &'v Value, keys: &[&str]) -> Option<&'v Value> {
    let path: Path = keys.iter().map(|key| crate::evaluate::Step::from(*key)).collect();
    let (found, rest) = follow(value, &path.0);
    (rest.is_empty() || found.is_unknown()).then_some(found)
}

/// Elements of a list, each with its path; those that stand for any number have none.
fn elements<'v>(value: &'v Value, base: &Path) -> impl Iterator<Item = (&'v Value, Path)> + use<'v> {
    let base = base.clone();
    let counted = value.items().unwrap_or_default().iter().filter(|item| !item.stands_for_many());
    counted.enumerate().map(move |(at, item)| (item, base.with(crate::evaluate::Step::Index(at))))
}
