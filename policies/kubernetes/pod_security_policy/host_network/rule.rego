# METADATA
# title: Pod security policy allows the network of the node
# description: |
#   A pod security policy says what pods may ask for. Under this one they may use the network of the node: its
#   addresses, its local services, its traffic.
#
#   Network policies do not hold such pods, and they reach what the node reaches, often also its cloud
#   credentials.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-policy/
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `spec.hostNetwork: false`, or leave it out. From Kubernetes 1.25 on, label namespaces with
#     `pod-security.kubernetes.io/enforce` instead.
#   aliases: [CKV_K8S_4, C-0216]
package policy.kubernetes.pod_security_policy.host_network

import data.lib.attribute
import data.lib.outdated

deny contains {"resource": policy.id, "path": ["spec", "hostNetwork"], "message": "The policy lets pods use the network of their node"} if {
	some policy in input.resources.PodSecurityPolicy
	outdated.is_served(policy)
	attribute.is_true(policy.attributes.spec.hostNetwork)
}
