# METADATA
# title: What the internet reaches acts as an administrator of the AWS account
# description: |
#   The internet reaches this program or machine, and the role that it acts as may do everything in the AWS account. The
#   role's credentials lie where every program there can read them.
#
#   A flaw that lets a stranger run one command, read one file, or make the program fetch an address, hands over
#   the account: its data, its backups, its users.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege
#   - https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts.html
# custom:
#   severity: critical
#   worst_case: {gain: everything, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Give the role the actions and resources that the program uses instead of this. The evidence leads from the
#     internet to the role: where the program needs the rights, close the way at one of these places.
#   covers:
#     - aws-iam-administrator-access
#     - aws-iam-administrator-in-workload
package policy.aws.exposure.administrator

import data.lib.acting
import data.lib.exposure
import data.lib.identity

deny contains {
	"resource": reached.id,
	"at": right.resource,
	"path": right.path,
	"by_reference": true,
	"needs": array.concat(array.concat(reached.unknown, right.needs), acting.needs(reached, held)),
	"evidence": array.concat(acting.evidence(reached, held), identity.evidence([right])),
	"message": sprintf("The internet reaches %s, which acts as %s, and this %s", [acting.title(reached), acting.title(held.who), gives(right)]),
} if {
	some reached in exposure.reached
	some held in acting.identities(reached, "aws")
	some right in held.who.administrator
	not right.narrowed
}

gives(right) := "gives it all rights" if right.action == "*"

gives(right) := sprintf("lets it give itself all rights (%s)", [right.action]) if right.action != "*"

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
