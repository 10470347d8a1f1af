package policy.aws.globalaccelerator.no_flow_logs_test

import data.policy.aws.globalaccelerator.no_flow_logs

findings(kind, attributes) := found if {
	found := no_flow_logs.deny with input.resources as {kind: [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_off if {
	findings("aws_globalaccelerator_accelerator", {"attributes": [{"flow_logs_enabled": false}]}) == {{
		"resource": "a",
		"path": ["attributes", 0, "flow_logs_enabled"],
		"message": "`attributes.flow_logs_enabled` is `false`",
	}}
	count(findings("aws_globalaccelerator_custom_routing_accelerator", {})) == 1
}

test_on if {
	findings("aws_globalaccelerator_accelerator", {"attributes": [{"flow_logs_enabled": true}]}) == set()
}
