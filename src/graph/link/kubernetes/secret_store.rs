//! What the External Secrets Operator reads secrets through.

use super::{Group, Links, Target, at, elements};
use crate::evaluate::{Path, Value};
use crate::graph::Relation;

const STORE: Target<'static> = Target {
    kind: "SecretStore",
    group: Group::Version("external-secrets.io/v1"),
    crosses: false,
    cluster: true,
};

/// A service account that a store logs on with; one of a ClusterSecretStore says its namespace.
const ACCOUNT: Target<'static> =
    Target { kind: "ServiceAccount", group: Group::Core, crosses: true, cluster: false };

/// Where a store names the service account it logs on with.
const ACCOUNTS: [&[&str]; 6] = [
    &["provider", "aws", "auth", "jwt", "serviceAccountRef"],
    &["provider", "azurekv", "serviceAccountRef"],
    &["provider", "gcpsm", "auth", "workloadIdentity", "serviceAccountRef"],
    &["provider", "kubernetes", "auth", "serviceAccount"],
    &["provider", "vault", "auth", "jwt", "kubernetesServiceAccountToken", "serviceAccountRef"],
    &["provider", "vault", "auth", "kubernetes", "serviceAccountRef"],
];

impl Links<'_, '_> {
    pub(super) fn external_secrets(&mut self, kind: &str, spec: &Value) {
        let base = Path::default().join(&["spec"]);
        match kind {
            "ExternalSecret" => self.external_secret(spec, &base),
            "ClusterExternalSecret" => {
                if let Some(inside) = spec.get("externalSecretSpec") {
                    self.external_secret(inside, &base.join(&["externalSecretSpec"]));
                }
            }
            "PushSecret" => {
                for (store, path) in elements(spec, &base, "secretStoreRefs") {
                    self.referred(Relation::Uses, store, &path, STORE);
                }
                self.named(Relation::Uses, "Secret", spec, &base, &["selector", "secret", "name"]);
            }
            "SecretStore" | "ClusterSecretStore" => {
                for keys in ACCOUNTS {
                    if let Some(account) = at(spec, keys) {
                        self.referred(Relation::RunsAs, account, &base.join(keys), ACCOUNT);
                    }
                }
            }
            _ => {}
        }
    }

    /// The stores it reads from: one for all, or others for single entries.
    fn external_secret(&mut self, spec: &Value, base: &Path) {
        if let Some(store) = spec.get("secretStoreRef") {
            self.referred(Relation::Uses, store, &base.join(&["secretStoreRef"]), STORE);
        }
        for list in ["data", "dataFrom"] {
            for (entry, path) in elements(spec, base, list) {
                let keys = &["sourceRef", "storeRef"];
                if let Some(store) = at(entry, keys) {
                    self.referred(Relation::Uses, store, &path.join(keys), STORE);
                }
            }
        }
    }
}
