package policy.azure.network.remote_desktop_ingress_open_test

import data.policy.azure.network.remote_desktop_ingress_open as rule

rdp := {
	"direction": "Inbound",
	"access": "Allow",
	"protocol": "Tcp",
	"destination_port_range": "3389",
	"source_address_prefix": "*",
}

found(kind, attributes) := violations if {
	violations := rule.deny with input.resources as {kind: [{"id": "x", "root": ".", "unknown": [], "attributes": attributes}]}
}

test_denies_remote_desktop_for_anyone if {
	found("azurerm_network_security_rule", rdp) == {{
		"resource": "x",
		"path": ["source_address_prefix"],
		"message": "Port 3389 (Remote Desktop) is open to `*`",
		"needs": [{"resource": "x", "path": ["network_security_group_name"]}],
	}}
	paths := {violation.path | some violation in found("azurerm_network_security_group", {"security_rule": [{"access": "Allow"}, rdp]})}
	paths == {["security_rule", 1, "source_address_prefix"]}
}

test_allows_others if {
	every change in [{"destination_port_range": "443"}, {"source_address_prefix": "10.0.0.0/8"}, {"access": "Deny"}] {
		found("azurerm_network_security_rule", object.union(rdp, change)) == set()
	}
	found("azurerm_network_security_group", {}) == set()
}
