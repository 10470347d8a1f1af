package policy.aws.iam.administrator_for_account_test

import data.policy.aws.iam.administrator_for_account as rule

right := {"action": "*", "resource": "a", "path": ["policy_arn"], "needs": [], "evidence": [], "anywhere": true, "narrowed": false, "targets": []}

denied(trust, rights) := violations if {
	ordinary := {"resource": "r", "path": ["assume_role_policy"], "needs": [], "conditions": [], "principal_type": "AWS"}
	who := {"id": "r", "provider": "aws", "form": "role", "administrator": rights, "trust": [object.union(ordinary, trust)]}
	violations := rule.deny with input as {"identities": [who]}
}

other := {"principal": "arn:aws:iam::123456789012:root"}

test_denies_a_whole_account if {
	found := denied(other, [right])
	{violation.message | some violation in found} == {"All of the account 123456789012 may act as the role, which may do everything"}
	{violation.path | some violation in found} == {["assume_role_policy"]}
}

test_allows_others if {
	denied(other, []) == set()
	denied(other, [object.union(right, {"narrowed": true})]) == set()
	denied({"principal": "arn:aws:iam::123456789012:role/deploy"}, [right]) == set()
	denied(object.union(other, {"conditions": [{"operator": "Bool", "key": "aws:MultiFactorAuthPresent", "values": ["true"]}]}), [right]) == set()
}

test_what_is_open_is_what_it_rests_on if {
	need := {"resource": "r", "path": ["assume_role_policy"]}
	{violation.needs | some violation in denied(object.union(other, {"needs": [need]}), [right])} == {[need]}
}
