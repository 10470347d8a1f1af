package policy.aws.dynamodb.without_own_key_test

import data.policy.aws.dynamodb.without_own_key

findings(attributes) := found if {
	found := without_own_key.deny with input.resources as {"aws_dynamodb_table": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_off if {
	findings({}) == {{
		"resource": "a",
		"path": ["server_side_encryption", 0, "enabled"],
		"message": "`server_side_encryption` is not set",
	}}
	count(findings({"server_side_encryption": [{"enabled": false, "kms_key_arn": "arn:x"}]})) == 1
}

test_key_of_aws if {
	findings({"server_side_encryption": [{"enabled": true}]}) == {{
		"resource": "a",
		"path": ["server_side_encryption", 0, "kms_key_arn"],
		"message": "`kms_key_arn` is not set",
		"needs": [{"resource": "a", "path": ["server_side_encryption", 0, "enabled"]}],
	}}
	count(findings({"server_side_encryption": [{"enabled": true, "kms_key_arn": "alias/aws/dynamodb"}]})) == 1
}

test_own if {
	findings({"server_side_encryption": [{"enabled": true, "kms_key_arn": "arn:x"}]}) == set()
}
