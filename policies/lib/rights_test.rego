package lib.rights_test

import data.lib.rights

test_only_identities_of_clusters if {
	found := rights.identities with input as {"identities": [{"id": "a", "provider": "aws"}, {"id": "k", "provider": "kubernetes"}]}
	[who.id | some who in found] == ["k"]
}

test_titles if {
	rights.title({"form": "service-account"}) == "The service account"
	rights.title({"form": "subject"}) == "Whoever the binding names"
	rights.title({"form": "role"}) == "Whoever has the role"
	rights.title({"form": "cluster-role"}) == "Whoever has the role"
}

test_where_a_right_holds if {
	rights.where({"anywhere": true, "resources": []}) == "in every namespace"
	rights.where({"anywhere": false, "resources": ["web"]}) == `in namespace "web"`
}

test_one_right_of_each_rule if {
	right := {"action": "get on a", "resource": "role", "path": ["rules", 0, "verbs", 0]}
	again := {"action": "list on a", "resource": "role", "path": ["rules", 0, "verbs", 1]}
	next := {"action": "get on b", "resource": "role", "path": ["rules", 1, "verbs", 0]}
	other := {"action": "get on a", "resource": "other", "path": ["rules", 0, "verbs", 0]}
	rights.one_a_rule([right, again, next, other]) == [right, next, other]
}
