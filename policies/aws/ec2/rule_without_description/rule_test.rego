package policy.aws.ec2.rule_without_description_test

import data.policy.aws.ec2.rule_without_description

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := rule_without_description.deny with input.resources.aws_security_group as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_groups if {
	messages({}) == {"`description` is not set"}
	paths({"description": ""}) == {["description"]}
	messages({"description": "Managed by Terraform"}) == {"`description` is \"Managed by Terraform\", which says nothing"}
	paths({"description": "Web"}) == set()
}

test_blocks if {
	paths({"description": "Web", "ingress": [{"description": "x"}, {}], "egress": [{}]}) == {
		["ingress", 1, "description"],
		["egress", 0, "description"],
	}
}

test_rules if {
	every kind in ["aws_security_group_rule", "aws_vpc_security_group_ingress_rule"] {
		resources := {kind: [{"id": "a", "attributes": {}}, {"id": "b", "attributes": {"description": "x"}}]}
		found := rule_without_description.deny with input.resources as resources
		{finding.resource | some finding in found} == {"a"}
	}
}
