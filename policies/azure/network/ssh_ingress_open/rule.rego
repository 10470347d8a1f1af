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

import data.lib.security_rule

deny contains {
	"resource": rule.id,
	"path": opening.path,
	"message": message(opening.prefix),
	"needs": opening.needs,
} if {
	some rule in input.resources.azurerm_network_security_rule
	some opening in security_rule.of_rule(rule, 22)
}

deny contains {
	"resource": group.id,
	"path": opening.path,
	"message": message(opening.prefix),
	"needs": opening.needs,
} if {
	some group in input.resources.azurerm_network_security_group
	some opening in security_rule.of_group(group, 22)
}

message(prefix) := sprintf("Port 22 (SSH) is open to `%s`", [prefix])
