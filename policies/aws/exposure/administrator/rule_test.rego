package policy.aws.exposure.administrator_test

import data.lib.takeover
import data.policy.aws.exposure.administrator

found(role) := denied if {
	given := takeover.document({}, role)
	denied := administrator.deny with input as given
}

test_the_right_is_denied if {
	some denied in found(takeover.administrator)
	denied.resource == "d"
	denied.at == "w"
	denied.path == ["policy"]
	denied.needs == []
	contains(denied.message, "all rights")
	[one.note | some one in denied.evidence] == ["opens it", "runs-as", "assumes", "binds", "allows *"]
}

test_a_role_with_few_rights_passes if count(found({})) == 0

test_what_is_unknown_of_the_role_is_needed if {
	some denied in found({"doubts": [{"resource": "r", "path": ["inline_policy"]}]})
	denied.at == "r"
	denied.needs == [{"resource": "r", "path": ["inline_policy"]}]
}

test_a_right_under_a_condition_passes if {
	narrowed := object.union(takeover.right("*"), {"narrowed": true})
	count(found({"administrator": [narrowed]})) == 0
}

test_a_right_over_all_of_iam_is_denied if {
	some denied in found({"power": "administrator", "administrator": [takeover.right("iam:*")]})
	contains(denied.message, "this lets it give itself all rights (iam:*)")
}
