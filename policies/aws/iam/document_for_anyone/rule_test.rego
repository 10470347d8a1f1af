package policy.aws.iam.document_for_anyone_test

import data.policy.aws.iam.document_for_anyone

open := {"actions": ["s3:GetObject"], "principals": [{"type": "AWS", "identifiers": ["111122223333", "*"]}]}

findings(change, referrers) := found if {
	document := {"id": "x", "attributes": {"statement": [object.union(open, change)]}, "unknown": [], "referred_by": referrers}
	found := document_for_anyone.deny with input.resources["data.aws_iam_policy_document"] as [document]
}

test_everybody if {
	{finding.path | some finding in findings({}, [])} == {["statement", 0, "principals", 0, "identifiers", 1]}
	count(findings({"condition": [{"test": "StringLike", "variable": "s3:prefix", "values": ["x"]}]}, [])) == 1
	count(findings({}, [{"kind": "output", "via": ["value"]}])) == 1
}

test_others if {
	findings({"effect": "Deny"}, []) == set()
	findings({"principals": [{"type": "Service", "identifiers": ["*"]}]}, []) == set()
	findings({"principals": [{"type": "AWS", "identifiers": ["111122223333"]}]}, []) == set()
	findings({"condition": [{"test": "StringEquals", "variable": "aws:PrincipalOrgID", "values": ["o-1"]}]}, []) == set()
	findings({}, [{"kind": "aws_s3_bucket_policy", "via": ["policy", "Statement", 0]}]) == set()
}
