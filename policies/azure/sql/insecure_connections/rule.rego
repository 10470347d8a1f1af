# METADATA
# title: Database of Azure accepts unencrypted connections
# description: |
#   Azure's databases and caches ask for TLS unless they are told otherwise. This one also takes connections without
#   it: the password, the queries and the answers then cross the network readable.
#
#   Whoever sits on the way, in the same network or between it and the client, can read and change them.
# related_resources:
#   - https://learn.microsoft.com/azure/mysql/flexible-server/security-tls-how-to-connect
#   - https://learn.microsoft.com/azure/postgresql/flexible-server/security-tls
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `ssl_enforcement_enabled` to `true`; on a flexible server leave `require_secure_transport` at `ON`; on a cache
#     remove `non_ssl_port_enabled` (`enable_non_ssl_port` up to version 3 of the provider).
#   aliases: [CKV_AZURE_28, CKV_AZURE_29, CKV_AZURE_47, CKV_AZURE_91]
package policy.azure.sql.insecure_connections

import data.lib.attribute

deny contains {
	"resource": server.id,
	"path": ["ssl_enforcement_enabled"],
	"message": "`ssl_enforcement_enabled` is `false`",
} if {
	some kind in ["azurerm_mariadb_server", "azurerm_mysql_server", "azurerm_postgresql_server"]
	some server in input.resources[kind]
	attribute.is_false(server.attributes.ssl_enforcement_enabled)
}

deny contains {
	"resource": parameter.id,
	"path": ["value"],
	"message": sprintf("`require_secure_transport` is `%s`", [parameter.attributes.value]),
} if {
	some kind in ["azurerm_mysql_flexible_server_configuration", "azurerm_postgresql_flexible_server_configuration"]
	some parameter in input.resources[kind]
	parameter.attributes.name == "require_secure_transport"
	lower(parameter.attributes.value) in {"off", "false", "0"}
}

deny contains {
	"resource": cache.id,
	"path": [name],
	"message": sprintf("`%s` is `true`: a port without TLS is open", [name]),
} if {
	some cache in input.resources.azurerm_redis_cache
	some name in ["non_ssl_port_enabled", "enable_non_ssl_port"]
	attribute.is_true(cache.attributes[name])
}
