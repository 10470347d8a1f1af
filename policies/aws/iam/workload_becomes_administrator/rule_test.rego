package policy.aws.iam.workload_becomes_administrator_test

import data.policy.aws.iam.workload_becomes_administrator

found(power, holders, goal, provider) := denied if {
	one := {
	"id": "r", "form": "role", "power": power, "holders": holders,
	"becomes": [{"id": ".//a", "power": goal, "through": [".//a"], "evidence": [], "needs": [], "doubts": []}],
}
	role := {"id": ".//a", "provider": provider, "power": goal, "holders": [], "becomes": []}
	denied := workload_becomes_administrator.deny with input.identities as [one, role]
}

holder := {"id": "f", "kind": "aws_lambda_function", "via": ["role"], "how": "lambda"}

test_a_program_that_can_become_one if {
	some finding in found("ordinary", [holder], "administrator", "aws")
	finding.message == "What runs as the role can act as a, which can get all rights"
	count(found("ordinary", [holder], "escalating", "aws")) == 1
}

test_others if {
	count(found("ordinary", [holder], "administrator", "azure")) == 0
	count(found("ordinary", [], "administrator", "aws")) == 0
	count(found("ordinary", [holder], "ordinary", "aws")) == 0
	count(found("administrator", [holder], "administrator", "aws")) == 0
}
