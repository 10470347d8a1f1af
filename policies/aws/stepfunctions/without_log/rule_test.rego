package policy.aws.stepfunctions.without_log_test

import data.policy.aws.stepfunctions.without_log

paths(attributes) := {finding.path | some finding in found} if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := without_log.deny with input.resources.aws_sfn_state_machine as [resource]
}

test_level if {
	paths({}) == {["logging_configuration", 0, "level"]}
	paths({"logging_configuration": [{"level": "OFF"}]}) == {["logging_configuration", 0, "level"]}
	every level in ["ALL", "ERROR", "FATAL"] {
		paths({"logging_configuration": [{"level": level}]}) == set()
	}
}
