package lib.default_account_test

import data.lib.default_account

test_default_accounts if {
	"google_compute_instance" in default_account.machines
	default_account.is_default({"scopes": []})
	default_account.is_default({"email": "1-compute@developer.gserviceaccount.com"})
	not default_account.is_default({"email": "app@p.iam.gserviceaccount.com"})
}

test_scopes if {
	default_account.has_every_scope({"scopes": ["logging-write", "cloud-platform"]})
	default_account.has_every_scope({"scopes": ["https://www.googleapis.com/auth/cloud-platform"]})
	not default_account.has_every_scope({"scopes": ["https://www.googleapis.com/auth/cloud-platform.read-only"]})
}

test_what_has_to_be_known if {
	default_account.needs({"id": "m", "references": []}, 0) == [{"resource": "m", "path": ["service_account", 0, "email"]}]
	reading := {"kind": "data.google_compute_default_service_account", "index": 0, "via": ["service_account", 0, "email"]}
	needs := default_account.needs({"id": "m", "references": [reading]}, 0) with input as {"resources": {"data.google_compute_default_service_account": [{"id": "d"}]}}
	needs == []
}

test_machines if {
	"google_compute_instance" in default_account.machines
	"google_compute_region_instance_template" in default_account.machines
}
