# METADATA
# title: Workload that the internet reaches can take every right in its cluster
# description: |
#   The internet reaches these pods, and the service account that they run as may hand out roles, act as others, or
#   start pods as any account in every namespace. Each of these is a few requests away from administering the
#   cluster.
#
#   The account's token lies in every container, so a flaw in the program that gives a stranger one command or one file
#   is enough.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/rbac-good-practices/#kubernetes-rbac-privilege-escalation-risks
# custom:
#   severity: critical
#   worst_case: {gain: everything, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Take the right from the role, or bind the role in the one namespace where the program works, or name the objects
#     in `resourceNames`. What has to have such rights belongs into a workload of its own that the internet does not
#     reach.
package policy.kubernetes.exposure.escalating_account

import data.lib.acting
import data.lib.exposure
import data.lib.identity
import data.lib.rbac

deny contains {
	"resource": reached.id,
	"at": rights[0].resource,
	"path": rights[0].path,
	"by_reference": true,
	"needs": array.concat(array.concat(reached.unknown, rights[0].needs), rbac.token_needs(reached, workload)),
	"evidence": array.concat(acting.evidence(reached, held), identity.evidence(rights)),
	"message": sprintf("The internet reaches %s, whose service account can get all rights in the cluster: it may %s in every namespace", [
		acting.title(reached),
		concat(", ", {right.action | some right in rights}),
	]),
} if {
	some reached in exposure.reached
	some held in acting.identities(reached, "kubernetes")
	held.who.power != "administrator"
	rights := identity.anywhere(held.who, held.who.escalates_by)
	count(rights) > 0
	some workload in exposure.workloads(reached)
	not rbac.without_token(reached, workload)
}

# It is unknown what the account may do, or which account that is.
deny contains {
	"resource": reached.id,
	"at": unclear.at,
	"path": [],
	"needs": array.concat(reached.unknown, unclear.needs),
	"message": sprintf("The internet reaches %s, which may be able to take every right", [acting.title(reached)]),
} if {
	some reached in exposure.reached
	some unclear in acting.unclear(reached, "kubernetes")
	some workload in exposure.workloads(reached)
	not rbac.without_token(reached, workload)
}
