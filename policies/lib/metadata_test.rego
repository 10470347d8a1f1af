package lib.metadata_test

import data.lib.metadata

test_what_answers_without_a_token if {
	every attributes in [{}, {"metadata_options": [{"http_tokens": "optional"}]}, {"launch_template": [{}], "metadata_options": [{"http_tokens": "optional"}]}] {
		metadata.open({"root": ".", "attributes": attributes})
	}
	every attributes in [{"launch_template": [{}]}, {"metadata_options": [{"http_tokens": "required"}]}, {"metadata_options": [{"http_endpoint": "disabled"}]}] {
		not metadata.open({"root": ".", "attributes": attributes})
	}
}

test_what_the_account_says if {
	account := {"root": ".", "attributes": {"http_tokens": "required"}}
	resources := {"aws_ec2_instance_metadata_defaults": [account]}
	not metadata.open({"root": ".", "attributes": {}}) with input.resources as resources
	metadata.open({"root": "other", "attributes": {}}) with input.resources as resources
}
