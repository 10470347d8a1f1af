# METADATA
# title: Role may read Secrets
# description: |
#   `get`, `list` and `watch` on Secrets return what they hold: passwords, keys and tokens. A role in one
#   namespace reads all Secrets of it, also those of other applications there.
#
#   Whoever gets at an account with the role gets at all of them.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/rbac-good-practices/
#   - https://kubernetes.io/docs/concepts/security/rbac-good-practices/#listing-secrets
# custom:
#   severity: low
#   worst_case: {gain: worth, from: inside, effort: none}
#   profiles: [strict, security]
#   remediation: >-
#     List the Secrets that are needed in `resourceNames` with the verb `get`, or mount them into the pod
#     instead.
#   aliases: [KSV-0113, C-0015]
#   compliance:
#     cis-kubernetes-1.8: ["5.1.2"]
package policy.kubernetes.rbac.reads_secrets

import data.lib.roles

deny contains {"resource": role.id, "path": given.path, "message": message, "needs": needs} if {
	some kind in ["Role", "ClusterRole"]
	some role in input.resources[kind]
	not roles.is_brought(role.name)
	some given in roles.granted(role, groups, resources, verbs)
	not roles.is_named(role, given.path)
	needs := roles.needs(role, given.path)
	message := sprintf("The role may read Secrets: %s on %s", [given.verb, given.resource])
}

groups := {"", "*"}

resources := {"secrets", "*"}

verbs := {"get", "list", "watch", "*"}
