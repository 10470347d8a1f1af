package policy.aws.ec2.metadata_without_token_test

import data.policy.aws.ec2.metadata_without_token

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": object.union({"iam_instance_profile": "web"}, attributes), "unknown": [], "references": [], "referred_by": []}
	found := metadata_without_token.deny with input.resources.aws_instance as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

options(fields) := {"metadata_options": [fields]}

test_tokens if {
	messages({}) == {"`http_tokens` is not set"}
	messages(options({"http_tokens": "optional"})) == {"`http_tokens` is `optional`"}
	paths({}) == {["metadata_options", 0, "http_tokens"]}
	paths(options({"http_tokens": "required"})) == set()
	paths(options({"http_endpoint": "disabled"})) == set()
}

test_no_role if {
	machine := {"id": "x", "root": ".", "attributes": {}, "unknown": [], "references": []}
	found := metadata_without_token.deny with input.resources.aws_instance as [machine]
	found == set()
}

test_template if {
	paths({"launch_template": [{"id": "lt-1"}]}) == set()
	template := {"launch_template": [{"id": "lt-1"}]}
	paths(object.union(template, options({"http_tokens": "optional"}))) == {["metadata_options", 0, "http_tokens"]}
}

test_account if {
	resources := {
		"aws_instance": [
			{"id": "x", "root": ".", "attributes": {"iam_instance_profile": "web"}, "unknown": []},
			{"id": "y", "root": ".", "attributes": object.union({"iam_instance_profile": "web"}, options({"http_tokens": "optional"})), "unknown": []},
		],
		"aws_ec2_instance_metadata_defaults": [{"id": "d", "root": ".", "attributes": {"http_tokens": "required"}}],
	}
	found := metadata_without_token.deny with input.resources as resources
	{[finding.resource, finding.needs[2]] | some finding in found} == {["y", {"resource": "d", "path": ["http_tokens"]}]}
}

test_what_machines_are_made_from if {
	template := {"id": "t", "root": ".", "attributes": {}}
	found := metadata_without_token.deny with input.resources as {"aws_launch_template": [template]}
	{finding.message | some finding in found} == {"`http_tokens` is not set"}
	account := {"id": "d", "root": ".", "attributes": {"http_tokens": "required"}}
	all := {"aws_launch_configuration": [template], "aws_ec2_instance_metadata_defaults": [account]}
	kept := metadata_without_token.deny with input.resources as all
	kept == set()
}
