# METADATA
# title: CloudWatch alarm has nothing to do
# description: |
#   An alarm watches a figure and does something when it leaves its bounds: it sends a message, or starts more
#   machines. This one has no action of any kind, and nothing here reads its state.
#
#   So whoever does not look at it by chance never hears of it.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-actions.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, reliability]
#   remediation: >-
#     Name a topic or another action in `alarm_actions`, make the alarm a part of a composite alarm that has one, or
#     remove it.
package policy.aws.cloudwatch.alarm_without_action

import data.lib.attribute
import data.lib.group
import data.lib.setting

deny contains {
	"resource": alarm.id,
	"path": ["alarm_actions"],
	"needs": array.concat(
		[{"resource": alarm.id, "path": [name]} | some name in ["actions_enabled", "insufficient_data_actions", "ok_actions"]],
		object.get(doubts, alarm.root, []),
	),
	"message": "No action is set",
} if {
	some kind in ["aws_cloudwatch_composite_alarm", "aws_cloudwatch_metric_alarm"]
	some alarm in input.resources[kind]
	every name in ["alarm_actions", "insufficient_data_actions", "ok_actions"] {
		not setting.is_set(alarm.attributes, name)
	}

	# Switched off it is reported as such.
	not attribute.is_false(alarm.attributes.actions_enabled)
	count(object.get(alarm, "referred_by", [])) == 0
	not alarm.root in naming
	not alarm.root in listening
}

# Roots with composite alarms that name others in plain text.
naming := {whole.root |
	some whole in input.resources.aws_cloudwatch_composite_alarm
	not attribute.is_unknown(whole, "alarm_rule")
	named := [reference | some reference in whole.references; reference.via[0] == "alarm_rule"]
	count(named) == 0
}

# Roots where changes of state are events that something is done about.
listening := {rule.root |
	some rule in input.resources.aws_cloudwatch_event_rule
	some source in rule.attributes.event_pattern.source
	source == "aws.cloudwatch"
}

# What would have to be known to say that a root is none of these.
doubts := group.by_key(events | names)

events := {[rule.root, need] |
	some rule in input.resources.aws_cloudwatch_event_rule
	some need in attribute.unknown_in(rule, ["event_pattern"], ["source"])
}

names := {[whole.root, need] |
	some whole in input.resources.aws_cloudwatch_composite_alarm
	some need in attribute.unknown_below(whole, ["alarm_rule"])
}
