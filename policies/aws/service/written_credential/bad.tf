resource "aws_acm_certificate" "shop" {
  private_key = "-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA7bq3Yx0a9k2v6b1mQ4xw5J8oC0Zs1r2T\n-----END RSA PRIVATE KEY-----" # expect: aws-service-written-credential
}

resource "aws_alb_listener" "shop" {
  default_action {
    authenticate_oidc {
      client_secret = "Shop-178ae85a49" # expect: aws-service-written-credential
    }
  }
}

resource "aws_alb_listener_rule" "shop" {
  action {
    authenticate_oidc {
      client_secret = "Shop-3ecff621ee" # expect: aws-service-written-credential
    }
  }
}

resource "aws_amplify_app" "shop" {
  access_token = "Shop-ff9e0b7ccc" # expect: aws-service-written-credential
  oauth_token  = "Shop-289bfb3d09" # expect: aws-service-written-credential
}

resource "aws_appstream_directory_config" "shop" {
  service_account_credentials {
    account_password = "Shop-14ef4e97c4" # expect: aws-service-written-credential
  }
}

resource "aws_cloudwatch_event_connection" "shop" {
  auth_parameters {
    basic {
      password = "Shop-f00d11fbc6" # expect: aws-service-written-credential
    }
  }
}

resource "aws_codebuild_source_credential" "shop" {
  token = "Shop-a55dbaf8dd" # expect: aws-service-written-credential
}

resource "aws_codepipeline_webhook" "shop" {
  authentication_configuration {
    secret_token = "Shop-a7cfe4408c" # expect: aws-service-written-credential
  }
}

resource "aws_datasync_location_fsx_windows_file_system" "shop" {
  password = "Shop-e003577152" # expect: aws-service-written-credential
}

resource "aws_datasync_location_smb" "shop" {
  password = "Shop-4c7e07e894" # expect: aws-service-written-credential
}

resource "aws_db_instance" "shop" {
  identifier     = "shop"
  engine         = "postgres"
  instance_class = "db.t4g.small"
  username       = "shop"
  password       = "Shop-81edf003c7" # expect: aws-service-written-credential
}

resource "aws_directory_service_directory" "shop" {
  password = "Shop-88fe3ffb35" # expect: aws-service-written-credential
}

resource "aws_directory_service_radius_settings" "shop" {
  shared_secret = "Shop-9326eee921" # expect: aws-service-written-credential
}

resource "aws_directory_service_trust" "shop" {
  trust_password = "Shop-f5a15b6666" # expect: aws-service-written-credential
}

resource "aws_dms_endpoint" "shop" {
  password = "Shop-aab23e0a19" # expect: aws-service-written-credential

  kafka_settings {
    sasl_password = "Shop-6f023eddea" # expect: aws-service-written-credential
  }

  oracle_settings {
    asm_password = "Shop-73e510f915" # expect: aws-service-written-credential
  }

  redis_settings {
    auth_password = "Shop-2cb4e76dc5" # expect: aws-service-written-credential
  }
}

resource "aws_docdb_cluster" "shop" {
  master_password = "Shop-d6d940b773" # expect: aws-service-written-credential
}

resource "aws_docdbelastic_cluster" "shop" {
  admin_user_password = "Shop-6eb7cf42ab" # expect: aws-service-written-credential
}

resource "aws_elasticache_replication_group" "shop" {
  auth_token = "Shop-a396621e3c" # expect: aws-service-written-credential
}

resource "aws_elasticsearch_domain" "shop" {
  advanced_security_options {
    master_user_options {
      master_user_password = "Shop-edc863a5db" # expect: aws-service-written-credential
    }
  }
}

resource "aws_emr_cluster" "shop" {
  kerberos_attributes {
    kdc_admin_password = "Shop-9010a7f1e2" # expect: aws-service-written-credential
  }
}

resource "aws_fsx_ontap_file_system" "shop" {
  fsx_admin_password = "Shop-ea0c2a9780" # expect: aws-service-written-credential
}

resource "aws_fsx_ontap_storage_virtual_machine" "shop" {
  svm_admin_password = "Shop-37cabdef4d" # expect: aws-service-written-credential
}

resource "aws_fsx_windows_file_system" "shop" {
  self_managed_active_directory {
    password = "Shop-d0d204fcf8" # expect: aws-service-written-credential
  }
}

resource "aws_iam_server_certificate" "shop" {
  private_key = "-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA7bq3Yx0a9k2v6b1mQ4xw5J8oC0Zs1r2T\n-----END RSA PRIVATE KEY-----" # expect: aws-service-written-credential
}

resource "aws_kinesis_firehose_delivery_stream" "shop" {
  http_endpoint_configuration {
    access_key = "Shop-c46d52b1b4" # expect: aws-service-written-credential
  }

  redshift_configuration {
    password = "Shop-3c14de6fba" # expect: aws-service-written-credential
  }

  splunk_configuration {
    hec_token = "Shop-5ddf7fd803" # expect: aws-service-written-credential
  }
}

