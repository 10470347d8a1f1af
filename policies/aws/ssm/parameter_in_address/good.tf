resource "aws_ssm_parameter" "region" {
  name  = "/shop/region"
  type  = "String"
  value = "eu-central-1"
}

resource "aws_ssm_parameter" "token" {
  name  = "/shop/token"
  type  = "SecureString"
  value = "placeholder"
}

data "http" "ranges" {
  url = "https://ip-ranges.example.net/${aws_ssm_parameter.region.value}.json"
}

data "http" "named" {
  url = "https://config.example.net/${aws_ssm_parameter.token.name}.json"
}

variable "stage" {}

data "aws_secretsmanager_secret_version" "accounts" {
  secret_id = "accounts"
}

locals {
  stages = {
    test = { version = "v0.1", account = jsondecode(data.aws_secretsmanager_secret_version.accounts.secret_string).test }
    live = { version = "v0.2", account = jsondecode(data.aws_secretsmanager_secret_version.accounts.secret_string).live }
  }
}

data "http" "manifest" {
  url = "https://example.net/${local.stages[var.stage].version}/crd.yaml"
}
