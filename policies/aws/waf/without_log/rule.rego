# METADATA
# title: Web firewall keeps no log
# description: |
#   A web firewall stops requests by its rules. Its log says which, from where, and by what rule, so that one can
#   see an attack, and why a visitor was turned away.
#
#   The log costs money for each request, so it is a choice.
# related_resources:
#   - https://docs.aws.amazon.com/waf/latest/developerguide/logging.html
#   - https://docs.aws.amazon.com/waf/latest/developerguide/classic-logging.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Add an `aws_wafv2_web_acl_logging_configuration` with the `arn` of the firewall as `resource_arn`, or a
#     block `logging_configuration` for WAF Classic.
#   aliases: [CKV_AWS_176, CKV2_AWS_31]
package policy.aws.waf.without_log

import data.lib.graph
import data.lib.setting

deny contains {"resource": firewall.id, "path": ["logging_configuration"], "message": message} if {
	some kind in ["aws_waf_web_acl", "aws_wafregional_web_acl"]
	some firewall in input.resources[kind]
	message := setting.missing(firewall.attributes, "logging_configuration")
}

deny contains {
	"resource": firewall.id,
	"path": [],
	"needs": needs,
	"message": message,
	"missing": "aws_wafv2_web_acl_logging_configuration",
} if {
	some firewall in input.resources.aws_wafv2_web_acl
	count(graph.referrers_via(firewall, "aws_wafv2_web_acl_logging_configuration", "resource_arn")) == 0
	needs := graph.unresolved(firewall, "aws_wafv2_web_acl_logging_configuration", "resource_arn")
	message := "No `aws_wafv2_web_acl_logging_configuration` belongs to the firewall"
}
