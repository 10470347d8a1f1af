package policy.google.iam.workload_becomes_administrator_test

import data.policy.google.iam.workload_becomes_administrator as rule

goal := {"id": "admin", "power": "administrator", "needs": [], "doubts": [], "evidence": []}

found(changes) := violations if {
	who := object.union(
		{
			"id": "a", "provider": "google", "form": "service-account", "power": "ordinary", "permissions": {},
			"holders": [{"id": "run", "via": ["template"], "how": "run"}], "becomes": [goal],
		},
		changes,
	)
	violations := rule.deny with input as {"identities": [who]}
}

test_denies_ways_to_an_administrator if {
	count(found({})) == 1
}

test_allows_what_leads_nowhere_or_runs_nothing if {
	count(found({"becomes": []})) == 0
	count(found({"holders": [{"id": "key", "via": ["service_account_id"], "how": "key"}]})) == 0
	right := {"action": "roles/iam.serviceAccountUser", "narrowed": false, "sweeping": false, "anywhere": true}
	count(found({"permissions": {"iam.serviceAccounts.actAs": [right]}})) == 0
}
