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
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     List the actions of IAM that are needed instead of `iam:*`, for roles of a certain path, and require a
#     permissions boundary of what is made (`iam:PermissionsBoundary`).
#   aliases: [CKV2_AWS_40, CKV2_AWS_56]
package policy.aws.iam.full_iam_access

import data.lib.graph
import data.lib.iam
import data.lib.identity
import data.lib.policy_statement

deny contains {
	"resource": who.id,
	"at": right.resource,
	"path": right.path,
	"by_reference": true,
	"needs": right.needs,
	"evidence": identity.evidence([right]),
	"message": message,
} if {
	some who in input.identities
	some right in who.administrator
	startswith(lower(right.action), "iam:")
	message := sprintf("%s may do everything in IAM (%s), and so give itself all rights", [identity.title(who), identity.shown(right)])
}

# The policy has the fault too, where it belongs to one identity.
deny contains {
	"resource": policy.id,
	"path": right.path,
	"by_reference": true,
	"needs": right.needs,
	"evidence": identity.evidence([right]),
	"message": sprintf("%s may do everything in IAM (%s), and so give itself all rights", [identity.title(who), identity.shown(right)]),
} if {
	some kind, _ in owner_argument
	some policy in input.resources[kind]
	lists_iam(policy.attributes[documents[kind]])
	some who in holders(policy)
	some right in who.administrator
	right.resource == policy.id
	startswith(lower(right.action), "iam:")
}

lists_iam(document) if {
	some statement in iam.statements(document)
	is_iam(statement.body.Action)
}

is_iam(actions) if {
	is_array(actions)
	some action in actions
	is_iam_action(action)
}

is_iam(action) if is_iam_action(action)

is_iam_action(action) if {
	is_string(action)
	startswith(lower(action), "iam:")
}

# Those who are made here and have a policy by themselves.
holders(policy) := [who |
	some reference in policy.references
	who := by_id[reference.id]
]

by_id := {who.id: who |
	some who in input.identities
	who.provider == "aws"
}

# A policy of somebody who is made elsewhere.
deny contains {
	"resource": policy.id,
	"path": array.concat(place, array.concat(["Action"], step)),
	"needs": array.concat(
		owner_doubts(policy, owner_argument[kind]),
		[{"resource": policy.id, "path": array.concat(place, [key])} | some key in ["Condition", "Resource"]],
	),
	"message": "Whoever has the policy may do everything in IAM, and so give itself all rights",
} if {
	some kind, _ in owner_argument
	argument := documents[kind]
	some policy in input.resources[kind]
	count(owners(policy)) == 0
	some statement in iam.statements(policy.attributes[argument])
	statement.body.Effect == "Allow"
	is_anything(statement.body.Resource)
	place := array.concat([argument], statement.path)
	count(policy_statement.conditions(policy, place, statement.body)) == 0
	some step in positions(statement.body.Action)
}

# Whose policy it is matters where what somebody of this root may do is limited: it may be theirs.
owner_doubts(policy, argument) := [{"resource": policy.id, "path": [argument]} | policy.root in limited_roots]

limited_roots := {owner.root |
	some kind in owner_kinds
	some owner in input.resources[kind]
	is_bounded(owner)
} | {policy.root |
	some kind, argument in documents
	some policy in input.resources[kind]
	is_somebodys(kind, policy)
	takes_away(policy, argument)
}

takes_away(policy, argument) if {
	some statement in iam.statements(policy.attributes[argument])
	object.get(statement.body, "Effect", "Deny") == "Deny"
}

# What a policy says that is not known may be that.
takes_away(policy, argument) if {
	some path in policy.unknown
	path[0] == argument
	steps := [step | some step in path; is_string(step); step != "*"]
	steps in [[argument], [argument, "Statement"]]
}

is_somebodys(kind, _) if kind != "aws_iam_policy"

is_somebodys(_, policy) if count(policy.referred_by) > 0

is_bounded(owner) if owner.attributes.permissions_boundary

is_bounded(owner) if ["permissions_boundary"] in owner.unknown

documents := {
	"aws_iam_policy": "policy",
	"aws_iam_role_policy": "policy",
	"aws_iam_user_policy": "policy",
	"aws_iam_group_policy": "policy",
	"aws_ssoadmin_permission_set_inline_policy": "inline_policy",
}

owner_argument := {
	"aws_iam_role_policy": "role",
	"aws_iam_user_policy": "user",
	"aws_iam_group_policy": "group",
	"aws_ssoadmin_permission_set_inline_policy": "permission_set_arn",
}

# The same, of a policy of AWS that is attached to somebody who is made elsewhere.
deny contains {
	"resource": attachment.id,
	"path": [argument],
	"needs": [doubt | some owner in attachment_owners[kind]; some doubt in owner_doubts(attachment, owner)],
	"message": "IAMFullAccess allows everything in IAM, and so to give oneself all rights",
} if {
	some kind, argument in attachments
	some attachment in input.resources[kind]
	count(owners(attachment)) == 0
	is_full_access(attachment.attributes[argument])
}

# The attachment has the fault too, where the one who has the policy is made here.
deny contains {
	"resource": attachment.id,
	"path": right.path,
	"by_reference": true,
	"needs": right.needs,
	"evidence": identity.evidence([right]),
	"message": sprintf("%s may do everything in IAM (%s), and so give itself all rights", [identity.title(who), identity.shown(right)]),
} if {
	some kind, argument in attachments
	some attachment in input.resources[kind]
	may_be_full_access(attachment, argument)
	some who in holders(attachment)
	some right in who.administrator
	right.resource == attachment.id
	startswith(lower(right.action), "iam:")
}

may_be_full_access(attachment, argument) if is_full_access(attachment.attributes[argument])

# What is looked up by its name has no known ARN.
may_be_full_access(attachment, argument) if not attachment.attributes[argument]

is_full_access(arn) if endswith(sprintf("%v", [arn]), ":aws:policy/IAMFullAccess")

attachments := {
	"aws_iam_role_policy_attachment": "policy_arn",
	"aws_iam_user_policy_attachment": "policy_arn",
	"aws_iam_group_policy_attachment": "policy_arn",
	"aws_iam_policy_attachment": "policy_arn",
	"aws_ssoadmin_managed_policy_attachment": "managed_policy_arn",
}

attachment_owners := {
	"aws_iam_role_policy_attachment": ["role"],
	"aws_iam_user_policy_attachment": ["user"],
	"aws_iam_group_policy_attachment": ["group"],
	"aws_iam_policy_attachment": ["roles", "users", "groups"],
	"aws_ssoadmin_managed_policy_attachment": ["permission_set_arn"],
}

owner_kinds := ["aws_iam_role", "aws_iam_user", "aws_iam_group", "aws_ssoadmin_permission_set"]

owners(policy) := [owner |
	some kind in owner_kinds
	some owner in graph.targets(policy, kind)
]

is_anything(resource) if resource == "*"

is_anything(resources) if {
	is_array(resources)
	"*" in resources
}

positions(actions) := [[]] if is_everything(actions)

positions(actions) := [[i] | some i, action in actions; is_everything(action)] if is_array(actions)

is_everything(action) if {
	is_string(action)
	lower(action) == "iam:*"
}
