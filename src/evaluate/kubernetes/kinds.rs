//! What Kubernetes itself defines: its API groups, and which of its kinds have no namespace.

/// Whether Kubernetes itself serves the API group; `""` is the core group.
pub fn is_built_in_group(group: &str) -> bool {
    const NAMED: [&str; 5] = ["", "apps", "autoscaling", "batch", "policy"];
    const OF_KUBERNETES: [&str; 18] = [
        "admissionregistration",
        "apiextensions",
        "apiregistration",
        "authentication",
        "authorization",
        "certificates",
        "coordination",
        "discovery",
        "events",
        "flowcontrol.apiserver",
        "imagepolicy",
        "internal.apiserver",
        "networking",
        "node",
        "rbac.authorization",
        "resource",
        "scheduling",
        "storage",
    ];
    NAMED.contains(&group)
        || group == "extensions"
        || group.strip_suffix(".k8s.io").is_some_and(|name| OF_KUBERNETES.contains(&name))
}

/// Whether objects of a built-in kind have no namespace. Kinds of other groups are not known here.
pub fn has_no_namespace(group: &str, kind: &str) -> bool {
    const KINDS: [&str; 33] = [
        "APIService",
        "CSIDriver",
        "CSINode",
        "CertificateSigningRequest",
        "ClusterRole",
        "ClusterRoleBinding",
        "ClusterTrustBundle",
        "ComponentStatus",
        "CustomResourceDefinition",
        "DeviceClass",
        "FlowSchema",
        "IPAddress",
        "IngressClass",
        "MutatingAdmissionPolicy",
        "MutatingAdmissionPolicyBinding",
        "MutatingWebhookConfiguration",
        "Namespace",
        "Node",
        "PersistentVolume",
        "PodSecurityPolicy",
        "PriorityClass",
        "PriorityLevelConfiguration",
        "ResourceSlice",
        "RuntimeClass",
        "SelfSubjectAccessReview",
        "SelfSubjectReview",
        "ServiceCIDR",
        "StorageClass",
        "SubjectAccessReview",
        "TokenReview",
        "ValidatingAdmissionPolicy",
        "ValidatingAdmissionPolicyBinding",
        "ValidatingWebhookConfiguration",
    ];
    is_built_in_group(group) && (KINDS.contains(&kind) || kind == "VolumeAttachment")
}

/// The group of an `apiVersion`: `apps` of `apps/v1`, empty for `v1`.
pub(super) fn group(api_version: &str) -> &str {
    api_version.split_once('/').map_or("", |(group, _)| group)
}

/// Whether a tool reads objects of the kind from a file and no cluster ever sees them.
pub(super) fn is_tool_configuration(api_version: &str, kind: &str) -> bool {
    match group(api_version) {
        "kustomize.config.k8s.io" | "client.authentication.k8s.io" | "kind.x-k8s.io" => true,
        "" => kind == "Config",
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_of_add_ons_under_k8s_io_are_not_built_in() {
        for (group, expected) in [
            ("", true),
            ("apps", true),
            ("extensions", true),
            ("networking.k8s.io", true),
            ("gateway.networking.k8s.io", false),
            ("snapshot.storage.k8s.io", false),
            ("argoproj.io", false),
        ] {
            assert_eq!(is_built_in_group(group), expected, "{group}");
        }
    }

    #[test]
    fn a_custom_kind_of_the_same_name_is_not_mistaken_for_a_built_in_one() {
        assert!(has_no_namespace("", "Namespace"));
        assert!(!has_no_namespace("example.com", "Namespace"));
        assert!(!has_no_namespace("apps", "Deployment"));
    }
}
