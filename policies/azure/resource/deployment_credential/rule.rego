# METADATA
# title: Azure deployment, configuration key or variable holds a credential
# description: |
#   Parameters and templates of deployments are kept in the deployment history; keys of App Configuration and
#   plain variables of Automation are shown to everyone who may view the service.
# related_resources:
#   - https://learn.microsoft.com/azure/azure-resource-manager/templates/key-vault-parameter
#   - https://learn.microsoft.com/azure/azure-app-configuration/use-key-vault-references-dotnet-core
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Hand over a reference to a Key Vault secret: `reference` in the parameters of a deployment, `type =
#     "vault"` in App Configuration. Set `encrypted = true` on a variable of Automation.
package policy.azure.resource.deployment_credential

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
	flow.sink in {"definition", "parameter"}
	startswith(flow.kind, "azurerm_")
	message := sprintf("The configuration holds %s; all who may view it can read it", [credential.listed(flow)])
}
