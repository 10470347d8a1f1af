variable "api_token" {
  type      = string
  sensitive = true
}

variable "smtp_password" {
  type = string
}

variable "region" {
  type    = string
  default = "eu-west-1"
}

resource "random_password" "db" {
  for_each = toset(["a", "b"])
  length   = 20
}

resource "aws_iam_access_key" "ci" {
  user = "ci"
}

data "template_file" "start" {
  template = "#!/bin/sh\nexport KEY=$${key}"
  vars = {
    key = aws_iam_access_key.ci.secret
  }
}

data "cloudinit_config" "start" {
  part {
    content = data.template_file.start.rendered
  }
}

resource "aws_instance" "web" {
  user_data_base64 = data.cloudinit_config.start.rendered
  tags = {
    Name = random_password.db["a"].id
  }
}

resource "aws_lambda_function" "worker" {
  environment {
    variables = {
      REGION      = var.region
      DB_PASSWORD = random_password.db["a"].result
      DIGEST      = sha256(random_password.db["b"].result)
      IS_SET      = var.api_token != "" ? "yes" : "no"
      SMTP        = "smtps://mailer:${var.smtp_password}@mail"
    }
  }
}

resource "aws_ecs_task_definition" "app" {
  container_definitions = <<-EOT
    [{
      "name": "app",
      "image": "${data.aws_secretsmanager_secret_version.account.secret_string}.dkr.ecr.eu-west-1.amazonaws.com/app:1",
      "environment": [
        {"name": "REGION", "value": "${var.region}"},
        {"name": "TOKEN", "value": "Bearer ${var.api_token}"},
        {"name": "SESSION_SECRET", "value": "correct-horse-battery"}
      ],
      "secrets": [{"name": "DB_PASSWORD", "valueFrom": "${data.aws_secretsmanager_secret.db.arn}"}]
    }]
  EOT
}

data "aws_secretsmanager_secret_version" "account" {
  secret_id = "account"
}

data "aws_secretsmanager_secret" "db" {
  name = "db"
}

data "aws_secretsmanager_secret_version" "db" {
  secret_id = data.aws_secretsmanager_secret.db.id
}

resource "aws_ssm_parameter" "plain" {
  name  = "/app/db_url"
  type  = "String"
  value = jsondecode(data.aws_secretsmanager_secret_version.db.secret_string)["url"]
}

resource "aws_ssm_parameter" "host" {
  name  = "/app/db_host"
  type  = "String"
  value = jsondecode(data.aws_secretsmanager_secret_version.db.secret_string)["host"]
}

resource "aws_ssm_parameter" "kept" {
  name  = "/app/password"
  type  = "SecureString"
  value = random_password.db["b"].result
}

module "worker" {
  source   = "./module"
  password = random_password.db["b"].result
}

resource "terraform_data" "handed" {
  input = module.worker.connection
}

output "connection" {
  value = terraform_data.handed.output
}

output "kept" {
  value     = terraform_data.handed.output
  sensitive = true
}

module "elsewhere" {
  source = "example.com/somebody/database/aws"
}

resource "aws_lambda_function" "unseen" {
  environment {
    variables = {
      DB_PASSWORD = module.elsewhere.secret
      DB_HOST     = module.elsewhere.host
    }
  }
}

provider "aws" {
  region = "eu-west-1"
}
