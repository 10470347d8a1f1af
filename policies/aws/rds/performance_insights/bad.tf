variable "engine" {
  type = string
}

# Whatever the engine is, a machine of this size has it.
resource "aws_db_instance" "either" { # expect: aws-rds-performance-insights
  identifier        = "either"
  engine            = var.engine
  instance_class    = "db.r6g.large"
  allocated_storage = 100
  username          = "app"

  manage_master_user_password = true
}

resource "aws_db_instance" "orders" { # expect: aws-rds-performance-insights
  identifier        = "orders"
  engine            = "postgres"
  engine_version    = "16.4"
  instance_class    = "db.r6g.large"
  allocated_storage = 100
  username          = "app"

  manage_master_user_password = true
}

resource "aws_rds_cluster_instance" "carts" {
  count = 2

  identifier                   = "carts-${count.index}"
  cluster_identifier           = "carts"
  engine                       = "aurora-mysql"
  instance_class               = "db.r6g.large"
  performance_insights_enabled = false # expect: aws-rds-performance-insights
}

variable "engine" {
  type = string
}

# This class has it for every engine.
resource "aws_rds_cluster_instance" "prices" {
  identifier                   = "prices"
  cluster_identifier           = "prices"
  engine                       = var.engine
  instance_class               = "db.r6g.large"
  performance_insights_enabled = false # expect: aws-rds-performance-insights
}
