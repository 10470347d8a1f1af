package policy.aws.ec2.user_data_credential_test

import data.policy.aws.ec2.user_data_credential

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
	denied := user_data_credential.deny with input as {"credential_flows": all}
}

test_credential_is_denied if {
	some finding in found("aws_instance", "user-data")
	finding.message == "User data holds `secret` of y; all who may describe the machine, and every process on it, can read it"
	finding.path == ["a"]
	count(finding.evidence) == 1
}

test_another_place_is_not_judged_here if {
	count(found("aws_instance", "object")) == 0
	count(found("google_compute_instance", "user-data")) == 0
}
