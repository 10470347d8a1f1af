resource "aws_db_instance" "orders" { # expect: aws-rds-single-zone
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
  multi_az                    = false # expect: aws-rds-single-zone
}
