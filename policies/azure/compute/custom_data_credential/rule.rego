# METADATA
# title: Custom data of an Azure virtual machine holds a credential
# description: |
#   Custom data, user data and the plain settings of extensions are stored as text with the machine. They lie on
#   its disk or are given to every process by the metadata service, and whoever may view the machine or its
#   extensions reads the settings.
# related_resources:
#   - https://learn.microsoft.com/azure/virtual-machines/custom-data
#   - https://learn.microsoft.com/azure/virtual-machines/extensions/custom-script-linux
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Give the machine a managed identity that may read the secret from Key Vault, and let the script fetch
#     it. What an extension needs belongs into `protected_settings`.
#   aliases: [CKV_AZURE_45, AZU-0037]
package policy.azure.compute.custom_data_credential

import data.lib.credential

deny contains {
	"resource": flow.id,
	"path": flow.path,
	"needs": flow.unknown,
	"by_reference": true,
	"evidence": credential.evidence(flow),
	"message": message,
} if {
	some flow in input.credential_flows
	flow.sink == "user-data"
	startswith(flow.kind, "azurerm_")
	message := sprintf("The machine's start-up data holds %s", [credential.listed(flow)])
}
