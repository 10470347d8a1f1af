variable "type" { # undecided: aws-ssm-plain-parameter
  type = string
}

resource "aws_ssm_parameter" "endpoint" {
  name  = "/shop/endpoint"
  type  = "SecureString"
  value = "https://shop.example.com"
}

resource "aws_ssm_parameter" "either" {
  name  = "/shop/either"
  type  = var.type
  value = "https://shop.example.com"
}
