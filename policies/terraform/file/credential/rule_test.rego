package policy.terraform.file.credential_test

import data.policy.terraform.file.credential

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
	some finding in found("local_file", "file")
	finding.message == "The file, which every user of the machine may read, holds `secret` of y"
	finding.path == ["a"]
	count(finding.evidence) == 1
}

test_another_place_is_not_judged_here if {
	count(found("local_file", "object")) == 0
}

kept(permission) if {
	all := [flow("local_file", "file")]
	resources := {"local_file": [{"id": "x", "attributes": {"file_permission": permission}}]}
	denied := credential.deny with input as {"credential_flows": all, "resources": resources}
	count(denied) == 0
}

test_a_file_of_its_owner_alone_is_left_out if {
	kept("0600")
	kept("640")
	not kept("0644")
	not kept("0777")
}
