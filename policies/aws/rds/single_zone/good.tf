variable "zones" { # undecided: aws-rds-single-zone
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
  multi_az                    = true
}

resource "aws_db_instance" "replica" {
  identifier          = "replica"
  instance_class      = "db.r6g.large"
  replicate_source_db = aws_db_instance.orders.identifier
}

resource "aws_db_instance" "scratch" {
  identifier        = "scratch"
  engine            = "postgres"
  engine_version    = "16.4"
  instance_class    = "db.r6g.large"
  allocated_storage = 100
  username          = "app"

  manage_master_user_password = true
  multi_az                    = var.zones
}
