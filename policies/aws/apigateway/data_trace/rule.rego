# METADATA
# title: API writes whole requests and answers into its log
# description: |
#   API Gateway can log every request and answer in full, headers and bodies, to help while an API is being built.
#   On a running API that puts passwords, tokens and personal data into CloudWatch, where all who read logs find
#   them.
# related_resources:
#   - https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Remove `data_trace_enabled`, or set it to `false`. Access logs tell who called what without the data.
#   aliases: [CKV_AWS_276]
package policy.aws.apigateway.data_trace

import data.lib.setting

deny contains {"resource": settings.id, "path": ["settings", i, "data_trace_enabled"], "message": message} if {
	some settings in input.resources.aws_api_gateway_method_settings
	some i, block in settings.attributes.settings
	message := setting.turned_on(block, "data_trace_enabled")
}
