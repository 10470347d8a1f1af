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
    // Those of OpenShift had no group of their own at first.
    let of_openshift = kind == "SecurityContextConstraints" && matches!(group, "" | "security.openshift.io");
    of_openshift || is_built_in_group(group) && (KINDS.contains(&kind) || kind == "VolumeAttachment")
}

/// The group of an `apiVersion`: `apps` of `apps/v1`, empty for `v1`.
pub(super) fn group(api_version: &str) -> &str {
    api_version.split_once('/').map_or("", |(group, _)| group)
}

/// Whether a tool reads objects of the kind from a file and no cluster ever sees them.
pub(super) fn is_tool_configuration(api_version: &str, kind: &str) -> bool {
    // A group is written with a dot, or is one of the few of Kubernetes' own without.
    if matches!(api_version.split_once('/'), Some((name, _)) if !name.contains('.')) {
        let own = ["apps", "autoscaling", "batch", "extensions", "policy"];
        return !own.contains(&group(api_version));
    }
    match group(api_version) {
        "" => matches!(kind, "Config" | "EncryptionConfig" | "Policy") || api_version.starts_with("builtin"),
        group => TOOLS.contains(&group),
    }
}

/// Groups of what tools read from files.
const TOOLS: [&str; 17] = [
    "backstage.io",
    "blueprints.cloud.google.com",
    "chainsaw.kyverno.io",
    "cli.kyverno.io",
    "client.authentication.k8s.io",
    "config.kubernetes.io",
    "ctlptl.dev",
    "fn.kpt.dev",
    "k3d.io",
    "kind.x-k8s.io",
    "kpt.dev",
    "krew.googlecontainertools.github.com",
    "kustomize.config.k8s.io",
    "kuttl.dev",
    "minikube.k8s.io",
    "tanka.dev",
    "test.gatekeeper.sh",
];

/// Whether a control plane's or a cluster tool's own settings are written as objects of the group: no namespace holds
/// them.
pub(super) fn is_component_configuration(group: &str) -> bool {
    group.ends_with(".config.k8s.io")
        || matches!(
            group,
            "audit.k8s.io" | "eksctl.io" | "k0s.k0sproject.io" | "kops.k8s.io" | "kubeadm.k8s.io"
        )
}

/// Whether objects are questions and answers between the API server and what it asks: written to a file only for
/// tests.
pub(super) fn is_review(api_version: &str, kind: &str) -> bool {
    matches!(
        (group(api_version), kind),
        ("admission.k8s.io", "AdmissionReview") | ("apiextensions.k8s.io", "ConversionReview")
    )
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
    fn what_tools_read_is_told_by_its_group() {
        for (api_version, kind, expected) in [
            ("v1", "Config", true),
            ("v1", "Policy", true),
            ("skaffold/v4beta1", "Config", true),
            ("builtin", "LabelTransformer", true),
            ("kustomize.config.k8s.io/v1alpha1", "Component", true),
            ("apps/v1", "Deployment", false),
            ("kustomize.toolkit.fluxcd.io/v1", "Kustomization", false),
            ("example.com/v1", "Config", false),
        ] {
            assert_eq!(is_tool_configuration(api_version, kind), expected, "{api_version} {kind}");
        }
        assert!(is_component_configuration("kubelet.config.k8s.io"));
        assert!(!is_component_configuration("config.k8s.io"));
    }

    #[test]
    fn a_custom_kind_of_the_same_name_is_not_mistaken_for_a_built_in_one() {
        assert!(has_no_namespace("", "Namespace"));
        assert!(!has_no_namespace("example.com", "Namespace"));
        assert!(has_no_namespace("security.openshift.io", "SecurityContextConstraints"));
        assert!(!has_no_namespace("apps", "Deployment"));
    }
}
