package policy.aws.ssm.session_without_key_test

import data.policy.aws.ssm.session_without_key

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := session_without_key.deny with input.resources.aws_ssm_document as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

session(inputs) := {"document_type": "Session", "content": {"schemaVersion": "1.0", "inputs": inputs}}

test_keys if {
	messages(session({"kmsKeyId": ""})) == {"`kmsKeyId` is not set"}
	paths(session({})) == {["content", "inputs", "kmsKeyId"]}
	paths(session({"kmsKeyId": "alias/sessions"})) == set()
	paths({"document_type": "Command", "content": {"schemaVersion": "2.2"}}) == set()
}
