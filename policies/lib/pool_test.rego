package lib.pool_test

import data.lib.pool

provider(attributes) := {"id": "p", "references": [], "attributes": attributes}

found(attributes) := result if {
	result := pool.open with input as {"resources": {"google_iam_workload_identity_pool_provider": [provider(attributes)]}}
}

github := {"oidc": [{"issuer_uri": "https://token.actions.githubusercontent.com"}]}

test_providers_that_ask_nobody if {
	found(github)[0].issuer == "token.actions.githubusercontent.com"
	found({})[0].issuer == "anybody"
	count(found(object.union(github, {"attribute_condition": "assertion.ref == 'refs/heads/main'"}))) == 1
	count(found(object.union(github, {"attribute_condition": "true"}))) == 1
}

test_providers_that_ask if {
	count(found(object.union(github, {"attribute_condition": "assertion.repository_owner == 'example'"}))) == 0
	count(found(object.union(github, {"attribute_condition": "attribute.owner=='example'"}))) == 0
	count(found(object.union(github, {"attribute_condition": "google.subject.startsWith('repo:example/')"}))) == 0
	count(found({"oidc": [{"issuer_uri": "https://gitlab.example.com"}]})) == 0
	count(found({"aws": [{"account_id": "1"}]})) == 0
}

who(name, fields) := object.union({"id": "b", "kind": "google_service_account_iam_member", "index": 0, "form": "federated", "name": name}, fields)

anybody(identity, references, policies) := result if {
	one := {"id": "pool", "attributes": {"workload_identity_pool_id": "github"}}
	result := pool.anybody_of(one) with input as {"identities": [identity], "resources": {
		"google_service_account_iam_member": [{"id": "b", "references": references}],
		"data.google_iam_policy": policies,
	}}
}

test_members_of_a_whole_pool if {
	count(anybody(who("principalSet://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/github/*", {}), [], [])) == 1
	count(anybody(who("principalSet://iam.googleapis.com/${}/*", {}), [{"id": "pool"}], [])) == 1
	count(anybody(who("principalSet://iam.googleapis.com/${}/attribute.ref/refs/heads/main", {}), [{"id": "pool"}], [])) == 1
	through := [{"id": "d", "kind": "data.google_iam_policy", "index": 0}]
	count(anybody(who("principalSet://iam.googleapis.com/${}/*", {}), through, [{"id": "d", "references": [{"id": "pool"}]}])) == 1
}

test_other_members if {
	count(anybody(who("principalSet://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/github/attribute.repository/a/b", {}), [], [])) == 0
	count(anybody(who("principalSet://iam.googleapis.com/${}/*", {}), [{"id": "other"}], [])) == 0
	count(anybody(who("user:jane@example.com", {"form": "user"}), [{"id": "pool"}], [])) == 0
}

test_pool_of_a_provider if {
	one := {"id": "p", "references": [{"id": "pool", "kind": "google_iam_workload_identity_pool", "index": 0}]}
	found := pool.of(one) with input as {"resources": {"google_iam_workload_identity_pool": [{"id": "pool"}]}}
	found.id == "pool"
}
