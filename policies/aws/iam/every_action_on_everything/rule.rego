# METADATA
# title: IAM policy allows everything on everything
# description: |
#   An IAM policy lists what a person or a program may do in the AWS account. This one allows every action on every
#   resource, so whoever has it owns the account: data, machines, logs, users and their rights.
#
#   Hardly any program needs that, and people do not need it all day. A key that leaks, or a hole in the program,
#   gives all of it away.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     List the actions and resources that are needed. IAM Access Analyzer writes such a list from what an identity has
#     done.
#   aliases:
#     - CKV_AWS_62
#     - CKV_AWS_1
#     - CKV2_AWS_40
#     - CKV_AWS_63
#     - CKV_AWS_49
#     - AC_AWS_0143
#     - AC_AWS_0144
#     - AC_AWS_0146
#     - AC_AWS_0147
#     - AC_AWS_0474
#     - AWS-0057
#   partial_aliases: [CKV2_AWS_40, CKV_AWS_63, CKV_AWS_49]
#   covers: [aws-iam-wildcard-action]
#   compliance: {cis-aws-1.5: ["1.16"]}
package policy.aws.iam.every_action_on_everything

import data.lib.iam
import data.lib.policy_statement

deny contains {
	"resource": statement.resource,
	"path": action.path,
	"needs": statement.needs,
	"message": "The statement allows every action on every resource",
} if {
	some statement in policy_statement.allowed
	statement.everything
	not statement.conditional
	some action in statement.actions
	iam.is_every_action(action.name)
}
