package policy.azure.sql.firewall_open_test

import data.policy.azure.sql.firewall_open

findings(kind, attributes) := found if {
	found := firewall_open.deny with input.resources as {kind: [{"id": "rule", "attributes": attributes}]}
}

range(start, end) := {"start_ip_address": start, "end_ip_address": end}

test_every_kind_of_database if {
	every database in [
		"cosmosdb_postgresql", "mariadb", "mongo_cluster", "mssql", "mysql", "mysql_flexible_server", "postgresql",
		"postgresql_flexible_server", "sql", "synapse",
	] {
		kind := sprintf("azurerm_%s_firewall_rule", [database])
		findings(kind, range("0.0.0.0", "255.255.255.255")) == {{
			"resource": "rule",
			"path": ["end_ip_address"],
			"message": "The rule admits every address from 0.0.0.0 to 255.255.255.255",
		}}
	}
	some finding in findings("azurerm_redis_firewall_rule", {"start_ip": "0.0.0.0", "end_ip": "255.255.255.255"})
	finding.path == ["end_ip"]
}

test_ranges if {
	count(findings("azurerm_mssql_firewall_rule", range("1.0.0.0", "223.255.255.255"))) == 1
	findings("azurerm_mssql_firewall_rule", range("203.0.113.0", "203.0.113.255")) == set()
	findings("azurerm_mssql_firewall_rule", range("10.0.0.0", "10.255.255.255")) == set()
}

# Azure reads this range as "other services of Azure", not as an address.
test_azure_services if findings("azurerm_mssql_firewall_rule", range("0.0.0.0", "0.0.0.0")) == set()

test_unknown_values_do_not_fire if {
	findings("azurerm_mssql_firewall_rule", {"start_ip_address": "0.0.0.0"}) == set()
	findings("azurerm_mssql_firewall_rule", {"end_ip_address": "255.255.255.255"}) == set()
}
