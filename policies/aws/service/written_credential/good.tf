variable "password" {
  type      = string
  sensitive = true
}

resource "random_password" "shop" {
  length = 32
}

data "aws_secretsmanager_secret_version" "shop" {
  secret_id = "shop/database"
}

resource "aws_acm_certificate" "shop" {
  private_key = data.aws_secretsmanager_secret_version.shop.secret_string
}

resource "aws_alb_listener" "shop" {
  default_action {
    authenticate_oidc {
      client_secret = var.password
    }
  }
}

resource "aws_alb_listener_rule" "shop" {
  action {
    authenticate_oidc {
      client_secret = random_password.shop.result
    }
  }
}

resource "aws_amplify_app" "shop" {
  access_token = data.aws_secretsmanager_secret_version.shop.secret_string
  oauth_token  = var.password
}

resource "aws_appstream_directory_config" "shop" {
  service_account_credentials {
    account_password = random_password.shop.result
  }
}

resource "aws_cloudwatch_event_connection" "shop" {
  auth_parameters {
    basic {
      password = data.aws_secretsmanager_secret_version.shop.secret_string
    }
  }
}

resource "aws_codebuild_source_credential" "shop" {
  token = var.password
}

resource "aws_codepipeline_webhook" "shop" {
  authentication_configuration {
    secret_token = random_password.shop.result
  }
}

resource "aws_datasync_location_fsx_windows_file_system" "shop" {
  password = data.aws_secretsmanager_secret_version.shop.secret_string
}

resource "aws_datasync_location_smb" "shop" {
  password = var.password
}

resource "aws_db_instance" "shop" {
  identifier     = "shop"
  engine         = "postgres"
  instance_class = "db.t4g.small"
  username       = "shop"
  password       = random_password.shop.result
}

resource "aws_directory_service_directory" "shop" {
  password = data.aws_secretsmanager_secret_version.shop.secret_string
}

resource "aws_directory_service_radius_settings" "shop" {
  shared_secret = var.password
}

resource "aws_directory_service_trust" "shop" {
  trust_password = random_password.shop.result
}

resource "aws_dms_endpoint" "shop" {
  password = data.aws_secretsmanager_secret_version.shop.secret_string

  kafka_settings {
    sasl_password = var.password
  }

  oracle_settings {
    asm_password = random_password.shop.result
  }

  redis_settings {
    auth_password = data.aws_secretsmanager_secret_version.shop.secret_string
  }
}

resource "aws_docdb_cluster" "shop" {
  master_password = var.password
}

resource "aws_docdbelastic_cluster" "shop" {
  admin_user_password = random_password.shop.result
}

resource "aws_elasticache_replication_group" "shop" {
  auth_token = data.aws_secretsmanager_secret_version.shop.secret_string
}

resource "aws_elasticsearch_domain" "shop" {
  advanced_security_options {
    master_user_options {
      master_user_password = var.password
    }
  }
}

resource "aws_emr_cluster" "shop" {
  kerberos_attributes {
    kdc_admin_password = random_password.shop.result
  }
}

resource "aws_fsx_ontap_file_system" "shop" {
  fsx_admin_password = data.aws_secretsmanager_secret_version.shop.secret_string
}

resource "aws_fsx_ontap_storage_virtual_machine" "shop" {
  svm_admin_password = var.password
}

resource "aws_fsx_windows_file_system" "shop" {
  self_managed_active_directory {
    password = random_password.shop.result
  }
}

resource "aws_iam_server_certificate" "shop" {
  private_key = data.aws_secretsmanager_secret_version.shop.secret_string
}

resource "aws_kinesis_firehose_delivery_stream" "shop" {
  http_endpoint_configuration {
    access_key = var.password
  }

  redshift_configuration {
    password = random_password.shop.result
  }

  splunk_configuration {
    hec_token = data.aws_secretsmanager_secret_version.shop.secret_string
  }
}

resource "aws_kms_custom_key_store" "shop" {
  key_store_password = var.password
}

resource "aws_lb_listener" "shop" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop/50dc6c495c0c9188"

  default_action {
    authenticate_oidc {
      client_secret = random_password.shop.result
    }
  }
}

