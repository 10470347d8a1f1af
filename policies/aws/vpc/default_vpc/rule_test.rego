package policy.aws.vpc.default_vpc_test

import data.policy.aws.vpc.default_vpc

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := default_vpc.deny with input.resources.aws_default_vpc as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_any if {
	messages({}) == {"The configuration takes the default network into use"}
	paths({"enable_dns_support": true}) == {[]}
}
