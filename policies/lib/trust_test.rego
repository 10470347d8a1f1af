package lib.trust_test

import data.lib.trust

test_providers if {
	trust.provider({"principal_type": "Federated", "principal": "arn:aws:iam::1:oidc-provider/gitlab.com"}) == "gitlab.com"
	trust.provider({"principal_type": "Federated", "principal": "arn:aws:iam::${}:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/A"}) == "oidc.eks.eu-west-1.amazonaws.com"
	trust.provider({"principal_type": "Federated", "principal": "arn:aws:iam::${}:oidc-provider/oidc.eks.${}.amazonaws.com/id/${}"}) == "oidc.eks.${}.amazonaws.com"
	not trust.provider({"principal_type": "Federated", "principal": "${}"})
	not trust.provider({"principal_type": "Federated", "principal": "arn:aws:iam::1:oidc-provider/${}"})
	not trust.provider({"principal_type": "AWS", "principal": "arn:aws:iam::1:oidc-provider/gitlab.com"})
}

condition(operator, values) := {"operator": operator, "key": "host:sub", "values": values}

test_claims_that_have_to_hold if {
	count(trust.claims({"conditions": [condition("StringEquals", ["a"])]}, "sub")) == 1
	trust.claims({"conditions": [condition("NotStringEquals", ["a"])]}, "sub") == []
	every operator in ["ForAllValues:StringLike", "StringEqualsIfExists"] {
		count(trust.claims({"conditions": [condition(operator, ["a"])]}, "sub")) == 1
		trust.claims({"conditions": [object.union(condition(operator, ["a"]), {"key": "host:repository"})]}, "repository") == []
	}
	trust.claims({"conditions": [condition("StringEquals", ["a"])]}, "aud") == []
}

of_cluster(principal_type, principal, value) if {
	trust.is_of_cluster({"principal_type": principal_type, "principal": principal, "conditions": [condition("StringLike", [value])]})
}

test_clusters if {
	of_cluster("Federated", "arn:aws:iam::1:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/A", "*")
	of_cluster("Federated", "${}", "system:serviceaccount:*:*")
	not of_cluster("Federated", "${}", "repo:a/b:*")
	not of_cluster("AWS", "${}", "system:serviceaccount:*:*")
	not of_cluster("Federated", "arn:aws:iam::1:oidc-provider/gitlab.com", "*")
}

test_nobody_in_particular if {
	trust.names_nobody({"conditions": [condition("StringLike", ["repo:*"])]}, {"repo:*"})
	not trust.names_nobody({"conditions": [condition("StringEquals", ["repo:*"])]}, {"repo:*"})
	not trust.names_nobody({"conditions": [condition("StringLike", ["repo:a/b:*"])]}, {"repo:*"})
	not trust.names_nobody({"conditions": [condition("StringLike", ["repo:*"]), condition("StringLike", ["repo:a/b:*"])]}, {"repo:*"})
	not trust.names_nobody({"conditions": []}, {"repo:*"})
}

test_whether_it_is_asked_who if {
	trust.asks_who({"conditions": [condition("StringEquals", ["a"])]}, ["aud", "sub"])
	not trust.asks_who({"conditions": [condition("StringEquals", ["a"])]}, ["aud"])
}

test_a_whole_account if {
	trust.account({"principal_type": "AWS", "principal": "123456789012"}) == "123456789012"
	trust.account({"principal_type": "AWS", "principal": "arn:aws:iam::123456789012:root"}) == "123456789012"
	not trust.account({"principal_type": "AWS", "principal": "arn:aws:iam::123456789012:role/a"})
	not trust.account({"principal_type": "AWS", "principal": "arn:aws:iam::${}:root"})
	not trust.account({"principal_type": "AWS", "principal": "AIDAABCDEFGH"})
	not trust.account({"principal_type": "Federated", "principal": "123456789012"})
	not trust.account({"principal_type": "Federated", "principal": "arn:aws:iam::123456789012:root"})
}

factor(operator, values) := {"operator": operator, "key": "aws:MultiFactorAuthPresent", "values": values, "resource": "r", "path": ["x"]}

test_demands if {
	every one in [factor("Bool", ["true"]), factor("Null", ["false"]), condition("StringEquals", ["false"])] {
		trust.demands({"conditions": [one]}) == [one]
		trust.demand_doubts({"conditions": [one]}) == []
	}
	trust.demands({"conditions": [factor("Bool", ["false"]), factor("BoolIfExists", ["False"])]}) == []
	trust.demand_doubts({"conditions": [factor("Bool", [])]}) == [{"resource": "r", "path": ["x"]}]
}
