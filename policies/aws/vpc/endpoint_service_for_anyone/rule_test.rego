package policy.aws.vpc.endpoint_service_for_anyone_test

import data.policy.aws.vpc.endpoint_service_for_anyone

paths(attributes) := {finding.path | some finding in found} if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := endpoint_service_for_anyone.deny with input.resources.aws_vpc_endpoint_service as [resource]
}

test_principals if {
	paths({"acceptance_required": false, "allowed_principals": ["arn:aws:iam::1:root", "*"]}) == {["allowed_principals", 1]}
	paths({"acceptance_required": true, "allowed_principals": ["*"]}) == set()
	paths({"acceptance_required": false, "allowed_principals": ["arn:aws:iam::1:root"]}) == set()
	paths({"acceptance_required": false}) == set()
}

test_permissions if {
	beside({"acceptance_required": false}, "*") == {["principal_arn"]}
	beside({"acceptance_required": true}, "*") == set()
	beside({"acceptance_required": false}, "arn:aws:iam::1:root") == set()
}

beside(attributes, principal) := {finding.path | some finding in found} if {
	found := endpoint_service_for_anyone.deny with input.resources as {
		"aws_vpc_endpoint_service": [{"id": "s", "attributes": attributes, "referred_by": [{
			"kind": "aws_vpc_endpoint_service_allowed_principal", "index": 0, "via": ["vpc_endpoint_service_id"],
		}]}],
		"aws_vpc_endpoint_service_allowed_principal": [{"id": "p", "attributes": {"principal_arn": principal}}],
	}
}
