# METADATA
# title: Password of an AWS service is written in the code
# description: |
#   A database, cache, broker or directory asks for this password, and it is written in the configuration or is the
#   default of a variable. So it is known to everyone who may read the repository, now or in its history, and most
#   often it is the same in every environment.
#
#   It also stands in Terraform's state, which those read who may plan.
# related_resources:
#   - https://docs.aws.amazon.com/secretsmanager/latest/userguide/hardcoded.html
#   - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   written: ["*"]
#   remediation: >-
#     Let the service make and keep it where it can (`manage_master_user_password`), take it from a secret store or an
#     ephemeral value, or from a sensitive variable without a default. Change the one that was written.
package policy.aws.service.written_credential

import data.lib.written

deny contains {
	"resource": place.resource,
	"path": place.path,
	"message": sprintf("`%s` is written in the code", [place.name]),
} if {
	some place in places
}

places contains place if {
	some place in of_resources("password", [
		"aws_datasync_location_fsx_windows_file_system",
		"aws_datasync_location_smb",
		"aws_db_instance",
		"aws_directory_service_directory",
		"aws_dms_endpoint",
		"aws_storagegateway_file_system_association",
		"aws_timestreaminfluxdb_db_instance",
	])
}

places contains place if {
	some place in of_resources("master_password", [
		"aws_docdb_cluster",
		"aws_lightsail_database",
		"aws_rds_cluster",
		"aws_redshift_cluster",
	])
}

places contains place if {
	some place in of_resources("admin_user_password", ["aws_docdbelastic_cluster", "aws_redshiftserverless_namespace"])
}

places contains place if some place in of_resources("private_key", ["aws_acm_certificate", "aws_iam_server_certificate"])

places contains place if some place in of_resources("access_token", ["aws_amplify_app"])

places contains place if some place in of_resources("oauth_token", ["aws_amplify_app"])

places contains place if some place in of_resources("token", ["aws_codebuild_source_credential"])

places contains place if some place in of_resources("shared_secret", ["aws_directory_service_radius_settings"])

places contains place if some place in of_resources("trust_password", ["aws_directory_service_trust"])

places contains place if some place in of_resources("auth_token", ["aws_elasticache_replication_group"])

places contains place if some place in of_resources("fsx_admin_password", ["aws_fsx_ontap_file_system"])

places contains place if some place in of_resources("svm_admin_password", ["aws_fsx_ontap_storage_virtual_machine"])

places contains place if some place in of_resources("key_store_password", ["aws_kms_custom_key_store"])

places contains place if some place in of_resources("smb_guest_password", ["aws_storagegateway_gateway"])

places contains place if some place in of_resources("tunnel1_preshared_key", ["aws_vpn_connection"])

places contains place if some place in of_resources("tunnel2_preshared_key", ["aws_vpn_connection"])

of_resources(name, kinds) := [place |
	some kind in kinds
	some resource in input.resources[kind]
	place := written.at(resource, [name], name, resource.attributes[name])
]

places contains place if {
	some place in of_blocks("aws_appstream_directory_config", "service_account_credentials", "account_password")
}

places contains place if some place in of_blocks("aws_codepipeline_webhook", "authentication_configuration", "secret_token")

places contains place if some place in of_blocks("aws_dms_endpoint", "kafka_settings", "sasl_password")

places contains place if some place in of_blocks("aws_dms_endpoint", "oracle_settings", "asm_password")

places contains place if some place in of_blocks("aws_dms_endpoint", "redis_settings", "auth_password")

places contains place if some place in of_blocks("aws_emr_cluster", "kerberos_attributes", "kdc_admin_password")

places contains place if {
	some place in of_blocks("aws_fsx_windows_file_system", "self_managed_active_directory", "password")
}

places contains place if {
	some place in of_blocks("aws_kinesis_firehose_delivery_stream", "http_endpoint_configuration", "access_key")
}

places contains place if {
	some place in of_blocks("aws_kinesis_firehose_delivery_stream", "redshift_configuration", "password")
}

places contains place if {
	some place in of_blocks("aws_kinesis_firehose_delivery_stream", "splunk_configuration", "hec_token")
}

places contains place if {
	some place in of_blocks("aws_mq_broker", "ldap_server_metadata", "service_account_password")
}

places contains place if some place in of_blocks("aws_mq_broker", "user", "password")

places contains place if {
	some place in of_blocks("aws_storagegateway_gateway", "smb_active_directory_settings", "password")
}

of_blocks(kind, block, name) := [place |
	some resource in input.resources[kind]
	some i, body in resource.attributes[block]
	place := written.at(resource, [block, i, name], name, body[name])
]

places contains place if {
	some kind in ["aws_elasticsearch_domain", "aws_opensearch_domain"]
	some place in of_inner_blocks(kind, "advanced_security_options", "master_user_options", "master_user_password")
}

places contains place if {
	some kind in ["aws_alb_listener", "aws_lb_listener"]
	some place in of_inner_blocks(kind, "default_action", "authenticate_oidc", "client_secret")
}

places contains place if {
	some kind in ["aws_alb_listener_rule", "aws_lb_listener_rule"]
	some place in of_inner_blocks(kind, "action", "authenticate_oidc", "client_secret")
}

places contains place if {
	some place in of_inner_blocks("aws_cloudwatch_event_connection", "auth_parameters", "basic", "password")
}

places contains place if {
	some place in of_inner_blocks("aws_quicksight_data_source", "credentials", "credential_pair", "password")
}

of_inner_blocks(kind, outer, inner, name) := [place |
	some resource in input.resources[kind]
	some i, around in resource.attributes[outer]
	some j, body in around[inner]
	place := written.at(resource, [outer, i, inner, j, name], name, body[name])
]

# A user of a cache may have several.
places contains place if {
	some user in input.resources.aws_elasticache_user
	some i, text in user.attributes.passwords
	place := written.at(user, ["passwords", i], "passwords", text)
}

places contains place if {
	some kind in ["aws_elasticache_user", "aws_memorydb_user"]
	some user in input.resources[kind]
	some i, mode in user.attributes.authentication_mode
	some j, text in mode.passwords
	place := written.at(user, ["authentication_mode", i, "passwords", j], "passwords", text)
}

# Maps, whose keys are those of the service.
places contains place if {
	some resource in input.resources.aws_cognito_identity_provider
	text := resource.attributes.provider_details.client_secret
	place := written.at(resource, ["provider_details", "client_secret"], "client_secret", text)
}

places contains place if {
	some resource in input.resources.aws_glue_connection
	text := resource.attributes.connection_properties.PASSWORD
	place := written.at(resource, ["connection_properties", "PASSWORD"], "PASSWORD", text)
}
