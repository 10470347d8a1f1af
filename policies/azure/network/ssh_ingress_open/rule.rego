# METADATA
# title: Network security group opens SSH to the internet
# description: |
#   A network security group is Azure's firewall for virtual machines and subnets. This rule lets every address on the
#   internet connect to port 22, where machines take remote logins.
#
#   Such ports are found by scanners within minutes. From then on one leaked key, weak password or flaw in the SSH
#   server is enough to take the machine over, and from there whatever its network and its identity reach.
# related_resources:
#   - https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview
#   - https://learn.microsoft.com/azure/bastion/bastion-overview
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `source_address_prefix` to the network that needs to log in, or remove the rule and log in through Azure
#     Bastion or just-in-time access, which need no open port.
#   aliases: [CKV_AZURE_10, AZU-0050, AC_AZURE_0285]
#   compliance: {cis-azure-1.5: ["6.2"]}
package policy.azure.network.ssh_ingress_open

import data.lib.attribute
import data.lib.graph
import data.lib.network

deny contains {
	"resource": rule.id,
	"path": source.path,
	"message": message(source.prefix),
	"needs": needs,
} if {
	some rule in input.resources.azurerm_network_security_rule
	admits_ssh(rule.attributes)
	some source in open_sources(rule.attributes)
	groups := graph.targets_via(rule, "azurerm_network_security_group", "network_security_group_name")
	before := [other | some group in groups; some other in refusing[group.id]; may_come_before(other, rule.attributes)]
	not refused(before, rule.attributes, source.prefix)
	needs := rests_on({"resource": rule.id, "path": []}, groups, before)
}

deny contains {
	"resource": group.id,
	"path": array.concat(["security_rule", i], source.path),
	"message": message(source.prefix),
	"needs": needs,
} if {
	some group in input.resources.azurerm_network_security_group
	some i, rule in group.attributes.security_rule
	admits_ssh(rule)
	some source in open_sources(rule)
	before := [other | some other in refusing[group.id]; may_come_before(other, rule)]
	not refused(before, rule, source.prefix)
	needs := rests_on({"resource": group.id, "path": ["security_rule", i]}, [group], before)
}

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

refused(before, rule, prefix) if {
	some other in before
	attribute.number(other.says.priority) < attribute.number(rule.priority)
	lower(other.says.direction) == "inbound"
	lower(other.says.access) == "deny"
	lower(other.says.protocol) in {"tcp", "*"}
	other.says.source_port_range == "*"
	other.says.destination_address_prefix == "*"
	names_ssh(other.says)
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

message(prefix) := sprintf("Port 22 (SSH) is open to `%s`", [prefix])

# Azure ignores the case of all these words.
admits_ssh(rule) if {
	lower(rule.direction) == "inbound"
	lower(rule.access) == "allow"
	lower(rule.protocol) in {"tcp", "*"}
	names_ssh(rule)
}

names_ssh(rule) if network.port_text_holds(rule.destination_port_range, 22)

names_ssh(rule) if {
	some ports in rule.destination_port_ranges
	network.port_text_holds(ports, 22)
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
