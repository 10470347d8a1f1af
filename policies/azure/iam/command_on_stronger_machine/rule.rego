# METADATA
# title: Identity may run commands on a machine that acts as a stronger identity
# description: |
#   Run Command, extensions and the serial console start programs on a machine from outside, without a password or an
#   open port. Every program on a machine can ask for a token of the machine's managed identity.
#
#   Here the identity of a machine in the scope of the role may do everything, or enough to get there, and whoever has
#   the role gets that.
# related_resources:
#   - https://learn.microsoft.com/azure/virtual-machines/run-command-overview
#   - https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/overview
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Give the machine's identity the rights that its programs need, or assign the role for the resource group or
#     machines that the identity has to keep.
package policy.azure.iam.command_on_stronger_machine

import data.lib.azure
import data.lib.identity

deny contains {
	"resource": who.id,
	"at": right.resource,
	"path": right.path,
	"by_reference": true,
	"needs": azure.needs(right),
	"evidence": identity.evidence([right]),
	"message": sprintf("%s may run commands on a machine that acts as a stronger identity (%s)", [azure.title(who), identity.shown(right)]),
} if {
	some who in azure.identities
	some right in azure.gaining(who, actions)
}

actions := [
	"Microsoft.Compute/virtualMachines/runCommand/action",
	"Microsoft.Compute/virtualMachines/runCommands/write",
	"Microsoft.Compute/virtualMachines/extensions/write",
	"Microsoft.Compute/virtualMachines/write",
	"Microsoft.Compute/virtualMachines/login/action",
	"Microsoft.Compute/virtualMachines/loginAsAdmin/action",
	"Microsoft.Compute/virtualMachineScaleSets/extensions/write",
	"Microsoft.Compute/virtualMachineScaleSets/virtualMachines/runCommand/action",
	"Microsoft.Compute/virtualMachineScaleSets/virtualMachines/runCommands/write",
	"Microsoft.Compute/virtualMachineScaleSets/write",
	"Microsoft.HybridCompute/machines/extensions/write",
	"Microsoft.HybridCompute/machines/runCommands/write",
	"Microsoft.SerialConsole/serialPorts/connect/action",
]
