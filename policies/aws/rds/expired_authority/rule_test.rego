package policy.aws.rds.expired_authority_test

import data.policy.aws.rds.expired_authority

findings(kind, attributes) := found if {
	found := expired_authority.deny with input.resources as {kind: [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_expired if {
	findings("aws_db_instance", {"ca_cert_identifier": "rds-ca-2019"}) == {{
		"resource": "a",
		"path": ["ca_cert_identifier"],
		"message": "The authority `rds-ca-2019` has expired",
	}}
	count(findings("aws_rds_cluster_instance", {"ca_cert_identifier": "rds-ca-2015"})) == 1
}

test_current if {
	findings("aws_db_instance", {"ca_cert_identifier": "rds-ca-rsa4096-g1"}) == set()
	findings("aws_db_instance", {}) == set()
}
