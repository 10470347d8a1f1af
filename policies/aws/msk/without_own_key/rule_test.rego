package policy.aws.msk.without_own_key_test

import data.policy.aws.msk.without_own_key

findings(attributes) := found if {
	found := without_own_key.deny with input.resources as {"aws_msk_cluster": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_none if {
	findings({"encryption_info": [{}]}) == {{
		"resource": "a",
		"path": ["encryption_info", 0, "encryption_at_rest_kms_key_arn"],
		"message": "`encryption_at_rest_kms_key_arn` is not set",
	}}
	count(findings({})) == 1
}

test_own if {
	findings({"encryption_info": [{"encryption_at_rest_kms_key_arn": "arn:x"}]}) == set()
}
