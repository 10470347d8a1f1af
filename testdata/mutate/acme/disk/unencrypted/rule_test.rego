package policy.acme.disk.unencrypted_test

import data.policy.acme.disk.unencrypted

test_large_ones_are_denied if {
	found := unencrypted.deny with input as {"resources": {"aws_ebs_volume": [
		{"id": "a", "attributes": {}},
		{"id": "b", "attributes": {"size": 10}},
		{"id": "c", "attributes": {"encrypted": true}},
	]}}
	count(found) == 1
}
