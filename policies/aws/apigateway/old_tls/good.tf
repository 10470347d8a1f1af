variable "policy" { # undecided: aws-apigateway-old-tls
  type = string
}

resource "aws_api_gateway_domain_name" "shop" {
  domain_name     = "api.example.com"
  security_policy = "TLS_1_2"
}

resource "aws_api_gateway_domain_name" "either" {
  domain_name     = "either.example.com"
  security_policy = var.policy
}
