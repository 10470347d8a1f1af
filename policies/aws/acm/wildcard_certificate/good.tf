variable "name" { # undecided: aws-acm-wildcard-certificate
  type = string
}

resource "aws_acm_certificate" "shop" {
  domain_name               = "shop.example.com"
  subject_alternative_names = ["www.shop.example.com"]
  validation_method         = "DNS"
}

resource "aws_acm_certificate" "either" {
  domain_name       = var.name
  validation_method = "DNS"
}
