# METADATA
# title: Pod security policy allows privileged containers
# description: |
#   A pod security policy says what pods may ask for. This one lets them be privileged, which means that
#   nothing holds them in.
#
#   Whoever may make pods under it takes over the node they run on.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-policy/
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
# custom:
#   severity: medium
#   worst_case: {gain: everything, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `spec.privileged: false`, or leave it out. From Kubernetes 1.25 on, label namespaces with
#     `pod-security.kubernetes.io/enforce` instead.
#   aliases: [CKV_K8S_2, C-0213]
package policy.kubernetes.pod_security_policy.privileged

import data.lib.attribute
import data.lib.outdated

deny contains {"resource": policy.id, "path": ["spec", "privileged"], "message": "The policy allows privileged containers"} if {
	some policy in input.resources.PodSecurityPolicy
	outdated.is_served(policy)
	attribute.is_true(policy.attributes.spec.privileged)
}
