# METADATA
# title: What the internet reaches can act as an administrator by way of another role
# description: |
#   The internet reaches this program or machine, and its role may act as another one, directly or through a third, that
#   has all rights of the AWS account or can get them. The policy of its own role looks harmless.
#
#   Whoever finds a flaw in the program asks for the credentials of one role after the other, with calls that every
#   SDK makes.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_terms-and-concepts.html#iam-term-role-chaining
# custom:
#   severity: critical
#   worst_case: {gain: everything, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Take the right to act as the other role from the program's role, or the program's role from the trust policy of the
#     other one. The evidence leads from the internet to the end of the chain.
package policy.aws.exposure.role_chain

import data.lib.acting
import data.lib.exposure
import data.lib.identity

deny contains {
	"resource": reached.id,
	"at": goal.evidence[0].resource,
	"path": goal.evidence[0].path,
	"by_reference": true,
	"needs": array.concat(
		array.concat(reached.unknown, acting.needs(reached, held)),
		array.concat(goal.needs, goal.doubts),
	),
	"evidence": array.concat(acting.evidence(reached, held), goal.evidence),
	"message": sprintf("The internet reaches %s, which acts as %s, and that one can act as %s, which %s", [
		acting.title(reached),
		acting.title(held.who),
		title(goal),
		worth(goal),
	]),
} if {
	some reached in exposure.reached
	some held in acting.identities(reached, "aws")
	held.who.power == "ordinary"
	some goal in held.who.becomes
	identity.stronger(goal)
}

title(goal) := acting.title(input.identities[acting.positions[goal.id][0]])

worth(goal) := "may do everything" if goal.power == "administrator"

worth(goal) := "can get all rights" if goal.power != "administrator"

# It is unknown what the role may do, or which role that is.
deny contains {
	"resource": reached.id,
	"at": unclear.at,
	"path": [],
	"needs": array.concat(reached.unknown, unclear.needs),
	"message": sprintf("The internet reaches %s, which may be able to act as an administrator", [acting.title(reached)]),
} if {
	some reached in exposure.reached
	some unclear in acting.unclear(reached, "aws")
}
