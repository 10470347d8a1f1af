package policy.google.iam.provider_without_condition_test

import data.policy.google.iam.provider_without_condition as rule

provider := {
	"id": "p", "references": [{"id": "pool", "kind": "google_iam_workload_identity_pool", "index": 0}],
	"attributes": {"oidc": [{"issuer_uri": "https://gitlab.com"}]},
}

found(identities) := violations if {
	violations := rule.deny with input as {"identities": identities, "resources": {
		"google_iam_workload_identity_pool_provider": [provider],
		"google_iam_workload_identity_pool": [{"id": "pool", "attributes": {"workload_identity_pool_id": "main"}}],
	}}
}

test_denies_providers_that_ask_nobody if {
	count(found([])) == 1
}

test_leaves_bindings_that_let_everybody_in_to_another_rule if {
	who := {"id": "b", "form": "federated", "name": "principalSet://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/main/*"}
	count(found([who])) == 0
}
