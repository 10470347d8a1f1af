package policy.google.compute.rdp_ingress_open_test

import data.policy.google.compute.rdp_ingress_open as rule

violations(attributes) := found if {
	found := rule.deny with input.resources.google_compute_firewall as [{
		"id": "f",
		"unknown": [],
		"attributes": attributes,
	}]
}

test_denies if {
	violations({"source_ranges": ["0.0.0.0/0"], "allow": [{"protocol": "tcp", "ports": ["3389"]}]}) == {{
		"resource": "f",
		"path": ["source_ranges", 0],
		"message": "0.0.0.0/0 may connect to port 3389 (RDP)",
		"needs": [{"resource": "f", "path": ["direction"]}, {"resource": "f", "path": ["disabled"]}],
	}}
}

test_allows if {
	violations({"source_ranges": ["10.0.0.0/8"], "allow": [{"protocol": "tcp", "ports": ["3389"]}]}) == set()
}
