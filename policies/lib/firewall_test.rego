package lib.firewall_test

import data.lib.firewall as lib

firewall(attributes) := {
	"id": "f",
	"unknown": [],
	"attributes": object.union(
		{"source_ranges": ["0.0.0.0/0"], "allow": [{"protocol": "tcp", "ports": ["3389"]}]},
		attributes,
	),
}

open(attributes) := lib.open_to_internet(firewall(attributes), 3389, "RDP")

paths(attributes) := {one.path | some one in open(attributes)}

needed(attributes) := {need.path | some one in open(attributes); some need in one.needs}

test_denies_rdp_from_anywhere if {
	open({"source_ranges": ["10.0.0.0/8", "0.0.0.0/0"]}) == [{
		"path": ["source_ranges", 1],
		"message": "0.0.0.0/0 may connect to port 3389 (RDP)",
		"needs": [{"resource": "f", "path": ["direction"]}, {"resource": "f", "path": ["disabled"]}],
		"whole": false,
	}]
}

test_denies_every_way_to_write_it if {
	every allow in [
		{"protocol": "tcp", "ports": ["3380-3390"]},
		{"protocol": "TCP", "ports": ["22", "0-65535"]},
		{"protocol": "6", "ports": [3389]},
		{"protocol": 6, "ports": ["3389"]},
		{"protocol": "tcp"},
		{"protocol": "tcp", "ports": []},
		{"protocol": "all"},
	] {
		paths({"allow": [{"protocol": "icmp"}, allow]}) == {["source_ranges", 0]}
	}
}

test_denies_ipv6_and_ingress if {
	paths({"source_ranges": ["::/0"], "direction": "INGRESS", "disabled": false}) == {["source_ranges", 0]}
}

test_reports_a_source_once if {
	paths({"allow": [{"protocol": "tcp"}, {"protocol": "tcp", "ports": ["3389"]}, {"protocol": "all"}]}) == {["source_ranges", 0]}
}

test_denies_no_source_at_all if {
	paths({"source_ranges": []}) == {["source_ranges"]}
	needed({"source_ranges": [], "allow": [{"protocol": "tcp"}]}) == {
		["direction"],
		["disabled"],
		["allow", 0, "ports", 0],
		["source_ranges", 0],
		["source_tags", 0],
		["source_service_accounts", 0],
	}
}

test_denies_tags_beside_an_open_range if {
	paths({"source_tags": ["bastion"]}) == {["source_ranges", 0]}
}

test_allows_other_sources if {
	paths({"source_ranges": ["203.0.113.0/24"]}) == set()
	paths({"source_ranges": [], "source_tags": ["bastion"]}) == set()
	paths({"source_ranges": [], "source_service_accounts": ["a@p.iam.gserviceaccount.com"]}) == set()
}

test_allows_other_ports_and_protocols if {
	every allow in [
		{"protocol": "tcp", "ports": ["22", "8000-9000"]},
		{"protocol": "udp", "ports": ["3389"]},
		{"protocol": "icmp"},
		{"protocol": 17},
		{"protocol": null},
	] {
		paths({"allow": [allow]}) == set()
	}
}

test_allows_egress_disabled_and_deny if {
	paths({"direction": "EGRESS"}) == set()
	paths({"disabled": true}) == set()
	paths({"allow": [], "deny": [{"protocol": "tcp", "ports": ["3389"]}]}) == set()
}

test_says_nothing_of_unknown_ports if {
	paths({"allow": [{"protocol": "tcp", "ports": [null]}]}) == set()
}

said(allow) := {one.message | some one in open({"allow": allow})}

test_says_what_is_open if {
	every port in ["3389", "3000-4000"] {
		said([{"protocol": "tcp", "ports": [port]}]) == {"0.0.0.0/0 may connect to port 3389 (RDP)"}
	}
	every allow in [
		{"protocol": "tcp"},
		{"protocol": "tcp", "ports": ["0-65535"]},
		{"protocol": 6, "ports": ["1-65535"]},
	] {
		said([{"protocol": "tcp", "ports": ["3389"]}, allow]) == {"0.0.0.0/0 may connect to every TCP port, 3389 (RDP) among them"}
	}
	said([{"protocol": "ALL"}]) == {"0.0.0.0/0 may connect to every port of every protocol, 3389 (RDP) among them"}
}

test_unknown_ports_are_not_all_ports if {
	hidden := object.union(firewall({"allow": [{"protocol": "tcp"}]}), {"unknown": [["allow", 0, "ports"]]})
	[one] := lib.open_to_internet(hidden, 3389, "RDP")
	one.message == "0.0.0.0/0 may connect to port 3389 (RDP)"
}
