variable "release" { # undecided: aws-rds-log-fdw
  type = string
}

resource "aws_db_instance" "orders" {
  identifier        = "orders"
  engine            = "postgres"
  engine_version    = "16.4"
  instance_class    = "db.r6g.large"
  allocated_storage = 100
  username          = "app"

  manage_master_user_password = true
}

# The newest minor version is chosen.
resource "aws_db_instance" "old" {
  identifier        = "old"
  engine            = "postgres"
  engine_version    = "12"
  instance_class    = "db.r5.large"
  allocated_storage = 100
}

resource "aws_rds_cluster" "carts" {
  cluster_identifier = "carts"
  engine             = "aurora-postgresql"
  engine_version     = var.release
}
