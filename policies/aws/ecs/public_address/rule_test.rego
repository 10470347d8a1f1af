package policy.aws.ecs.public_address_test

import data.policy.aws.ecs.public_address

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := public_address.deny with input.resources.aws_ecs_service as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_addresses if {
	messages({"network_configuration": [{"assign_public_ip": true}]}) == {"`assign_public_ip` is `true`"}
	paths({"network_configuration": [{"assign_public_ip": true}]}) == {["network_configuration", 0, "assign_public_ip"]}
	paths({"network_configuration": [{"assign_public_ip": false}]}) == set()
	paths({"network_configuration": [{}]}) == set()
	paths({}) == set()
}
