package lib.security_rule_test

import data.lib.security_rule

rdp := {
	"priority": 200,
	"direction": "Inbound",
	"access": "Allow",
	"protocol": "Tcp",
	"destination_port_range": "3389",
	"source_address_prefix": "Internet",
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

of_group(rules, port) := [opening.path | some opening in found] if {
	group := {"id": "g", "root": ".", "unknown": [], "attributes": {"security_rule": rules}}
	found := security_rule.of_group(group, port) with input.resources as {"azurerm_network_security_group": [group]}
}

test_open_to_anyone if {
	of_group([rdp], 3389) == [["security_rule", 0, "source_address_prefix"]]
	several := object.union(rdp, {"destination_port_ranges": ["22", "3000-4000"], "source_address_prefixes": ["10.0.0.0/8", "::/0"]})
	narrowed := object.remove(several, ["destination_port_range", "source_address_prefix"])
	of_group([narrowed], 3389) == [["security_rule", 0, "source_address_prefixes", 1]]
}

test_not_open if {
	of_group([rdp], 22) == []
	every change in [{"direction": "Outbound"}, {"access": "Deny"}, {"protocol": "Udp"}, {"source_address_prefix": "VirtualNetwork"}] {
		of_group([object.union(rdp, change)], 3389) == []
	}
}

test_refused_before if {
	of_group([rdp, nothing], 3389) == []
	late := object.union(nothing, {"priority": 300})
	count(of_group([rdp, late], 3389)) == 1
}

test_rule_of_its_own if {
	rule := {"id": "r", "root": ".", "unknown": [], "references": [], "attributes": rdp}
	found := security_rule.of_rule(rule, 3389) with input.resources as {"azurerm_network_security_rule": [rule]}
	found == [{"path": ["source_address_prefix"], "prefix": "Internet", "needs": [{"resource": "r", "path": ["network_security_group_name"]}]}]
}

test_refused_by_a_rule_apart if {
	refers := [{"kind": "azurerm_network_security_group", "index": 0, "via": ["network_security_group_name"]}]
	rules := [
		{"id": "r0", "root": ".", "unknown": [], "references": refers, "attributes": rdp},
		{"id": "r1", "root": ".", "unknown": [], "references": refers, "attributes": nothing},
	]
	back := [{"kind": "azurerm_network_security_rule", "index": i, "via": ["network_security_group_name"]} | some i in [0, 1]]
	group := {"id": "g", "root": ".", "unknown": [], "attributes": {}, "referred_by": back}
	resources := {"azurerm_network_security_group": [group], "azurerm_network_security_rule": rules}
	found := security_rule.of_rule(rules[0], 3389) with input.resources as resources
	found == []
}

test_rests_on_what_may_refuse if {
	unknown := ["security_rule", 1, "priority"]
	rules := [rdp, object.remove(nothing, ["priority"])]
	group := {"id": "g", "root": ".", "unknown": [unknown], "attributes": {"security_rule": rules}}
	found := security_rule.of_group(group, 3389) with input.resources as {"azurerm_network_security_group": [group]}
	some opening in found
	opening.needs == [{"resource": "g", "path": ["security_rule", 0, "priority"]}, {"resource": "g", "path": unknown}]
}
