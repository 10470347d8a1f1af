resource "aws_db_instance" "orders" {
  identifier        = "orders"
  engine            = "postgres"
  engine_version    = "16.4"
  instance_class    = "db.r6g.large"
  allocated_storage = 100
  username          = "app"

  manage_master_user_password = true
  auto_minor_version_upgrade  = false # expect: aws-rds-minor-upgrades
}

resource "aws_rds_cluster_instance" "carts" {
  identifier                 = "carts-1"
  cluster_identifier         = "orders"
  engine                     = "aurora-postgresql"
  instance_class             = "db.r6g.large"
  auto_minor_version_upgrade = false # expect: aws-rds-minor-upgrades
}
