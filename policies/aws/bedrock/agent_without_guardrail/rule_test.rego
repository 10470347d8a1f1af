package policy.aws.bedrock.agent_without_guardrail_test

import data.policy.aws.bedrock.agent_without_guardrail

paths(attributes) := {finding.path | some finding in found} if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := agent_without_guardrail.deny with input.resources.aws_bedrockagent_agent as [resource]
}

test_guardrail if {
	paths({}) == {["guardrail_configuration", 0, "guardrail_identifier"]}
	paths({"guardrail_configuration": [{"guardrail_identifier": "g-1", "guardrail_version": "1"}]}) == set()
}
