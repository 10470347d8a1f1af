# METADATA
# title: Calls of the API Gateway stage are not traced
# description: |
#   X-Ray follows a call through interfaces, functions and databases and shows where it took long or failed. This
#   stage takes no part, so its share of a call is a gap.
#
#   It is paid by the number of traces.
# related_resources:
#   - https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-xray.html
# custom:
#   severity: low
#   worst_case: {gain: order, from: above, effort: some}
#   profiles: [strict, reliability]
#   remediation: >-
#     Set `xray_tracing_enabled` to `true`.
#   aliases: [CKV_AWS_73, AWS-0003, AC_AWS_0015]
package policy.aws.apigateway.no_tracing

import data.lib.setting

deny contains {"resource": stage.id, "path": ["xray_tracing_enabled"], "message": message} if {
	some stage in input.resources.aws_api_gateway_stage
	message := setting.off(stage.attributes, "xray_tracing_enabled")
}
