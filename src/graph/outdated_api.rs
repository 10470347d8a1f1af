//! Objects written for an API that the target version of Kubernetes deprecates or no longer serves.

use super::fact::Fact;
use super::{Resource, ResourceGraph, ResourceIndex};
use crate::evaluate::kubernetes::{Deed, KubernetesVersion, lifecycle};
use crate::evaluate::{Path, Step};
use serde::Serialize;

/// The version of Kubernetes that objects are to be applied to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct KubernetesTarget {
    /// The version.
    pub version: KubernetesVersion,
    /// The user has named it; else it is the latest one known.
    pub given: bool,
}

/// An API that is deprecated or gone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct OutdatedApi {
    /// `extensions/v1beta1`.
    pub api_version: String,
    /// The target version does not serve it any more; else it is deprecated in it.
    pub removed: bool,
    /// The version since which that is so: `1.16`.
    pub since: String,
    /// The version that will be the first without it, where it is only deprecated and an end is planned.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// What takes its place, if anything does: `apps/v1`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replacement: Option<String>,
    /// The target version: `1.36`.
    pub target: String,
    /// The user has named it; else it is the latest one known.
    pub target_given: bool,
}

impl OutdatedApi {
    /// Of a resource; none where it is no Kubernetes object, or the target serves its API for good.
    fn of(resource: &Resource, target: KubernetesTarget) -> Option<OutdatedApi> {
        let api_version = resource.api_version.as_deref()?;
        let kind = resource.kind.split('.').next().unwrap_or_default();
        let life = lifecycle(api_version, kind)?;
        let removed = life.removed.filter(|minor| *minor <= target.version.minor);
        let since = removed.or(Some(life.deprecated).filter(|minor| *minor <= target.version.minor))?;
        let version = |minor| KubernetesVersion { minor }.to_string();
        Some(OutdatedApi {
            api_version: api_version.to_owned(),
            removed: removed.is_some(),
            since: version(since),
            until: life.removed.filter(|_| removed.is_none()).map(version),
            replacement: life.replacement.map(str::to_owned),
            target: target.version.to_string(),
            target_given: target.given,
        })
    }
}

/// Whether some overlay gives an object another version of its API: as it is written, it is for clusters of an older
/// version. Who names the version of theirs is told all the same.
fn is_for_older(graph: &ResourceGraph, position: usize) -> bool {
    let own = Path(vec![Step::Key("apiVersion".into())]);
    let patch = graph.patches.to(ResourceIndex::new(position), &own, false);
    !graph.kubernetes.given && patch.is_some_and(|patch| patch.path == own && patch.deed == Deed::Sets)
}

/// The facts, in the graph's order; `index` says the position of a resource under its kind.
pub(super) fn facts(graph: &ResourceGraph, index: impl Fn(usize) -> usize) -> Vec<Fact<OutdatedApi>> {
    let fact = |(position, resource): (usize, &Resource)| {
        if is_for_older(graph, position) {
            return None;
        }
        Some(Fact {
            id: resource.id.to_string(),
            kind: resource.kind.to_string(),
            index: index(position),
            what: OutdatedApi::of(resource, graph.kubernetes)?,
            unknown: Vec::new(),
        })
    };
    graph.resources.iter().enumerate().filter_map(fact).collect()
}
