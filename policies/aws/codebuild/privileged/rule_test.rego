package policy.aws.codebuild.privileged_test

import data.policy.aws.codebuild.privileged

findings(attributes) := found if {
	found := privileged.deny with input.resources as {"aws_codebuild_project": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_privileged if {
	findings({"environment": [{"privileged_mode": true}]}) == {{
		"resource": "a",
		"path": ["environment", 0, "privileged_mode"],
		"message": "`privileged_mode` is `true`",
	}}
}

test_not_privileged if {
	findings({}) == set()
	findings({"environment": [{"privileged_mode": false}]}) == set()
}
