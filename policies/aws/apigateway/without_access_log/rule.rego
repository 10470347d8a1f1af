# METADATA
# title: API Gateway stage keeps no access log
# description: |
#   An access log has a line for each call: from where, for what, with which answer. Without it, it cannot be told
#   after an incident who came and what they got.
#
#   The log is written to CloudWatch or Firehose and costs by its size.
# related_resources:
#   - https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Add an `access_log_settings` block with `destination_arn` and `format`.
#   aliases: [CKV_AWS_76, AWS-0001, AC_AWS_0012, AC_AWS_0014, AC_AWS_0442]
package policy.aws.apigateway.without_access_log

import data.lib.setting

deny contains {"resource": stage.id, "path": ["access_log_settings", 0, "destination_arn"], "message": message} if {
	some kind in {"aws_api_gateway_stage", "aws_apigatewayv2_stage"}
	some stage in input.resources[kind]
	message := setting.missing(setting.block(stage.attributes, "access_log_settings"), "destination_arn")
}
