package policy.google.sql.insecure_connections_test

import data.policy.google.sql.insecure_connections as rule

instance(attributes) := {"resources": {"google_sql_database_instance": [{"id": "i", "unknown": [], "attributes": attributes}]}}

configured(ip_configuration) := instance({"settings": [{"tier": "db-f1-micro", "ip_configuration": [ip_configuration]}]})

at(field) := ["settings", 0, "ip_configuration", 0, field]

paths(document) := found if {
	found := {violation.path | some violation in rule.deny} with input as document
}

test_denies_require_ssl_false if {
	rule.deny == {{
		"resource": "i",
		"path": at("require_ssl"),
		"message": "Clients may connect without encryption: require_ssl is false",
		"needs": [
			{"resource": "i", "path": at("ssl_mode")},
			{"resource": "i", "path": at("require_ssl")},
			{"resource": "i", "path": ["settings", 0, "connector_enforcement"]},
			{"resource": "i", "path": ["clone"]},
		],
	}} with input as configured({"require_ssl": false})
}

test_denies_mode_that_allows_both if {
	paths(configured({"ssl_mode": "ALLOW_UNENCRYPTED_AND_ENCRYPTED"})) == {at("ssl_mode")}
	paths(configured({"ssl_mode": "ALLOW_UNENCRYPTED_AND_ENCRYPTED", "require_ssl": false})) == {at("ssl_mode")}
}

test_denies_unset if {
	paths(configured({})) == {at("ssl_mode")}
	paths(instance({"settings": [{"tier": "db-f1-micro"}]})) == {at("ssl_mode")}
	paths(instance({})) == {at("ssl_mode")}
	paths(instance({"clone": [{}], "settings": [{}]})) == {at("ssl_mode")}
}

test_allows_enforced_encryption if {
	paths(configured({"ssl_mode": "ENCRYPTED_ONLY"})) == set()
	paths(configured({"ssl_mode": "TRUSTED_CLIENT_CERTIFICATE_REQUIRED"})) == set()
	paths(configured({"ssl_mode": "ENCRYPTED_ONLY", "require_ssl": false})) == set()
	paths(configured({"require_ssl": true})) == set()
	paths(configured({"require_ssl": "true"})) == set()
}

test_allows_clone if {
	paths(instance({"clone": [{"source_instance_name": "main"}]})) == set()
}

test_allows_connectors_only if {
	paths(instance({"settings": [{"connector_enforcement": "REQUIRED"}]})) == set()
	paths(instance({"settings": [{"connector_enforcement": "NOT_REQUIRED"}]})) == {at("ssl_mode")}
}
