variable "iam" { # undecided: aws-rds-iam-authentication
  type = bool
}

resource "aws_db_instance" "orders" {
  identifier        = "orders"
  engine            = "postgres"
  engine_version    = "16.4"
  instance_class    = "db.r6g.large"
  allocated_storage = 100
  username          = "app"

  manage_master_user_password         = true
  iam_database_authentication_enabled = true
}

# SQL Server does not know it.
resource "aws_db_instance" "licences" {
  identifier        = "licences"
  engine            = "sqlserver-se"
  instance_class    = "db.m6i.large"
  allocated_storage = 100
}

resource "aws_rds_cluster" "scratch" {
  cluster_identifier                  = "scratch"
  engine                              = "aurora-postgresql"
  iam_database_authentication_enabled = var.iam
}

resource "aws_rds_cluster" "carts" {
  cluster_identifier                  = "carts"
  engine                              = "aurora-mysql"
  iam_database_authentication_enabled = true
}

# MariaDB learned it with 10.6.
resource "aws_db_instance" "archive" {
  identifier        = "archive"
  engine            = "mariadb"
  engine_version    = "10.5"
  instance_class    = "db.m6g.large"
  allocated_storage = 100
}
