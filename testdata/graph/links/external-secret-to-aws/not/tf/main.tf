resource "aws_secretsmanager_secret" "db" {
  name = "shop/db"
}

resource "aws_ssm_parameter" "db" {
  name = "/shop/db"
}

