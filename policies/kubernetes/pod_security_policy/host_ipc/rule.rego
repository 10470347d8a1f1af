# METADATA
# title: Pod security policy allows the IPC namespace of the node
# description: |
#   A pod security policy says what pods may ask for. Under this one they may open the shared memory of
#   programs on the node.
#
#   Whoever may make pods under it reads and changes what those programs pass to each other.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-policy/
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `spec.hostIPC: false`, or leave it out. From Kubernetes 1.25 on, label namespaces with
#     `pod-security.kubernetes.io/enforce` instead.
#   aliases: [CKV_K8S_3, C-0215]
package policy.kubernetes.pod_security_policy.host_ipc

import data.lib.attribute
import data.lib.outdated

deny contains {"resource": policy.id, "path": ["spec", "hostIPC"], "message": "The policy lets pods share memory with the programs of their node"} if {
	some policy in input.resources.PodSecurityPolicy
	outdated.is_served(policy)
	attribute.is_true(policy.attributes.spec.hostIPC)
}
