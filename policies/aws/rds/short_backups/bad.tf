resource "aws_db_instance" "orders" {
  identifier        = "orders"
  engine            = "postgres"
  engine_version    = "16.4"
  instance_class    = "db.r6g.large"
  allocated_storage = 100
  username          = "app"

  manage_master_user_password = true
  backup_retention_period     = 1 # expect: aws-rds-short-backups
}

resource "aws_rds_cluster" "carts" { # expect: aws-rds-short-backups
  cluster_identifier = "carts"
  engine             = "aurora-postgresql"
}
