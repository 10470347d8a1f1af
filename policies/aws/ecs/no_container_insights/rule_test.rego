package policy.aws.ecs.no_container_insights_test

import data.policy.aws.ecs.no_container_insights

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := no_container_insights.deny with input.resources.aws_ecs_cluster as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

insights(value) := {"setting": [{"name": "containerInsights", "value": value}]}

test_settings if {
	messages({}) == {"`containerInsights` is not set"}
	paths({}) == {["setting"]}
	messages(insights("disabled")) == {"`containerInsights` is `disabled`"}
	paths(insights("disabled")) == {["setting", 0, "value"]}
	paths(insights("enabled")) == set()
	paths(insights("enhanced")) == set()
}
