package policy.aws.emr.no_security_configuration_test

import data.policy.aws.emr.no_security_configuration

findings(attributes) := found if {
	found := no_security_configuration.deny with input.resources as {"aws_emr_cluster": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_not_set if {
	findings({}) == {{
		"resource": "a",
		"path": ["security_configuration"],
		"message": "`security_configuration` is not set",
	}}
	count(findings({"security_configuration": ""})) == 1
}

test_set if {
	findings({"security_configuration": "jobs"}) == set()
}
