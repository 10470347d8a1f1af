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
