//! Doors into clusters.

mod front;
mod node;
mod service;

use super::aws::Groups;
use super::door::{Door, Judged};
use super::field::Field;
use super::isolation::{Isolation, Source, carries};
use super::map::{Map, lies_below};
use super::nodes::{self, NodePort, Nodes};
use crate::graph::workload::PodTemplate;
use crate::graph::{Relation, ResourceIndex};
use std::collections::{BTreeMap, BTreeSet};

/// Pods looked at for a Service of which it is not known what it selects, and the like.
const MAX_UNCLEAR: usize = 64;
/// Objects looked at to find them.
const MAX_LOOKED_AT: usize = 2_048;

/// A namespace of a scope.
pub(super) type Group<'g> = (&'g str, &'g str);

/// The scope and the namespace of an object, `default` where none is set.
pub(super) fn group<'g>(map: &Map<'g>, object: ResourceIndex) -> Option<Group<'g>> {
    let resource = map.get(object)?;
    Some((&*resource.root, resource.namespace.as_deref().unwrap_or("default")))
}

/// Whether two objects of a scope are in one namespace, or may be.
pub(super) fn may_meet(map: &Map<'_>, one: ResourceIndex, other: ResourceIndex) -> bool {
    let unknown = |object| map.field(object).at(&["metadata", "namespace"]).is_unknown();
    group(map, one) == group(map, other) || unknown(one) || unknown(other)
}

/// All doors of Kubernetes.
pub(super) fn doors(map: &Map<'_>, groups: &Groups) -> Vec<Door> {
    let cluster = Cluster::new(map, groups);
    let mut doors = front::doors(&cluster);
    for service in map.of_kind("Service") {
        let entries = service::doors(&cluster, *service);
        cluster.to_pods(*service, !entries.is_empty(), &mut doors);
        doors.extend(entries);
    }
    for template in map.templates {
        doors.extend(node::of_pods(&cluster, template));
    }
    doors
}

/// What is shared by the doors of all clusters.
struct Cluster<'m, 'g> {
    map: &'m Map<'g>,
    /// Security groups of AWS.
    groups: &'m Groups,
    /// By the cluster that they are of.
    nodes: BTreeMap<ResourceIndex, Vec<Nodes>>,
    isolation: Isolation<'m, 'g>,
    /// Positions of pod templates.
    pods: BTreeMap<ResourceIndex, usize>,
    /// By scope.
    pods_of: BTreeMap<&'g str, Vec<ResourceIndex>>,
    /// By scope: those of which labels or namespace are not wholly known.
    unclear_pods: BTreeMap<&'g str, Vec<ResourceIndex>>,
    /// By scope.
    services: BTreeMap<&'g str, Vec<ResourceIndex>>,
    /// By scope: those whose name is unknown.
    unnamed: BTreeMap<&'g str, Vec<ResourceIndex>>,
}

impl<'m, 'g> Cluster<'m, 'g> {
    fn new(map: &'m Map<'g>, groups: &'m Groups) -> Cluster<'m, 'g> {
        let mut cluster = Cluster {
            map,
            groups,
            nodes: nodes::collect(map, groups),
            isolation: Isolation::new(map),
            pods: BTreeMap::new(),
            pods_of: BTreeMap::new(),
            unclear_pods: BTreeMap::new(),
            services: BTreeMap::new(),
            unnamed: BTreeMap::new(),
        };
        for (at, template) in map.templates.iter().enumerate() {
            let pods = template.resource;
            let Some(resource) = map.get(pods) else { continue };
            if cluster.pods.insert(pods, at).is_none() {
                cluster.pods_of.entry(&resource.root).or_default().push(pods);
                if cluster.doubt(pods).is_some() {
                    cluster.unclear_pods.entry(&resource.root).or_default().push(pods);
                }
            }
        }
        for service in map.of_kind("Service") {
            let Some(resource) = map.get(*service) else { continue };
            cluster.services.entry(&resource.root).or_default().push(*service);
            if map.field(*service).at(&["metadata", "name"]).is_unknown() {
                cluster.unnamed.entry(&resource.root).or_default().push(*service);
            }
        }
        cluster
    }

    /// The pods that a Service selects, or may.
    fn selected(&self, service: ResourceIndex) -> Vec<(ResourceIndex, Judged)> {
        let map = self.map;
        let linked: BTreeSet<ResourceIndex> =
            map.related(service, Relation::Selects).iter().map(|reference| reference.to).collect();
        let mut found: Vec<_> = linked.iter().map(|pods| (*pods, Judged::YES)).collect();
        let selector = map.field(service).at(&["spec", "selector"]);
        let Some(resource) = map.get(service).filter(|_| !selector.is_absent()) else { return found };
        let own = [&selector, &map.field(service).at(&["metadata", "namespace"])]
            .map(|field| field.has_unknown().then(|| field.unknown()));
        let own = own.into_iter().flatten().next();
        let listed = if own.is_some() { &self.pods_of } else { &self.unclear_pods };
        let listed = listed.get(&*resource.root).into_iter().flatten().take(MAX_LOOKED_AT);
        let others = listed.filter(|pods| !linked.contains(pods) && may_meet(map, service, **pods));
        let unclear = others.filter_map(|pods| {
            let doubt = own.clone().or_else(|| self.doubt(*pods))?;
            self.may_match(&selector, *pods).then_some((*pods, doubt))
        });
        found.extend(unclear.take(MAX_UNCLEAR));
        found
    }

