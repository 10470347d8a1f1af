//! What pods and containers have from what is said for several of them.

use crate::evaluate::{Path, Step};
use crate::graph::lookup::follow;
use crate::graph::{ResourceGraph, ResourceIndex};
use serde_json::{Map, Value as Json};

/// Fields of a pod's spec that can be said for several pods.
const SHARED: [&str; 24] = [
    "affinity",
    "automountServiceAccountToken",
    "dnsConfig",
    "dnsPolicy",
    "enableServiceLinks",
    "hostAliases",
    "hostIPC",
    "hostNetwork",
    "hostPID",
    "hostUsers",
    "imagePullSecrets",
    "nodeSelector",
    "os",
    "priority",
    "priorityClassName",
    "runtimeClassName",
    "schedulerName",
    "securityContext",
    "serviceAccount",
    "serviceAccountName",
    "shareProcessNamespace",
    "tolerations",
    "topologySpreadConstraints",
    "volumes",
];

/// A pod's spec with what it does not say itself.
pub(crate) fn with_defaults(own: &Json, defaults: &Json) -> Json {
    let mut fields = own.as_object().cloned().unwrap_or_default();
    for field in SHARED {
        if let Some(value) = defaults.get(field).filter(|_| !fields.contains_key(field)) {
            fields.insert(field.to_owned(), value.clone());
        }
    }
    Json::Object(fields)
}

/// Levels of containers that are merged.
const MAX_DEPTH: usize = 16;

/// A container with what it does not say itself, field by field.
pub(crate) fn merged_container(own: &Json, defaults: &Json) -> Json {
    fn merge(own: &Json, defaults: &Json, depth: usize) -> Json {
        let (Some(fields), Some(below)) = (own.as_object(), defaults.as_object()) else { return own.clone() };
        let mut merged: Map<String, Json> = fields.clone();
        for (key, value) in below {
            let inside =
                merged.get(key).filter(|_| depth < MAX_DEPTH).map(|own| merge(own, value, depth + 1));
            merged.entry(key.clone()).or_insert_with(|| value.clone());
            if let Some(inside) = inside {
                merged.insert(key.clone(), inside);
            }
        }
        Json::Object(merged)
    }
    merge(own, defaults, 0)
}

impl ResourceGraph {
    /// The path at which that is written which a path below a pod's spec or a container leads to: where the pod or the
    /// container does not say it itself, that of what is said for several of them.
    pub fn written_path(&self, resource: ResourceIndex, path: &Path) -> Path {
        self.inherited_path(resource, path).unwrap_or_else(|| path.clone())
    }

    fn inherited_path(&self, resource: ResourceIndex, path: &Path) -> Option<Path> {
        let first = self.pod_templates.partition_point(|template| template.resource < resource);
        let own =
            self.pod_templates.get(first..)?.iter().take_while(|template| template.resource == resource);
        let below = |base: &Path| path.0.strip_prefix(base.0.as_slice()).filter(|rest| !rest.is_empty());
        for template in own {
            for container in &template.containers {
                let Some(defaults) = &container.defaults else { continue };
                if let Some(rest) = below(&container.path) {
                    return self.elsewhere(resource, path, defaults, rest, rest.len());
                }
            }
            let Some(defaults) = &template.defaults else { continue };
            if let Some(rest) = below(&template.path) {
                let Some(Step::Key(field)) = rest.first() else { continue };
                if SHARED.contains(&&**field) {
                    return self.elsewhere(resource, path, defaults, rest, 1);
                }
            }
        }
        None
    }

    /// The rest of a path below `defaults`, where that leads to something and the path itself does not, not even with
    /// all but the last steps behind its first `decisive` ones.
    fn elsewhere(
        &self,
        resource: ResourceIndex,
        path: &Path,
        defaults: &Path,
        rest: &[Step],
        decisive: usize,
    ) -> Option<Path> {
        let attributes = &self.get(resource)?.attributes;
        let there = |steps: &[Step]| {
            let (value, left) = follow(attributes, steps);
            left.is_empty() || value.is_unknown()
        };
        let own = path.0.get(..path.0.len() - rest.len() + decisive)?;
        let decided: Vec<Step> = defaults.0.iter().chain(rest.get(..decisive)?).cloned().collect();
        let inherited: Path = defaults.0.iter().chain(rest).cloned().collect();
        (!there(own) && there(&decided)).then_some(inherited)
    }
}
