# METADATA
# title: Role may make pods that run as a stronger service account
# description: |
#   Who may create pods in a namespace, directly or through a Deployment, Job or the like, chooses the service
#   account they run as and the program they run. Every right of every account in that namespace is then his,
#   and every Secret there can be mounted.
#
#   That is how a pipeline that may only deploy becomes one that may do everything: it deploys beside an
#   operator that has the rights.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/rbac-good-practices/#workload-creation
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Give the role by a RoleBinding in each namespace that needs it, and in none that has an account with strong
#     rights; such an account belongs into a namespace where only its own operator is deployed. Of a right in
#     every namespace no account is safe: bind it anew, or take from the rule what makes or changes pods.
#   covers:
#     - kubernetes-rbac-exec-everywhere
#     - kubernetes-rbac-secrets-everywhere
#     - kubernetes-rbac-token-creation
#     - kubernetes-rbac-webhook-control
package policy.kubernetes.rbac.pod_beside_stronger_account

import data.lib.identity
import data.lib.rights

deny contains {
	"resource": who.id,
	"at": given.right.resource,
	"path": given.right.path,
	"needs": identity.needs([given.right]),
	"evidence": rights.evidence(given),
	"message": sprintf("%s may start or change pods %s, and run them as a service account with more rights: %s", [rights.title(who), rights.where(given.right), rights.allowed(given.right)]),
} if {
	some who in rights.identities
	some given in rights.by_role(rights.widest(reaching(who)))
}

reaching(who) := [right | some right in identity.usable(who, actions); count(identity.strong(right)) > 0]

actions := ["create:cronjobs", "create:daemonsets", "create:deployments", "create:jobs", "create:pods", "create:replicasets", "create:replicationcontrollers", "create:statefulsets", "patch:cronjobs", "patch:daemonsets", "patch:deployments", "patch:statefulsets", "update:cronjobs", "update:daemonsets", "update:deployments", "update:statefulsets"]
