package policy.google.sql.without_client_certificates_test

import data.policy.google.sql.without_client_certificates

paths(attributes) := {finding.path | some finding in found} if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := without_client_certificates.deny with input.resources.google_sql_database_instance as [resource]
}

test_bad if {
	paths(of("POSTGRES_17", "ENCRYPTED_ONLY")) == {["settings", 0, "ip_configuration", 0, "ssl_mode"]}
}

test_good if {
	paths(of("SQLSERVER_2022_STANDARD", "ENCRYPTED_ONLY")) == set()
	paths(of("MYSQL_8_4", "TRUSTED_CLIENT_CERTIFICATE_REQUIRED")) == set()
	paths({}) == set()
}

of(version, mode) := {"database_version": version, "settings": [{"ip_configuration": [{"ssl_mode": mode}]}]}
