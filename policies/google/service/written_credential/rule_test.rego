package policy.google.service.written_credential_test

import data.policy.google.service.written_credential as rule

found(kind, attributes, references) := {denied.path | some denied in all} if {
	resource := {"id": "r", "attributes": attributes, "references": references}
	all := rule.deny with input.resources as {kind: [resource]}
}

test_every_place if {
	every row in [
		["google_alloydb_user", {"password": "hunter2"}, ["password"]],
		["google_sql_user", {"password": "hunter2"}, ["password"]],
		["google_sql_database_instance", {"root_password": "hunter2"}, ["root_password"]],
		["google_compute_vpn_tunnel", {"shared_secret": "hunter2"}, ["shared_secret"]],
		["google_compute_region_ssl_certificate", {"private_key": "hunter2"}, ["private_key"]],
		["google_compute_ssl_certificate", {"private_key": "hunter2"}, ["private_key"]],
		["google_identity_platform_default_supported_idp_config", {"client_secret": "hunter2"}, ["client_secret"]],
		["google_identity_platform_oauth_idp_config", {"client_secret": "hunter2"}, ["client_secret"]],
		["google_alloydb_cluster", {"initial_user": [{"password": "hunter2"}]}, ["initial_user", 0, "password"]],
		["google_compute_backend_service", {"iap": [{"oauth2_client_secret": "hunter2"}]}, ["iap", 0, "oauth2_client_secret"]],
		["google_compute_region_backend_service", {"iap": [{"oauth2_client_secret": "hunter2"}]}, ["iap", 0, "oauth2_client_secret"]],
		["google_container_cluster", {"master_auth": [{"password": "hunter2"}]}, ["master_auth", 0, "password"]],
	] {
		found(row[0], row[1], []) == {row[2]}
	}
}

test_message if {
	resource := {"id": "r", "attributes": {"password": "hunter2"}, "references": []}
	rule.deny == {{
		"resource": "r",
		"path": ["password"],
		"message": "`password` is written in the code",
	}} with input.resources as {"google_alloydb_user": [resource]}
}

test_others_pass if {
	found("google_alloydb_user", {"password": ""}, []) == set()
	found("google_alloydb_user", {"password": "<password>"}, []) == set()
	found("google_alloydb_user", {"password": "hunter2"}, [{"via": ["password"]}]) == set()
	found("google_alloydb_user", {}, []) == set()
}
