package policy.aws.iam.administrator_user_test

import data.policy.aws.iam.administrator_user as rule

right := {"action": "*", "resource": "a", "path": ["policy_arn"], "needs": [], "evidence": [], "anywhere": true}

denied(kind, login, more) := violations if {
	user := {"id": "u", "address": "aws_iam_user.ci", "root": ".", "referred_by": [{"kind": kind, "index": 0, "via": ["user"]}]}
	who := {"id": "u", "provider": "aws", "kind": "aws_iam_user", "index": 0, "form": "user", "administrator": [right]}
	given := {"identities": [object.union(who, more)], "resources": {"aws_iam_user": [user], kind: [login]}}
	violations := rule.deny with input as given
}

key := {"id": "k", "root": ".", "unknown": [], "attributes": {}}

test_denies_a_key_and_a_password if {
	found := denied("aws_iam_access_key", key, {})
	{violation.resource | some violation in found} == {"u"}
	{violation.message | some violation in found} == {"aws_iam_user.ci has a permanent access key, and a policy of AWS that allows everything"}
	{violation.evidence | some violation in found} == {[{"resource": "k", "path": [], "note": "a permanent access key"}]}
	{violation.message | some violation in denied("aws_iam_user_login_profile", key, {})} == {"aws_iam_user.ci has a password for the console, and a policy of AWS that allows everything"}
}

test_allows_others if {
	denied("aws_iam_access_key", object.union(key, {"attributes": {"status": "Inactive"}}), {}) == set()
	denied("aws_iam_access_key", key, {"administrator": []}) == set()
	denied("aws_iam_access_key", key, {"kind": "aws_iam_group"}) == set()
}

test_a_login_of_nobody_known_leaves_it_open if {
	user := {"id": "u", "address": "aws_iam_user.ci", "root": ".", "referred_by": []}
	who := {"id": "u", "provider": "aws", "kind": "aws_iam_user", "index": 0, "form": "user", "administrator": [right]}
	stray := object.union(key, {"unknown": [["user"]], "references": []})
	given := {"identities": [who], "resources": {"aws_iam_user": [user], "aws_iam_access_key": [stray]}}
	violations := rule.deny with input as given
	{violation.needs | some violation in violations} == {[{"resource": "k", "path": ["user"]}]}
}
