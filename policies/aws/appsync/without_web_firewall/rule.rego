# METADATA
# title: GraphQL API has no web application firewall
# description: |
#   A web application firewall (AWS WAF) looks at calls before they reach what is behind the interface, and drops
#   known attacks and floods of calls from one place.
#
#   It costs money by rules and calls. It makes attacks harder, but does not take the place of mending the
#   application.
# related_resources:
#   - https://docs.aws.amazon.com/appsync/latest/devguide/WAF-Integration.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Add an `aws_wafv2_web_acl_association` whose `resource_arn` is this API's `arn`.
#   aliases: [CKV2_AWS_33]
package policy.aws.appsync.without_web_firewall

import data.lib.graph

deny contains {
	"resource": api.id,
	"path": [],
	"needs": needs,
	"message": message,
	"missing": "aws_wafv2_web_acl_association",
} if {
	some api in input.resources.aws_appsync_graphql_api
	object.get(api.attributes, "visibility", "GLOBAL") == "GLOBAL"
	count(graph.referrers_via(api, "aws_wafv2_web_acl_association", "resource_arn")) == 0
	needs := array.concat(
		[{"resource": api.id, "path": ["visibility"]}],
		graph.unresolved(api, "aws_wafv2_web_acl_association", "resource_arn"),
	)
	message := "No web application firewall is set on the API"
}
