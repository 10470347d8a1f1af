# METADATA
# title: Identity may give rights in every account of the organisation
# description: |
#   IAM Identity Center gives people permission sets in the accounts of an organisation. Who may assign one, or
#   change what one allows, gives themselves administrator's rights in any account, the management account at
#   times included.
#
#   Pipelines that keep such assignments are as sensitive as the administrators themselves.
# related_resources:
#   - https://docs.aws.amazon.com/singlesignon/latest/userguide/iam-auth-access-using-id-policies.html
#   - https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsiamidentitycenter.html
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Name in `Resource` the permission sets and accounts that have to be managed, without those of
#     administrators and of the management account.
package policy.aws.iam.identity_center_administration

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
	message := sprintf("%s may give itself rights through IAM Identity Center (%s)", [identity.title(who), identity.shown(right)])
}

actions := ["sso:AttachCustomerManagedPolicyReferenceToPermissionSet", "sso:AttachManagedPolicyToPermissionSet", "sso:CreateAccountAssignment", "sso:PutInlinePolicyToPermissionSet"]
