package policy.aws.s3.object_credential_test

import data.policy.aws.s3.object_credential

flow(kind, sink) := {
	"id": "x",
	"kind": kind,
	"index": 0,
	"sink": sink,
	"path": ["a"],
	"credentials": [{"what": "`secret` of y", "class": "token", "stations": [{"resource": "y", "path": ["secret"]}]}],
	"unknown": [],
}

found(kind, sink) := denied if {
	all := [flow(kind, sink)]
	denied := object_credential.deny with input as {"credential_flows": all}
}

test_credential_is_denied if {
	some finding in found("aws_s3_object", "object")
	finding.message == "The object holds `secret` of y; all who may read the bucket can read it"
	finding.path == ["a"]
	count(finding.evidence) == 1
}

test_another_place_is_not_judged_here if {
	count(found("aws_s3_object", "environment")) == 0
	count(found("google_storage_bucket_object", "object")) == 0
}
