# METADATA
# title: Cloud SQL instance accepts unencrypted connections
# description: |
#   Unless encryption is enforced, a database client may connect without it, and some drivers do so when
#   nobody tells them otherwise. The password, the queries and the answers then cross the network readable.
#
#   Whoever sits on the way, in the same network or between it and the client, can read and change them.
# related_resources:
#   - https://cloud.google.com/sql/docs/postgres/configure-ssl-instance
#   - https://cloud.google.com/sql/docs/mysql/configure-ssl-instance
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `ssl_mode = "ENCRYPTED_ONLY"` in `settings.ip_configuration`, or
#     `"TRUSTED_CLIENT_CERTIFICATE_REQUIRED"` to demand a client certificate as well (not on SQL Server).
#   aliases:
#     - CKV_GCP_6
#     - GCP-0015
#     - AC_GCP_0003
#   compliance:
#     cis-gcp-2.0: ["6.4"]
package policy.google.sql.insecure_connections

import data.lib.attribute

deny contains {"resource": instance.id, "path": path, "message": message, "needs": needs} if {
	some instance in input.resources.google_sql_database_instance
	not enforces_encryption(instance)
	not copies_settings(instance)
	field := decisive(instance)
	path := at(field)
	message := messages[field]
	needs := [{"resource": instance.id, "path": place} | some place in [
		at("ssl_mode"),
		at("require_ssl"),
		["settings", 0, "connector_enforcement"],
		["clone"],
	]]
}

enforces_encryption(instance) if {
	instance.attributes.settings[0].ip_configuration[0].ssl_mode in {
		"ENCRYPTED_ONLY",
		"TRUSTED_CLIENT_CERTIFICATE_REQUIRED",
	}
}

# The older argument counts where the newer one is not set.
enforces_encryption(instance) if {
	attribute.is_true(instance.attributes.settings[0].ip_configuration[0].require_ssl)
	not instance.attributes.settings[0].ip_configuration[0].ssl_mode
}

# Nothing gets through then but the Auth Proxy and connectors, which encrypt.
enforces_encryption(instance) if instance.attributes.settings[0].connector_enforcement == "REQUIRED"

# A clone without settings has those of its source.
copies_settings(instance) if {
	instance.attributes.clone[0]
	not instance.attributes.settings[0]
}

decisive(instance) := "require_ssl" if {
	attribute.is_false(instance.attributes.settings[0].ip_configuration[0].require_ssl)
	not instance.attributes.settings[0].ip_configuration[0].ssl_mode
} else := "ssl_mode"

messages := {
	"ssl_mode": "Clients may connect without encryption: ssl_mode does not enforce it",
	"require_ssl": "Clients may connect without encryption: require_ssl is false",
}

at(field) := ["settings", 0, "ip_configuration", 0, field]
