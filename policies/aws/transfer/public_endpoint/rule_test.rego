package policy.aws.transfer.public_endpoint_test

import data.policy.aws.transfer.public_endpoint

findings(attributes) := found if {
	found := public_endpoint.deny with input.resources as {"aws_transfer_server": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_public if {
	findings({"endpoint_type": "PUBLIC"}) == {{"resource": "a", "path": ["endpoint_type"], "message": "`endpoint_type` is `PUBLIC`"}}
	count(findings({})) == 1
}

test_inside if {
	findings({"endpoint_type": "VPC"}) == set()
	findings({"endpoint_type": "VPC_ENDPOINT"}) == set()
}
