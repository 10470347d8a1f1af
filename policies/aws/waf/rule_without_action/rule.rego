# METADATA
# title: Rule of a web firewall has no action
# description: |
#   A rule of a web firewall says which requests it is about, and what becomes of them: they are blocked, let
#   through, counted. This one says only the first. AWS refuses such a rule, so the firewall is not made, or stays
#   as it was without it.
#
#   A group of rules has an action for each; what stands beside the group is an override, often `none`.
# related_resources:
#   - https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-action.html
#   - https://docs.aws.amazon.com/waf/latest/APIReference/API_Rule.html
# custom:
#   severity: medium
#   profiles: [default, security, reliability]
#   remediation: >-
#     Give the rule an `action` with one of `block`, `count`, `allow`, `captcha` and `challenge` (`type =
#     "BLOCK"` in WAF Classic), or an `override_action` where it takes in a group.
#   aliases: [CKV_AWS_342]
package policy.aws.waf.rule_without_action

import data.lib.attribute

deny contains {"resource": firewall.id, "path": [rules, i, "action"], "needs": needs, "message": message} if {
	some kind, rules in {
		"aws_waf_web_acl": "rules",
		"aws_wafregional_web_acl": "rule",
		"aws_waf_rule_group": "activated_rule",
		"aws_wafregional_rule_group": "activated_rule",
		"aws_wafv2_web_acl": "rule",
		"aws_wafv2_rule_group": "rule",
	}
	some firewall in input.resources[kind]
	some i, rule in firewall.attributes[rules]
	every action in ["action", "override_action"] {
		says_nothing(rule, action)
	}
	not takes_in_group(rule)
	needs := array.concat(
		[{"resource": firewall.id, "path": [rules, i, part]} | some part in parts(kind)],
		[need | some part in parts(kind); some need in attribute.unknown_below(firewall, [rules, i, part])],
	)
	message := sprintf("%s has neither `action` nor `override_action`", [title(rule)])
}

parts(kind) := ["action", "override_action", "statement"] if startswith(kind, "aws_wafv2_")

parts(kind) := ["action", "override_action"] if kind in {"aws_waf_web_acl", "aws_wafregional_web_acl"}

parts(kind) := ["action"] if kind in {"aws_waf_rule_group", "aws_wafregional_rule_group"}

# A block without anything in it counts as none. What is unknown in it may be something.
says_nothing(rule, action) if count([block | some block in rule[action]; count(block) > 0]) == 0

# The group brings the actions of its rules along.
takes_in_group(rule) if {
	some statement in rule.statement
	some group in ["managed_rule_group_statement", "rule_group_reference_statement"]
	count(statement[group]) > 0
}

title(rule) := sprintf("The rule %s", [rule.name]) if {
	rule.name
} else := sprintf("The rule of priority %v", [rule.priority]) if {
	rule.priority
} else := "A rule"
