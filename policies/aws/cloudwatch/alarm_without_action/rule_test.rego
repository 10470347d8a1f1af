package policy.aws.cloudwatch.alarm_without_action_test

import data.policy.aws.cloudwatch.alarm_without_action

alarm(attributes, referrers) := {"id": "a", "root": ".", "attributes": attributes, "referred_by": referrers}

found(attributes, referrers, rules) := {denied.path | some denied in all} if {
	all := alarm_without_action.deny with input.resources as {
		"aws_cloudwatch_metric_alarm": [alarm(attributes, referrers)],
		"aws_cloudwatch_event_rule": rules,
	}
}

rule(source, unknown) := {"id": "e", "root": ".", "attributes": {"event_pattern": {"source": source}}, "unknown": unknown}

test_no_action if {
	found({}, [], []) == {["alarm_actions"]}
	found({"alarm_actions": [], "ok_actions": []}, [], []) == {["alarm_actions"]}
	found({}, [], [rule(["aws.ec2"], [])]) == {["alarm_actions"]}
}

test_others_pass if {
	every name in ["alarm_actions", "insufficient_data_actions", "ok_actions"] {
		found({name: ["arn:aws:sns:eu-west-1:111122223333:ops"]}, [], []) == set()
	}
	found({"actions_enabled": false}, [], []) == set()
	found({}, [{"kind": "aws_cloudwatch_composite_alarm", "index": 0, "via": ["alarm_rule"]}], []) == set()
	found({}, [], [rule(["aws.cloudwatch"], [])]) == set()
}

test_composite_alarms_that_name_others if {
	every row in [[[], 0], [[{"kind": "aws_cloudwatch_metric_alarm", "index": 1, "via": ["alarm_rule"]}], 1]] {
		whole := {"id": "w", "root": ".", "attributes": {"alarm_actions": ["arn"]}, "references": row[0]}
		all := alarm_without_action.deny with input.resources as {
			"aws_cloudwatch_metric_alarm": [alarm({}, [])],
			"aws_cloudwatch_composite_alarm": [whole],
		}
		count(all) == row[1]
	}
}

test_what_may_listen_is_needed if {
	all := alarm_without_action.deny with input.resources as {
		"aws_cloudwatch_metric_alarm": [alarm({}, [])],
		"aws_cloudwatch_event_rule": [rule([], [["event_pattern"]])],
	}
	{need | some denied in all; some need in denied.needs; need.resource == "e"} == {{"resource": "e", "path": ["event_pattern"]}}
}
