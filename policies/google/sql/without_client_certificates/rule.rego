# METADATA
# title: Cloud SQL instance asks clients for no certificate
# description: |
#   Connections to the instance have to be encrypted, but whoever has a password may connect from wherever the
#   network lets them. With a certificate for each client, which the instance has issued, a stolen password alone
#   is of no use.
#
#   Certificates have to be handed out and renewed, or done by the Cloud SQL Auth Proxy or a connector. SQL Server
#   knows none.
# related_resources:
#   - https://cloud.google.com/sql/docs/postgres/configure-ssl-instance
#   - https://cloud.google.com/sql/docs/mysql/configure-ssl-instance
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `ssl_mode = "TRUSTED_CLIENT_CERTIFICATE_REQUIRED"` in `settings.ip_configuration`.
#   aliases: [CKV_GCP_6]
package policy.google.sql.without_client_certificates

deny contains {"resource": instance.id, "path": path, "needs": needs, "message": message} if {
	some instance in input.resources.google_sql_database_instance
	not startswith(object.get(instance.attributes, "database_version", ""), "SQLSERVER")
	some i, settings in instance.attributes.settings
	some j, network in settings.ip_configuration
	network.ssl_mode == "ENCRYPTED_ONLY"

	# Nothing gets through then but the Auth Proxy and connectors, which have certificates.
	not settings.connector_enforcement == "REQUIRED"
	path := ["settings", i, "ip_configuration", j, "ssl_mode"]
	needs := [
		{"resource": instance.id, "path": ["database_version"]},
		{"resource": instance.id, "path": ["settings", i, "connector_enforcement"]},
	]
	message := "`ssl_mode` is `ENCRYPTED_ONLY`"
}
