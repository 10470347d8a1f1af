variable "key" { # undecided: aws-rds-performance-insights-without-own-key
  type = string
}

resource "aws_db_instance" "orders" {
  identifier        = "orders"
  engine            = "postgres"
  engine_version    = "16.4"
  instance_class    = "db.r6g.large"
  allocated_storage = 100
  username          = "app"

  manage_master_user_password     = true
  performance_insights_enabled    = true
  performance_insights_kms_key_id = "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
}

resource "aws_rds_cluster_instance" "carts" {
  identifier         = "carts-1"
  cluster_identifier = "orders"
  engine             = "aurora-postgresql"
  instance_class     = "db.r6g.large"
}

resource "aws_db_instance" "scratch" {
  identifier        = "scratch"
  engine            = "postgres"
  engine_version    = "16.4"
  instance_class    = "db.r6g.large"
  allocated_storage = 100
  username          = "app"

  manage_master_user_password     = true
  performance_insights_enabled    = true
  performance_insights_kms_key_id = var.key
}

resource "aws_rds_cluster_instance" "sessions" {
  identifier                      = "sessions-1"
  cluster_identifier              = "sessions"
  engine                          = "aurora-mysql"
  instance_class                  = "db.r6g.large"
  performance_insights_enabled    = true
  performance_insights_kms_key_id = "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
}
