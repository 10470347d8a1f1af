variable "mode" { # undecided: aws-dms-unencrypted-transit
  type = string
}

resource "aws_dms_endpoint" "orders" {
  endpoint_id   = "orders"
  endpoint_type = "source"
  engine_name   = "mysql"
  server_name   = "db.example.com"
  port          = 3306
  username      = "dms"
  ssl_mode      = "verify-ca"
}

resource "aws_dms_endpoint" "bucket" {
  endpoint_id   = "bucket"
  endpoint_type = "target"
  engine_name   = "s3"
}

resource "aws_dms_endpoint" "scratch" {
  endpoint_id   = "scratch"
  endpoint_type = "source"
  engine_name   = "mysql"
  server_name   = "db.example.com"
  port          = 3306
  username      = "dms"
  ssl_mode      = var.mode
}
