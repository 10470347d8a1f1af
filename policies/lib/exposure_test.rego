package lib.exposure_test

import data.lib.exposure

given := {
	"exposures": [
		{"id": "a", "kind": "Pod", "workloads": [0, 2], "standing": "open", "entries": ["s"], "stations": [{"resource": "s"}, {"resource": "a"}]},
		{"id": "b", "kind": "Pod", "standing": "possible", "entries": []},
		{"id": "c", "kind": "Service", "standing": "unknown", "entries": []},
	],
	"workloads": [{"id": "a", "path": ["x"]}, {"id": "b", "path": []}, {"id": "a", "path": ["y"]}],
}

test_open_and_unknown_ones_count if {
	[one.id | some one in exposure.reached] == ["a", "c"] with input as given
	[one.id | some one in exposure.of_kind("Service")] == ["c"] with input as given
}

test_workloads_belong_to_their_holder if {
	[one.path | some one in exposure.workloads({"workloads": [0, 2]})] == [["x"], ["y"]] with input as given
	exposure.workloads({"workloads": []}) == [] with input as given
}

test_the_door_is_the_first_station if exposure.door(given.exposures[0]) == {"resource": "s"}

opened(more) := object.union({"standing": "open", "protocol": "tcp", "unknown": []}, more)

test_openings_hold_a_port_or_may if {
	all := {"openings": [
		opened({"from": 1, "to": 100}),
		opened({"from": 23, "to": 100}),
		opened({"from": 1, "to": 100, "protocol": "udp"}),
		opened({"from": 1, "to": 100, "standing": "possible"}),
		opened({"unknown": [{"resource": "x", "path": []}]}),
		opened({}),
	]}
	count(exposure.openings(all, 22)) == 2
}

test_administration if exposure.administration[22] == "SSH"

administered(unknown) if {
	opening := {"standing": "open", "protocol": "tcp", "from": 3389, "to": 3389, "unknown": []}
	one := {"id": "m", "standing": "open", "unknown": unknown, "openings": [opening]}
	exposure.is_administered_from_anywhere({"id": "m"}) with input as {"exposures": [one]}
}

test_machines_that_are_administered_from_anywhere if {
	administered([])
	not administered([{"resource": "f", "path": ["source_ranges"]}])
}

test_doubts if {
	one := {"id": "m", "standing": "unknown", "unknown": [1], "openings": [{"unknown": [2]}]}
	found := exposure.doubts({"id": "m"}) with input as {"exposures": [one]}
	found == [1, 2]
}

test_the_way_to_a_port_names_each_place_once if {
	stations := [
		{"resource": "group", "path": ["rule"], "note": "lets the internet in to the machine"},
		{"resource": "group", "path": ["other"], "note": "lets the internet in on another port"},
		{"resource": "gateway", "path": ["route"], "note": "leads there"},
		{"resource": "machine", "path": ["address"], "note": "gives the machine a public address"},
	]
	openings := [{"resource": "group", "path": ["rule"]}, {"resource": "group", "path": ["other"]}]
	exposure.to_port({"stations": stations, "openings": openings}, {"resource": "group", "path": ["rule"]}, 22) == [
		{"resource": "group", "path": ["rule"], "note": "lets the internet in on port 22"},
		{"resource": "gateway", "path": ["route"], "note": "leads there"},
	]
}
