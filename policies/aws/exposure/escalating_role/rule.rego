# METADATA
# title: What the internet reaches acts as a role that can make itself administrator
# description: |
#   The internet reaches this program or machine, and the role that it acts as may give any identity any policy, its own
#   included, or make new keys for any user. That is one call away from every right in the AWS account.
#
#   Such rights look smaller than those of an administrator and are worth the same to whoever finds a flaw in the
#   program.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege
# custom:
#   severity: critical
#   worst_case: {gain: everything, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Name the roles or users that the program manages in `Resource`, and require a permissions boundary of them
#     (`iam:PermissionsBoundary`), or take these actions from the role. The evidence leads from the internet to it.
package policy.aws.exposure.escalating_role

import data.lib.acting
import data.lib.exposure
import data.lib.identity

deny contains {
	"resource": reached.id,
	"at": rights[0].resource,
	"path": rights[0].path,
	"by_reference": true,
	"needs": array.concat(array.concat(reached.unknown, rights[0].needs), acting.needs(reached, held)),
	"evidence": array.concat(acting.evidence(reached, held), identity.evidence(rights)),
	"message": sprintf("The internet reaches %s, which acts as %s and can get all rights by %s", [
		acting.title(reached),
		acting.title(held.who),
		concat(", ", {right.action | some right in rights}),
	]),
} if {
	some reached in exposure.reached
	some held in acting.identities(reached, "aws")
	held.who.power != "administrator"
	rights := identity.anywhere(held.who, held.who.escalates_by)
	count(rights) > 0
}

# It is unknown what the role may do, or which role that is.
deny contains {
	"resource": reached.id,
	"at": unclear.at,
	"path": [],
	"needs": array.concat(reached.unknown, unclear.needs),
	"message": sprintf("The internet reaches %s, which may have all rights of the account", [acting.title(reached)]),
} if {
	some reached in exposure.reached
	some unclear in acting.unclear(reached, "aws")
}
