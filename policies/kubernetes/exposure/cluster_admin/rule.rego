# METADATA
# title: Workload that the internet reaches administers its cluster
# description: |
#   The internet reaches these pods, and the service account that they run as may do everything in the cluster, by
#   `cluster-admin` or a role that is worth the same. The account's token lies in every container.
#
#   A flaw in the program that lets a stranger read one file or run one command hands over the whole cluster: every
#   secret, every workload, every node.
# related_resources:
#   - https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles
#   - https://kubernetes.io/docs/concepts/security/rbac-good-practices/
# custom:
#   severity: critical
#   worst_case: {gain: everything, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Bind the service account to a Role with the few rights that the program needs instead of to this one. Where
#     it does not call the cluster's API at all, remove the binding and set `automountServiceAccountToken` to `false`.
#   covers:
#     - kubernetes-rbac-pod-as-administrator
package policy.kubernetes.exposure.cluster_admin

import data.lib.acting
import data.lib.exposure
import data.lib.identity
import data.lib.rbac

deny contains {
	"resource": reached.id,
	"at": right.resource,
	"path": right.path,
	"needs": array.concat(array.concat(reached.unknown, right.needs), rbac.token_needs(reached, workload)),
	"evidence": array.concat(acting.evidence(reached, held), identity.evidence([right])),
	"message": sprintf("The internet reaches %s, whose service account this makes administrator of the cluster", [acting.title(reached)]),
} if {
	some reached in exposure.reached
	some held in acting.identities(reached, "kubernetes")
	some right in held.who.administrator
	some workload in exposure.workloads(reached)
	not rbac.without_token(reached, workload)
}

# It is unknown what the account may do, or which account that is.
deny contains {
	"resource": reached.id,
	"at": unclear.at,
	"path": [],
	"needs": array.concat(reached.unknown, unclear.needs),
	"message": sprintf("The internet reaches %s, which may administer the cluster", [acting.title(reached)]),
} if {
	some reached in exposure.reached
	some unclear in acting.unclear(reached, "kubernetes")
	some workload in exposure.workloads(reached)
	not rbac.without_token(reached, workload)
}
