package policy.google.compute.default_account_all_scopes_test

import data.policy.google.compute.default_account_all_scopes as rule

found(account, exposures) := violations if {
	machine := {"id": "m", "references": [], "attributes": {"service_account": [account]}}
	violations := rule.deny with input as {"resources": {"google_compute_instance": [machine]}, "exposures": exposures}
}

test_denies_every_scope if {
	count(found({"scopes": ["cloud-platform"]}, [])) == 1
}

test_allows_few_scopes if {
	count(found({"scopes": ["logging-write"]}, [])) == 0
}

test_leaves_exposed_machines_to_another_rule if {
	opening := {"standing": "open", "protocol": "tcp", "from": 22, "to": 22, "unknown": []}
	exposure := {"id": "m", "standing": "open", "openings": [opening], "unknown": []}
	count(found({"scopes": ["cloud-platform"]}, [exposure])) == 0
}
