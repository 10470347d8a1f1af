resource "aws_dms_endpoint" "orders" { # expect: aws-dms-unencrypted-transit
  endpoint_id   = "orders"
  endpoint_type = "source"
  engine_name   = "mysql"
  server_name   = "db.example.com"
  port          = 3306
  username      = "dms"
}

resource "aws_dms_endpoint" "carts" {
  endpoint_id   = "carts"
  endpoint_type = "source"
  engine_name   = "postgres"
  server_name   = "db.example.com"
  port          = 3306
  username      = "dms"
  ssl_mode      = "none" # expect: aws-dms-unencrypted-transit
}
