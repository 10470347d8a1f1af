resource "aws_db_instance" "orders" { # expect: aws-rds-deletion-protection
  identifier        = "orders"
  engine            = "postgres"
  engine_version    = "16.4"
  instance_class    = "db.r6g.large"
  allocated_storage = 100
  username          = "app"

  manage_master_user_password = true
}

resource "aws_rds_cluster" "carts" {
  cluster_identifier  = "carts"
  engine              = "aurora-postgresql"
  deletion_protection = false # expect: aws-rds-deletion-protection
}
