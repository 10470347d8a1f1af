package policy.aws.cloudformation.parameter_credential_test

import data.policy.aws.cloudformation.parameter_credential

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
	some finding in found("aws_cloudformation_stack", "definition")
	finding.message == "The stack holds `secret` of y; all who may describe it can read it"
	finding.path == ["a"]
	count(finding.evidence) == 1
}

test_another_place_is_not_judged_here if {
	count(found("aws_cloudformation_stack", "object")) == 0
	count(found("aws_sfn_state_machine", "definition")) == 0
}

# What is found where a stack hands over the parameter `p` to a template.
with_template(template) := denied if {
	stack := {"id": "x", "attributes": {"template_body": template}}
	all := [object.union(flow("aws_cloudformation_stack", "definition"), {"path": ["parameters", "p"]})]
	denied := parameter_credential.deny with input as {
		"credential_flows": all,
		"resources": {"aws_cloudformation_stack": [stack]},
	}
}

test_parameter_that_is_not_shown_is_accepted if {
	count(with_template({"Parameters": {"p": {"NoEcho": "true"}}})) == 0
	count(with_template("Parameters:\n  p:\n    NoEcho: true\n")) == 0
}

test_parameter_that_is_shown_is_denied if {
	some finding in with_template({"Parameters": {"p": {"Type": "String"}, "q": {"NoEcho": true}}})
	finding.needs == [{"resource": "x", "path": ["template_body", "Parameters", "p", "NoEcho"]}]
	count(with_template("Parameters:\n  p:\n    Type: String\n")) == 1
}

test_parameters_that_are_unknown_leave_it_open if {
	all := [object.union(flow("aws_cloudformation_stack", "definition"), {"path": ["parameters"]})]
	denied := parameter_credential.deny with input as {"credential_flows": all}
	some finding in denied
	finding.needs == [{"resource": "x", "path": ["parameters"]}]
}
