package policy.aws.ec2.not_ebs_optimized_test

import data.policy.aws.ec2.not_ebs_optimized

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := not_ebs_optimized.deny with input.resources.aws_instance as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_types if {
	messages({"instance_type": "m3.xlarge"}) == {"m3.xlarge machine: `ebs_optimized` is not set, and the default is `false`"}
	paths({"instance_type": "m3.xlarge", "ebs_optimized": false}) == {["ebs_optimized"]}
	paths({"instance_type": "m3.xlarge", "ebs_optimized": true}) == set()
	paths({"instance_type": "m5.xlarge"}) == set()
	paths({}) == set()
}
