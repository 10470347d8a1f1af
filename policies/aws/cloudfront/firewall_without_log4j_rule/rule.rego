# METADATA
# title: CloudFront's web application firewall lets attacks on Log4j through
# description: |
#   Log4j is a logging library of Java. A flaw of 2021 lets anybody run commands on a server by getting a certain text
#   into its log, and servers that were never mended are still searched for.
#
#   AWS keeps a group of rules that drops such requests. The firewall of this distribution does not have it.
# related_resources:
#   - https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Add a rule with a `managed_rule_group_statement` of the name `AWSManagedRulesKnownBadInputsRuleSet` to the
#     `aws_wafv2_web_acl`.
#   aliases: [CKV2_AWS_47]
package policy.aws.cloudfront.firewall_without_log4j_rule

import data.lib.attribute
import data.lib.graph

deny contains {
	"resource": distribution.id,
	"at": acl.id,
	"path": ["rule"],
	"needs": array.concat(
		attribute.unknown_in(acl, ["rule"], ["statement", "managed_rule_group_statement", "name"]),
		attribute.unknown_in(acl, ["rule"], [
			"statement", "managed_rule_group_statement", "rule_action_override", "action_to_use", "block",
		]),
	),
	"message": "No rule of the firewall has the rule group `AWSManagedRulesKnownBadInputsRuleSet`",
} if {
	some distribution in input.resources.aws_cloudfront_distribution
	some acl in graph.targets_via(distribution, "aws_wafv2_web_acl", "web_acl_id")
	not blocks(acl)
}

blocks(acl) if {
	some rule in acl.attributes.rule
	not counts_only(rule)
	some statement in rule.statement
	some group in statement.managed_rule_group_statement
	group.name == "AWSManagedRulesKnownBadInputsRuleSet"
	not leaves_out(group)
}

counts_only(rule) if {
	some action in rule.override_action
	count(object.get(action, "count", [])) > 0
}

leaves_out(group) if {
	some excluded in group.excluded_rule
	startswith(excluded.name, "Log4JRCE")
}

leaves_out(group) if {
	some override in group.rule_action_override
	startswith(override.name, "Log4JRCE")
	some use in override.action_to_use
	count(object.get(use, "block", [])) == 0
}
