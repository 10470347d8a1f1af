# METADATA
# title: API Gateway cache is not encrypted
# description: |
#   The interface keeps answers for some time to give them again. Kept without encryption, they lie in plain form on
#   machines that AWS manages, customer data included.
#
#   Encryption costs nothing.
# related_resources:
#   - https://docs.aws.amazon.com/apigateway/latest/developerguide/data-protection-encryption.html
# custom:
#   severity: low
#   worst_case: {gain: worth, from: above, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `cache_data_encrypted` to `true` in `settings`.
#   aliases: [CKV_AWS_308, AWS-0002]
package policy.aws.apigateway.unencrypted_cache

import data.lib.attribute
import data.lib.setting

deny contains {
	"resource": methods.id,
	"path": ["settings", i, "cache_data_encrypted"],
	"needs": [{"resource": methods.id, "path": ["settings", i, "caching_enabled"]}],
	"message": message,
} if {
	some methods in input.resources.aws_api_gateway_method_settings
	some i, settings in methods.attributes.settings
	attribute.is_true(settings.caching_enabled)
	message := setting.off(settings, "cache_data_encrypted")
}
