# METADATA
# title: Pod security policy allows the process namespace of the node
# description: |
#   A pod security policy says what pods may ask for. Under this one they may see and signal every process of
#   the node, and read their arguments.
#
#   Whoever may make pods under it finds passwords there and stops what others run.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-policy/
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: none}
#   profiles: [strict, security]
#   remediation: >-
#     Set `spec.hostPID: false`, or leave it out. From Kubernetes 1.25 on, label namespaces with
#     `pod-security.kubernetes.io/enforce` instead.
#   aliases: [CKV_K8S_1, C-0214]
package policy.kubernetes.pod_security_policy.host_pid

import data.lib.attribute
import data.lib.outdated

deny contains {"resource": policy.id, "path": ["spec", "hostPID"], "message": "The policy lets pods see the processes of their node"} if {
	some policy in input.resources.PodSecurityPolicy
	outdated.is_served(policy)
	attribute.is_true(policy.attributes.spec.hostPID)
}
