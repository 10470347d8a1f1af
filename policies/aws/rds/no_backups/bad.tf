resource "aws_db_instance" "orders" { # expect: aws-rds-no-backups
  identifier        = "orders"
  engine            = "postgres"
  engine_version    = "16.4"
  instance_class    = "db.r6g.large"
  allocated_storage = 100
  username          = "app"

  manage_master_user_password = true
}

resource "aws_db_instance" "carts" {
  identifier        = "carts"
  engine            = "postgres"
  engine_version    = "16.4"
  instance_class    = "db.r6g.large"
  allocated_storage = 100
  username          = "app"

  manage_master_user_password = true
  backup_retention_period     = 0 # expect: aws-rds-no-backups
}

resource "aws_db_instance" "rehearsal" {
  identifier              = "rehearsal"
  instance_class          = "db.t4g.medium"
  snapshot_identifier     = "nightly"
  backup_retention_period = 0 # expect: aws-rds-no-backups
}

resource "aws_rds_cluster" "sessions" {
  cluster_identifier      = "sessions"
  engine                  = "aurora-postgresql"
  backup_retention_period = 0 # expect: aws-rds-no-backups
}
