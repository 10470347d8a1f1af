package policy.aws.ssm.public_document_test

import data.policy.aws.ssm.public_document

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := public_document.deny with input.resources.aws_ssm_document as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_accounts if {
	messages({"permissions": {"type": "Share", "account_ids": "All"}}) == {"`account_ids` is `All`"}
	paths({"permissions": {"type": "Share", "account_ids": "all"}}) == {["permissions", "account_ids"]}
	paths({"permissions": {"type": "Share", "account_ids": "111122223333"}}) == set()
	paths({}) == set()
}
