# METADATA
# title: What a service keeps is not encrypted with a key of one's own
# description: |
#   Most services encrypt what they keep in any case, with a key that AWS has for the service or the account. A key
#   of one's own has a policy that says who may use it, a record of each use, and can be withdrawn. A key that AWS
#   keeps for a service lets everyone use it who may use the service. It is a choice that costs a little for each
#   key.
# related_resources:
#   - https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html
#   - https://docs.aws.amazon.com/whitepapers/latest/kms-best-practices/introduction.html
# custom:
#   severity: low
#   worst_case: {gain: order, from: above, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set the argument that the message names to the ARN of a key of your own. For many services that can be chosen
#     only when a resource is made.
#   aliases: [
#     CKV_AWS_147, CKV_AWS_160, CKV_AWS_166, CKV_AWS_177, CKV_AWS_178, CKV_AWS_179, CKV_AWS_180, CKV_AWS_181,
#     CKV_AWS_183, CKV_AWS_185, CKV_AWS_187, CKV_AWS_190, CKV_AWS_191, CKV_AWS_201, CKV_AWS_203, CKV_AWS_209,
#     CKV_AWS_212, CKV_AWS_219, CKV_AWS_221, CKV_AWS_236, CKV_AWS_241, CKV_AWS_245, CKV_AWS_254, CKV_AWS_262,
#     CKV_AWS_263, CKV_AWS_264, CKV_AWS_265, CKV_AWS_266, CKV_AWS_271, CKV_AWS_278, CKV_AWS_281, CKV_AWS_282,
#     CKV_AWS_294, CKV_AWS_296, CKV_AWS_297, CKV_AWS_298, CKV_AWS_345, CKV_AWS_346, CKV_AWS_367, CKV_AWS_368,
#     CKV_AWS_372, CKV_AWS_373, CKV_AWS_381
#   ]
package policy.aws.service.without_own_key

import data.lib.kms
import data.lib.setting

deny contains {"resource": holder.id, "path": ["kms_key_id"], "message": message} if {
	some kind in [
		"aws_ami_copy", "aws_cloudtrail_event_data_store", "aws_db_instance_automated_backups_replication",
		"aws_db_snapshot_copy", "aws_ebs_snapshot_copy", "aws_elasticache_replication_group",
		"aws_fsx_lustre_file_system", "aws_fsx_ontap_file_system", "aws_fsx_openzfs_file_system",
		"aws_fsx_windows_file_system", "aws_imagebuilder_component", "aws_kinesis_stream", "aws_kinesis_video_stream",
		"aws_redshift_snapshot_copy_grant", "aws_redshiftserverless_namespace", "aws_s3_object_copy",
		"aws_sagemaker_domain", "aws_timestreamwrite_database",
	]
	some holder in input.resources[kind]
	message := kms.not_own(holder.attributes, "kms_key_id")
}

deny contains {"resource": holder.id, "path": ["kms_key_arn"], "message": message} if {
	some kind in [
		"aws_backup_vault", "aws_dms_replication_instance", "aws_dms_s3_endpoint", "aws_dynamodb_table_replica",
		"aws_memorydb_cluster", "aws_memorydb_snapshot", "aws_scheduler_schedule",
	]
	some holder in input.resources[kind]
	message := kms.not_own(holder.attributes, "kms_key_arn")
}

deny contains {"resource": holder.id, "path": ["encryption_key"], "message": message} if {
	some kind in ["aws_codeartifact_domain", "aws_codebuild_project"]
	some holder in input.resources[kind]
	message := kms.not_own(holder.attributes, "encryption_key")
}

deny contains {"resource": holder.id, "path": ["kms_arn"], "message": message} if {
	some kind in ["aws_appflow_connector_profile", "aws_appflow_flow"]
	some holder in input.resources[kind]
	message := kms.not_own(holder.attributes, "kms_arn")
}

deny contains {"resource": broker.id, "path": ["encryption_options", 0, "kms_key_id"], "message": message} if {
	some broker in input.resources.aws_mq_broker
	message := kms.not_own(setting.block(broker.attributes, "encryption_options"), "kms_key_id")
}

deny contains {"resource": agent.id, "path": ["customer_encryption_key_arn"], "message": message} if {
	some agent in input.resources.aws_bedrockagent_agent
	message := kms.not_own(agent.attributes, "customer_encryption_key_arn")
}

deny contains {
	"resource": holder.id,
	"path": ["server_side_encryption_configuration", 0, "kms_key_id"],
	"message": message,
} if {
	some holder in input.resources.aws_kendra_index
	message := kms.not_own(setting.block(holder.attributes, "server_side_encryption_configuration"), "kms_key_id")
}

