resource "random_password" "db" {
  length = 24
}

data "aws_secretsmanager_secret_version" "db" {
  secret_id = "db"
}

locals {
  db = jsondecode(data.aws_secretsmanager_secret_version.db.secret_string)
}

resource "aws_ssm_parameter" "password" {
  name  = "/worker/password"
  type  = "SecureString"
  value = random_password.db.result
}

resource "aws_lambda_function" "worker" {
  function_name = "worker"
  role          = "arn:aws:iam::111122223333:role/worker"
  environment {
    variables = {
      PASSWORD_PARAMETER = aws_ssm_parameter.password.name
      DB_HOST            = local.db["host"]
      DB_USER            = local.db.username
      DB_PASSWORD        = ""
      TOKEN_TTL          = "3600"
      API_TOKEN          = "/run/secrets/token"
      REVISION           = "3f786850e387550fdab836ed7e6dc881de23001b"
    }
  }
}
