package policy.aws.ec2.public_address_test

import data.policy.aws.ec2.public_address

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := public_address.deny with input.resources.aws_instance as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_machines if {
	messages({"associate_public_ip_address": true}) == {"`associate_public_ip_address` is `true`"}
	paths({"associate_public_ip_address": true}) == {["associate_public_ip_address"]}
	paths({"associate_public_ip_address": false}) == set()
	paths({}) == set()
}

test_templates if {
	interfaces := [{}, {"associate_public_ip_address": "true"}, {"associate_public_ip_address": "false"}]
	template := {"id": "x", "attributes": {"network_interfaces": interfaces}}
	found := public_address.deny with input.resources.aws_launch_template as [template]
	{finding.path | some finding in found} == {["network_interfaces", 1, "associate_public_ip_address"]}
}
