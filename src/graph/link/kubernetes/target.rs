//! What scales others, owns them or is made from them.

use super::{Group, Links, Target, elements};
use crate::evaluate::{Path, Value};
use crate::graph::Relation;

impl Links<'_, '_> {
    /// The workload that an autoscaler is for.
    pub(super) fn scale_target(&mut self, spec: &Value, key: &str) {
        if let Some(target) = spec.get(key) {
            let base = Path::default().join(&["spec", key]);
            self.referred(Relation::Scales, target, &base, WORKLOAD);
        }
    }

    /// The objects that a controller says it has made this one for.
    pub(super) fn owners(&mut self) {
        let Some(metadata) = self.object.attributes.get("metadata") else { return };
        for (owner, path) in elements(metadata, &Path::default().join(&["metadata"]), "ownerReferences") {
            self.referred(Relation::OwnedBy, owner, &path, OWNER);
        }
    }

    pub(super) fn rollout(&mut self, spec: &Value) {
        let base = Path::default().join(&["spec"]);
        if let Some(workload) = spec.get("workloadRef") {
            self.referred(Relation::OwnedBy, workload, &base.join(&["workloadRef"]), WORKLOAD);
        }
        for keys in [
            &["strategy", "canary", "stableService"][..],
            &["strategy", "canary", "canaryService"],
            &["strategy", "blueGreen", "activeService"],
            &["strategy", "blueGreen", "previewService"],
        ] {
            self.named(Relation::Uses, "Service", spec, &base, keys);
        }
    }

    pub(super) fn keda(&mut self, kind: &str, spec: &Value) {
        let base = Path::default().join(&["spec"]);
        match kind {
            "ScaledObject" => self.scale_target(spec, "scaleTargetRef"),
            "ScaledJob" => {}
            "TriggerAuthentication" => {
                for (secret, path) in elements(spec, &base, "secretTargetRef") {
                    self.named(Relation::Uses, "Secret", secret, &path, &["name"]);
                }
                return;
            }
            _ => return,
        }
        for (trigger, path) in elements(spec, &base, "triggers") {
            if let Some(reference) = trigger.get("authenticationRef") {
                let path = path.join(&["authenticationRef"]);
                self.referred(Relation::Uses, reference, &path, TRIGGER_AUTHENTICATION);
            }
        }
    }
}

const WORKLOAD: Target<'static> =
    Target { kind: "Deployment", group: Group::Version("apps/v1"), crosses: false, cluster: false };

const OWNER: Target<'static> = Target { cluster: true, ..WORKLOAD };

const TRIGGER_AUTHENTICATION: Target<'static> = Target {
    kind: "TriggerAuthentication",
    group: Group::Version("keda.sh/v1alpha1"),
    crosses: false,
    cluster: true,
};
