locals {
  authority = "rds-ca-2019" # expect: aws-rds-expired-authority
}

resource "aws_db_instance" "orders" {
  identifier        = "orders"
  engine            = "postgres"
  engine_version    = "16.4"
  instance_class    = "db.r6g.large"
  allocated_storage = 100
  username          = "app"

  manage_master_user_password = true
  ca_cert_identifier          = local.authority
}
