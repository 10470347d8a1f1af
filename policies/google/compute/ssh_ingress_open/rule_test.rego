package policy.google.compute.ssh_ingress_open_test

import data.policy.google.compute.ssh_ingress_open as rule

violations(attributes) := found if {
	found := rule.deny with input.resources.google_compute_firewall as [{
		"id": "f",
		"unknown": [],
		"attributes": attributes,
	}]
}

test_denies if {
	violations({"source_ranges": ["0.0.0.0/0"], "allow": [{"protocol": "tcp", "ports": ["22"]}]}) == {{
		"resource": "f",
		"path": ["source_ranges", 0],
		"message": "0.0.0.0/0 may connect to port 22 (SSH)",
		"needs": [{"resource": "f", "path": ["direction"]}, {"resource": "f", "path": ["disabled"]}],
	}}
}

test_allows if {
	violations({"source_ranges": ["10.0.0.0/8"], "allow": [{"protocol": "tcp", "ports": ["22"]}]}) == set()
}

# Those are reported as such.
test_leaves_every_port_to_another_rule if {
	violations({"source_ranges": ["0.0.0.0/0"], "allow": [{"protocol": "tcp"}]}) == set()
}