resource "aws_kms_custom_key_store" "shop" {
  key_store_password = "Shop-908f87591b" # expect: aws-service-written-credential
}

resource "aws_lb_listener" "shop" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop/50dc6c495c0c9188"

  default_action {
    authenticate_oidc {
      client_secret = "Shop-77e9c816bd" # expect: aws-service-written-credential
    }
  }
}

resource "aws_lb_listener_rule" "shop" {
  action {
    authenticate_oidc {
      client_secret = "Shop-5ac649c573" # expect: aws-service-written-credential
    }
  }
}

resource "aws_lightsail_database" "shop" {
  master_password = "Shop-cfde512fa8" # expect: aws-service-written-credential
}

resource "aws_mq_broker" "shop" {
  ldap_server_metadata {
    service_account_password = "Shop-246e5c3f52" # expect: aws-service-written-credential
  }

  user {
    password = "Shop-423c9783ca" # expect: aws-service-written-credential
  }
}

resource "aws_opensearch_domain" "shop" {
  advanced_security_options {
    master_user_options {
      master_user_password = "Shop-48f3039a98" # expect: aws-service-written-credential
    }
  }
}

resource "aws_quicksight_data_source" "shop" {
  credentials {
    credential_pair {
      password = "Shop-d40874bd50" # expect: aws-service-written-credential
    }
  }
}

resource "aws_rds_cluster" "shop" {
  engine          = "aurora-mysql"
  master_username = "shop"
  master_password = "Shop-1d47ae7f95" # expect: aws-service-written-credential
}

resource "aws_redshift_cluster" "shop" {
  master_password = "Shop-05fb7a837d" # expect: aws-service-written-credential
}

resource "aws_redshiftserverless_namespace" "shop" {
  admin_user_password = "Shop-5b566723aa" # expect: aws-service-written-credential
}

resource "aws_storagegateway_file_system_association" "shop" {
  password = "Shop-c7c626954f" # expect: aws-service-written-credential
}

resource "aws_storagegateway_gateway" "shop" {
  smb_guest_password = "Shop-2f8aed5cf3" # expect: aws-service-written-credential

  smb_active_directory_settings {
    password = "Shop-d17e93e5a4" # expect: aws-service-written-credential
  }
}

resource "aws_timestreaminfluxdb_db_instance" "shop" {
  password = "Shop-cde64899c7" # expect: aws-service-written-credential
}

resource "aws_vpn_connection" "shop" {
  tunnel1_preshared_key = "Shop-f9c2bb5c30" # expect: aws-service-written-credential
  tunnel2_preshared_key = "Shop-8775c023d1" # expect: aws-service-written-credential
}

resource "aws_elasticache_user" "shop" {
  user_id       = "shop"
  user_name     = "default"
  engine        = "redis"
  access_string = "on ~* +@all"
  passwords     = ["Shop-0f1e2d3c4b5a6978"] # expect: aws-service-written-credential
}

resource "aws_elasticache_user" "reports" {
  user_id       = "reports"
  user_name     = "reports"
  engine        = "redis"
  access_string = "on ~reports:* +@read"

  authentication_mode {
    type      = "password"
    passwords = ["Shop-1f1e2d3c4b5a6978"] # expect: aws-service-written-credential
  }
}

resource "aws_memorydb_user" "shop" {
  user_name     = "shop"
  access_string = "on ~* +@all"

  authentication_mode {
    type      = "password"
    passwords = ["Shop-2f1e2d3c4b5a6978"] # expect: aws-service-written-credential
  }
}

resource "aws_cognito_identity_provider" "shop" {
  user_pool_id  = "eu-west-1_aB3dE5fG7"
  provider_name = "Google"
  provider_type = "Google"

  provider_details = {
    client_id        = "shop.apps.googleusercontent.com"
    client_secret    = "Shop-3f1e2d3c4b5a6978" # expect: aws-service-written-credential
    authorize_scopes = "email"
  }
}

resource "aws_glue_connection" "shop" {
  name = "shop"

  connection_properties = {
    JDBC_CONNECTION_URL = "jdbc:postgresql://db.shop.example.com/shop"
    USERNAME            = "shop"
    PASSWORD            = "Shop-4f1e2d3c4b5a6978" # expect: aws-service-written-credential
  }
}

# One that nobody has changed is a password all the same.
variable "reports_password" {
  type      = string
  sensitive = true
  default   = "changeme" # expect: aws-service-written-credential
}

resource "aws_db_instance" "reports" {
  identifier     = "reports"
  engine         = "postgres"
  instance_class = "db.t4g.small"
  username       = "reports"
  password       = var.reports_password
}

# Somebody has chosen that.
resource "aws_db_instance" "careless" {
  password = "password" # expect: aws-service-written-credential
}
