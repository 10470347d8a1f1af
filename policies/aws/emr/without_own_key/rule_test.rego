package policy.aws.emr.without_own_key_test

import data.policy.aws.emr.without_own_key

findings(attributes) := found if {
	found := without_own_key.deny with input.resources as {"aws_emr_security_configuration": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_key_of_s3 if {
	findings({"configuration": {"EncryptionConfiguration": {"AtRestEncryptionConfiguration": {"S3EncryptionConfiguration": {"EncryptionMode": "SSE-S3"}}}}}) == {{
		"resource": "a",
		"path": ["configuration", "EncryptionConfiguration", "AtRestEncryptionConfiguration", "S3EncryptionConfiguration", "EncryptionMode"],
		"message": "`EncryptionMode` is `SSE-S3`",
	}}
}

test_own_key if {
	findings({"configuration": {"EncryptionConfiguration": {"AtRestEncryptionConfiguration": {"S3EncryptionConfiguration": {"EncryptionMode": "CSE-KMS"}}}}}) == set()
}

test_no_encryption if {
	findings({"configuration": {}}) == set()
}
