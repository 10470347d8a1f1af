# METADATA
# title: Public API Gateway stage has no web application firewall
# description: |
#   A web application firewall (AWS WAF) looks at calls before they reach what is behind the interface, and drops
#   known attacks and floods of calls from one place.
#
#   It costs money by rules and calls. It makes attacks harder, but does not take the place of mending the
#   application.
# related_resources:
#   - https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-aws-waf.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Add an `aws_wafv2_web_acl_association` whose `resource_arn` is this stage's `arn`.
#   aliases: [CKV2_AWS_29]
package policy.aws.apigateway.without_web_firewall

import data.lib.attribute
import data.lib.graph
import data.lib.setting

deny contains {
	"resource": stage.id,
	"path": [],
	"needs": array.concat(
		attribute.unknown_in(api, ["endpoint_configuration"], ["types"]),
		array.concat(
			graph.unresolved(stage, "aws_wafv2_web_acl_association", "resource_arn"),
			graph.unresolved(stage, "aws_wafregional_web_acl_association", "resource_arn"),
		),
	),
	"message": "No web application firewall is set on the stage",
	"missing": "aws_wafv2_web_acl_association",
} if {
	some stage in input.resources.aws_api_gateway_stage
	some api in graph.targets_via(stage, "aws_api_gateway_rest_api", "rest_api_id")
	not "PRIVATE" in object.get(setting.block(api.attributes, "endpoint_configuration"), "types", [])
	count(graph.referrers_via(stage, "aws_wafv2_web_acl_association", "resource_arn")) == 0
	count(graph.referrers_via(stage, "aws_wafregional_web_acl_association", "resource_arn")) == 0
}
