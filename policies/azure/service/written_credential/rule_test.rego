package policy.azure.service.written_credential_test

import data.policy.azure.service.written_credential as rule

found(kind, attributes, references) := {denied.path | some denied in all} if {
	resource := {"id": "r", "attributes": attributes, "references": references}
	all := rule.deny with input.resources as {kind: [resource]}
}

test_every_place if {
	every row in [
		["azurerm_linux_virtual_machine", {"admin_password": "hunter2"}, ["admin_password"]],
		["azurerm_linux_virtual_machine_scale_set", {"admin_password": "hunter2"}, ["admin_password"]],
		["azurerm_windows_virtual_machine", {"admin_password": "hunter2"}, ["admin_password"]],
		["azurerm_windows_virtual_machine_scale_set", {"admin_password": "hunter2"}, ["admin_password"]],
		["azurerm_cosmosdb_postgresql_cluster", {"administrator_login_password": "hunter2"}, ["administrator_login_password"]],
		["azurerm_mariadb_server", {"administrator_login_password": "hunter2"}, ["administrator_login_password"]],
		["azurerm_mssql_managed_instance", {"administrator_login_password": "hunter2"}, ["administrator_login_password"]],
		["azurerm_mssql_server", {"administrator_login_password": "hunter2"}, ["administrator_login_password"]],
		["azurerm_mysql_server", {"administrator_login_password": "hunter2"}, ["administrator_login_password"]],
		["azurerm_postgresql_server", {"administrator_login_password": "hunter2"}, ["administrator_login_password"]],
		["azurerm_sql_managed_instance", {"administrator_login_password": "hunter2"}, ["administrator_login_password"]],
		["azurerm_sql_server", {"administrator_login_password": "hunter2"}, ["administrator_login_password"]],
		["azurerm_mongo_cluster", {"administrator_password": "hunter2"}, ["administrator_password"]],
		["azurerm_mysql_flexible_server", {"administrator_password": "hunter2"}, ["administrator_password"]],
		["azurerm_postgresql_flexible_server", {"administrator_password": "hunter2"}, ["administrator_password"]],
		["azurerm_synapse_workspace", {"sql_administrator_login_password": "hunter2"}, ["sql_administrator_login_password"]],
		["azuread_user", {"password": "hunter2"}, ["password"]],
		["azurerm_automation_credential", {"password": "hunter2"}, ["password"]],
		["azurerm_cosmosdb_mongo_user_definition", {"password": "hunter2"}, ["password"]],
		["azurerm_virtual_network_gateway_connection", {"shared_key": "hunter2"}, ["shared_key"]],
		["azurerm_function_app", {"storage_account_access_key": "hunter2"}, ["storage_account_access_key"]],
		["azurerm_linux_function_app", {"storage_account_access_key": "hunter2"}, ["storage_account_access_key"]],
		["azurerm_windows_function_app", {"storage_account_access_key": "hunter2"}, ["storage_account_access_key"]],
		["azurerm_virtual_machine", {"os_profile": [{"admin_password": "hunter2"}]}, ["os_profile", 0, "admin_password"]],
		["azurerm_virtual_machine_scale_set", {"os_profile": [{"admin_password": "hunter2"}]}, ["os_profile", 0, "admin_password"]],
		["azurerm_kubernetes_cluster", {"service_principal": [{"client_secret": "hunter2"}]}, ["service_principal", 0, "client_secret"]],
		["azurerm_kubernetes_cluster", {"windows_profile": [{"admin_password": "hunter2"}]}, ["windows_profile", 0, "admin_password"]],
		["azurerm_container_group", {"image_registry_credential": [{"password": "hunter2"}]}, ["image_registry_credential", 0, "password"]],
	] {
		found(row[0], row[1], []) == {row[2]}
	}
}

test_message if {
	resource := {"id": "r", "attributes": {"admin_password": "hunter2"}, "references": []}
	rule.deny == {{
		"resource": "r",
		"path": ["admin_password"],
		"message": "`admin_password` is written in the code",
	}} with input.resources as {"azurerm_linux_virtual_machine": [resource]}
}

test_others_pass if {
	found("azurerm_linux_virtual_machine", {"admin_password": ""}, []) == set()
	found("azurerm_linux_virtual_machine", {"admin_password": "<password>"}, []) == set()
	found("azurerm_linux_virtual_machine", {"admin_password": "hunter2"}, [{"via": ["admin_password"]}]) == set()
	found("azurerm_linux_virtual_machine", {}, []) == set()
}
