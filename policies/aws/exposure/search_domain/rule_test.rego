package policy.aws.exposure.search_domain_test

import data.policy.aws.exposure.search_domain

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


at(attributes) := {
	"exposures": [exposed("e", "aws_opensearch_domain", {})],
	"resources": {"aws_opensearch_domain": [{"id": "e", "attributes": attributes}]},
}

test_the_policy_is_denied if {
	given := at({})
	some denied in search_domain.deny with input as given
	denied.at == "door"
}

test_users_of_its_own_pass if {
	given := at({"advanced_security_options": [{"enabled": true}]})
	found := search_domain.deny with input as given
	count(found) == 0
}
