package policy.aws.eks.endpoint_has_public_address_test

import data.policy.aws.eks.endpoint_has_public_address

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := endpoint_has_public_address.deny with input.resources.aws_eks_cluster as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_endpoint if {
	messages({"vpc_config": [{}]}) == {"`endpoint_public_access` is not set, and the default is `true`"}
	paths({"vpc_config": [{"endpoint_public_access": true}]}) == {["vpc_config", 0, "endpoint_public_access"]}
	paths({"vpc_config": [{"endpoint_public_access": false}]}) == set()
}
