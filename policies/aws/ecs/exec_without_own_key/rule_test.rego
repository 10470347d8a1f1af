package policy.aws.ecs.exec_without_own_key_test

import data.policy.aws.ecs.exec_without_own_key

paths(attributes) := {finding.path | some finding in found} if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := exec_without_own_key.deny with input.resources.aws_ecs_cluster as [resource]
}

test_bad if {
	paths(of({})) == {array.concat(place, ["kms_key_id"])}
	paths(of({"kms_key_id": "k"})) == {array.concat(place, ["log_configuration", 0, "cloud_watch_encryption_enabled"])}
	paths(of({"kms_key_id": "k", "log_configuration": [{"cloud_watch_encryption_enabled": false}]})) == {array.concat(place, ["log_configuration", 0, "cloud_watch_encryption_enabled"])}
}

test_good if {
	paths({}) == set()
	paths(of({"logging": "NONE"})) == set()
	paths(of({"kms_key_id": "k", "log_configuration": [{"s3_bucket_encryption_enabled": true}]})) == set()
	paths(of({"kms_key_id": "k", "log_configuration": [{"cloud_watch_encryption_enabled": true}]})) == set()
}

place := ["configuration", 0, "execute_command_configuration", 0]

of(sessions) := {"configuration": [{"execute_command_configuration": [sessions]}]}
