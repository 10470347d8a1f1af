resource "aws_db_instance" "orders" { # expect: aws-rds-unencrypted-transit
  identifier        = "orders"
  engine            = "mysql"
  engine_version    = "8.0"
  instance_class    = "db.r6g.large"
  allocated_storage = 100
}

resource "aws_db_instance" "carts" {
  identifier           = "carts"
  engine               = "postgres"
  engine_version       = "16.4"
  instance_class       = "db.r6g.large"
  allocated_storage    = 100
  parameter_group_name = aws_db_parameter_group.carts.name
}

resource "aws_db_parameter_group" "carts" {
  name   = "carts"
  family = "postgres16"

  parameter {
    name  = "rds.force_ssl"
    value = "0" # expect: aws-rds-unencrypted-transit
  }
}

resource "aws_db_instance" "events" {
  identifier           = "events"
  engine               = "mariadb"
  engine_version       = "10.11"
  instance_class       = "db.r6g.large"
  allocated_storage    = 100
  parameter_group_name = aws_db_parameter_group.events.id
}

resource "aws_db_parameter_group" "events" {
  name   = "events"
  family = "mariadb10.11"

  parameter { # expect: aws-rds-unencrypted-transit
    name  = "time_zone"
    value = "UTC"
  }
}
