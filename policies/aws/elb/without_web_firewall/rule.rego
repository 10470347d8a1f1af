# METADATA
# title: Public load balancer has no web application firewall
# description: |
#   A web application firewall (AWS WAF) looks at requests before they reach the servers, and drops known attacks and
#   floods of requests from one place.
#
#   It costs money by rules and requests. It makes attacks harder, but does not take the place of mending the
#   application.
# related_resources:
#   - https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-associating-aws-resource.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Add an `aws_wafv2_web_acl_association` whose `resource_arn` is this load balancer's `arn`.
#   aliases: [CKV2_AWS_28]
package policy.aws.elb.without_web_firewall

import data.lib.attribute
import data.lib.graph

deny contains {
	"resource": balancer.id,
	"path": [],
	"needs": array.concat(
		[
			{"resource": balancer.id, "path": ["internal"]},
			{"resource": balancer.id, "path": ["load_balancer_type"]},
		],
		array.concat(
			graph.unresolved(balancer, "aws_wafv2_web_acl_association", "resource_arn"),
			graph.unresolved(balancer, "aws_wafregional_web_acl_association", "resource_arn"),
		),
	),
	"message": "No web application firewall is set on the load balancer",
	"missing": "aws_wafv2_web_acl_association",
} if {
	some kind in {"aws_lb", "aws_alb"}
	some balancer in input.resources[kind]
	object.get(balancer.attributes, "load_balancer_type", "application") == "application"
	not attribute.is_true(balancer.attributes.internal)
	count(graph.referrers_via(balancer, "aws_wafv2_web_acl_association", "resource_arn")) == 0
	count(graph.referrers_via(balancer, "aws_wafregional_web_acl_association", "resource_arn")) == 0
}
