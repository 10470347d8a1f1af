package policy.aws.dax.unencrypted_transit_test

import data.policy.aws.dax.unencrypted_transit

findings(attributes) := found if {
	found := unencrypted_transit.deny with input.resources as {"aws_dax_cluster": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_plain if {
	findings({"cluster_endpoint_encryption_type": "NONE"}) == {{
		"resource": "a",
		"path": ["cluster_endpoint_encryption_type"],
		"message": "`cluster_endpoint_encryption_type` is `NONE`",
	}}
}

test_not_set if {
	findings({}) == {{
		"resource": "a",
		"path": ["cluster_endpoint_encryption_type"],
		"message": "`cluster_endpoint_encryption_type` is not set, and the default is `NONE`",
	}}
}

test_tls if {
	findings({"cluster_endpoint_encryption_type": "TLS"}) == set()
}
