package policy.azure.resource.deployment_credential_test

import data.policy.azure.resource.deployment_credential

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
	denied := deployment_credential.deny with input as {"credential_flows": all}
}

test_credential_is_denied if {
	some finding in found("azurerm_app_configuration_key", "parameter")
	finding.message == "The configuration holds `secret` of y; all who may view it can read it"
	finding.path == ["a"]
	count(finding.evidence) == 1
}

test_another_place_is_not_judged_here if {
	count(found("azurerm_app_configuration_key", "object")) == 0
	count(found("aws_ssm_parameter", "parameter")) == 0
}
