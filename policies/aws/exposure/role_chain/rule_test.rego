package policy.aws.exposure.role_chain_test

import data.lib.takeover
import data.policy.aws.exposure.role_chain

goal(more) := object.union(
	{
		"id": "g", "power": "administrator", "through": ["g"], "needs": [], "doubts": [],
		"evidence": [{"resource": "w", "path": ["policy"], "note": "allows it"}],
	},
	more,
)

found(role) := denied if {
	base := takeover.document({}, role)
	other := takeover.identity("g", "aws_iam_role", "aws", {"index": 1})
	roles := array.concat(base.resources.aws_iam_role, [takeover.object("g", "aws_iam_role.goal", {})])
	given := object.union(base, {
		"identities": array.concat(base.identities, [other]),
		"resources": object.union(base.resources, {"aws_iam_role": roles}),
	})
	denied := role_chain.deny with input as given
}

test_a_way_to_an_administrator_is_denied if {
	some denied in found({"becomes": [goal({})]})
	denied.resource == "d"
	denied.at == "w"
	endswith(denied.message, "can act as aws_iam_role.goal, which may do everything")
	[one.note | some one in denied.evidence] == ["opens it", "runs-as", "assumes", "binds", "allows it"]
}

test_a_way_to_one_that_can_get_all_rights_is_denied if {
	some denied in found({"becomes": [goal({"power": "escalating"})]})
	endswith(denied.message, "which can get all rights")
}

test_others_pass if {
	found({"becomes": []}) == set()
	found({"becomes": [goal({"power": "ordinary"})]}) == set()
	found(object.union(takeover.administrator, {"becomes": [goal({})]})) == set()
}

test_what_is_unknown_is_needed if {
	some denied in found({"becomes": [goal({"power": "ordinary", "doubts": [{"resource": "g", "path": ["inline_policy"]}]})]})
	denied.needs == [{"resource": "g", "path": ["inline_policy"]}]
	some role in found({"becomes": [], "doubts": [{"resource": "r", "path": ["inline_policy"]}]})
	role.at == "r"
}
