package policy.aws.vpc.subnet_gives_public_addresses_test

import data.policy.aws.vpc.subnet_gives_public_addresses

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := subnet_gives_public_addresses.deny with input.resources.aws_subnet as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_subnets if {
	messages({"map_public_ip_on_launch": true}) == {"`map_public_ip_on_launch` is `true`"}
	paths({"map_public_ip_on_launch": true}) == {["map_public_ip_on_launch"]}
	paths({"map_public_ip_on_launch": false}) == set()
	paths({}) == set()
}

test_default_subnets if {
	resources := {"aws_default_subnet": [{"id": "a", "attributes": {}}, {"id": "b", "attributes": {"map_public_ip_on_launch": false}}]}
	found := subnet_gives_public_addresses.deny with input.resources as resources
	{finding.resource | some finding in found} == {"a"}
}
