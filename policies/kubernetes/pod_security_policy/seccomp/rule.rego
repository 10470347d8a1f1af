# METADATA
# title: Pod security policy chooses no seccomp profile
# description: |
#   A pod security policy can give a seccomp profile to all pods, which keeps processes from parts of the
#   kernel that they never need. This one gives none, or lets pods switch it off.
#
#   Most ways out of a container begin with a fault in just those parts.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-policy/
#   - https://kubernetes.io/docs/tutorials/security/seccomp/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Add the annotation `seccomp.security.alpha.kubernetes.io/defaultProfileName: runtime/default`. From
#     Kubernetes 1.25 on, label namespaces with `pod-security.kubernetes.io/enforce: restricted` instead.
#   aliases: [CKV_K8S_32]
package policy.kubernetes.pod_security_policy.seccomp

import data.lib.outdated

deny contains {"resource": policy.id, "path": ["metadata", "annotations", key], "message": message} if {
	some policy in input.resources.PodSecurityPolicy
	outdated.is_served(policy)
	profile := object.get(policy.attributes.metadata, ["annotations", key], "none")
	not profile in {"docker/default", "runtime/default"}
	not startswith(profile, "localhost/")
	message := sprintf("The seccomp profile that pods get is %s", [profile])
}

key := "seccomp.security.alpha.kubernetes.io/defaultProfileName"
