# METADATA
# title: Database firewall admits the whole internet
# description: |
#   Managed databases on Azure have a firewall that lists ranges of addresses. This rule's range is so wide that it
#   lets the whole internet connect to the server.
#
#   What remains is the login. Password guessing, a leaked connection string or a flaw in the server then work from
#   anywhere, against everything that is stored there.
# related_resources:
#   - https://learn.microsoft.com/azure/azure-sql/database/firewall-configure
#   - https://learn.microsoft.com/azure/postgresql/flexible-server/concepts-firewall-rules
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Narrow `start_ip_address` and `end_ip_address` to the addresses that need the database, or remove the rule and
#     connect through a private endpoint or a virtual network rule.
#   aliases: [CKV_AZURE_11, AZU-0029, AC_AZURE_0380]
#   compliance: {cis-azure-1.5: ["4.1.2"]}
package policy.azure.sql.firewall_open

import data.lib.network

deny contains {
	"resource": rule.id,
	"path": ["end_ip_address"],
	"message": message(rule.attributes.start_ip_address, rule.attributes.end_ip_address),
} if {
	some kind in {
		"azurerm_cosmosdb_postgresql_firewall_rule",
		"azurerm_mariadb_firewall_rule",
		"azurerm_mongo_cluster_firewall_rule",
		"azurerm_mssql_firewall_rule",
		"azurerm_mysql_firewall_rule",
		"azurerm_mysql_flexible_server_firewall_rule",
		"azurerm_postgresql_firewall_rule",
		"azurerm_postgresql_flexible_server_firewall_rule",
		"azurerm_sql_firewall_rule",
		"azurerm_synapse_firewall_rule",
	}
	some rule in input.resources[kind]
	network.is_internet_range(rule.attributes.start_ip_address, rule.attributes.end_ip_address)
}

deny contains {
	"resource": rule.id,
	"path": ["end_ip"],
	"message": message(rule.attributes.start_ip, rule.attributes.end_ip),
} if {
	some rule in input.resources.azurerm_redis_firewall_rule
	network.is_internet_range(rule.attributes.start_ip, rule.attributes.end_ip)
}

message(start, end) := sprintf("The rule admits every address from %s to %s", [start, end])
