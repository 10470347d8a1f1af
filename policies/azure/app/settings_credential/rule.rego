# METADATA
# title: App settings of an Azure app hold a credential
# description: |
#   App settings are encrypted where they are stored, but everyone with the rights of a contributor reads them,
#   the deployment tools print them, and code that runs in the app finds them in its environment.
#
#   A reference to Key Vault keeps the credential in one place, where it can be replaced and its readers are
#   logged.
# related_resources:
#   - https://learn.microsoft.com/azure/app-service/app-service-key-vault-references
#   - https://learn.microsoft.com/azure/azure-functions/functions-identity-based-connections-tutorial
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: above, effort: none}
#   profiles: [strict, security]
#   remediation: >-
#     Write `@Microsoft.KeyVault(SecretUri=...)` as the value and let the app's managed identity read the
#     secret, or connect with that identity and no key at all.
package policy.azure.app.settings_credential

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
	flow.sink == "environment"
	startswith(flow.kind, "azurerm_")
	not flow.kind in {"azurerm_container_group", "azurerm_container_app", "azurerm_container_app_job"}
	message := sprintf("The settings hold %s; all who may manage the app can read it", [credential.listed(flow)])
}
