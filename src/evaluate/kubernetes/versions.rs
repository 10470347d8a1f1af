//! Versions of Kubernetes, and since which of them versions of its API are deprecated or no longer served.

use std::fmt;
use std::str::FromStr;

/// A version of Kubernetes, as far as the API depends on it: `1.29`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct KubernetesVersion {
    /// `29`.
    pub minor: u32,
}

impl KubernetesVersion {
    /// The latest one that the table below knows as released.
    pub const LATEST: KubernetesVersion = KubernetesVersion { minor: 36 };
}

impl Default for KubernetesVersion {
    fn default() -> KubernetesVersion {
        KubernetesVersion::LATEST
    }
}

impl fmt::Display for KubernetesVersion {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "1.{}", self.minor)
    }
}

impl FromStr for KubernetesVersion {
    type Err = String;

    /// Reads what tools print: `1.29`, `v1.29.4`, `1.29+`, `v1.29.4-eks-036c24b`.
    fn from_str(text: &str) -> Result<KubernetesVersion, String> {
        let refused =
            || format!("`{text}` is no version of Kubernetes; write it as 1.{}", Self::LATEST.minor);
        let rest = text.trim().trim_start_matches(['v', 'V']).strip_prefix("1.").ok_or_else(refused)?;
        let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let (minor, patch) = rest.split_at(digits);
        if !(patch.is_empty() || patch.starts_with(['.', '+', '-'])) {
            return Err(refused());
        }
        minor.parse().map(|minor| KubernetesVersion { minor }).map_err(|_| refused())
    }
}

/// What becomes of a version of the API. Minor versions of Kubernetes 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ApiLifecycle {
    /// Deprecated since.
    pub deprecated: u32,
    /// No longer served since; none where no end is planned.
    pub removed: Option<u32>,
    /// The `apiVersion` that takes its place, with the kind where that is another one.
    pub replacement: Option<&'static str>,
}

/// What becomes of the API that serves a kind under an `apiVersion`; none where it is there to stay.
pub fn lifecycle(api_version: &str, kind: &str) -> Option<ApiLifecycle> {
    let entry = LIFECYCLES.iter().find(|entry| entry.0 == api_version && entry.1.contains(&kind))?;
    let (_, _, deprecated, removed, replacement) = *entry;
    Some(ApiLifecycle {
        deprecated,
        removed: (removed > 0).then_some(removed),
        replacement: Some(replacement).filter(|name| !name.is_empty()),
    })
}

