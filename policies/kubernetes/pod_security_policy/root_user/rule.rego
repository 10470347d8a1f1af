# METADATA
# title: Pod security policy allows containers that run as root
# description: |
#   A pod security policy says what pods may ask for. Under this one their containers may run as root, which
#   is the same user as root on the node.
#
#   A flaw in the kernel or the container runtime then gives an intruder the node.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-policy/
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
# custom:
#   severity: medium
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `runAsUser.rule: MustRunAsNonRoot`, or `MustRunAs` with ranges above 0. From Kubernetes 1.25 on,
#     label namespaces with `pod-security.kubernetes.io/enforce` instead.
#   aliases: [CKV_K8S_6, C-0218]
package policy.kubernetes.pod_security_policy.root_user

import data.lib.attribute
import data.lib.outdated

deny contains {"resource": policy.id, "path": ["spec", "runAsUser"], "message": "The policy lets containers run as root"} if {
	some policy in input.resources.PodSecurityPolicy
	outdated.is_served(policy)
	admits_root(object.get(policy.attributes, "spec", {}))
}

admits_root(spec) if not spec.runAsUser

admits_root(spec) if spec.runAsUser.rule == "RunAsAny"

admits_root(spec) if {
	spec.runAsUser.rule == "MustRunAs"
	some range in spec.runAsUser.ranges
	attribute.number(range.min) <= 0
}
