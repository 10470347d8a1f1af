package policy.kubernetes.helm.values_credential_test

import data.policy.kubernetes.helm.values_credential

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
	denied := values_credential.deny with input as {"credential_flows": all}
}

test_credential_is_denied if {
	some finding in found("helm_release", "release-values")
	finding.message == "The release's values hold `secret` of y; plans and `helm get values` show it"
	finding.path == ["a"]
	count(finding.evidence) == 1
}

test_another_place_is_not_judged_here if {
	count(found("helm_release", "object")) == 0
}