    /// What is unknown of what selects some pods.
    fn doubt(&self, pods: ResourceIndex) -> Option<Judged> {
        let namespace = self.map.field(pods).at(&["metadata", "namespace"]);
        let template = self.map.templates.get(*self.pods.get(&pods)?)?;
        let labels = pods_labels(self.map, template);
        [namespace, labels].iter().find(|field| field.has_unknown()).map(Field::unknown)
    }

    /// Whether no known label of the pods contradicts the selector.
    fn may_match(&self, selector: &Field<'_>, pods: ResourceIndex) -> bool {
        let template = self.pods.get(&pods).and_then(|at| self.map.templates.get(*at));
        let Some(template) = template else { return false };
        let unknown = pods_labels(self.map, template).has_unknown();
        selector.entries().iter().all(|(key, value)| match (template.labels.get(*key), value.known()) {
            (Some(label), Some(value)) => &**label == value,
            (None, Some(_)) => unknown,
            (_, None) => true,
        })
    }

    /// The doors from a Service to pods. Its own door lets connections from outside come as they are.
    fn to_pods(&self, service: ResourceIndex, is_entry: bool, doors: &mut Vec<Door>) {
        let proxied = self.map.referrers(service).any(|reference| carries(reference.relation));
        for (pods, judged) in self.selected(service) {
            let template = self.pods.get(&pods).and_then(|at| self.map.templates.get(*at));
            let Some(template) = template else { continue };
            let outside = || self.isolation.admits(template, Source::Outside);
            let proxy = || self.isolation.admits(template, Source::Proxy);
            let (admitted, blocked_by) = match (is_entry, proxied) {
                (true, false) => outside(),
                (true, true) => {
                    let ((outside, shut), (proxy, _)) = (outside(), proxy());
                    (outside.or(proxy), shut)
                }
                _ => proxy(),
            };
            let place = self.map.field(service).at(&["spec", "selector"]).place();
            let note = format!("the Service sends connections on to the pods of {}", self.map.name(pods));
            let mut door = Door::new(Some(service), pods, judged.and(admitted)).station(place, note);
            door.blocked_by = blocked_by;
            doors.push(door);
        }
    }

    /// Whether the security groups that an annotation names for a load balancer let the internet in to one of its
    /// ports. Without any, they are made to.
    fn groups_admit(&self, object: ResourceIndex, annotation: &str, ports: &[NodePort]) -> Judged {
        let written = self.map.field(object).at(&["metadata", "annotations", annotation]);
        if written.is_absent() {
            return Judged::YES;
        }
        let attached = self.map.related(object, Relation::Attaches).into_iter();
        let attached = attached.filter(|one| lies_below(&one.via, &["metadata", "annotations", annotation]));
        let named: BTreeSet<ResourceIndex> =
            attached.map(|one| one.to).filter(|to| Groups::is_one(self.map.kind(*to))).collect();
        let openings = named.iter().flat_map(|group| self.groups.openings(*group));
        let openings: Vec<_> = openings.cloned().collect();
        let let_in = ports.iter().flat_map(|port| nodes::opened(&openings, port));
        let let_in = Judged::any(let_in.map(|opening| opening.judged()));
        let listed =
            written.known().map(|text| text.split(',').filter(|name| !name.trim().is_empty()).count());
        match listed {
            Some(listed) if listed > named.len() => let_in.or(Judged::UNSEEN),
            None if named.is_empty() => let_in.or(written.unknown()),
            _ => let_in,
        }
    }

    /// Services in the namespace of an object, or that may be: all of them, or those whose name is unknown.
    fn services_near(&self, object: ResourceIndex, all: bool) -> Vec<ResourceIndex> {
        let root = self.map.get(object).map(|resource| &*resource.root).unwrap_or_default();
        let listed = if all { &self.services } else { &self.unnamed };
        let listed = listed.get(root).into_iter().flatten().take(MAX_LOOKED_AT).copied();
        listed.filter(|service| may_meet(self.map, object, *service)).take(MAX_UNCLEAR).collect()
    }
}

/// The labels of a template's pods.
pub(super) fn pods_labels<'g>(map: &Map<'g>, template: &PodTemplate) -> Field<'g> {
    map.field(template.resource).follow(&template.labels_path)
}
