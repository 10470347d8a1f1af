package policy.aws.eks.secrets_without_own_key_test

import data.policy.aws.eks.secrets_without_own_key

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := secrets_without_own_key.deny with input.resources.aws_eks_cluster as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

config(resources, key) := {"encryption_config": [{"resources": resources, "provider": [{"key_arn": key}]}]}

test_keys if {
	messages({}) == {"No key is named for Secrets"}
	paths({}) == {["encryption_config", 0, "provider", 0, "key_arn"]}
	paths(config(["secrets"], "")) == {["encryption_config", 0, "provider", 0, "key_arn"]}
	paths(config([], "arn:aws:kms:eu-west-1:111122223333:key/1")) == {["encryption_config", 0, "provider", 0, "key_arn"]}
	paths(config(["secrets"], "arn:aws:kms:eu-west-1:111122223333:key/1")) == set()
}
