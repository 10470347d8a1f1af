package policy.aws.emr.volumes_unencrypted_test

import data.policy.aws.emr.volumes_unencrypted

findings(attributes) := found if {
	found := volumes_unencrypted.deny with input.resources as {"aws_emr_security_configuration": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_off if {
	findings({"configuration": {"EncryptionConfiguration": {"AtRestEncryptionConfiguration": {"LocalDiskEncryptionConfiguration": {"EnableEbsEncryption": false}}}}}) == {{
		"resource": "a",
		"path": ["configuration", "EncryptionConfiguration", "AtRestEncryptionConfiguration", "LocalDiskEncryptionConfiguration", "EnableEbsEncryption"],
		"message": "`EnableEbsEncryption` is `false`",
	}}
	count(findings({"configuration": {}})) == 1
}

test_on if {
	findings({"configuration": {"EncryptionConfiguration": {"AtRestEncryptionConfiguration": {"LocalDiskEncryptionConfiguration": {"EnableEbsEncryption": true}}}}}) == set()
}

test_no_document if {
	findings({}) == set()
}
