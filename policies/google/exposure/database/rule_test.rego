package policy.google.exposure.database_test

import data.policy.google.exposure.database as rule

exposure := {
	"id": "d",
	"kind": "google_sql_database_instance",
	"index": 0,
	"standing": "open",
	"stations": [],
	"openings": [{
		"resource": "d",
		"path": ["settings", 0, "ip_configuration", 0, "authorized_networks", 0, "value"],
		"protocol": "tcp",
		"standing": "open",
		"unknown": [],
	}],
	"unknown": [],
}

found(config, standing) := violations if {
	instance := {"id": "d", "attributes": {"settings": [{"ip_configuration": [config]}]}}
	violations := rule.deny with input as {
		"exposures": [object.union(exposure, {"standing": standing})],
		"resources": {"google_sql_database_instance": [instance]},
	}
}

test_denies if {
	every config in [{}, {"ssl_mode": "ENCRYPTED_ONLY", "require_ssl": true}, {"require_ssl": false}] {
		violations := found(config, "open")
		count(violations) == 1
		some violation in violations
		{"resource": "d", "path": ["settings", 0, "ip_configuration", 0, "ssl_mode"]} in violation.needs
	}
}

test_allows if {
	count(found({}, "blocked")) == 0
	count(found({"ssl_mode": "TRUSTED_CLIENT_CERTIFICATE_REQUIRED"}, "open")) == 0
	count(found({"require_ssl": true}, "open")) == 0
}
