package policy.aws.iam.administrator_role_test

import data.policy.aws.iam.administrator_role as rule

denied(trust) := violations if {
	right := {"action": "*", "resource": "a", "path": ["policy_arn"], "needs": [], "evidence": [], "anywhere": true}
	ordinary := {"resource": "r", "path": ["assume_role_policy"], "needs": [], "conditions": [], "principal_type": "Service"}
	who := {"id": "r", "provider": "aws", "form": "role", "administrator": [right], "trust": [object.union(ordinary, trust)]}
	violations := rule.deny with input as {"identities": [who]}
}

messages(trust) := {violation.message | some violation in denied(trust)}

test_denies_programs if {
	messages({"principal": "lambda.amazonaws.com"}) == {"A function may act as the role, which has a policy of AWS that allows everything"}
	messages({"principal": "ec2.amazonaws.com.cn"}) == {"A machine may act as the role, which has a policy of AWS that allows everything"}
	{violation.resource | some violation in denied({"principal": "ec2.amazonaws.com"})} == {"r"}
}

cluster := {"principal_type": "Federated", "principal": "arn:aws:iam::1:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/A"}

subject(value) := {"conditions": [{"operator": "StringEquals", "key": "oidc.eks.eu-west-1.amazonaws.com/id/A:sub", "values": [value]}]}

test_denies_pods if {
	messages(object.union(cluster, subject("system:serviceaccount:shop:web"))) == {"A pod may act as the role, which has a policy of AWS that allows everything"}
}

test_allows_others if {
	messages({"principal": "cloudformation.amazonaws.com"}) == set()
	messages({"principal_type": "AWS", "principal": "ec2.amazonaws.com"}) == set()
	messages(object.union(cluster, subject("repo:example/shop:ref:refs/heads/main"))) == set()
}

test_open_trust_is_what_it_rests_on if {
	need := {"resource": "r", "path": ["assume_role_policy"]}
	{violation.needs | some violation in denied({"principal": "ec2.amazonaws.com", "needs": [need]})} == {[need]}
}
