# METADATA
# title: Pod security policy makes containers drop no capabilities
# description: |
#   A pod security policy says what pods may ask for, and can take capabilities from all of them. This one
#   takes none, so that containers keep about a dozen of root's powers.
#
#   Hardly any application needs them; whoever breaks in has them too.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-policy/
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Add `ALL` to `requiredDropCapabilities`. From Kubernetes 1.25 on, label namespaces with
#     `pod-security.kubernetes.io/enforce` instead.
#   aliases: [CKV_K8S_36, C-0220]
package policy.kubernetes.pod_security_policy.kept_capabilities

import data.lib.outdated

deny contains {"resource": policy.id, "path": ["spec", "requiredDropCapabilities"], "message": "The policy does not make containers drop any capability"} if {
	some policy in input.resources.PodSecurityPolicy
	outdated.is_served(policy)
	count(object.get(policy.attributes.spec, "requiredDropCapabilities", [])) == 0
}
