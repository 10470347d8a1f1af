package policy.aws.codebuild.environment_credential_test

import data.policy.aws.codebuild.environment_credential

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
	denied := environment_credential.deny with input as {"credential_flows": all}
}

test_credential_is_denied if {
	some finding in found("aws_codebuild_project", "environment")
	finding.message == "The build's environment holds `secret` of y as plain text"
	finding.path == ["a"]
	count(finding.evidence) == 1
}

test_another_place_is_not_judged_here if {
	count(found("aws_codebuild_project", "object")) == 0
	count(found("aws_lambda_function", "environment")) == 0
}
