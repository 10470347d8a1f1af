# METADATA
# title: Container registry has an administrator with a password
# description: |
#   The administrator account of a registry is a single user with a password that may pull, push and delete every
#   image. It is meant for trying things out: everybody who has the password is the same user, and nothing says who it
#   was.
#
#   Whoever finds the password, in a pipeline or in the settings of an app, replaces the images that are run.
# related_resources:
#   - https://learn.microsoft.com/azure/container-registry/container-registry-authentication#admin-account
#   - https://learn.microsoft.com/azure/container-registry/container-registry-authentication-managed-identity
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `admin_enabled` to `false`, or remove it, and give those who pull or push the role `AcrPull` or `AcrPush` as
#     who they are: the identity of a cluster or app, the service principal of a pipeline.
#   aliases: [CKV_AZURE_137]
package policy.azure.container.registry_administrator

import data.lib.setting

deny contains {"resource": registry.id, "path": ["admin_enabled"], "message": message} if {
	some registry in input.resources.azurerm_container_registry
	message := setting.turned_on(registry.attributes, "admin_enabled")
}
