variable "release" {
  type = string
}

# Version 16 requires TLS by itself.
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
  identifier           = "carts"
  engine               = "mysql"
  engine_version       = "8.0"
  instance_class       = "db.r6g.large"
  allocated_storage    = 100
  parameter_group_name = aws_db_parameter_group.carts.name
}

resource "aws_db_parameter_group" "carts" {
  name   = "carts"
  family = "mysql8.0"

  dynamic "parameter" {
    for_each = { require_secure_transport = 1, time_zone = "UTC" }
    content {
      name  = parameter.key
      value = parameter.value
    }
  }
}

resource "aws_db_instance" "of_some_version" { # undecided: aws-rds-unencrypted-transit
  identifier        = "of-some-version"
  engine            = "mysql"
  engine_version    = var.release
  instance_class    = "db.r6g.large"
  allocated_storage = 100
}