deny contains {"resource": holder.id, "path": ["output_config", 0, "kms_key_id"], "message": message} if {
	some holder in input.resources.aws_sagemaker_flow_definition
	message := kms.not_own(setting.block(holder.attributes, "output_config"), "kms_key_id")
}

deny contains {
	"resource": holder.id,
	"path": ["data_quality_job_output_config", 0, "kms_key_id"],
	"message": message,
} if {
	some holder in input.resources.aws_sagemaker_data_quality_job_definition
	message := kms.not_own(setting.block(holder.attributes, "data_quality_job_output_config"), "kms_key_id")
}

deny contains {"resource": holder.id, "path": ["encryption_configuration", 0, "key_id"], "message": message} if {
	some kind in ["aws_networkfirewall_firewall", "aws_networkfirewall_firewall_policy", "aws_networkfirewall_rule_group"]
	some holder in input.resources[kind]
	message := kms.not_own(setting.block(holder.attributes, "encryption_configuration"), "key_id")
}

deny contains {"resource": job.id, "path": path, "message": message} if {
	some job in input.resources.aws_sagemaker_data_quality_job_definition
	machines := setting.block(setting.block(job.attributes, "job_resources"), "cluster_config")
	message := kms.not_own(machines, "volume_kms_key_id")
	path := ["job_resources", 0, "cluster_config", 0, "volume_kms_key_id"]
}

deny contains {
	"resource": pipeline.id,
	"path": ["artifact_store", i, "encryption_key", 0, "id"],
	"message": message,
} if {
	some pipeline in input.resources.aws_codepipeline
	some i, store in pipeline.attributes.artifact_store
	message := kms.not_own(setting.block(store, "encryption_key"), "id")
}

deny contains {"resource": table.id, "path": ["encryption_specification", 0, "type"], "message": message} if {
	some table in input.resources.aws_keyspaces_table
	specification := setting.block(table.attributes, "encryption_specification")
	message := setting.other(specification, "type", {"CUSTOMER_MANAGED_KMS_KEY"}, "AWS_OWNED_KMS_KEY")
}

deny contains {"resource": association.id, "path": ["kms_key_details", 0, "encryption_option"], "message": message} if {
	some association in input.resources.aws_codegurureviewer_repository_association
	details := setting.block(association.attributes, "kms_key_details")
	message := setting.other(details, "encryption_option", {"CUSTOMER_MANAGED_CMK"}, "AWS_OWNED_CMK")
}

deny contains {"resource": policy.id, "path": path, "message": message} if {
	some policy in input.resources.aws_dlm_lifecycle_policy
	some i, action in setting.block(policy.attributes, "policy_details").action
	some j, copy in action.cross_region_copy
	message := kms.not_own(setting.block(copy, "encryption_configuration"), "cmk_arn")
	path := ["policy_details", 0, "action", i, "cross_region_copy", j, "encryption_configuration", 0, "cmk_arn"]
}

# What is copied into S3 is encrypted with the key that is named for that.
deny contains {"resource": endpoint.id, "path": ["kms_key_arn"], "needs": needs, "message": message} if {
	some endpoint in input.resources.aws_dms_endpoint
	endpoint.attributes.engine_name != "s3"
	message := kms.not_own(endpoint.attributes, "kms_key_arn")
	needs := [{"resource": endpoint.id, "path": ["engine_name"]}]
}

deny contains {"resource": endpoint.id, "path": path, "message": message} if {
	some endpoint in input.resources.aws_dms_endpoint
	endpoint.attributes.engine_name == "s3"
	settings := setting.block(endpoint.attributes, "s3_settings")
	message := kms.not_own(settings, "server_side_encryption_kms_key_id")
	path := ["s3_settings", 0, "server_side_encryption_kms_key_id"]
}

# A stream that reads from another one takes the encryption of that.
deny contains {
	"resource": stream.id,
	"path": ["server_side_encryption", 0, "key_arn"],
	"needs": needs,
	"message": message,
} if {
	some stream in input.resources.aws_kinesis_firehose_delivery_stream
	every source in sources {
		setting.missing(stream.attributes, source)
	}
	encryption := setting.block(stream.attributes, "server_side_encryption")
	message := fault(encryption)
	needs := array.concat(
		[{"resource": stream.id, "path": [source]} | some source in sources],
		[{"resource": stream.id, "path": ["server_side_encryption", 0, "key_type"]} | not kms.not_own(encryption, "key_arn")],
	)
}

sources := ["kinesis_source_configuration", "msk_source_configuration"]

fault(encryption) := kms.not_own(encryption, "key_arn")

fault(encryption) := "`key_type` is not `CUSTOMER_MANAGED_CMK`, so the key is not used" if {
	not kms.not_own(encryption, "key_arn")
	object.get(encryption, "key_type", "AWS_OWNED_CMK") != "CUSTOMER_MANAGED_CMK"
}
