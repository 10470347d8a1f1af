# METADATA
# title: Rule of a web firewall has no action
# description: |
#   A rule of a web firewall says which requests it is about, and what becomes of them: they are blocked, let
#   through, counted. This one says only the first. AWS refuses such a rule, so the firewall is not made, or stays
#   as it was without it.
#
#   A group of rules has an action for each. What a rule that takes in a group needs is an override of these, most
#   often `none`.
# related_resources:
#   - https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-action.html
#   - https://docs.aws.amazon.com/waf/latest/APIReference/API_Rule.html
# custom:
#   severity: medium
#   worst_case: {gain: step, from: anywhere, effort: none}
#   profiles: [default, security, reliability]
#   remediation: >-
#     Give the rule an `action` with one of `block`, `count`, `allow`, `captcha` and `challenge` (`type =
#     "BLOCK"` in WAF Classic), or an `override_action` where it takes in a group.
#   aliases: [CKV_AWS_342]
package policy.aws.waf.rule_without_action

import data.lib.attribute

deny contains {"resource": firewall.id, "path": ["rule", i, "action"], "needs": needs, "message": message} if {
	some kind, actions in {"aws_wafv2_web_acl": ["action", "override_action"], "aws_wafv2_rule_group": ["action"]}
	some firewall in input.resources[kind]
	some i, rule in firewall.attributes.rule
	says_nothing(rule, actions)
	needs := doubts(firewall, ["rule", i], actions)
	message := sprintf("%s has neither `action` nor `override_action`", [title(rule, "name", "The rule %v")])
}

# WAF Classic has the same in two spellings. In its groups of rules Terraform asks for the action itself.
deny contains {"resource": firewall.id, "path": [rules, i, "action"], "needs": needs, "message": message} if {
	some kind, rules in {"aws_waf_web_acl": "rules", "aws_wafregional_web_acl": "rule"}
	some firewall in input.resources[kind]
	some i, rule in firewall.attributes[rules]
	says_nothing(rule, ["action", "override_action"])
	needs := doubts(firewall, [rules, i], ["action", "override_action"])
	message := sprintf("%s has neither `action` nor `override_action`", [title(rule, "priority", "The rule of priority %v")])
}

# A block without anything in it counts as none. What is unknown in it may be something.
says_nothing(rule, actions) if {
	every action in actions {
		count([block | some block in rule[action]; count(block) > 0]) == 0
	}
}

doubts(firewall, place, actions) := array.concat(
	[{"resource": firewall.id, "path": array.concat(place, [action])} | some action in actions],
	[need | some action in actions; some need in attribute.unknown_below(firewall, array.concat(place, [action]))],
)

title(rule, label, words) := sprintf(words, [rule[label]])

title(rule, label, _) := "A rule" if not rule[label]
