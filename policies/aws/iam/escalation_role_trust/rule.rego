# METADATA
# title: Identity may change who acts as stronger roles
# description: |
#   The trust policy of a role says who may act as it. Who may change that of an administrator's role, or of any
#   role, adds themselves to it and takes the role's rights.
#
#   The change is one call, and what is done afterwards appears in the logs under the name of the role.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html
#   - https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Name in `Resource` the roles whose trust has to be changed, none of them with more rights than the
#     identity has, or leave the action out.
#   aliases: [CKV_AWS_286, CKV_AWS_110]
package policy.aws.iam.escalation_role_trust

import data.lib.identity

deny contains {
	"resource": who.id,
	"at": right.resource,
	"path": right.path,
	"by_reference": true,
	"needs": identity.needs([right]),
	"evidence": identity.evidence([right]),
	"message": message,
} if {
	some who in input.identities
	some right in identity.over_stronger(who, actions)
	message := sprintf("%s may let itself act as stronger roles (%s)", [identity.title(who), identity.shown(right)])
}

actions := ["iam:UpdateAssumeRolePolicy"]
