resource "random_password" "db" {
  length = 24
}

resource "aws_ssm_parameter" "db" {
  name  = "/app/db-password"
  type  = "SecureString"
  value = random_password.db.result
}

resource "aws_ssm_parameter" "host" {
  name  = "/app/db-host"
  type  = "String"
  value = "db.internal"
}
