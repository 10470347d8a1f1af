# METADATA
# title: Role may read the Secrets of every namespace
# description: |
#   The right to get, list or watch Secrets holds in all namespaces. `list` and `watch` are enough to read:
#   both return what the Secrets hold, not only their names.
#
#   Passwords of databases, keys of other clouds and tokens of controllers lie there, so whoever gets at this
#   one account gets at what all teams keep.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/rbac-good-practices/#listing-secrets
# custom:
#   severity: medium
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [security, strict]
#   remediation: >-
#     Bind the role with a RoleBinding in the namespaces that need it, or list the Secrets in `resourceNames`
#     with the verb `get`.
#   aliases: [KSV-0041, CKV2_K8S_5]
package policy.kubernetes.rbac.secrets_everywhere

import data.lib.identity
import data.lib.rights

deny contains {
	"resource": who.id,
	"at": right.resource,
	"path": right.path,
	"needs": identity.needs([right]),
	"evidence": rights.signs([right], right.resource, right.path),
	"message": sprintf("%s may read the Secrets of every namespace: %s", [rights.title(who), rights.allowed(right)]),
} if {
	some who in rights.identities
	some right in rights.one_a_rule(identity.anywhere(who, actions))
}

actions := ["get:secrets", "list:secrets", "watch:secrets"]
