package policy.aws.service.definition_credential_test

import data.policy.aws.service.definition_credential

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
	denied := definition_credential.deny with input as {"credential_flows": all}
}

test_credential_is_denied if {
	some finding in found("aws_sfn_state_machine", "definition")
	finding.message == "The definition holds `secret` of y; all who may describe it can read it"
	finding.path == ["a"]
	count(finding.evidence) == 1
}

test_another_place_is_not_judged_here if {
	count(found("aws_sfn_state_machine", "object")) == 0
	count(found("aws_cloudformation_stack", "definition")) == 0
}
