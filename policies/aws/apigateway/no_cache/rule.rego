# METADATA
# title: API Gateway stage caches no answers
# description: |
#   API Gateway can keep answers for some time and give them again, which takes load off what is behind it and answers
#   faster. It is paid by the hour, and wrong for answers that differ from caller to caller or change all the time.
# related_resources:
#   - https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html
# custom:
#   severity: low
#   worst_case: {gain: order, from: anywhere, effort: some}
#   profiles: [strict, reliability]
#   remediation: >-
#     Set `cache_cluster_enabled` on the stage and `caching_enabled` in the settings of the methods that may be
#     cached.
#   aliases: [CKV_AWS_120, CKV_AWS_225, AWS-0190]
package policy.aws.apigateway.no_cache

import data.lib.setting

deny contains {"resource": stage.id, "path": ["cache_cluster_enabled"], "message": message} if {
	some stage in input.resources.aws_api_gateway_stage
	message := setting.off(stage.attributes, "cache_cluster_enabled")
}

deny contains {"resource": methods.id, "path": ["settings", i, "caching_enabled"], "message": message} if {
	some methods in input.resources.aws_api_gateway_method_settings
	some i, settings in methods.attributes.settings
	message := setting.off(settings, "caching_enabled")
}
