package policy.google.exposure.administration_port_test

import data.policy.google.exposure.administration_port

exposed(id, kind, more) := object.union(
	{
		"id": id,
		"kind": kind,
		"index": 0,
		"standing": "open",
		"hops": 0,
		"stations": [{"resource": "door", "path": ["opens"], "note": "opens it"}],
		"openings": [],
		"entries": ["door"],
		"reaches": [],
		"workloads": [0],
		"unknown": [],
	},
	more,
)


at(more) := {"exposures": [exposed("m", "google_compute_instance", object.union({
	"stations": [{"resource": "group", "path": ["rule"], "note": ""}, {"resource": "address", "path": ["public"], "note": ""}],
	"openings": [
		{"resource": "group", "path": ["web"], "protocol": "tcp", "standing": "open", "from": 443, "to": 443, "unknown": []},
		{"resource": "group", "path": ["rule"], "protocol": "tcp", "standing": "open", "from": 20, "to": 30, "unknown": []},
	],
}, more))]}

test_the_address_is_denied if {
	given := at({})
	some denied in administration_port.deny with input as given
	denied.at == "address"
	[[sign.resource, sign.path] | some sign in denied.evidence] == [["group", ["rule"]]]
}

test_machines_behind_something_pass if {
	given := at({"hops": 1})
	found := administration_port.deny with input as given
	count(found) == 0
}

test_other_ports_pass if {
	given := at({"openings": [{"resource": "group", "path": [], "protocol": "tcp", "standing": "open", "from": 443, "to": 443, "unknown": []}]})
	found := administration_port.deny with input as given
	count(found) == 0
}
