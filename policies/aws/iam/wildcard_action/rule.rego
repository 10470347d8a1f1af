# METADATA
# title: IAM policy allows every action
# description: |
#   An IAM policy lists what a person or a program may do in the AWS account. This one allows the action `*`: reading
#   and deleting data, switching logs off, creating users and giving them rights, in every service there is and every
#   service to come.
#
#   Whoever gets hold of such an identity, by a leaked key or through a hole in the program that uses it, owns
#   whatever the statement's resources cover, in most cases the account.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     List the actions that are needed instead of `*`. IAM Access Analyzer writes such a list from what an identity
#     has done. Where people need full rights, let them assume a role for a short time.
#   aliases: [CKV_AWS_63, CKV_AWS_49, AC_AWS_0143, AC_AWS_0146, AC_AWS_0147, AC_AWS_0474, AWS-0057]
#   compliance: {cis-aws-1.5: ["1.16"]}
package policy.aws.iam.wildcard_action

import data.lib.iam
import data.lib.policy_statement

deny contains {
	"resource": policy.id,
	"path": array.concat([argument], path),
	"needs": policy_statement.boundaries(kind, policy),
	"message": message,
} if {
	some kind, argument in {
		"aws_iam_policy": "policy",
		"aws_iam_role_policy": "policy",
		"aws_iam_user_policy": "policy",
		"aws_iam_group_policy": "policy",
		"aws_ssoadmin_permission_set_inline_policy": "inline_policy",
	}
	some policy in input.resources[kind]
	not policy_statement.is_bound_only(policy)
	some path in iam.allowed_wildcards(policy.attributes[argument])
}

deny contains {"resource": role.id, "path": array.concat(["inline_policy", i, "policy"], path), "message": message} if {
	some role in input.resources.aws_iam_role
	some i, inline in role.attributes.inline_policy
	some path in iam.allowed_wildcards(inline.policy)
}

# A document that no policy above is made of: its text goes to another module or out of this configuration. With
# principals it is the policy of a resource, whose wildcards reach no further than that resource.
deny contains {
	"resource": document.id,
	"path": array.concat(["statement", i, "actions"], position),
	"needs": array.concat(
		[
			{"resource": document.id, "path": ["statement", i, "effect"]},
			{"resource": document.id, "path": ["statement", i, "principals", 0]},
		],
		policy_statement.unknown_uses(document),
	),
	"message": message,
} if {
	some document in input.resources["data.aws_iam_policy_document"]
	not policy_statement.feeds_policy(document)
	some i, statement in document.attributes.statement
	object.get(statement, "effect", "Allow") == "Allow"
	count(object.get(statement, "principals", [])) == 0
	some position in iam.wildcard_positions(statement.actions)
}

message := "The statement allows every action of every service (`*`)"
