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
		"needs": [{"resource": "x", "path": ["network_security_group_name"]}],
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

found(rules) := {finding.path | some finding in violations(rules)}

violations(rules) := found if {
	group := {"id": "g", "root": ".", "attributes": {"security_rule": rules}, "unknown": []}
	found := ssh_ingress_open.deny with input.resources as {"azurerm_network_security_group": [group]}
}

nothing := {
	"priority": 100,
	"direction": "Inbound",
	"access": "Deny",
	"protocol": "*",
	"source_port_range": "*",
	"source_address_prefix": "*",
	"destination_port_range": "*",
	"destination_address_prefix": "*",
}

test_refused_before if {
	late := object.union(ssh, {"priority": 200})
	found([late, nothing]) == set()
	found([late, object.union(nothing, {"source_address_prefix": "Internet", "priority": "100"})]) == set()
	every change in [
		{"priority": 300}, {"direction": "Outbound"}, {"access": "Allow"}, {"protocol": "Udp"}, {"source_port_range": "22"},
		{"source_address_prefix": "0.0.0.0/0"}, {"destination_port_range": "80"}, {"destination_address_prefix": "10.0.0.4"},
	] {
		["security_rule", 0, "source_address_prefix"] in found([late, object.union(nothing, change)])
	}
}

test_rests_on_what_may_refuse if {
	rules := [object.union(ssh, {"priority": 200}), object.remove(nothing, ["priority"])]
	unknown := ["security_rule", 1, "priority"]
	group := {"id": "g", "root": ".", "attributes": {"security_rule": rules}, "unknown": [unknown]}
	found := ssh_ingress_open.deny with input.resources as {"azurerm_network_security_group": [group]}
	some finding in found
	{"resource": "g", "path": ["security_rule", 0, "priority"]} in finding.needs
	{"resource": "g", "path": unknown} in finding.needs
}

test_refused_by_a_rule_apart if {
	late := object.union(ssh, {"priority": 200})
	via := ["network_security_group_name"]
	rules := [
		{"id": "r0", "unknown": [], "attributes": late, "references": [{"kind": "azurerm_network_security_group", "index": 0, "via": via}]},
		{"id": "r1", "unknown": [], "attributes": nothing, "references": [{"kind": "azurerm_network_security_group", "index": 0, "via": via}]},
	]
	group := {
		"id": "g", "root": ".", "attributes": {}, "unknown": [],
		"referred_by": [{"kind": "azurerm_network_security_rule", "index": i, "via": via} | some i in [0, 1]],
	}
	resources := {"azurerm_network_security_group": [group], "azurerm_network_security_rule": rules}
	count(ssh_ingress_open.deny) == 0 with input.resources as resources
	alone := object.union(resources, {"azurerm_network_security_group": [object.union(group, {"referred_by": []})]})
	count(ssh_ingress_open.deny) == 1 with input.resources as alone
}
