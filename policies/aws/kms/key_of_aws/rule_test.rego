package policy.aws.kms.key_of_aws_test

import data.policy.aws.kms.key_of_aws as rule

found(kind, lookup, via) := {violation.path | some violation in violations} if {
	users := [{"id": "s", "kind": "aws_x", "index": 0, "via": via}]
	violations := rule.deny with input as {"resources": {kind: [{"id": "k", "attributes": lookup, "referred_by": users}]}}
}

test_denies if {
	found("data.aws_kms_alias", {"name": "alias/aws/s3"}, ["kms_key_id"]) == {["kms_key_id"]}
	found("data.aws_kms_key", {"key_id": "alias/aws/s3"}, ["rule", 0, "kms_master_key_id"]) == {["rule", 0, "kms_master_key_id"]}
	every name in [
		"cmk_arn", "customer_encryption_key_arn", "customer_managed_key", "encryption_key", "key_arn", "key_id",
		"volume_encryption_key",
	] {
		found("data.aws_kms_alias", {"name": "alias/aws/s3"}, ["server_side_encryption", 0, name]) == {["server_side_encryption", 0, name]}
	}
}

test_allows if {
	found("data.aws_kms_alias", {"name": "alias/shop"}, ["kms_key_id"]) == set()
	found("data.aws_kms_alias", {"name": "alias/aws/s3"}, ["policy", "Statement", 0, "Resource"]) == set()
}
