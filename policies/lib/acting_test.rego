package lib.acting_test

import data.lib.acting
import data.lib.takeover

trust(kind, principal, conditions) := {"principal_type": kind, "principal": principal, "conditions": conditions}

sub(operator, values) := {"operator": operator, "key": "issuer:sub", "values": values, "resource": "t", "path": ["values"]}

federated(values) := trust("Federated", "issuer", [
	{"operator": "StringEquals", "key": "issuer:aud", "values": ["sts.amazonaws.com"], "resource": "t", "path": []},
	sub("StringLike", values),
])

roles(trusts) := [held.who.id | some held in found] if {
	given := takeover.document({}, {"trust": trusts})
	found := acting.identities(takeover.reached, "aws") with input as given
}

test_identities_are_those_on_the_way if {
	given := takeover.document({}, {})
	accounts := acting.identities(takeover.reached, "kubernetes") with input as given
	[held.who.id | some held in accounts] == ["a"]
	roles([]) == ["r"]
}

test_a_trust_that_means_the_account_or_may_lets_it_in if {
	roles([federated(["system:serviceaccount:shop:shop"])]) == ["r"]
	roles([federated(["system:serviceaccount:*:sho?"])]) == ["r"]
	roles([federated(["system:serviceaccount:${}:shop"])]) == ["r"]
	roles([trust("Federated", "issuer", [])]) == ["r"]
	roles([trust("Federated", "issuer", [sub("StringNotEquals", ["a"])])]) == ["r"]
	roles([trust("Federated", "issuer", [sub("Not StringEquals", ["a"])])]) == ["r"]
	roles([trust("Service", "pods.eks.amazonaws.com", [])]) == ["r"]
	roles([trust("*", "*", [])]) == ["r"]
}

test_a_trust_in_others_keeps_it_out if {
	roles([federated(["system:serviceaccount:ops:shop", "system:serviceaccount:shop:shop2"])]) == []
	roles([federated(["repo:example/shop"])]) == []
	roles([trust("Service", "ec2.amazonaws.com", []), trust("AWS", "arn", [])]) == []
	roles([trust("AWS", "arn", []), federated(["system:serviceaccount:shop:*"])]) == ["r"]
}

test_evidence_names_every_hop if {
	given := takeover.document({}, {})
	steps := acting.evidence(takeover.reached, acting.identities(takeover.reached, "aws")[0]) with input as given
	[one.note | some one in steps] == ["opens it", "runs-as", "assumes", "binds"]
	account := acting.evidence(takeover.reached, acting.identities(takeover.reached, "kubernetes")[0]) with input as given
	[one.note | some one in account] == ["opens it", "runs-as"]
}

test_a_trust_that_is_unknown_is_needed if {
	given := takeover.document({}, {"trust": [federated(["system:serviceaccount:${}:shop"]), federated(["a"])]})
	needs := acting.needs(takeover.reached, acting.identities(takeover.reached, "aws")[0]) with input as given
	needs == [{"resource": "t", "path": ["values"]}]
}

test_an_account_that_is_unknown_is_needed if {
	base := takeover.document({}, {})
	account := object.union(base.resources.ServiceAccount[0], {"unknown": [["metadata", "namespace"]]})
	given := object.union(base, {"resources": object.union(base.resources, {"ServiceAccount": [account]})})
	needs := acting.needs(takeover.reached, acting.identities(takeover.reached, "aws")[0]) with input as given
	needs == [{"resource": "a", "path": ["metadata", "namespace"]}]
}

test_what_is_unknown_of_a_trust_is_needed_unless_another_statement_lets_it_in if {
	place := {"resource": "r", "path": ["assume_role_policy", "Statement", 1]}
	doubted([place], [trust("AWS", "arn", [])]) == [place]
	doubted([place], [trust("*", "*", [])]) == []
	doubted([], []) == [{"resource": "r", "path": ["assume_role_policy"]}]
	doubted([], [object.union(federated(["system:serviceaccount:shop:shop"]), {"needs": [place]})]) == [place]
}

doubted(places, trusts) := found if {
	given := takeover.document({}, {"trust": trusts, "trust_unknown": places})
	held := acting.identities(takeover.reached, "aws") with input as given
	found := acting.needs(takeover.reached, held[0]) with input as given
}

test_doubts_about_the_account_are_unclear if {
	base := takeover.document({"doubts": [{"resource": "b", "path": ["roleRef"]}]}, {})
	found := acting.unclear(takeover.reached, "kubernetes") with input as base
	found == [{"at": "a", "needs": [{"resource": "b", "path": ["roleRef"]}]}]
}

# The places that leave open whom the pods act as, with some resources other than usual and links that lead nowhere.
unseen(resources, links) := [need | some one in found; some need in one.needs] if {
	base := takeover.document({}, {})
	given := object.union(base, {"resources": object.union(base.resources, resources), "unresolved": links})
	found := acting.unclear(takeover.reached, "aws") with input as given
}

having(kind, unknown) := {kind: [object.union(one, {"unknown": unknown})]} if {
	one := takeover.document({}, {}).resources[kind][0]
}

test_what_is_not_known_of_the_way_is_unclear if {
	unseen({}, []) == []
	unseen(having("ServiceAccount", [["metadata", "annotations"], ["metadata", "labels"]]), []) == [{"resource": "a", "path": ["metadata", "annotations"]}]
	unseen(having("Deployment", [["spec", "serviceAccountName"], ["spec", "volumes"]]), []) == [{"resource": "d", "path": ["spec", "serviceAccountName"]}]
	unseen(having("aws_eks_pod_identity_association", [["namespace"]]), []) == [{"resource": "p", "path": ["namespace"]}]
}

test_names_that_are_not_known_may_be_meant if {
	role := having("aws_iam_role", [["name"]])
	unseen(role, []) == []
	unseen(role, [{"id": "a", "relation": "assumes"}]) == [{"resource": "r", "path": ["name"]}]
	account := {"ServiceAccount": [object.union(
		having("ServiceAccount", [["metadata", "name"]]).ServiceAccount[0],
		{"api_version": "v1"},
	)]}
	unseen(account, [{"id": "d", "relation": "runs-as"}]) == [{"resource": "a", "path": ["metadata", "name"]}]
}

test_titles_are_addresses if {
	given := takeover.document({}, {})
	title := acting.title(takeover.reached) with input as given
	title == "Deployment.shop.shop"
}
