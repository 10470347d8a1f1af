# METADATA
# title: Identity may attach policies to itself
# description: |
#   AWS keeps a policy that allows everything, AdministratorAccess, in every account. Who may attach policies to
#   their own user, to a group they are in or to a role they can act as attaches that one and is an administrator.
#
#   Pipelines that make roles for applications need the right, but not over every role, and not with every policy.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
#   - https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Hold it to some roles or users by `Resource` (a path such as `role/app/*`), and by the condition
#     `iam:PolicyARN` to some policies or by `iam:PermissionsBoundary` to identities with a boundary.
#   aliases: [CKV_AWS_286, CKV_AWS_110]
#   covers:
#     - aws-iam-escalation-default-version
#     - aws-iam-escalation-group-membership
#     - aws-iam-escalation-inline-policy
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
package policy.aws.iam.escalation_attach_policy

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
	some right in fitting(who)
	message := sprintf("%s may attach policies to itself (%s)", [identity.title(who), identity.shown(right)])
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
	count(fitting(who)) == 0
	some right in identity.over_itself(who, actions)
	message := sprintf("%s may attach policies to others (%s)", [identity.title(who), identity.shown(right)])
}

# Rights to attach policies to what the identity is. A session of a permission set is one of a role.
fitting(who) := identity.over_itself(who, object.get(of_form, who.form, actions))

of_form := {
	"group": ["iam:AttachGroupPolicy"],
	"permission-set": ["iam:AttachRolePolicy"],
	"role": ["iam:AttachRolePolicy"],
	"user": ["iam:AttachUserPolicy", "iam:AttachGroupPolicy"],
}

actions := ["iam:AttachGroupPolicy", "iam:AttachRolePolicy", "iam:AttachUserPolicy"]
