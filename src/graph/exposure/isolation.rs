//! What network policies let in to pods.

use super::door::{Judged, Station};
use super::field::{Field, Told};
use super::kubernetes::{Group, group, may_meet, pods_labels};
use super::map::{Map, is_internet};
use crate::graph::workload::PodTemplate;
use crate::graph::{Relation, ResourceIndex};
use std::collections::BTreeMap;

/// Policies looked at for one pod beside those that are known to select it.
const MAX_UNCLEAR: usize = 64;

/// Where connections to a pod come from.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Source {
    /// From outside of the cluster.
    Outside,
    /// From a proxy in the cluster, or beside it, which takes them from outside.
    Proxy,
}

/// Network policies by the pods they may select.
pub(super) struct Isolation<'m, 'g> {
    map: &'m Map<'g>,
    /// Policies for incoming connections.
    by_group: BTreeMap<Group<'g>, Vec<ResourceIndex>>,
    /// By scope: those of which it is not known what they select.
    unclear: BTreeMap<&'g str, Vec<ResourceIndex>>,
}

impl<'m, 'g> Isolation<'m, 'g> {
    pub(super) fn new(map: &'m Map<'g>) -> Isolation<'m, 'g> {
        let mut by_group: BTreeMap<Group<'g>, Vec<ResourceIndex>> = BTreeMap::new();
        let mut unclear: BTreeMap<&str, Vec<ResourceIndex>> = BTreeMap::new();
        for policy in
            map.of_kind("NetworkPolicy").iter().copied().filter(|policy| is_for_ingress(map, *policy))
        {
            let Some(group) = group(map, policy) else { continue };
            by_group.entry(group).or_default().push(policy);
            if doubts(&map.field(policy)).is_some() {
                unclear.entry(group.0).or_default().push(policy);
            }
        }
        Isolation { map, by_group, unclear }
    }

    /// Whether the pods of a template can be reached from a source, and what keeps it away.
    pub(super) fn admits(&self, template: &PodTemplate, source: Source) -> (Judged, Vec<Station>) {
        let map = self.map;
        let selecting = map.sources(template.resource, &["spec", "podSelector"], &["NetworkPolicy"]);
        let selecting: Vec<ResourceIndex> =
            selecting.into_iter().filter(|policy| is_for_ingress(map, *policy)).collect();
        let mut judged = match selecting.is_empty() {
            true => Judged::YES,
            false => Judged::any(selecting.iter().map(|policy| lets_in(&map.field(*policy), source))),
        };
        for (policy, doubt) in self.unclear(template) {
            let other = lets_in(&map.field(policy), source);
            let matters = !judged.is_no() && !selecting.contains(&policy);
            if matters && other.standing > judged.standing {
                judged = judged.and(doubt);
            }
        }
        let note = "lets nothing in from outside of the cluster";
        let station = |policy: &ResourceIndex| Station {
            place: map.field(*policy).get("spec").place(),
            note: note.into(),
        };
        let blocking = if judged.is_no() { selecting.iter().map(station).collect() } else { Vec::new() };
        (judged, blocking)
    }

    /// Policies of which it is not known whether they select the pods, and what would have to be known.
    fn unclear(&self, template: &PodTemplate) -> Vec<(ResourceIndex, Judged)> {
        let map = self.map;
        let Some(group) = group(map, template.resource) else { return Vec::new() };
        let labels = pods_labels(map, template);
        if labels.has_unknown() {
            let near = self.by_group.get(&group).into_iter().flatten().take(MAX_UNCLEAR);
            return near.map(|policy| (*policy, labels.unknown())).collect();
        }
        let unclear = self.unclear.get(group.0).into_iter().flatten();
        let near = unclear.filter(|policy| may_meet(map, template.resource, **policy)).take(MAX_UNCLEAR);
        near.filter_map(|policy| Some((*policy, doubts(&map.field(*policy))?))).collect()
    }
}

/// Whether a policy is for incoming connections: those that do not say are.
fn is_for_ingress(map: &Map<'_>, policy: ResourceIndex) -> bool {
    let types = map.field(policy).at(&["spec", "policyTypes"]).items();
    types.is_empty() || types.iter().any(|kind| kind.is_unknown() || kind.known() == Some("Ingress"))
}

/// What is unknown of the pods that a policy selects.
fn doubts(policy: &Field<'_>) -> Option<Judged> {
    let parts = [
        policy.at(&["spec", "podSelector"]),
        policy.at(&["spec", "policyTypes"]),
        policy.at(&["metadata", "namespace"]),
    ];
    parts.iter().find(|part| part.has_unknown()).map(Field::unknown)
}

fn lets_in(policy: &Field<'_>, source: Source) -> Judged {
    let rules = policy.at(&["spec", "ingress"]).items();
    Judged::any(rules.iter().map(|rule| match source {
        _ if rule.is_unknown() => rule.unknown(),
        Source::Proxy => Judged::YES,
        Source::Outside => {
            let from = rule.get("from").items();
            let admitted = Judged::any(from.iter().map(peer));
            if from.is_empty() { Judged::YES } else { admitted }
        }
    }))
}

/// Whether a peer of a rule is the internet. Addresses of nodes may be those of a load balancer that stands before
/// them.
fn peer(peer: &Field<'_>) -> Judged {
    let block = peer.get("ipBlock");
    match block.get("cidr").text() {
        _ if peer.is_unknown() => peer.unknown(),
        Told::Absent => Judged::NO,
        Told::Unknown => block.get("cidr").unknown(),
        Told::Known(cidr) if is_internet(cidr) => Judged::YES,
        Told::Known(_) => Judged::UNSEEN,
    }
}

/// Whether a relation is one of traffic.
pub(super) fn carries(relation: Relation) -> bool {
    matches!(relation, Relation::Routes | Relation::Refers)
}
