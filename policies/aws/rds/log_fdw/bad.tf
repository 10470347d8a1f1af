resource "aws_db_instance" "orders" {
  identifier        = "orders"
  engine            = "postgres"
  engine_version    = "11.10" # expect: aws-rds-log-fdw
  instance_class    = "db.r5.large"
  allocated_storage = 100
}

resource "aws_rds_cluster" "carts" {
  cluster_identifier = "carts"
  engine             = "aurora-postgresql"
  engine_version     = "10.12" # expect: aws-rds-log-fdw
}
