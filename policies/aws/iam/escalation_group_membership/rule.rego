# METADATA
# title: Identity may join stronger groups
# description: |
#   Members of a group have its rights. Who may add users to any group, or to that of the administrators, adds
#   their own user.
#
#   The right is about the group: it has to be held to groups that give no more than the identity has.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_groups_manage_add-remove-users.html
#   - https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Name in `Resource` the groups whose members the identity has to manage.
#   aliases: [CKV_AWS_286, CKV_AWS_110]
package policy.aws.iam.escalation_group_membership

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
	message := sprintf("%s may add itself to stronger groups (%s)", [identity.title(who), identity.shown(right)])
}

actions := ["iam:AddUserToGroup"]
