package policy.aws.ssm.session_without_log_test

import data.policy.aws.ssm.session_without_log

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := session_without_log.deny with input.resources.aws_ssm_document as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

session(inputs) := {"document_type": "Session", "content": {"schemaVersion": "1.0", "inputs": inputs}}

test_logs if {
	messages(session({"s3BucketName": ""})) == {"Neither `s3BucketName` nor `cloudWatchLogGroupName` is set"}
	paths(session({})) == {["content", "inputs", "s3BucketName"]}
	paths(session({"s3BucketName": "sessions"})) == set()
	paths(session({"cloudWatchLogGroupName": "sessions", "cloudWatchEncryptionEnabled": true})) == set()
}

test_encryption if {
	messages(session({"s3BucketName": "a", "s3EncryptionEnabled": false})) == {"`s3EncryptionEnabled` is `false`"}
	paths(session({"cloudWatchLogGroupName": "a", "cloudWatchEncryptionEnabled": false, "s3EncryptionEnabled": false})) == {["content", "inputs", "cloudWatchEncryptionEnabled"]}
}
