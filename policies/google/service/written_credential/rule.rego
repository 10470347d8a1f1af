# METADATA
# title: Credential of a Google service is written in the code
# description: |
#   A database, tunnel or certificate asks for this password or key, and it is written in the configuration or is the
#   default of a variable. So it is known to everyone who may read the repository, now or in its history, and most
#   often it is the same in every environment.
#
#   It also stands in Terraform's state, which those read who may plan.
# related_resources:
#   - https://cloud.google.com/secret-manager/docs/best-practices
#   - https://cloud.google.com/sql/docs/postgres/iam-authentication
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   written: ["*"]
#   remediation: >-
#     Do without a password where it can be done (IAM database authentication). Otherwise take it from Secret Manager,
#     from a `random_password`, or from a sensitive variable without a default. Change the one that was written.
package policy.google.service.written_credential

import data.lib.written

deny contains {
	"resource": place.resource,
	"path": place.path,
	"message": sprintf("`%s` is written in the code", [place.name]),
} if {
	some place in places
}

places contains place if some place in of_resources("password", ["google_alloydb_user", "google_sql_user"])

places contains place if some place in of_resources("root_password", ["google_sql_database_instance"])

places contains place if some place in of_resources("shared_secret", ["google_compute_vpn_tunnel"])

places contains place if {
	some place in of_resources("private_key", [
		"google_compute_region_ssl_certificate",
		"google_compute_ssl_certificate",
	])
}

places contains place if {
	some place in of_resources("client_secret", [
		"google_identity_platform_default_supported_idp_config",
		"google_identity_platform_oauth_idp_config",
	])
}

of_resources(name, kinds) := [place |
	some kind in kinds
	some resource in input.resources[kind]
	place := written.at(resource, [name], name, resource.attributes[name])
]

places contains place if some place in of_blocks("initial_user", "password", ["google_alloydb_cluster"])

places contains place if {
	some place in of_blocks("iap", "oauth2_client_secret", [
		"google_compute_backend_service",
		"google_compute_region_backend_service",
	])
}

places contains place if some place in of_blocks("master_auth", "password", ["google_container_cluster"])

of_blocks(block, name, kinds) := [place |
	some kind in kinds
	some resource in input.resources[kind]
	some i, body in resource.attributes[block]
	place := written.at(resource, [block, i, name], name, body[name])
]
