package policy.aws.redshift.public_address_test

import data.policy.aws.redshift.public_address

findings(kind, attributes) := found if {
	found := public_address.deny with input.resources as {kind: [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_public if {
	findings("aws_redshift_cluster", {"publicly_accessible": true}) == {{
		"resource": "a",
		"path": ["publicly_accessible"],
		"message": "`publicly_accessible` is `true`",
	}}
	count(findings("aws_redshiftserverless_workgroup", {"publicly_accessible": true})) == 1
}

test_private if {
	findings("aws_redshift_cluster", {"publicly_accessible": false}) == set()
	findings("aws_redshift_cluster", {}) == set()
	findings("aws_redshiftserverless_workgroup", {}) == set()
}
