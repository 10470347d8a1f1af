package policy.aws.ec2.detailed_monitoring_test

import data.policy.aws.ec2.detailed_monitoring

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := detailed_monitoring.deny with input.resources.aws_instance as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_machines if {
	messages({}) == {"`monitoring` is not set, and the default is `false`"}
	paths({"monitoring": false}) == {["monitoring"]}
	paths({"monitoring": true}) == set()
	paths({"launch_template": [{"id": "lt-1"}]}) == set()
}

test_templates_and_configurations if {
	resources := {
		"aws_launch_template": [
			{"id": "a", "attributes": {}},
			{"id": "b", "attributes": {"monitoring": [{"enabled": true}]}},
		],
		"aws_launch_configuration": [
			{"id": "c", "attributes": {}},
			{"id": "d", "attributes": {"enable_monitoring": false}},
		],
	}
	found := detailed_monitoring.deny with input.resources as resources
	{finding.resource | some finding in found} == {"a", "d"}
}
