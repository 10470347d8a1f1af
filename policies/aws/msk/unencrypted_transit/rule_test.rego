package policy.aws.msk.unencrypted_transit_test

import data.policy.aws.msk.unencrypted_transit

findings(attributes) := found if {
	found := unencrypted_transit.deny with input.resources as {"aws_msk_cluster": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_plain if {
	findings({"encryption_info": [{"encryption_in_transit": [{"client_broker": "PLAINTEXT", "in_cluster": false}]}]}) == {
		{
			"resource": "a",
			"path": ["encryption_info", 0, "encryption_in_transit", 0, "client_broker"],
			"message": "`client_broker` is `PLAINTEXT`",
		},
		{
			"resource": "a",
			"path": ["encryption_info", 0, "encryption_in_transit", 0, "in_cluster"],
			"message": "`in_cluster` is `false`",
		},
	}
	count(findings({"encryption_info": [{"encryption_in_transit": [{"client_broker": "TLS_PLAINTEXT"}]}]})) == 1
}

test_encrypted if {
	findings({}) == set()
	findings({"encryption_info": [{}]}) == set()
	findings({"encryption_info": [{"encryption_in_transit": [{"client_broker": "TLS", "in_cluster": "true"}]}]}) == set()
}
