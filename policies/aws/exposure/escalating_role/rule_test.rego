package policy.aws.exposure.escalating_role_test

import data.lib.takeover
import data.policy.aws.exposure.escalating_role

found(role) := denied if {
	given := takeover.document({}, role)
	denied := escalating_role.deny with input as given
}

test_the_right_is_denied if {
	some denied in found(takeover.escalating("iam:PutUserPolicy"))
	denied.resource == "d"
	denied.at == "w"
	denied.path == ["policy"]
	denied.needs == []
	contains(denied.message, "can get all rights by iam:PutUserPolicy")
	[one.note | some one in denied.evidence] == ["opens it", "runs-as", "assumes", "binds", "allows iam:PutUserPolicy"]
}

test_a_role_with_few_rights_passes if count(found({})) == 0

test_what_is_unknown_of_the_role_is_needed if {
	some denied in found({"doubts": [{"resource": "r", "path": ["inline_policy"]}]})
	denied.at == "r"
	denied.needs == [{"resource": "r", "path": ["inline_policy"]}]
}

test_an_administrator_is_left_out if {
	count(found(object.union(takeover.escalating("iam:PutUserPolicy"), {"power": "administrator"}))) == 0
}
