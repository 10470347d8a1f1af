package policy.azure.app.settings_credential_test

import data.policy.azure.app.settings_credential

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
	denied := settings_credential.deny with input as {"credential_flows": all}
}

test_credential_is_denied if {
	some finding in found("azurerm_linux_web_app", "environment")
	finding.message == "The settings hold `secret` of y; all who may manage the app can read it"
	finding.path == ["a"]
	count(finding.evidence) == 1
}

test_another_place_is_not_judged_here if {
	count(found("azurerm_linux_web_app", "object")) == 0
	count(found("azurerm_container_group", "environment")) == 0
}
