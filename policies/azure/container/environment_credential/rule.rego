# METADATA
# title: Environment of an Azure container holds a credential
# description: |
#   Container groups and container apps show their plain environment variables to everyone who may view them,
#   and keep them in old revisions.
#
#   Both have a place for secrets that is written but not shown.
# related_resources:
#   - https://learn.microsoft.com/azure/container-instances/container-instances-environment-variables
#   - https://learn.microsoft.com/azure/container-apps/manage-secrets
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Use `secure_environment_variables` in a container group; in a container app declare a `secret`, best one
#     from Key Vault, and refer to it with `secret_name`.
package policy.azure.container.environment_credential

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
	flow.kind in {"azurerm_container_group", "azurerm_container_app", "azurerm_container_app_job"}
	message := sprintf("The container's environment holds %s; all who may view it can read it", [credential.listed(flow)])
}
