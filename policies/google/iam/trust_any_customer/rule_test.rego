package policy.google.iam.trust_any_customer_test

import data.policy.google.iam.trust_any_customer as rule

found(name) := violations if {
	provider := {
		"id": "p", "references": [{"id": "pool", "kind": "google_iam_workload_identity_pool", "index": 0}],
		"attributes": {"oidc": [{"issuer_uri": "https://gitlab.com"}]},
	}
	grant := {"actions": ["roles/viewer"], "evidence": [{"resource": "b", "path": ["member"]}]}
	violations := rule.deny with input as {
		"identities": [{"id": "b", "kind": "x", "index": 0, "form": "federated", "name": name, "grants": [grant]}],
		"resources": {
			"google_iam_workload_identity_pool_provider": [provider],
			"google_iam_workload_identity_pool": [{"id": "pool", "attributes": {"workload_identity_pool_id": "main"}}],
		},
	}
}

pool := "principalSet://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/main"

test_denies_whole_pools if {
	{violation.message | some violation in found(sprintf("%s/*", [pool]))} == {"Tokens of every customer of gitlab.com are taken, and have roles/viewer"}
}

test_allows_members_that_are_named if {
	count(found(sprintf("%s/attribute.project_id/1", [pool]))) == 0
}

open_provider(more) := object.union({"id": "p", "references": [], "attributes": {"oidc": [{"issuer_uri": "https://gitlab.com"}]}}, more)

test_a_pool_that_is_not_known_may_be_open if {
	provider := open_provider({"unknown": [["workload_identity_pool_id"], ["project"]]})
	all := {"google_iam_workload_identity_pool_provider": [provider]}
	violations := rule.deny with input as {"identities": [], "resources": all}
	{violation.path | some violation in violations} == {["workload_identity_pool_id"]}
}

test_a_member_that_is_not_known_may_be_anybody if {
	provider := open_provider({"references": [{"id": "pool", "kind": "google_iam_workload_identity_pool", "index": 0}]})
	nobody := {"id": "b", "provider": "google", "form": "member", "grants": [{"evidence": [{"resource": "b", "path": ["member"]}]}]}
	violations := rule.deny with input as {"identities": [nobody], "resources": {
		"google_iam_workload_identity_pool_provider": [provider],
		"google_iam_workload_identity_pool": [{"id": "pool", "attributes": {"workload_identity_pool_id": "main"}}],
	}}
	{violation.needs | some violation in violations} == {[{"resource": "b", "path": ["member"]}]}
}
