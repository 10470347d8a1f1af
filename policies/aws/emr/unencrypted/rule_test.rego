package policy.aws.emr.unencrypted_test

import data.policy.aws.emr.unencrypted

findings(attributes) := found if {
	found := unencrypted.deny with input.resources as {"aws_emr_security_configuration": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_off if {
	findings({"configuration": {"EncryptionConfiguration": {"EnableAtRestEncryption": false}}}) == {{
		"resource": "a",
		"path": ["configuration", "EncryptionConfiguration", "EnableAtRestEncryption"],
		"message": "`EnableAtRestEncryption` is `false`",
	}}
	count(findings({"configuration": {}})) == 1
}

test_disks if {
	findings({"configuration": {"EncryptionConfiguration": {"EnableAtRestEncryption": true, "AtRestEncryptionConfiguration": {"S3EncryptionConfiguration": {"EncryptionMode": "SSE-S3"}}}}}) == {{
		"resource": "a",
		"path": ["configuration", "EncryptionConfiguration", "AtRestEncryptionConfiguration", "LocalDiskEncryptionConfiguration", "EncryptionKeyProviderType"],
		"message": "`LocalDiskEncryptionConfiguration` names no kind of key, so the disks are not encrypted",
	}}
}

test_on if {
	findings({"configuration": {"EncryptionConfiguration": {"EnableAtRestEncryption": true, "AtRestEncryptionConfiguration": {"LocalDiskEncryptionConfiguration": {"EncryptionKeyProviderType": "AwsKms"}}}}}) == set()
}

test_no_document if {
	findings({}) == set()
}
