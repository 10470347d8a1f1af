# METADATA
# title: Pod security policy allows privilege escalation
# description: |
#   A pod security policy says what pods may ask for. Unless it forbids that, processes may gain more rights
#   than the one that started them had, for example through setuid programs.
#
#   Running as an ordinary user then protects little.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-policy/
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `spec.allowPrivilegeEscalation: false`. From Kubernetes 1.25 on, label namespaces with
#     `pod-security.kubernetes.io/enforce` instead.
#   aliases: [CKV_K8S_5, C-0217]
package policy.kubernetes.pod_security_policy.privilege_escalation

import data.lib.attribute
import data.lib.outdated

deny contains {"resource": policy.id, "path": ["spec", "allowPrivilegeEscalation"], "message": "The policy lets processes gain more rights than they began with"} if {
	some policy in input.resources.PodSecurityPolicy
	outdated.is_served(policy)
	not attribute.is_false(policy.attributes.spec.allowPrivilegeEscalation)
}
