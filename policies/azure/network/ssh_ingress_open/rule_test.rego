package policy.azure.network.ssh_ingress_open_test

import data.policy.azure.network.ssh_ingress_open

findings(kind, attributes) := found if {
	found := ssh_ingress_open.deny with input.resources as {kind: [{"id": "x", "attributes": attributes}]}
}

paths(kind, attributes) := {finding.path | some finding in findings(kind, attributes)}

ssh := {
	"direction": "Inbound",
	"access": "Allow",
	"protocol": "Tcp",
	"destination_port_range": "22",
	"source_address_prefix": "*",
}

changed(change) := paths("azurerm_network_security_rule", object.union(ssh, change))

test_rule_of_its_own if {
	findings("azurerm_network_security_rule", ssh) == {{
		"resource": "x",
		"path": ["source_address_prefix"],
		"message": "Port 22 (SSH) is open to `*`",
	}}
}

test_rules_in_the_group if {
	narrow := object.union(ssh, {"source_address_prefix": "10.0.0.0/16"})
	paths("azurerm_network_security_group", {"security_rule": [narrow, ssh]}) == {
		["security_rule", 1, "source_address_prefix"],
	}
	paths("azurerm_network_security_group", {}) == set()
}

test_sources if {
	every source in ["*", "Internet", "INTERNET", "any", "0.0.0.0/0", "::/0", "<nw>/0"] {
		count(changed({"source_address_prefix": source})) == 1
	}
	every source in ["VirtualNetwork", "AzureLoadBalancer", "203.0.113.7", "10.0.0.0/8", ""] {
		changed({"source_address_prefix": source}) == set()
	}
	several := object.remove(ssh, ["source_address_prefix"])
	sources := {"source_address_prefixes": ["10.0.0.0/16", null, "0.0.0.0/0"]}
	paths("azurerm_network_security_rule", object.union(several, sources)) == {["source_address_prefixes", 2]}
}

test_ports if {
	every ports in ["*", 22, "22", "20-30", "0-65535"] {
		count(changed({"destination_port_range": ports})) == 1
	}
	every ports in ["443", 443, "23-65535", ""] {
		changed({"destination_port_range": ports}) == set()
	}
	several := object.remove(ssh, ["destination_port_range"])
	ranges := {"destination_port_ranges": [443, "20-25"]}
	count(paths("azurerm_network_security_rule", object.union(several, ranges))) == 1
	paths("azurerm_network_security_rule", several) == set()
}

test_other_rules if {
	every change in [{"direction": "Outbound"}, {"access": "Deny"}, {"protocol": "Icmp"}, {"protocol": "Udp"}] {
		changed(change) == set()
	}
	every change in [{"direction": "inbound"}, {"access": "allow"}, {"protocol": "*"}, {"protocol": "TCP"}] {
		count(changed(change)) == 1
	}
}

# What is unknown is absent here; the engine sees that the policy asked for it.
test_unknown_values_do_not_fire if {
	every name in ["direction", "access", "protocol", "destination_port_range", "source_address_prefix"] {
		paths("azurerm_network_security_rule", object.remove(ssh, [name])) == set()
	}
}
