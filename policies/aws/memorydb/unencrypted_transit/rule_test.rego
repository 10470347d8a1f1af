package policy.aws.memorydb.unencrypted_transit_test

import data.policy.aws.memorydb.unencrypted_transit

findings(attributes) := found if {
	found := unencrypted_transit.deny with input.resources as {"aws_memorydb_cluster": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_switched_off if {
	findings({"tls_enabled": false}) == {{"resource": "a", "path": ["tls_enabled"], "message": "`tls_enabled` is `false`"}}
	count(findings({"tls_enabled": "false"})) == 1
}

test_on_by_default if {
	findings({}) == set()
}

test_switched_on if {
	findings({"tls_enabled": true}) == set()
}
