package policy.aws.iam.workload_becomes_administrator_test

import data.policy.aws.iam.workload_becomes_administrator

found(power, holders, goal) := denied if {
	one := {
	"id": "r", "form": "role", "power": power, "holders": holders,
	"becomes": [{"id": "a", "power": goal, "through": ["a"], "evidence": [], "needs": [], "doubts": []}],
}
	denied := workload_becomes_administrator.deny with input.identities as [one]
}

holder := {"id": "f", "kind": "aws_lambda_function", "via": ["role"], "how": "lambda"}

test_a_program_that_can_become_one if {
	some finding in found("ordinary", [holder], "administrator")
	finding.message == "What runs as the role can act as a, which can get all rights"
	count(found("ordinary", [holder], "escalating")) == 1
}

test_others if {
	count(found("ordinary", [], "administrator")) == 0
	count(found("ordinary", [holder], "ordinary")) == 0
	count(found("administrator", [holder], "administrator")) == 0
}
