# METADATA
# title: Lambda function may be called by anybody
# description: |
#   A Lambda function is a program that AWS runs when it is called. This permission lets anybody call it who has an
#   AWS account, or, where the function has a public address, anybody at all.
#
#   Strangers can use what the function does, with the rights it has, and run up its bill.
# related_resources:
#   - https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Name the account, role or service in `principal`, or limit callers by `principal_org_id`, `source_account` or
#     `source_arn`.
#   aliases: [CKV_AWS_301]
package policy.aws.lambda.permission_for_anyone

import data.lib.setting

deny contains {
	"resource": permission.id,
	"path": ["principal"],
	"needs": [{"resource": permission.id, "path": [limit]} | some limit in limits],
	"message": "`principal` is `*`",
} if {
	some permission in input.resources.aws_lambda_permission
	permission.attributes.principal == "*"
	every limit in limits {
		not setting.is_set(permission.attributes, limit)
	}
}

limits := ["principal_org_id", "source_account", "source_arn"]
