# METADATA
# title: Lambda function may be called through a service for any account
# description: |
#   A permission for a service of AWS, such as S3 or API Gateway, lets the service call the function whoever asks it
#   to. Somebody else can point a bucket or an interface of their own account at this function, and AWS calls it for
#   them.
#
#   The function then works on what a stranger sent, as if it came from the account's own resources.
# related_resources:
#   - https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `source_arn` to the ARN of the resource that calls, or `source_account` to the number of your account.
#   aliases: [CKV_AWS_364, AWS-0067]
package policy.aws.lambda.permission_without_source

import data.lib.setting

deny contains {
	"resource": permission.id,
	"path": ["source_arn"],
	"needs": [
		{"resource": permission.id, "path": ["source_account"]},
		{"resource": permission.id, "path": ["principal_org_id"]},
	],
	"message": sprintf("%s may call the function for any account", [permission.attributes.principal]),
} if {
	some permission in input.resources.aws_lambda_permission
	is_service(permission.attributes.principal)
	every limit in ["source_arn", "source_account", "principal_org_id"] {
		not setting.is_set(permission.attributes, limit)
	}
}

is_service(principal) if endswith(sprintf("%v", [principal]), ".amazonaws.com")

is_service(principal) if endswith(sprintf("%v", [principal]), ".amazonaws.com.cn")
