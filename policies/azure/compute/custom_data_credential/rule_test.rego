package policy.azure.compute.custom_data_credential_test

import data.policy.azure.compute.custom_data_credential

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
	denied := custom_data_credential.deny with input as {"credential_flows": all}
}

test_credential_is_denied if {
	some finding in found("azurerm_linux_virtual_machine", "user-data")
	finding.message == "The machine's start-up data holds `secret` of y"
	finding.path == ["a"]
	count(finding.evidence) == 1
}

test_another_place_is_not_judged_here if {
	count(found("azurerm_linux_virtual_machine", "object")) == 0
	count(found("aws_instance", "user-data")) == 0
}
