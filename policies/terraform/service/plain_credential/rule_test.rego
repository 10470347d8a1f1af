package policy.terraform.service.plain_credential_test

import data.policy.terraform.service.plain_credential

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
	denied := plain_credential.deny with input as {"credential_flows": all}
}

test_credential_is_denied if {
	some finding in found("digitalocean_droplet", "user-data")
	finding.message == "This setting is plain text and holds `secret` of y"
	finding.path == ["a"]
	count(finding.evidence) == 1
}

test_another_place_is_not_judged_here if {
	count(found("digitalocean_droplet", "label")) == 0
	count(found("aws_instance", "user-data")) == 0
}
