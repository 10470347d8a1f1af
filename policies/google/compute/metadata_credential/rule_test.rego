package policy.google.compute.metadata_credential_test

import data.policy.google.compute.metadata_credential

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
	denied := metadata_credential.deny with input as {"credential_flows": all}
}

test_credential_is_denied if {
	some finding in found("google_compute_instance", "user-data")
	finding.message == "Metadata holds `secret` of y; every process on the machine, and all who may view it, can read it"
	finding.path == ["a"]
	count(finding.evidence) == 1
}

test_another_place_is_not_judged_here if {
	count(found("google_compute_instance", "object")) == 0
	count(found("aws_instance", "user-data")) == 0
}
