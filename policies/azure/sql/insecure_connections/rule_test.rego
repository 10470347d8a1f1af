package policy.azure.sql.insecure_connections_test

import data.policy.azure.sql.insecure_connections as rule

paths(kind, attributes) := {violation.path | some violation in found} if {
	found := rule.deny with input.resources as {kind: [{"id": "x", "attributes": attributes}]}
}

test_denies_servers if {
	every kind in ["azurerm_mariadb_server", "azurerm_mysql_server", "azurerm_postgresql_server"] {
		paths(kind, {"ssl_enforcement_enabled": false}) == {["ssl_enforcement_enabled"]}
		paths(kind, {"ssl_enforcement_enabled": true}) == set()
	}
}

test_denies_parameters if {
	every kind in ["azurerm_mysql_flexible_server_configuration", "azurerm_postgresql_flexible_server_configuration"] {
		every value in ["OFF", "off", "0", "false"] {
			paths(kind, {"name": "require_secure_transport", "value": value}) == {["value"]}
		}
		paths(kind, {"name": "require_secure_transport", "value": "ON"}) == set()
		paths(kind, {"name": "slow_query_log", "value": "OFF"}) == set()
	}
}

test_denies_caches if {
	every name in ["non_ssl_port_enabled", "enable_non_ssl_port"] {
		paths("azurerm_redis_cache", {name: true}) == {[name]}
		paths("azurerm_redis_cache", {name: false}) == set()
	}
	paths("azurerm_redis_cache", {}) == set()
}
