# METADATA
# title: Virtual machine answers the whole internet on an administration port
# description: |
#   This machine has a public address, and the network security groups of its interface and its subnet let every
#   address connect to SSH or Remote Desktop. All that stands between a stranger and the machine is its login.
#
#   Scanners find such machines within minutes and try keys and passwords around the clock.
# related_resources:
#   - https://learn.microsoft.com/azure/bastion/bastion-overview
#   - https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Take the public address away here and log in through Azure Bastion, or narrow the rule that the evidence names.
package policy.azure.exposure.administration_port

import data.lib.exposure

deny contains {
	"resource": reached.id,
	"at": address.resource,
	"path": address.path,
	"by_reference": true,
	"needs": array.concat(reached.unknown, opening.unknown),
	"evidence": exposure.to_port(reached, opening, port),
	"message": sprintf("With this public address the internet reaches port %d (%s) of the machine", [port, name]),
} if {
	some kind in ["azurerm_linux_virtual_machine", "azurerm_virtual_machine", "azurerm_windows_virtual_machine"]
	some reached in exposure.of_kind(kind)
	reached.hops == 0
	address := reached.stations[count(reached.stations) - 1]
	some port, name in exposure.administration
	opening := exposure.openings(reached, port)[0]
}
