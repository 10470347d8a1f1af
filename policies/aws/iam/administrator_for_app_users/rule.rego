# METADATA
# title: Users of an application get a role that may do everything
# description: |
#   An identity pool of Cognito gives the users of an application credentials of AWS: those of the roles that are
#   set for the pool. Everybody who can sign up, and with a role for guests everybody at all, has what these roles
#   allow.
#
#   Here that is the whole account.
# related_resources:
#   - https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html
# custom:
#   severity: critical
#   worst_case: {gain: everything, from: anywhere, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Give the pool roles that allow each user their own data only, by `${cognito-identity.amazonaws.com:sub}`
#     in `Resource`.
package policy.aws.iam.administrator_for_app_users

import data.lib.identity

deny contains {
	"resource": who.id,
	"at": holder.id,
	"path": [],
	"by_reference": true,
	"needs": right.needs,
	"evidence": array.concat(
		[{"resource": holder.id, "path": holder.via, "note": "names the role"}],
		identity.evidence([right]),
	),
	"message": message,
} if {
	some who in input.identities
	some right in who.administrator
	some holder in who.holders
	holder.how in hows
	message := sprintf("%s has a role that may do everything (%s)", [titles[holder.how], identity.shown(right)])
}

hows := ["cognito"]

titles := {"cognito": "What the users of the application get"}
