package policy.aws.ec2.metadata_of_machine_without_role_test

import data.policy.aws.ec2.metadata_of_machine_without_role as rule

messages(attributes) := {finding.message | some finding in found} if {
	machine := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	account := {"id": "d", "root": ".", "attributes": {}, "unknown": []}
	resources := {"aws_instance": [machine], "aws_ec2_instance_metadata_defaults": [account]}
	found := rule.deny with input.resources as resources
}

test_tokens if {
	messages({}) == {"`http_tokens` is not set"}
	messages({"metadata_options": [{"http_tokens": "optional"}]}) == {"`http_tokens` is `optional`"}
	messages({"metadata_options": [{"http_tokens": "required"}]}) == set()
}

test_roles if {
	messages({"iam_instance_profile": "web"}) == set()
	messages({"launch_template": [{"id": "lt-1"}], "metadata_options": [{"http_tokens": "optional"}]}) == set()
}
