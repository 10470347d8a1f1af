# METADATA
# title: Every pod may take over the cluster
# description: |
#   Each pod runs as a service account, and each service account is in the groups `system:serviceaccounts` and
#   `system:serviceaccounts:` with its namespace. The binding gives such a group a role that allows everything in all
#   namespaces, leads there, or reads all Secrets.
#
#   An intruder in any of these pods, the least of them, then has the cluster. So has whoever may start a pod.
# related_resources:
#   - https://kubernetes.io/docs/reference/access-authn-authz/rbac/#service-account-permissions
#   - https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Make a ServiceAccount for the workload that needs the role, name it as the subject in the place of the group, and
#     set `serviceAccountName`.
#   outweighs:
#     - kubernetes-rbac-cluster-admin-binding
#     - kubernetes-rbac-every-right-binding
package policy.kubernetes.rbac.strong_role_of_every_pod

import data.lib.every_pod
import data.lib.identity

deny contains {
	"resource": given.who.id,
	"path": given.path,
	"needs": claim.needs,
	"evidence": claim.evidence,
	"message": sprintf("%s is given to %s: it %s", [given.role, given.pods, claim.words]),
} if {
	some given in every_pod.bindings
	some claim in array.slice(array.concat(leading(given.who), every_pod.open(given.who)), 0, 1)
}

# All rights, those that lead to all, and those to what all keep secret.
leading(who) := array.concat(
	[every_pod.claim(who, right, "allows everything") | some right in who.administrator],
	array.concat(
		[every_pod.claim(who, right, sprintf("allows \"%s\" on \"%s\" in every namespace, which leads to all rights", split(right.action, " on "))) |
			some right in identity.all(who, who.escalates_by)
			right.anywhere
		],
		[every_pod.claim(who, right, "reads the Secrets of every namespace") |
			some right in identity.all(who, ["get:secrets", "list:secrets", "watch:secrets"])
			right.anywhere
		],
	),
)
