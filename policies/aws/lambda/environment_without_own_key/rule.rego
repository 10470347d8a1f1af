# METADATA
# title: Settings of a Lambda function are not encrypted with a key of one's own
# description: |
#   Lambda encrypts the environment variables of a function with the key that AWS keeps for the account, unless it
#   names another one. Everyone who may look at functions sees them in plain form.
#
#   With a key of one's own, only those see them who may use the key. Secrets do not belong into environment variables
#   either way.
# related_resources:
#   - https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html
# custom:
#   severity: low
#   worst_case: {gain: order, from: above, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `kms_key_arn` to the ARN of an `aws_kms_key` that the function's role may use.
#   aliases: [CKV_AWS_173, AC_AWS_0483]
package policy.aws.lambda.environment_without_own_key

import data.lib.kms

deny contains {
	"resource": function.id,
	"path": ["kms_key_arn"],
	"needs": [{"resource": function.id, "path": ["environment"]}],
	"message": message,
} if {
	some function in input.resources.aws_lambda_function
	count(function.attributes.environment) > 0
	message := kms.not_own(function.attributes, "kms_key_arn")
}
