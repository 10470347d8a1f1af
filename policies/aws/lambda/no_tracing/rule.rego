# METADATA
# title: Calls of the Lambda function are not traced
# description: |
#   X-Ray follows a request through functions, queues and databases and shows where it took long or failed. This
#   function takes no part, so its share of a request is a gap.
#
#   It is paid by the number of traces; with `PassThrough` a function takes part where its caller does.
# related_resources:
#   - https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html
# custom:
#   severity: low
#   worst_case: {gain: order, from: above, effort: some}
#   profiles: [strict, reliability]
#   remediation: >-
#     Set `mode` to `Active` in `tracing_config`.
#   aliases: [CKV_AWS_50, AWS-0066, AC_AWS_0163, AC_AWS_0485]
package policy.aws.lambda.no_tracing

import data.lib.setting

deny contains {"resource": function.id, "path": ["tracing_config", 0, "mode"], "message": message} if {
	some function in input.resources.aws_lambda_function
	message := setting.other(setting.block(function.attributes, "tracing_config"), "mode", {"Active", "PassThrough"}, "")
}