resource "aws_lb_listener_rule" "shop" {
  action {
    authenticate_oidc {
      client_secret = data.aws_secretsmanager_secret_version.shop.secret_string
    }
  }
}

resource "aws_lightsail_database" "shop" {
  master_password = var.password
}

resource "aws_mq_broker" "shop" {
  ldap_server_metadata {
    service_account_password = random_password.shop.result
  }

  user {
    password = data.aws_secretsmanager_secret_version.shop.secret_string
  }
}

resource "aws_opensearch_domain" "shop" {
  advanced_security_options {
    master_user_options {
      master_user_password = var.password
    }
  }
}

resource "aws_quicksight_data_source" "shop" {
  credentials {
    credential_pair {
      password = random_password.shop.result
    }
  }
}

resource "aws_rds_cluster" "shop" {
  engine          = "aurora-mysql"
  master_username = "shop"
  master_password = data.aws_secretsmanager_secret_version.shop.secret_string
}

resource "aws_redshift_cluster" "shop" {
  master_password = var.password
}

resource "aws_redshiftserverless_namespace" "shop" {
  admin_user_password = random_password.shop.result
}

resource "aws_storagegateway_file_system_association" "shop" {
  password = data.aws_secretsmanager_secret_version.shop.secret_string
}

resource "aws_storagegateway_gateway" "shop" {
  smb_guest_password = var.password

  smb_active_directory_settings {
    password = random_password.shop.result
  }
}

resource "aws_timestreaminfluxdb_db_instance" "shop" {
  password = data.aws_secretsmanager_secret_version.shop.secret_string
}

resource "aws_vpn_connection" "shop" {
  tunnel1_preshared_key = var.password
  tunnel2_preshared_key = random_password.shop.result
}

resource "aws_elasticache_user" "shop" {
  user_id       = "shop"
  user_name     = "default"
  engine        = "redis"
  access_string = "on ~* +@all"
  passwords     = [random_password.shop.result]
}

resource "aws_elasticache_user" "reports" {
  user_id       = "reports"
  user_name     = "reports"
  engine        = "redis"
  access_string = "on ~reports:* +@read"

  authentication_mode {
    type      = "password"
    passwords = [random_password.shop.result]
  }
}

resource "aws_memorydb_user" "shop" {
  user_name     = "shop"
  access_string = "on ~* +@all"

  authentication_mode {
    type      = "password"
    passwords = [random_password.shop.result]
  }
}

resource "aws_cognito_identity_provider" "shop" {
  user_pool_id  = "eu-west-1_aB3dE5fG7"
  provider_name = "Google"
  provider_type = "Google"

  provider_details = {
    client_id        = "shop.apps.googleusercontent.com"
    client_secret    = random_password.shop.result
    authorize_scopes = "email"
  }
}

resource "aws_glue_connection" "shop" {
  name = "shop"

  connection_properties = {
    JDBC_CONNECTION_URL = "jdbc:postgresql://db.shop.example.com/shop"
    USERNAME            = "shop"
    PASSWORD            = random_password.shop.result
  }
}

# The service makes the password and keeps it.
resource "aws_db_instance" "managed" {
  identifier                  = "orders"
  engine                      = "postgres"
  instance_class              = "db.t4g.small"
  username                    = "orders"
  manage_master_user_password = true
}

# A text that something is put in for, or none.
resource "aws_rds_cluster" "reports" {
  engine          = "aurora-mysql"
  master_username = "reports"
  master_password = "__REPORTS_PASSWORD__"
}

resource "aws_redshift_cluster" "restored" {
  cluster_identifier = "restored"
  node_type          = "ra3.large"
  master_password    = ""
}

# Stands where it is kept, and is reported there if it is written.
resource "aws_ssm_parameter" "orders" {
  name  = "/orders/password"
  type  = "SecureString"
  value = "Shop-5f1e2d3c4b5a6978"
}

resource "aws_docdb_cluster" "orders" {
  cluster_identifier = "orders"
  master_username    = "orders"
  master_password    = aws_ssm_parameter.orders.value
}

# Written to be replaced.
resource "aws_lb_listener" "sample" {
  default_action {
    authenticate_oidc {
      client_secret = "client_secret"
    }
  }
}
