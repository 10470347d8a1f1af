package policy.terraform.output.credential_test

import data.policy.terraform.output.credential

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
	denied := credential.deny with input as {"credential_flows": all}
}

test_credential_is_denied if {
	some finding in found("output", "output")
	finding.message == "The output prints `secret` of y at the end of every run"
	finding.path == ["a"]
	count(finding.evidence) == 1
}

test_another_place_is_not_judged_here if {
	count(found("output", "object")) == 0
}
