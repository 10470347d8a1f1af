# METADATA
# title: Function runs code that nobody has signed
# description: |
#   Lambda can check that code was signed by a pipeline that one trusts before it takes it. Without that, whoever
#   may update the function, or change the bundle on its way, runs what they like with its rights.
#
#   Signing takes a profile and a step in the pipeline, so this is a choice. Container images are signed by other
#   means.
# related_resources:
#   - https://docs.aws.amazon.com/lambda/latest/dg/configuration-codesigning.html
# custom:
#   severity: low
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `code_signing_config_arn` to the ARN of an `aws_lambda_code_signing_config`.
#   aliases: [CKV_AWS_272]
package policy.aws.lambda.without_code_signing

import data.lib.setting

deny contains {"resource": function.id, "path": ["code_signing_config_arn"], "needs": needs, "message": message} if {
	some function in input.resources.aws_lambda_function
	object.get(function.attributes, "package_type", "Zip") == "Zip"
	message := setting.missing(function.attributes, "code_signing_config_arn")
	needs := [{"resource": function.id, "path": ["package_type"]}]
}
