package policy.google.compute.default_account_test

import data.policy.google.compute.default_account as rule

found(account) := violations if {
	machine := {"id": "m", "references": [], "unknown": [["service_account", 0, "scopes", 0]], "attributes": {"service_account": [account]}}
	violations := rule.deny with input as {"resources": {"google_compute_instance": [machine]}}
}

test_denies_the_default_account if {
	some violation in found({"scopes": ["logging-write"]})
	{"resource": "m", "path": ["service_account", 0, "scopes", 0]} in violation.needs
}

test_allows_others if {
	count(found({"email": "app@p.iam.gserviceaccount.com", "scopes": ["logging-write"]})) == 0
	count(found({"scopes": ["cloud-platform"]})) == 0
}

test_scopes_that_are_not_known_are_needed if {
	scopes := ["service_account", 0, "scopes", 0]
	account := {"scopes": ["logging-write"]}
	machine := {"id": "m", "references": [], "attributes": {"service_account": [account]}, "unknown": [scopes, ["name"]]}
	violations := rule.deny with input as {"resources": {"google_compute_instance": [machine]}}
	{need.path | some violation in violations; some need in violation.needs} == {
		["service_account", 0, "email"],
		["service_account", 0, "scopes"],
		scopes,
	}
}
