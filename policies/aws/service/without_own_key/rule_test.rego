package policy.aws.service.without_own_key_test

import data.policy.aws.service.without_own_key

findings(kind, attributes) := found if {
	found := without_own_key.deny with input.resources as {kind: [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_top_level if {
	findings("aws_ami_copy", {}) == {{"resource": "a", "path": ["kms_key_id"], "message": "`kms_key_id` is not set"}}
	findings("aws_cloudtrail_event_data_store", {}) == {{"resource": "a", "path": ["kms_key_id"], "message": "`kms_key_id` is not set"}}
	findings("aws_dms_replication_instance", {}) == {{"resource": "a", "path": ["kms_key_arn"], "message": "`kms_key_arn` is not set"}}
	findings("aws_dynamodb_table_replica", {}) == {{"resource": "a", "path": ["kms_key_arn"], "message": "`kms_key_arn` is not set"}}
	findings("aws_codeartifact_domain", {}) == {{"resource": "a", "path": ["encryption_key"], "message": "`encryption_key` is not set"}}
	findings("aws_codebuild_project", {}) == {{"resource": "a", "path": ["encryption_key"], "message": "`encryption_key` is not set"}}
	count(findings("aws_bedrockagent_agent", {})) == 1
	count(findings("aws_appflow_flow", {})) == 1
	count(findings("aws_mq_broker", {"encryption_options": [{"use_aws_owned_key": false}]})) == 1
}

test_own_key if {
	findings("aws_ami_copy", {"kms_key_id": "arn:aws:kms:eu-west-1:111122223333:key/x"}) == set()
	findings("aws_dms_replication_instance", {"kms_key_arn": "arn:aws:kms:eu-west-1:111122223333:key/x"}) == set()
	findings("aws_codeartifact_domain", {"encryption_key": "arn:aws:kms:eu-west-1:111122223333:key/x"}) == set()
	findings("aws_kendra_index", {"server_side_encryption_configuration": [{"kms_key_id": "x"}]}) == set()
	findings("aws_codepipeline", {"artifact_store": [{"encryption_key": [{"id": "x"}]}]}) == set()
	findings("aws_keyspaces_table", {"encryption_specification": [{"type": "CUSTOMER_MANAGED_KMS_KEY"}]}) == set()
	findings("aws_codegurureviewer_repository_association", {"kms_key_details": [{"encryption_option": "CUSTOMER_MANAGED_CMK"}]}) == set()
	findings("aws_dms_endpoint", {"engine_name": "mysql", "kms_key_arn": "x"}) == set()
	findings("aws_dms_endpoint", {"engine_name": "s3", "s3_settings": [{"server_side_encryption_kms_key_id": "x"}]}) == set()
	findings("aws_kinesis_firehose_delivery_stream", {"server_side_encryption": [{"enabled": true, "key_type": "CUSTOMER_MANAGED_CMK", "key_arn": "x"}]}) == set()
	findings("aws_kinesis_firehose_delivery_stream", {"kinesis_source_configuration": [{"kinesis_stream_arn": "x"}]}) == set()
}

test_key_of_aws if {
	findings("aws_kinesis_stream", {"kms_key_id": "alias/aws/kinesis"}) == {{
		"resource": "a",
		"path": ["kms_key_id"],
		"message": "`kms_key_id` is `alias/aws/kinesis`, the key that AWS keeps for the account",
	}}
}

test_in_blocks if {
	findings("aws_kendra_index", {}) == {{
		"resource": "a",
		"path": ["server_side_encryption_configuration", 0, "kms_key_id"],
		"message": "`kms_key_id` is not set",
	}}
	count(findings("aws_sagemaker_flow_definition", {})) == 1
	findings("aws_sagemaker_data_quality_job_definition", {"data_quality_job_output_config": [{"kms_key_id": "x"}]}) == {{
		"resource": "a",
		"path": ["job_resources", 0, "cluster_config", 0, "volume_kms_key_id"],
		"message": "`volume_kms_key_id` is not set",
	}}
	findings("aws_sagemaker_data_quality_job_definition", {"job_resources": [{"cluster_config": [{"volume_kms_key_id": "x"}]}]}) == {{
		"resource": "a",
		"path": ["data_quality_job_output_config", 0, "kms_key_id"],
		"message": "`kms_key_id` is not set",
	}}
	findings("aws_networkfirewall_firewall_policy", {"encryption_configuration": [{"type": "AWS_OWNED_KMS_KEY"}]}) == {{
		"resource": "a",
		"path": ["encryption_configuration", 0, "key_id"],
		"message": "`key_id` is not set",
	}}
	findings("aws_codepipeline", {"artifact_store": [{"location": "x"}]}) == {{
		"resource": "a",
		"path": ["artifact_store", 0, "encryption_key", 0, "id"],
		"message": "`id` is not set",
	}}
	findings("aws_dlm_lifecycle_policy", {"policy_details": [{"action": [{"cross_region_copy": [{"encryption_configuration": [{"encrypted": true}]}]}]}]}) == {{
		"resource": "a",
		"path": ["policy_details", 0, "action", 0, "cross_region_copy", 0, "encryption_configuration", 0, "cmk_arn"],
		"message": "`cmk_arn` is not set",
	}}
}

test_kinds_of_key if {
	findings("aws_keyspaces_table", {}) == {{
		"resource": "a",
		"path": ["encryption_specification", 0, "type"],
		"message": "`type` is not set, and the default is `AWS_OWNED_KMS_KEY`",
	}}
	count(findings("aws_keyspaces_table", {"encryption_specification": [{"type": "AWS_OWNED_KMS_KEY"}]})) == 1
	count(findings("aws_codegurureviewer_repository_association", {"kms_key_details": [{"kms_key_id": "x"}]})) == 1
}

test_endpoints if {
	findings("aws_dms_endpoint", {"engine_name": "mysql"}) == {{
		"resource": "a",
		"path": ["kms_key_arn"],
		"message": "`kms_key_arn` is not set",
		"needs": [{"resource": "a", "path": ["engine_name"]}],
	}}
	findings("aws_dms_endpoint", {"engine_name": "s3"}) == {{
		"resource": "a",
		"path": ["s3_settings", 0, "server_side_encryption_kms_key_id"],
		"message": "`server_side_encryption_kms_key_id` is not set",
	}}
}

test_delivery_streams if {
	findings("aws_kinesis_firehose_delivery_stream", {}) == {{
		"resource": "a",
		"path": ["server_side_encryption", 0, "key_arn"],
		"message": "`key_arn` is not set",
		"needs": [{"resource": "a", "path": ["kinesis_source_configuration"]}, {"resource": "a", "path": ["msk_source_configuration"]}],
	}}
	findings("aws_kinesis_firehose_delivery_stream", {"server_side_encryption": [{"enabled": true, "key_arn": "x"}]}) == {{
		"resource": "a",
		"path": ["server_side_encryption", 0, "key_arn"],
		"message": "`key_type` is not `CUSTOMER_MANAGED_CMK`, so the key is not used",
		"needs": [
			{"resource": "a", "path": ["kinesis_source_configuration"]},
			{"resource": "a", "path": ["msk_source_configuration"]},
			{"resource": "a", "path": ["server_side_encryption", 0, "key_type"]},
		],
	}}
}
