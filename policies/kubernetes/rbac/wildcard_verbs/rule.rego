# METADATA
# title: Role allows every verb
# description: |
#   `*` stands for all verbs, also those that are added later, by Kubernetes or by whoever installs something.
#
#   Nobody who reads the role can tell what it allows, and it allows more with every upgrade.
# related_resources:
#   - https://kubernetes.io/docs/reference/access-authn-authz/rbac/
#   - https://kubernetes.io/docs/concepts/security/rbac-good-practices/
# custom:
#   severity: low
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     List the verbs that are needed.
#   aliases: [KSV-0045, CKV_K8S_49, wildcard-in-rules]
#   compliance:
#     cis-kubernetes-1.8: ["5.1.3"]
package policy.kubernetes.rbac.wildcard_verbs

import data.lib.roles

# A rule that allows everything, kubernetes-rbac-every-right reports as one.
deny contains {"resource": role.id, "path": ["rules", at, "verbs", place], "message": "The rule allows every verb"} if {
	some kind in ["Role", "ClusterRole"]
	some role in input.resources[kind]
	some at, written in role.attributes.rules
	some place, name in written.verbs
	name == "*"
	not roles.is_everything(role, ["rules", at])
}
