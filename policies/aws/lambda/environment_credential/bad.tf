resource "random_password" "db" {
  length = 24
}

variable "slack_token" {
  type = string
}

data "aws_secretsmanager_secret_version" "api" {
  secret_id = "api"
}

locals {
  api = jsondecode(data.aws_secretsmanager_secret_version.api.secret_string) # expect: aws-lambda-environment-credential
}

resource "aws_lambda_function" "worker" {
  function_name = "worker"
  role          = "arn:aws:iam::111122223333:role/worker"
  environment {
    variables = {
      DB_URL         = "postgres://app:${random_password.db.result}@db/app" # expect: aws-lambda-environment-credential
      API_KEY        = local.api["key"]
      SLACK_TOKEN    = var.slack_token # expect: aws-lambda-environment-credential
      ADMIN_PASSWORD = "hunter2" # expect: aws-lambda-environment-credential
    }
  }
}

# A key of AWS is one under any name.
resource "aws_lambda_function" "uploader" {
  function_name = "uploader"
  role          = "arn:aws:iam::111122223333:role/uploader"
  environment {
    variables = {
      USED_ID   = "AKIAQ3ZTNBVC7LWXKD4M"
      USED_WITH = "zfh28dkWq0vTbN4cXyLm19sPq7RtUvW3xYz5AbCd" # expect: aws-lambda-environment-credential
    }
  }
}
