package policy.aws.ecr.without_own_key_test

import data.policy.aws.ecr.without_own_key

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := without_own_key.deny with input.resources.aws_ecr_repository as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

configuration(fields) := {"encryption_configuration": [fields]}

test_keys if {
	messages({}) == {"`encryption_type` is not set, and the default is `AES256`"}
	paths({}) == {["encryption_configuration", 0, "encryption_type"]}
	messages(configuration({"encryption_type": "AES256"})) == {"`encryption_type` is `AES256`"}
	messages(configuration({"encryption_type": "KMS"})) == {"`kms_key` is not set"}
	paths(configuration({"encryption_type": "KMS"})) == {["encryption_configuration", 0, "kms_key"]}
	paths(configuration({"encryption_type": "KMS", "kms_key": "arn:aws:kms:eu-west-1:111122223333:key/1"})) == set()
}
