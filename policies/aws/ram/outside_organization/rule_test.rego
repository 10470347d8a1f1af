package policy.aws.ram.outside_organization_test

import data.policy.aws.ram.outside_organization

paths(attributes) := {finding.path | some finding in found} if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := outside_organization.deny with input.resources.aws_ram_resource_share as [resource]
}

test_switch if {
	paths({"allow_external_principals": true}) == {["allow_external_principals"]}
	paths({"allow_external_principals": false}) == set()
	paths({}) == set()
}
