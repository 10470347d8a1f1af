package policy.kubernetes.config.configmap_credential_test

import data.policy.kubernetes.config.configmap_credential

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
	denied := configmap_credential.deny with input as {"credential_flows": all}
}

test_credential_is_denied if {
	some finding in found("ConfigMap", "config-map")
	finding.message == "The ConfigMap holds `secret` of y; all who may read ConfigMaps of the namespace can read it"
	finding.path == ["a"]
	count(finding.evidence) == 1
}

test_another_place_is_not_judged_here if {
	count(found("ConfigMap", "object")) == 0
}
