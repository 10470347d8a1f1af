package policy.aws.ec2.image_of_any_owner_test

import data.policy.aws.ec2.image_of_any_owner

named := {"filter": [{"name": "name", "values": ["ubuntu-*"]}]}

findings(attributes) := found if {
	found := image_of_any_owner.deny with input.resources["data.aws_ami"] as [{"id": "x", "attributes": attributes, "unknown": []}]
}

test_lookups if {
	{finding.path | some finding in findings(named)} == {["owners"]}
	count(findings({"name_regex": "^ubuntu"})) == 1
	every change in [
		{"owners": ["amazon"]},
		{"filter": [{"name": "name", "values": ["x"]}, {"name": "owner-alias", "values": ["amazon"]}]},
		{"filter": [{"name": "image-id", "values": ["ami-1"]}]},
		{"filter": [{"name": "tag:Name", "values": ["x"]}]},
	] {
		findings(object.union(named, change)) == set()
	}
}
