package policy.aws.service.written_credential_test

import data.policy.aws.service.written_credential

found(kind, attributes, references) := {denied.path | some denied in all} if {
	resource := {"id": "r", "attributes": attributes, "references": references}
	all := written_credential.deny with input.resources as {kind: [resource]}
}

test_every_place if {
	every row in [
		["aws_acm_certificate", {"private_key": "hunter2"}, ["private_key"]],
		["aws_alb_listener", {"default_action": [{"authenticate_oidc": [{"client_secret": "hunter2"}]}]}, ["default_action", 0, "authenticate_oidc", 0, "client_secret"]],
		["aws_alb_listener_rule", {"action": [{"authenticate_oidc": [{"client_secret": "hunter2"}]}]}, ["action", 0, "authenticate_oidc", 0, "client_secret"]],
		["aws_amplify_app", {"access_token": "hunter2"}, ["access_token"]],
		["aws_amplify_app", {"oauth_token": "hunter2"}, ["oauth_token"]],
		["aws_appstream_directory_config", {"service_account_credentials": [{"account_password": "hunter2"}]}, ["service_account_credentials", 0, "account_password"]],
		["aws_cloudwatch_event_connection", {"auth_parameters": [{"basic": [{"password": "hunter2"}]}]}, ["auth_parameters", 0, "basic", 0, "password"]],
		["aws_codebuild_source_credential", {"token": "hunter2"}, ["token"]],
		["aws_codepipeline_webhook", {"authentication_configuration": [{"secret_token": "hunter2"}]}, ["authentication_configuration", 0, "secret_token"]],
		["aws_datasync_location_fsx_windows_file_system", {"password": "hunter2"}, ["password"]],
		["aws_datasync_location_smb", {"password": "hunter2"}, ["password"]],
		["aws_db_instance", {"password": "hunter2"}, ["password"]],
		["aws_directory_service_directory", {"password": "hunter2"}, ["password"]],
		["aws_directory_service_radius_settings", {"shared_secret": "hunter2"}, ["shared_secret"]],
		["aws_directory_service_trust", {"trust_password": "hunter2"}, ["trust_password"]],
		["aws_dms_endpoint", {"password": "hunter2"}, ["password"]],
		["aws_dms_endpoint", {"kafka_settings": [{"sasl_password": "hunter2"}]}, ["kafka_settings", 0, "sasl_password"]],
		["aws_dms_endpoint", {"oracle_settings": [{"asm_password": "hunter2"}]}, ["oracle_settings", 0, "asm_password"]],
		["aws_dms_endpoint", {"redis_settings": [{"auth_password": "hunter2"}]}, ["redis_settings", 0, "auth_password"]],
		["aws_docdb_cluster", {"master_password": "hunter2"}, ["master_password"]],
		["aws_docdbelastic_cluster", {"admin_user_password": "hunter2"}, ["admin_user_password"]],
		["aws_elasticache_replication_group", {"auth_token": "hunter2"}, ["auth_token"]],
		["aws_elasticsearch_domain", {"advanced_security_options": [{"master_user_options": [{"master_user_password": "hunter2"}]}]}, ["advanced_security_options", 0, "master_user_options", 0, "master_user_password"]],
		["aws_emr_cluster", {"kerberos_attributes": [{"kdc_admin_password": "hunter2"}]}, ["kerberos_attributes", 0, "kdc_admin_password"]],
		["aws_fsx_ontap_file_system", {"fsx_admin_password": "hunter2"}, ["fsx_admin_password"]],
		["aws_fsx_ontap_storage_virtual_machine", {"svm_admin_password": "hunter2"}, ["svm_admin_password"]],
		["aws_fsx_windows_file_system", {"self_managed_active_directory": [{"password": "hunter2"}]}, ["self_managed_active_directory", 0, "password"]],
		["aws_iam_server_certificate", {"private_key": "hunter2"}, ["private_key"]],
		["aws_kinesis_firehose_delivery_stream", {"http_endpoint_configuration": [{"access_key": "hunter2"}]}, ["http_endpoint_configuration", 0, "access_key"]],
		["aws_kinesis_firehose_delivery_stream", {"redshift_configuration": [{"password": "hunter2"}]}, ["redshift_configuration", 0, "password"]],
		["aws_kinesis_firehose_delivery_stream", {"splunk_configuration": [{"hec_token": "hunter2"}]}, ["splunk_configuration", 0, "hec_token"]],
		["aws_kms_custom_key_store", {"key_store_password": "hunter2"}, ["key_store_password"]],
		["aws_lb_listener", {"default_action": [{"authenticate_oidc": [{"client_secret": "hunter2"}]}]}, ["default_action", 0, "authenticate_oidc", 0, "client_secret"]],
		["aws_lb_listener_rule", {"action": [{"authenticate_oidc": [{"client_secret": "hunter2"}]}]}, ["action", 0, "authenticate_oidc", 0, "client_secret"]],
		["aws_lightsail_database", {"master_password": "hunter2"}, ["master_password"]],
		["aws_mq_broker", {"ldap_server_metadata": [{"service_account_password": "hunter2"}]}, ["ldap_server_metadata", 0, "service_account_password"]],
		["aws_mq_broker", {"user": [{"password": "hunter2"}]}, ["user", 0, "password"]],
		["aws_opensearch_domain", {"advanced_security_options": [{"master_user_options": [{"master_user_password": "hunter2"}]}]}, ["advanced_security_options", 0, "master_user_options", 0, "master_user_password"]],
		["aws_quicksight_data_source", {"credentials": [{"credential_pair": [{"password": "hunter2"}]}]}, ["credentials", 0, "credential_pair", 0, "password"]],
		["aws_rds_cluster", {"master_password": "hunter2"}, ["master_password"]],
		["aws_redshift_cluster", {"master_password": "hunter2"}, ["master_password"]],
		["aws_redshiftserverless_namespace", {"admin_user_password": "hunter2"}, ["admin_user_password"]],
		["aws_storagegateway_file_system_association", {"password": "hunter2"}, ["password"]],
		["aws_storagegateway_gateway", {"smb_guest_password": "hunter2"}, ["smb_guest_password"]],
		["aws_storagegateway_gateway", {"smb_active_directory_settings": [{"password": "hunter2"}]}, ["smb_active_directory_settings", 0, "password"]],
		["aws_timestreaminfluxdb_db_instance", {"password": "hunter2"}, ["password"]],
		["aws_vpn_connection", {"tunnel1_preshared_key": "hunter2"}, ["tunnel1_preshared_key"]],
		["aws_vpn_connection", {"tunnel2_preshared_key": "hunter2"}, ["tunnel2_preshared_key"]],
		["aws_elasticache_user", {"passwords": ["hunter2"]}, ["passwords", 0]],
		["aws_elasticache_user", {"authentication_mode": [{"passwords": ["hunter2"]}]}, ["authentication_mode", 0, "passwords", 0]],
		["aws_memorydb_user", {"authentication_mode": [{"passwords": ["hunter2"]}]}, ["authentication_mode", 0, "passwords", 0]],
		["aws_cognito_identity_provider", {"provider_details": {"client_secret": "hunter2"}}, ["provider_details", "client_secret"]],
		["aws_glue_connection", {"connection_properties": {"PASSWORD": "hunter2"}}, ["connection_properties", "PASSWORD"]],
	] {
		found(row[0], row[1], []) == {row[2]}
	}
}

test_message if {
	resource := {"id": "r", "attributes": {"password": "hunter2"}, "references": []}
	written_credential.deny == {{
		"resource": "r",
		"path": ["password"],
		"message": "`password` is written in the code",
	}} with input.resources as {"aws_db_instance": [resource]}
}

test_others_pass if {
	found("aws_db_instance", {"password": ""}, []) == set()
	found("aws_db_instance", {"password": "${PASSWORD}"}, []) == set()
	found("aws_db_instance", {"username": "shop"}, []) == set()
	found("aws_db_instance", {"password": "hunter2"}, [{"via": ["password"]}]) == set()
	found("aws_db_instance", {"password": "hunter2"}, [{"via": ["kms_key_id"]}]) == {["password"]}
}

test_given_for_one_run if {
	resource := {
		"id": "r",
		"attributes": {"password": "hunter2"},
		"references": [],
		"given": [["password"]],
	}
	written_credential.deny == set() with input.resources as {"aws_db_instance": [resource]}
}
