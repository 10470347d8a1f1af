package policy.aws.dms.unencrypted_transit_test

import data.policy.aws.dms.unencrypted_transit

findings(attributes) := found if {
	found := unencrypted_transit.deny with input.resources as {"aws_dms_endpoint": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_plain if {
	findings({"endpoint_type": "source", "engine_name": "mysql", "ssl_mode": "none"}) == {{
		"resource": "a",
		"path": ["ssl_mode"],
		"message": "`ssl_mode` is `none`",
		"needs": [{"resource": "a", "path": ["engine_name"]}, {"resource": "a", "path": ["endpoint_type"]}],
	}}
	count(findings({"endpoint_type": "target", "engine_name": "aurora"})) == 1
}

test_encrypted if {
	findings({"endpoint_type": "source", "engine_name": "mysql", "ssl_mode": "verify-ca"}) == set()
}

test_engine_without if {
	findings({"endpoint_type": "target", "engine_name": "s3"}) == set()
}

test_type_without if {
	findings({"endpoint_type": "x", "engine_name": "mysql"}) == set()
}