/// `apiVersion`, kinds, deprecated since, removed since (0: no end is planned), replacement (empty: none).
type Lifecycle = (&'static str, &'static [&'static str], u32, u32, &'static str);

const ADMISSION: &str = "admissionregistration.k8s.io/v1";
const CLAIMS: [&str; 4] = ["DeviceClass", "ResourceClaim", "ResourceClaimTemplate", "ResourceSlice"];
const FLOWS: [&str; 2] = ["FlowSchema", "PriorityLevelConfiguration"];
const REVIEWS: [&str; 4] =
    ["LocalSubjectAccessReview", "SelfSubjectAccessReview", "SelfSubjectRulesReview", "SubjectAccessReview"];
const ROLES: [&str; 4] = ["ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding"];
const POLICIES: [&str; 2] = ["ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding"];
const MUTATING: [&str; 2] = ["MutatingAdmissionPolicy", "MutatingAdmissionPolicyBinding"];
const WEBHOOKS: [&str; 2] = ["MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"];

/// From the deprecation guide and the lifecycle marks of Kubernetes' own API types. What is marked to end without
/// there being anything newer to move to is left out.
const LIFECYCLES: [Lifecycle; 54] = [
    ("admissionregistration.k8s.io/v1alpha1", &["InitializerConfiguration"], 13, 14, ""),
    ("admissionregistration.k8s.io/v1alpha1", &POLICIES, 29, 32, ADMISSION),
    ("admissionregistration.k8s.io/v1alpha1", &MUTATING, 35, 38, ADMISSION),
    ("admissionregistration.k8s.io/v1beta1", &WEBHOOKS, 16, 22, ADMISSION),
    ("admissionregistration.k8s.io/v1beta1", &POLICIES, 31, 34, ADMISSION),
    ("admissionregistration.k8s.io/v1beta1", &MUTATING, 37, 40, ADMISSION),
    ("apiextensions.k8s.io/v1beta1", &["CustomResourceDefinition"], 16, 22, "apiextensions.k8s.io/v1"),
    ("apiregistration.k8s.io/v1beta1", &["APIService"], 19, 22, "apiregistration.k8s.io/v1"),
    ("apps/v1beta1", &["ControllerRevision", "Deployment", "ReplicaSet", "StatefulSet"], 8, 16, "apps/v1"),
    (
        "apps/v1beta2",
        &["ControllerRevision", "DaemonSet", "Deployment", "ReplicaSet", "StatefulSet"],
        9,
        16,
        "apps/v1",
    ),
    ("auditregistration.k8s.io/v1alpha1", &["AuditSink"], 18, 19, ""),
    ("authentication.k8s.io/v1alpha1", &["SelfSubjectReview"], 29, 32, "authentication.k8s.io/v1"),
    ("authentication.k8s.io/v1beta1", &["SelfSubjectReview"], 30, 33, "authentication.k8s.io/v1"),
    ("authentication.k8s.io/v1beta1", &["TokenReview"], 19, 22, "authentication.k8s.io/v1"),
    ("authorization.k8s.io/v1beta1", &REVIEWS, 19, 22, "authorization.k8s.io/v1"),
    ("autoscaling/v2beta1", &["HorizontalPodAutoscaler"], 22, 25, "autoscaling/v2"),
    ("autoscaling/v2beta2", &["HorizontalPodAutoscaler"], 23, 26, "autoscaling/v2"),
    ("batch/v1beta1", &["CronJob"], 21, 25, "batch/v1"),
    ("batch/v2alpha1", &["CronJob"], 8, 21, "batch/v1"),
    ("certificates.k8s.io/v1alpha1", &["ClusterTrustBundle"], 34, 37, "certificates.k8s.io/v1"),
    ("certificates.k8s.io/v1beta1", &["CertificateSigningRequest"], 19, 22, "certificates.k8s.io/v1"),
    (
        "certificates.k8s.io/v1beta1",
        &["ClusterTrustBundle", "PodCertificateRequest"],
        37,
        40,
        "certificates.k8s.io/v1",
    ),
    ("coordination.k8s.io/v1beta1", &["Lease"], 19, 22, "coordination.k8s.io/v1"),
    ("discovery.k8s.io/v1beta1", &["EndpointSlice"], 21, 25, "discovery.k8s.io/v1"),
    ("events.k8s.io/v1beta1", &["Event"], 22, 25, "events.k8s.io/v1"),
    ("extensions/v1beta1", &["DaemonSet", "Deployment", "ReplicaSet"], 8, 16, "apps/v1"),
    ("extensions/v1beta1", &["NetworkPolicy"], 9, 16, "networking.k8s.io/v1"),
    ("extensions/v1beta1", &["PodSecurityPolicy"], 11, 16, ""),
    ("extensions/v1beta1", &["Ingress"], 14, 22, "networking.k8s.io/v1"),
    ("flowcontrol.apiserver.k8s.io/v1beta1", &FLOWS, 23, 26, "flowcontrol.apiserver.k8s.io/v1"),
    ("flowcontrol.apiserver.k8s.io/v1beta2", &FLOWS, 26, 29, "flowcontrol.apiserver.k8s.io/v1"),
    ("flowcontrol.apiserver.k8s.io/v1beta3", &FLOWS, 29, 32, "flowcontrol.apiserver.k8s.io/v1"),
    ("networking.k8s.io/v1beta1", &["Ingress", "IngressClass"], 19, 22, "networking.k8s.io/v1"),
    ("networking.k8s.io/v1beta1", &["IPAddress", "ServiceCIDR"], 34, 37, "networking.k8s.io/v1"),
    ("node.k8s.io/v1beta1", &["RuntimeClass"], 22, 25, "node.k8s.io/v1"),
    ("policy/v1beta1", &["Eviction"], 22, 25, "policy/v1"),
    ("policy/v1beta1", &["PodDisruptionBudget"], 21, 25, "policy/v1"),
    ("policy/v1beta1", &["PodSecurityPolicy"], 21, 25, ""),
    ("rbac.authorization.k8s.io/v1alpha1", &ROLES, 17, 22, "rbac.authorization.k8s.io/v1"),
    ("rbac.authorization.k8s.io/v1beta1", &ROLES, 17, 22, "rbac.authorization.k8s.io/v1"),
    ("resource.k8s.io/v1beta1", &CLAIMS, 35, 38, "resource.k8s.io/v1"),
    ("resource.k8s.io/v1beta2", &CLAIMS, 36, 39, "resource.k8s.io/v1"),
    ("scheduling.k8s.io/v1alpha1", &["PriorityClass"], 14, 22, "scheduling.k8s.io/v1"),
    ("scheduling.k8s.io/v1beta1", &["PriorityClass"], 14, 22, "scheduling.k8s.io/v1"),
    ("settings.k8s.io/v1alpha1", &["PodPreset"], 19, 20, ""),
    ("storage.k8s.io/v1alpha1", &["CSIStorageCapacity", "VolumeAttachment"], 21, 24, "storage.k8s.io/v1"),
    ("storage.k8s.io/v1alpha1", &["VolumeAttributesClass"], 32, 35, "storage.k8s.io/v1"),
    ("storage.k8s.io/v1beta1", &["CSINode"], 17, 22, "storage.k8s.io/v1"),
    (
        "storage.k8s.io/v1beta1",
        &["CSIDriver", "StorageClass", "VolumeAttachment"],
        19,
        22,
        "storage.k8s.io/v1",
    ),
    ("storage.k8s.io/v1beta1", &["CSIStorageCapacity"], 24, 27, "storage.k8s.io/v1"),
    ("storage.k8s.io/v1beta1", &["VolumeAttributesClass"], 34, 37, "storage.k8s.io/v1"),
    ("storagemigration.k8s.io/v1beta1", &["StorageVersionMigration"], 37, 40, "storagemigration.k8s.io/v1"),
    ("v1", &["ComponentStatus"], 19, 0, ""),
    ("v1", &["Endpoints"], 33, 0, "discovery.k8s.io/v1 EndpointSlice"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_as_tools_print_them() {
        for (text, minor) in
            [("1.29", 29), ("v1.29.4", 29), (" 1.29+", 29), ("v1.9.0-eks-036c24b", 9), ("1.30", 30)]
        {
            assert_eq!(text.parse(), Ok(KubernetesVersion { minor }), "{text}");
        }
        for text in ["", "29", "1", "1.", "2.1", "1.2x", "1.99999999999", "latest"] {
            assert!(text.parse::<KubernetesVersion>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_kind_has_a_life_of_its_own_in_a_version_of_the_api() {
        let life =
            |api_version, kind| lifecycle(api_version, kind).map(|life| (life.deprecated, life.removed));
        assert_eq!(life("extensions/v1beta1", "Deployment"), Some((8, Some(16))));
        assert_eq!(life("extensions/v1beta1", "Ingress"), Some((14, Some(22))));
        assert_eq!(life("v1", "Endpoints"), Some((33, None)));
        assert_eq!(life("apps/v1", "Deployment"), None);
        assert_eq!(life("example.com/v1beta1", "Deployment"), None);
    }

    #[test]
    fn nothing_is_removed_before_it_is_deprecated_or_listed_twice() {
        let mut seen = std::collections::BTreeSet::new();
        for (api_version, kinds, deprecated, removed, replacement) in LIFECYCLES {
            assert!(removed == 0 || deprecated < removed, "{api_version} {kinds:?}");
            assert_ne!(api_version, replacement);
            for kind in kinds {
                assert!(seen.insert((api_version, *kind)), "{api_version} {kind}");
                assert_eq!(lifecycle(replacement, kind), None, "{api_version} {kind}");
            }
        }
    }
}
