resource "aws_db_instance" "orders" { # expect: aws-rds-performance-insights-without-own-key
  identifier        = "orders"
  engine            = "postgres"
  engine_version    = "16.4"
  instance_class    = "db.r6g.large"
  allocated_storage = 100
  username          = "app"

  manage_master_user_password  = true
  performance_insights_enabled = true
}

resource "aws_rds_cluster_instance" "carts" {
  identifier                      = "carts-1"
  cluster_identifier              = "orders"
  engine                          = "aurora-postgresql"
  instance_class                  = "db.r6g.large"
  performance_insights_enabled    = true
  performance_insights_kms_key_id = "" # expect: aws-rds-performance-insights-without-own-key
}
