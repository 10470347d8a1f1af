# METADATA
# title: Cloud SQL instance answers the whole internet
# description: |
#   This database has a public address, and an authorized network so wide that everyone may connect to it. Nothing but
#   its password stands between a stranger and the data.
#
#   Databases that can be reached are found within hours. Passwords are tried without end, flaws in the server are used
#   as soon as they are known, and what was in it is sold or held for ransom.
# related_resources:
#   - https://cloud.google.com/sql/docs/mysql/authorize-networks
#   - https://cloud.google.com/sql/docs/mysql/connect-auth-proxy
# custom:
#   severity: critical
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Remove the authorized network, and connect through the Cloud SQL Auth Proxy or a private address; or name the few
#     networks that connect.
#   aliases: [CKV_GCP_11, GCP-0017]
#   compliance:
#     cis-gcp-2.0: ["6.5"]
package policy.google.exposure.database

import data.lib.attribute
import data.lib.exposure

deny contains {
	"resource": reached.id,
	"path": opening.path,
	"needs": array.concat(array.concat(reached.unknown, opening.unknown), certificates(instance)),
	"message": "The instance has a public address, and this network holds every address there is",
} if {
	some reached in exposure.of_kind("google_sql_database_instance")
	instance := input.resources.google_sql_database_instance[reached.index]
	not asks_for_certificates(instance)
	some opening in reached.openings
	opening.standing in {"open", "unknown"}
}

# With them, a stranger gets no further than the first message.
asks_for_certificates(instance) if {
	some settings in instance.attributes.settings
	some config in settings.ip_configuration
	wants_one(config)
}

wants_one(config) if config.ssl_mode == "TRUSTED_CLIENT_CERTIFICATE_REQUIRED"

wants_one(config) if {
	not config.ssl_mode
	attribute.is_true(config.require_ssl)
}

certificates(instance) := [{"resource": instance.id, "path": ["settings", i, "ip_configuration", j, name]} |
	some i, settings in instance.attributes.settings
	some j, _ in settings.ip_configuration
	some name in ["ssl_mode", "require_ssl"]
]
