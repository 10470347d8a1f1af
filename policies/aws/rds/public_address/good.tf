variable "public" { # undecided: aws-rds-public-address
  type = bool
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

resource "aws_db_instance" "carts" {
  identifier        = "carts"
  engine            = "postgres"
  engine_version    = "16.4"
  instance_class    = "db.r6g.large"
  allocated_storage = 100
  username          = "app"

  manage_master_user_password = true
  publicly_accessible         = false
}

resource "aws_rds_cluster_instance" "scratch" {
  identifier          = "scratch"
  cluster_identifier  = "orders"
  engine              = "aurora-postgresql"
  instance_class      = "db.r6g.large"
  publicly_accessible = var.public
}
