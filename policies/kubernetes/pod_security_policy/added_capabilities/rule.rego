# METADATA
# title: Pod security policy lets containers add capabilities
# description: |
#   A pod security policy says what pods may ask for. Under this one containers may ask for more of root's
#   powers than they usually have; `*` is all of them.
#
#   Whoever may make pods under it uses them against the node and other pods.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-policy/
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
# custom:
#   severity: medium
#   worst_case: {gain: everything, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Remove `allowedCapabilities` and `defaultAddCapabilities`. From Kubernetes 1.25 on, label namespaces
#     with `pod-security.kubernetes.io/enforce` instead.
#   aliases: [CKV_K8S_24, C-0219]
package policy.kubernetes.pod_security_policy.added_capabilities

import data.lib.outdated

deny contains {"resource": policy.id, "path": ["spec", field, at], "message": message} if {
	some policy in input.resources.PodSecurityPolicy
	outdated.is_served(policy)
	some field in ["allowedCapabilities", "defaultAddCapabilities"]
	some at, name in policy.attributes.spec[field]
	is_string(name)
	message := sprintf("The policy lets containers have the capability %s", [name])
}
