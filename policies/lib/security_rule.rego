# What rules of Azure's network security groups let the whole internet in to.
package lib.security_rule

import data.lib.attribute
import data.lib.graph
import data.lib.network

# Sources of a rule of its own that are anyone, where it lets them connect to a TCP port and no rule refuses it before.
of_rule(rule, port) := [opening |
	admits(rule.attributes, port)
	some source in open_sources(rule.attributes)
	groups := graph.targets_via(rule, "azurerm_network_security_group", "network_security_group_name")
	before := [other | some group in groups; some other in refusing[group.id]; may_come_before(other, rule.attributes)]
	not refused(before, rule.attributes, source.prefix, port)
	group_needs := [{"resource": rule.id, "path": ["network_security_group_name"]} | count(groups) == 0]
	needs := array.concat(group_needs, rests_on({"resource": rule.id, "path": []}, groups, before))
	opening := {"path": source.path, "prefix": source.prefix, "needs": needs}
]

# The same of the rules that are written in a group.
of_group(group, port) := [opening |
	some i, rule in group.attributes.security_rule
	admits(rule, port)
	some source in open_sources(rule)
	before := [other | some other in refusing[group.id]; may_come_before(other, rule)]
	not refused(before, rule, source.prefix, port)
	needs := rests_on({"resource": group.id, "path": ["security_rule", i]}, [group], before)
	opening := {"path": array.concat(["security_rule", i], source.path), "prefix": source.prefix, "needs": needs}
]

# The rules of each group that refuse something, or may.
refusing := {group.id: array.concat(own, apart) |
	some group in input.resources.azurerm_network_security_group
	own := [{"from": group, "path": ["security_rule", i], "says": rule} |
		some i, rule in group.attributes.security_rule
		may_refuse(rule)
	]
	apart := [{"from": rule, "path": [], "says": rule.attributes} |
		some rule in graph.referrers_via(group, "azurerm_network_security_rule", "network_security_group_name")
		may_refuse(rule.attributes)
	]
}

may_refuse(rule) if {
	not lower(rule.access) == "allow"
	not lower(rule.direction) == "outbound"
}

# The lowest number is looked at first, and no two rules have the same.
may_come_before(other, rule) if not attribute.number(other.says.priority) >= attribute.number(rule.priority)

refused(before, rule, prefix, port) if {
	some other in before
	attribute.number(other.says.priority) < attribute.number(rule.priority)
	lower(other.says.direction) == "inbound"
	lower(other.says.access) == "deny"
	lower(other.says.protocol) in {"tcp", "*"}
	other.says.source_port_range == "*"
	other.says.destination_address_prefix == "*"
	names_port(other.says, port)
	some source in open_sources(other.says)
	holds_all_of(source.prefix, prefix)
}

holds_all_of(wide, _) if lower(wide) in words_for_anyone

holds_all_of(wide, prefix) if wide == prefix

# What a rule rests on that no other one refuses: what those say that may, and that there are no more of them.
rests_on(own, groups, before) := array.concat(
	[{"resource": own.resource, "path": array.concat(own.path, ["priority"])} | count(before) > 0],
	array.concat(
		[need | some other in before; some need in attribute.unknown_in(other.from, other.path, looked_at)],
		[need | some group in groups; some need in unseen(group)],
	),
)

looked_at := {
	"access", "direction", "protocol", "priority", "source_address_prefix", "source_address_prefixes", "source_port_range",
	"destination_address_prefix", "destination_port_range", "destination_port_ranges",
}

unseen(group) := array.concat(
	attribute.unknown_in(group, ["security_rule"], []),
	graph.unresolved(group, "azurerm_network_security_rule", "network_security_group_name"),
)

# Azure ignores the case of all these words.
admits(rule, port) if {
	lower(rule.direction) == "inbound"
	lower(rule.access) == "allow"
	lower(rule.protocol) in {"tcp", "*"}
	names_port(rule, port)
}

names_port(rule, port) if network.port_text_holds(rule.destination_port_range, port)

names_port(rule, port) if {
	some ports in rule.destination_port_ranges
	network.port_text_holds(ports, port)
}

open_sources(rule) := array.concat(
	[{"path": ["source_address_prefix"], "prefix": prefix} |
		prefix := rule.source_address_prefix
		is_anyone(prefix)
	],
	[{"path": ["source_address_prefixes", i], "prefix": prefix} |
		some i, prefix in rule.source_address_prefixes
		is_anyone(prefix)
	],
)

is_anyone(prefix) if {
	is_string(prefix)
	lower(prefix) in words_for_anyone
}

words_for_anyone := {"*", "any", "internet"}

is_anyone(prefix) if network.is_internet(prefix)
