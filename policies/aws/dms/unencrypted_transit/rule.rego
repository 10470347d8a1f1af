# METADATA
# title: DMS endpoint connects without TLS
# description: |
#   The Database Migration Service copies whole databases. Unless its endpoint asks for TLS, the password and all of
#   the data pass in plain form, often between two places with much in between. Whoever can listen inside the
#   network, or stand between the two ends, reads and changes what passes.
# related_resources:
#   - https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Security.SSL.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `ssl_mode` to `require`, or better to `verify-ca` or `verify-full` with `certificate_arn`; which of them
#     an engine takes is in the documentation.
#   aliases: [CKV2_AWS_49]
package policy.aws.dms.unencrypted_transit

import data.lib.setting

deny contains {"resource": endpoint.id, "path": ["ssl_mode"], "needs": needs, "message": message} if {
	some endpoint in input.resources.aws_dms_endpoint
	endpoint.attributes.engine_name in engines
	endpoint.attributes.endpoint_type in {"source", "target"}
	message := setting.other(endpoint.attributes, "ssl_mode", {"require", "verify-ca", "verify-full"}, "none")
	needs := [{"resource": endpoint.id, "path": [name]} | some name in ["engine_name", "endpoint_type"]]
}

# Engines that take the argument. The others are reached over HTTPS, or have settings of their own.
engines := {
	"aurora", "aurora-postgresql", "azure-sql-managed-instance", "azuredb", "db2", "db2-zos", "docdb", "mariadb",
	"mongodb", "mysql", "oracle", "postgres", "sqlserver", "sybase",
}
