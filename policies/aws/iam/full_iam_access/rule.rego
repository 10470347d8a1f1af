# METADATA
# title: Identity may change all rights of the account
# description: |
#   IAM decides who may do what in an AWS account. Who may do everything in IAM gives themselves all other rights
#   with one call: it takes no more to be an administrator.
#
#   Where such a right is spelled out, as `iam:*`, it is often meant to let a pipeline make a role or two.
# related_resources:
#   - https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege
# custom:
#   severity: high
#   profiles: [default, security]
#   remediation: >-
#     List the actions of IAM that are needed instead of `iam:*`, for roles of a certain path, and require a
#     permissions boundary of what is made (`iam:PermissionsBoundary`).
#   aliases: [CKV2_AWS_40]
package policy.aws.iam.full_iam_access

import data.lib.identity

deny contains {
	"resource": resource,
	"at": right.resource,
	"path": right.path,
	"by_reference": true,
	"needs": right.needs,
	"evidence": identity.evidence([right]),
	"message": message,
} if {
	some who in input.identities
	some right in who.administrator
	some resource in {who.id, right.resource}
	startswith(lower(right.action), "iam:")
	message := sprintf("%s may do everything in IAM (%s), and so give itself all rights", [identity.title(who), identity.shown(right)])
}
