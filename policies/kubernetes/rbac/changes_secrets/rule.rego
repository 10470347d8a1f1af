# METADATA
# title: Role may change Secrets
# description: |
#   Who may write Secrets of a namespace changes the passwords and keys that applications there use, or makes
#   a Secret that Kubernetes fills with the token of any service account.
#
#   Whoever gets at an account with the role can so act as each of them.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/rbac-good-practices/
# custom:
#   severity: low
#   worst_case: {gain: worth, from: inside, effort: none}
#   profiles: [strict, security]
#   remediation: >-
#     List the Secrets that the role has to write in `resourceNames`, without `create`.
#   aliases: [KSV-0041, KSV-0113]
#   compliance:
#     cis-kubernetes-1.8: ["5.1.2"]
package policy.kubernetes.rbac.changes_secrets

import data.lib.roles

deny contains {"resource": role.id, "path": given.path, "message": message, "needs": needs} if {
	some kind in ["Role", "ClusterRole"]
	some role in input.resources[kind]
	not roles.is_brought(role.name)
	some given in roles.granted(role, groups, resources, verbs)
	not roles.is_named(role, given.path)
	needs := roles.needs(role, given.path)
	message := sprintf("The role may change Secrets: %s on %s", [given.verb, given.resource])
}

groups := {"", "*"}

resources := {"secrets", "*"}

verbs := {"create", "update", "patch", "delete", "deletecollection", "impersonate", "*"}
