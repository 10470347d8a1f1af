package policy.google.exposure.default_account_test

import data.policy.google.exposure.default_account

exposed(id, kind, more) := object.union(
	{
		"id": id,
		"kind": kind,
		"index": 0,
		"standing": "open",
		"hops": 0,
		"stations": [{"resource": "door", "path": ["opens"], "note": "opens it"}],
		"openings": [],
		"entries": ["door"],
		"reaches": [],
		"workloads": [0],
		"unknown": [],
	},
	more,
)


at(account) := {
	"exposures": [exposed("m", "google_compute_instance", {"openings": [
		{"resource": "f", "path": ["source_ranges", 0], "protocol": "tcp", "standing": "open", "from": 22, "to": 22, "unknown": []},
	]})],
	"resources": {"google_compute_instance": [{"id": "m", "attributes": {"service_account": [account]}}]},
}

test_the_default_account_is_denied if {
	every account in [
		{"scopes": ["cloud-platform"]},
		{"email": "1-compute@developer.gserviceaccount.com", "scopes": ["https://www.googleapis.com/auth/cloud-platform"]},
	] {
		given := at(account)
		some denied in default_account.deny with input as given
		denied.path == ["service_account", 0, "scopes"]
	}
}

test_the_rest_passes if {
	every account in [{"scopes": ["logging-write"]}, {"email": "app@example.iam.gserviceaccount.com", "scopes": ["cloud-platform"]}] {
		given := at(account)
		found := default_account.deny with input as given
		count(found) == 0
	}
}
