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

import data.lib.network

deny contains {"resource": rule.id, "path": source.path, "message": message(source.prefix)} if {
	some rule in input.resources.azurerm_network_security_rule
	admits_ssh(rule.attributes)
	some source in open_sources(rule.attributes)
}

deny contains {
	"resource": group.id,
	"path": array.concat(["security_rule", i], source.path),
	"message": message(source.prefix),
} if {
	some group in input.resources.azurerm_network_security_group
	some i, rule in group.attributes.security_rule
	admits_ssh(rule)
	some source in open_sources(rule)
}

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
	lower(prefix) in {"*", "any", "internet"}
}

is_anyone(prefix) if network.is_internet(prefix)
