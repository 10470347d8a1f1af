resource "aws_db_proxy" "shop" { # expect: aws-rds-proxy-unencrypted-transit
  name           = "shop"
  engine_family  = "POSTGRESQL"
  role_arn       = "arn:aws:iam::123456789012:role/proxy"
  vpc_subnet_ids = ["subnet-1", "subnet-2"]
}

resource "aws_db_proxy" "other" {
  name           = "other"
  engine_family  = "MYSQL"
  role_arn       = "arn:aws:iam::123456789012:role/proxy"
  vpc_subnet_ids = ["subnet-1", "subnet-2"]
  require_tls    = false # expect: aws-rds-proxy-unencrypted-transit
}
