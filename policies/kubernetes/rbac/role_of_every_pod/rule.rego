# METADATA
# title: Every pod may act for others in a namespace
# description: |
#   Each pod runs as a service account, and each service account is in the groups `system:serviceaccounts` and
#   `system:serviceaccounts:` with its namespace. The binding gives such a group a role that reads the Secrets of its
#   namespace, starts or changes pods there, or enters them.
#
#   An intruder in any of these pods then has what all applications of the namespace have.
# related_resources:
#   - https://kubernetes.io/docs/reference/access-authn-authz/rbac/#service-account-permissions
#   - https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Make a ServiceAccount for the workload that needs the role, name it as the subject in the place of the group, and
#     set `serviceAccountName`.
package policy.kubernetes.rbac.role_of_every_pod

import data.lib.every_pod
import data.lib.identity
import data.lib.rights

deny contains {
	"resource": given.who.id,
	"path": given.path,
	"needs": claim.needs,
	"evidence": claim.evidence,
	"message": sprintf("%s is given to %s: it %s", [given.role, given.pods, claim.words]),
} if {
	some given in every_pod.bindings
	some claim in array.slice(array.concat(held(given.who), every_pod.open(given.who)), 0, 1)
}

held(who) := [every_pod.claim(who, right, sprintf("allows \"%s\" on \"%s\" %s", array.concat(split(right.action, " on "), [rights.where(right)]))) |
	some right in identity.all(who, actions)
	not right.anywhere
]

# To take in what others keep secret, and to act as they do.
actions := [
	"get:secrets", "list:secrets", "watch:secrets",
	"bind:clusterroles", "bind:roles", "escalate:roles",
	"create:pods/attach", "create:pods/exec", "patch:pods/ephemeralcontainers", "update:pods/ephemeralcontainers",
	"create:serviceaccounts/token", "impersonate:serviceaccounts",
	"create:cronjobs", "create:daemonsets", "create:deployments", "create:jobs", "create:pods", "create:replicasets", "create:replicationcontrollers", "create:statefulsets",
	"patch:cronjobs", "patch:daemonsets", "patch:deployments", "patch:statefulsets",
	"update:cronjobs", "update:daemonsets", "update:deployments", "update:statefulsets",
]
