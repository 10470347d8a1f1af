# METADATA
# title: Role allows every resource
# description: |
#   `*` stands for all resources, also those that are added later, by Kubernetes or by whoever installs
#   something.
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
#     List the resources that are needed.
#   aliases: [KSV-0046, KSV-0112, CKV_K8S_49, wildcard-in-rules]
#   compliance:
#     cis-kubernetes-1.8: ["5.1.3"]
package policy.kubernetes.rbac.wildcard_resources

import data.lib.roles

# A rule that allows everything, kubernetes-rbac-every-right reports as one.
deny contains {"resource": role.id, "path": ["rules", at, "resources", place], "message": "The rule holds for every resource"} if {
	some kind in ["Role", "ClusterRole"]
	some role in input.resources[kind]
	some at, written in role.attributes.rules
	some place, name in written.resources
	name == "*"
	not roles.is_everything(role, ["rules", at])
}
