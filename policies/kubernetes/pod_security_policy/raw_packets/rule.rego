# METADATA
# title: Pod security policy lets containers keep raw packets
# description: |
#   A pod security policy says what pods may ask for, and can take capabilities from all of them. This one
#   leaves `NET_RAW`, with which a process sends packets under other addresses.
#
#   An intruder in one pod can so draw the traffic of others in the same network to himself.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-policy/
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
# custom:
#   severity: low
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Add `ALL` or `NET_RAW` to `requiredDropCapabilities`. From Kubernetes 1.25 on, label namespaces with
#     `pod-security.kubernetes.io/enforce` instead.
#   aliases: [CKV_K8S_7]
package policy.kubernetes.pod_security_policy.raw_packets

import data.lib.capabilities
import data.lib.outdated
import data.lib.scope

deny contains {"resource": policy.id, "path": ["spec", "requiredDropCapabilities"], "message": "The policy does not make containers drop NET_RAW", "needs": scope.unknown(policy, ["spec", "requiredDropCapabilities"])} if {
	some policy in input.resources.PodSecurityPolicy
	outdated.is_served(policy)
	not drops(policy.attributes.spec)
}

drops(spec) if {
	some name in spec.requiredDropCapabilities
	capabilities.named(name) in {"ALL", "NET_RAW"}
}
