# METADATA
# title: Identity may join any group of the organisation
# description: |
#   The identity store holds the people and groups of IAM Identity Center, and rights in accounts are assigned to
#   the groups. Who may add members to any group adds themselves to that of the administrators. The right has two
#   names: that of the store, and that of the directory in which the console looks.
#
#   The assignments themselves do not change, so that nothing is to be seen where rights are reviewed.
# related_resources:
#   - https://docs.aws.amazon.com/singlesignon/latest/userguide/iam-auth-access-using-id-policies.html
#   - https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentitystore.html
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Name in `Resource` the groups whose members have to be managed.
package policy.aws.iam.identity_store_membership

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
	some right in identity.anywhere(who, actions)
	message := sprintf("%s may add itself to groups of the identity store (%s)", [identity.title(who), identity.shown(right)])
}

actions := ["identitystore:CreateGroupMembership", "sso-directory:AddMemberToGroup"]
