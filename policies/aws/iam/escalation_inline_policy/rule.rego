# METADATA
# title: Identity may write policies into itself
# description: |
#   An inline policy is part of a user, group or role. Who may write one into their own user, a group they are in
#   or a role they can act as gives themselves whatever they write, all actions of all services included.
#
#   Pipelines that make roles for applications need the right, but not over every role.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
#   - https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Hold it to some roles or users by `Resource` (a path such as `role/app/*`), or by the condition
#     `iam:PermissionsBoundary` to identities with a boundary.
#   aliases: [CKV_AWS_286, CKV_AWS_110]
#   covers:
#     - aws-iam-escalation-default-version
#     - aws-iam-escalation-permissions-boundary
#     - aws-iam-escalation-policy-version
#     - aws-iam-escalation-role-trust
#   outweighs:
#     - aws-iam-eks-access-entry
#     - aws-iam-escalation-mfa-removal
#     - aws-iam-escalation-service-credential
#     - aws-iam-reads-every-parameter
#     - aws-iam-reads-every-secret
#     - aws-iam-rights-behind-writable-tags
package policy.aws.iam.escalation_inline_policy

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
	some right in identity.over_its_kind(who, actions)
	message := sprintf("%s may write inline policies of its own (%s)", [identity.title(who), identity.shown(right)])
}

# A right over everything that does not act on what the identity is reaches others, whose credentials are to be had.
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
	count(identity.over_its_kind(who, actions)) == 0
	some right in identity.over_itself(who, actions)
	message := sprintf("%s may write inline policies of others (%s)", [identity.title(who), identity.shown(right)])
}

actions := ["iam:PutGroupPolicy", "iam:PutRolePolicy", "iam:PutUserPolicy"]
