# METADATA
# title: Identity may add permissions to the roles that it has
# description: |
#   A role of one's own (a custom role) is a list of permissions, and a change of the list holds at once for everybody who
#   has the role. Who may change such roles, and has one or knows somebody who has, writes any permission into it.
#
#   Only those who keep the roles need that, in most places the pipeline that applies them.
# related_resources:
#   - https://cloud.google.com/iam/docs/creating-custom-roles
#   - https://cloud.google.com/iam/docs/understanding-roles#iam-roles
# custom:
#   severity: medium
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Leave the role Role Administrator to those who may give roles anyway.
package policy.google.iam.custom_role_update

import data.lib.identity
import data.lib.member

deny contains {
	"resource": member.at_fault(who, right),
	"at": right.resource,
	"path": right.path,
	"by_reference": true,
	"needs": identity.needs([right]),
	"evidence": identity.evidence([right]),
	"message": message,
} if {
	some who in member.identities
	some right in identity.anywhere(who, ["iam.roles.update"])
	message := sprintf("%s may change the permissions of every custom role of the %s (%s)", [member.title(who), member.level(right), right.action])
}
