package policy.aws.kms.default_policy_test

import data.policy.aws.kms.default_policy

paths(attributes, referred_by) := {finding.path | some finding in found} if {
	key := {"id": "x", "root": ".", "attributes": attributes, "referred_by": referred_by}
	found := default_policy.deny with input.resources as {
		"aws_kms_key": [key],
		"aws_kms_key_policy": [{"id": "p", "root": ".", "unknown": [], "references": []}],
	}
}

test_none if paths({}, []) == {["policy"]}

test_some if {
	paths({"policy": {"Statement": []}}, []) == set()
	paths({}, [{"kind": "aws_kms_key_policy", "index": 0, "via": ["key_id"]}]) == set()
}
