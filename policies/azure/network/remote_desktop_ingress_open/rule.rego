# METADATA
# title: Network security group opens Remote Desktop to the internet
# description: |
#   A network security group is Azure's firewall for virtual machines and subnets. This rule lets every address on the
#   internet connect to port 3389, where Windows takes remote logins.
#
#   Such ports are found by scanners within minutes and tried with leaked and guessed passwords all day. Flaws in
#   Remote Desktop itself have let strangers in without any, and it is a usual way for ransomware to enter.
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
#   aliases: [CKV_AZURE_9, AZU-0048]
#   compliance: {cis-azure-1.5: ["6.1"]}
package policy.azure.network.remote_desktop_ingress_open

import data.lib.security_rule

deny contains {
	"resource": rule.id,
	"path": opening.path,
	"message": message(opening.prefix),
	"needs": opening.needs,
} if {
	some rule in input.resources.azurerm_network_security_rule
	some opening in security_rule.of_rule(rule, 3389)
}

deny contains {
	"resource": group.id,
	"path": opening.path,
	"message": message(opening.prefix),
	"needs": opening.needs,
} if {
	some group in input.resources.azurerm_network_security_group
	some opening in security_rule.of_group(group, 3389)
}

message(prefix) := sprintf("Port 3389 (Remote Desktop) is open to `%s`", [prefix])
