package policy.terraform.label.credential_test

import data.policy.terraform.label.credential

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
	some finding in found("aws_instance", "label")
	finding.message == "Tags, labels and descriptions are shown to everyone, and this one holds `secret` of y"
	finding.path == ["a"]
	count(finding.evidence) == 1
}

test_settings_of_a_channel_are_called_so if {
	some finding in found("google_monitoring_notification_channel", "label")
	startswith(finding.message, "The labels of a notification channel are its settings")
}

test_another_place_is_not_judged_here if {
	count(found("aws_instance", "object")) == 0
}
