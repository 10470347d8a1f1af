package policy.aws.sagemaker.endpoint_without_own_key_test

import data.policy.aws.sagemaker.endpoint_without_own_key

findings(attributes) := found if {
	found := endpoint_without_own_key.deny with input.resources as {"aws_sagemaker_endpoint_configuration": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_not_set if {
	findings({}) == {{"resource": "a", "path": ["kms_key_arn"], "message": "`kms_key_arn` is not set"}}
	count(findings({"kms_key_arn": ""})) == 1
}

test_key_of_aws if {
	count(findings({"kms_key_arn": "alias/aws/x"})) == 1
}

test_set if {
	findings({"kms_key_arn": "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"}) == set()
}
