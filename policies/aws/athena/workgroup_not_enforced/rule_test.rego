package policy.aws.athena.workgroup_not_enforced_test

import data.policy.aws.athena.workgroup_not_enforced

findings(attributes) := found if {
	found := workgroup_not_enforced.deny with input.resources as {"aws_athena_workgroup": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_not_enforced if {
	findings({"configuration": [{"enforce_workgroup_configuration": false}]}) == {{
		"resource": "a",
		"path": ["configuration", 0, "enforce_workgroup_configuration"],
		"message": "`configuration.enforce_workgroup_configuration` is `false`",
	}}
}

test_enforced if {
	findings({}) == set()
	findings({"configuration": [{}]}) == set()
	findings({"configuration": [{"enforce_workgroup_configuration": true}]}) == set()
}
