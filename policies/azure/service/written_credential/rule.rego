# METADATA
# title: Credential of an Azure service is written in the code
# description: |
#   A machine, database or account asks for this password or key, and it is written in the configuration or is the
#   default of a variable. So it is known to everyone who may read the repository, now or in its history, and most
#   often it is the same in every environment.
#
#   It also stands in Terraform's state, which those read who may plan.
# related_resources:
#   - https://learn.microsoft.com/azure/security/fundamentals/secrets-best-practices
#   - https://learn.microsoft.com/azure/key-vault/secrets/about-secrets
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   written: ["*"]
#   remediation: >-
#     Do without a password where it can be done (SSH keys, sign-in with Microsoft Entra ID). Otherwise take it from Key
#     Vault, from a `random_password`, or from a sensitive variable without a default. Change the one that was written.
package policy.azure.service.written_credential

import data.lib.written

deny contains {
	"resource": place.resource,
	"path": place.path,
	"message": sprintf("`%s` is written in the code", [place.name]),
} if {
	some place in places
}

places contains place if {
	some place in of_resources("admin_password", [
		"azurerm_linux_virtual_machine",
		"azurerm_linux_virtual_machine_scale_set",
		"azurerm_windows_virtual_machine",
		"azurerm_windows_virtual_machine_scale_set",
	])
}

places contains place if {
	some place in of_resources("administrator_login_password", [
		"azurerm_cosmosdb_postgresql_cluster",
		"azurerm_mariadb_server",
		"azurerm_mssql_managed_instance",
		"azurerm_mssql_server",
		"azurerm_mysql_server",
		"azurerm_postgresql_server",
		"azurerm_sql_managed_instance",
		"azurerm_sql_server",
	])
}

places contains place if {
	some place in of_resources("administrator_password", [
		"azurerm_mongo_cluster",
		"azurerm_mysql_flexible_server",
		"azurerm_postgresql_flexible_server",
	])
}

places contains place if some place in of_resources("sql_administrator_login_password", ["azurerm_synapse_workspace"])

places contains place if {
	some place in of_resources("password", [
		"azuread_user",
		"azurerm_automation_credential",
		"azurerm_cosmosdb_mongo_user_definition",
	])
}

places contains place if some place in of_resources("shared_key", ["azurerm_virtual_network_gateway_connection"])

places contains place if {
	some place in of_resources("storage_account_access_key", [
		"azurerm_function_app",
		"azurerm_linux_function_app",
		"azurerm_windows_function_app",
	])
}

of_resources(name, kinds) := [place |
	some kind in kinds
	some resource in input.resources[kind]
	place := written.at(resource, [name], name, resource.attributes[name])
]

places contains place if {
	some place in of_blocks("os_profile", "admin_password", [
		"azurerm_virtual_machine",
		"azurerm_virtual_machine_scale_set",
	])
}

places contains place if some place in of_blocks("service_principal", "client_secret", ["azurerm_kubernetes_cluster"])

places contains place if some place in of_blocks("windows_profile", "admin_password", ["azurerm_kubernetes_cluster"])

places contains place if some place in of_blocks("image_registry_credential", "password", ["azurerm_container_group"])

of_blocks(block, name, kinds) := [place |
	some kind in kinds
	some resource in input.resources[kind]
	some i, body in resource.attributes[block]
	place := written.at(resource, [block, i, name], name, body[name])
]
