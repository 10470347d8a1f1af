package policy.aws.sagemaker.notebook_metadata_without_token_test

import data.policy.aws.sagemaker.notebook_metadata_without_token

findings(attributes) := found if {
	found := notebook_metadata_without_token.deny with input.resources as {"aws_sagemaker_notebook_instance": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_first if {
	findings({}) == {{
		"resource": "a",
		"path": ["instance_metadata_service_configuration", 0, "minimum_instance_metadata_service_version"],
		"message": "`minimum_instance_metadata_service_version` is not set, and the default is `1`",
	}}
	count(findings({"instance_metadata_service_configuration": [{"minimum_instance_metadata_service_version": "1"}]})) == 1
}

test_second if {
	findings({"instance_metadata_service_configuration": [{"minimum_instance_metadata_service_version": "2"}]}) == set()
}
