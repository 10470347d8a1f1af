package policy.aws.ssm.parameter_credential_test

import data.policy.aws.ssm.parameter_credential

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
	denied := parameter_credential.deny with input as {"credential_flows": all}
}

test_credential_is_denied if {
	some finding in found("aws_ssm_parameter", "parameter")
	finding.message == "The parameter is not a SecureString and holds `secret` of y"
	finding.path == ["a"]
	count(finding.evidence) == 1
}

test_another_place_is_not_judged_here if {
	count(found("aws_ssm_parameter", "object")) == 0
	count(found("tfe_variable", "parameter")) == 0
}
