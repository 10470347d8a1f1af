package policy.aws.apigateway.without_access_log_test

import data.policy.aws.apigateway.without_access_log

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := without_access_log.deny with input.resources.aws_api_gateway_stage as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_logs if {
	messages({}) == {"`destination_arn` is not set"}
	paths({"access_log_settings": [{"format": "x"}]}) == {["access_log_settings", 0, "destination_arn"]}
	paths({"access_log_settings": [{"destination_arn": "x"}]}) == set()
}
