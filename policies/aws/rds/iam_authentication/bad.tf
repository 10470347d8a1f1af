resource "aws_db_instance" "orders" { # expect: aws-rds-iam-authentication
  identifier        = "orders"
  engine            = "postgres"
  engine_version    = "16.4"
  instance_class    = "db.r6g.large"
  allocated_storage = 100
  username          = "app"

  manage_master_user_password = true
}

resource "aws_rds_cluster" "carts" {
  cluster_identifier                  = "carts"
  engine                              = "aurora-postgresql"
  iam_database_authentication_enabled = false # expect: aws-rds-iam-authentication
}

resource "aws_db_instance" "stock" { # expect: aws-rds-iam-authentication
  identifier        = "stock"
  engine            = "mariadb"
  engine_version    = "10.11"
  instance_class    = "db.m6g.large"
  allocated_storage = 100
}
