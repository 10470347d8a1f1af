package policy.aws.emr.unencrypted_transit_test

import data.policy.aws.emr.unencrypted_transit

findings(attributes) := found if {
	found := unencrypted_transit.deny with input.resources as {"aws_emr_security_configuration": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_off if {
	findings({"configuration": {"EncryptionConfiguration": {"EnableInTransitEncryption": false}}}) == {{
		"resource": "a",
		"path": ["configuration", "EncryptionConfiguration", "EnableInTransitEncryption"],
		"message": "`EnableInTransitEncryption` is `false`",
	}}
	count(findings({"configuration": {}})) == 1
}

test_on if {
	findings({"configuration": {"EncryptionConfiguration": {"EnableInTransitEncryption": true}}}) == set()
}

test_no_document if {
	findings({}) == set()
}
