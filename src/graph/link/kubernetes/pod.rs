//! What pods use.

use super::{Links, Wanted, at, elements};
use crate::evaluate::{Path, Value};
use crate::graph::Relation;
use crate::graph::lookup::follow;
use crate::graph::workload::PodTemplate;

/// Where volumes of a kind name a Secret beside themselves, as the secret of a storage system's account.
const VOLUME_SECRETS: [&[&str]; 9] = [
    &["azureFile", "secretName"],
    &["cephfs", "secretRef", "name"],
    &["cinder", "secretRef", "name"],
    &["csi", "nodePublishSecretRef", "name"],
    &["flexVolume", "secretRef", "name"],
    &["iscsi", "secretRef", "name"],
    &["rbd", "secretRef", "name"],
    &["scaleIO", "secretRef", "name"],
    &["storageos", "secretRef", "name"],
];

impl Links<'_, '_> {
    /// What the pods of a template use.
    pub(super) fn pod(&mut self, template: &PodTemplate) {
        let object = self.object;
        let (own, rest) = follow(&object.attributes, &template.path.0);
        if !rest.is_empty() {
            return;
        }
        let shared = template.defaults.as_ref().map(|path| (follow(&object.attributes, &path.0), path));
        let shared = shared.filter(|((_, rest), _)| rest.is_empty()).map(|((value, _), path)| (value, path));
        let says = |(value, _): &(&Value, &Path)| {
            ["serviceAccountName", "serviceAccount"].iter().any(|key| value.get(key).is_some())
        };
        let holders = [Some((own, &template.path)), shared];
        match holders.into_iter().flatten().find(says) {
            Some((spec, base)) => self.pod_account(spec, base),
            None if template.default_account => self.pod_account(own, &template.path),
            None => {}
        }
        holders.into_iter().flatten().for_each(|(spec, base)| self.pod_spec(spec, base));
        for container in &template.containers {
            let (value, rest) = follow(&object.attributes, &container.path.0);
            if rest.is_empty() {
                self.container(value, &container.path);
            }
        }
    }

    fn pod_spec(&mut self, spec: &Value, base: &Path) {
        self.of_cluster(Relation::Uses, "PriorityClass", spec, base, &["priorityClassName"]);
        self.of_cluster(Relation::Uses, "RuntimeClass", spec, base, &["runtimeClassName"]);
        for (secret, path) in elements(spec, base, "imagePullSecrets") {
            self.named(Relation::Uses, "Secret", secret, &path, &["name"]);
        }
        for (claim, path) in elements(spec, base, "resourceClaims") {
            self.named(Relation::Uses, "ResourceClaim", claim, &path, &["resourceClaimName"]);
            self.named(Relation::Uses, "ResourceClaimTemplate", claim, &path, &["resourceClaimTemplateName"]);
        }
        for (volume, path) in elements(spec, base, "volumes") {
            self.volume(volume, &path);
        }
    }

    /// Without one, pods run as the account `default`, which Kubernetes makes in every namespace.
    fn pod_account(&mut self, spec: &Value, base: &Path) {
        let written = |key: &&str| {
            let account = spec.get(key);
            account
                .is_some_and(|name| name.is_unknown() || name.as_str().is_some_and(|name| !name.is_empty()))
        };
        match ["serviceAccountName", "serviceAccount"].into_iter().find(written) {
            Some("serviceAccountName" | "serviceAccount") if self.is_default_account(spec) => {
                self.default_account(base);
            }
            Some(key) => self.named(Relation::RunsAs, "ServiceAccount", spec, base, &[key]),
            None if spec.is_unknown() => {}
            None => self.default_account(base),
        }
    }

    fn is_default_account(&self, spec: &Value) -> bool {
        let written = |key: &str| spec.get(key).and_then(Value::as_str).filter(|name| !name.is_empty());
        written("serviceAccountName").or(written("serviceAccount")) == Some("default")
    }

    fn default_account(&mut self, base: &Path) {
        let namespace = Some(self.own_namespace());
        let wanted = Wanted { relation: Relation::RunsAs, kind: "ServiceAccount", namespace };
        self.to(wanted, "default", || base.join(&["serviceAccountName"]));
    }

    fn volume(&mut self, volume: &Value, base: &Path) {
        self.may_lack("ConfigMap", volume, base, &["configMap", "name"]);
        self.may_lack("Secret", volume, base, &["secret", "secretName"]);
        let claim = &["persistentVolumeClaim", "claimName"];
        self.named(Relation::Uses, "PersistentVolumeClaim", volume, base, claim);
        for keys in VOLUME_SECRETS {
            self.named(Relation::Uses, "Secret", volume, base, keys);
        }
        let class = &["csi", "volumeAttributes", "secretProviderClass"];
        self.named(Relation::Uses, "SecretProviderClass.secrets-store.csi.x-k8s.io", volume, base, class);
        let template = &["ephemeral", "volumeClaimTemplate", "spec"];
        if let Some(claim) = at(volume, template) {
            self.claim(claim, &base.join(template));
        }
        let Some(projected) = volume.get("projected") else { return };
        for (source, path) in elements(projected, &base.join(&["projected"]), "sources") {
            self.may_lack("ConfigMap", source, &path, &["configMap", "name"]);
            self.may_lack("Secret", source, &path, &["secret", "name"]);
        }
    }

    fn container(&mut self, container: &Value, base: &Path) {
        for (source, path) in elements(container, base, "envFrom") {
            self.may_lack("ConfigMap", source, &path, &["configMapRef", "name"]);
            self.may_lack("Secret", source, &path, &["secretRef", "name"]);
        }
        for (variable, path) in elements(container, base, "env") {
            if variable.get("valueFrom").is_some() {
                self.may_lack("ConfigMap", variable, &path, &["valueFrom", "configMapKeyRef", "name"]);
                self.may_lack("Secret", variable, &path, &["valueFrom", "secretKeyRef", "name"]);
            }
        }
    }

    /// Links to an object of the own namespace. That there is none is no fault where it says `optional`.
    fn may_lack(&mut self, kind: &str, value: &Value, base: &Path, keys: &[&str]) {
        let Some((_, above)) = keys.split_last() else { return };
        let optional = at(value, above).and_then(|holder| holder.get("optional"));
        match (optional.and_then(Value::as_bool), at(value, keys).and_then(Value::as_str)) {
            (Some(true), Some(name)) => {
                let wanted = Wanted { relation: Relation::Uses, kind, namespace: Some(self.own_namespace()) };
                self.to(wanted, name, || base.join(keys));
            }
            _ => self.named(Relation::Uses, kind, value, base, keys),
        }
    }

    /// What the claims of a StatefulSet use.
    pub(super) fn claim_templates(&mut self, spec: &Value) {
        let base = Path::default().join(&["spec"]);
        for (claim, path) in elements(spec, &base, "volumeClaimTemplates") {
            if let Some(spec) = claim.get("spec") {
                self.claim(spec, &path.join(&["spec"]));
            }
        }
    }

    /// What the spec of a PersistentVolumeClaim uses.
    pub(super) fn claim(&mut self, spec: &Value, base: &Path) {
        self.of_cluster(Relation::Uses, "PersistentVolume", spec, base, &["volumeName"]);
        self.of_cluster(Relation::Uses, "StorageClass", spec, base, &["storageClassName"]);
    }
}
