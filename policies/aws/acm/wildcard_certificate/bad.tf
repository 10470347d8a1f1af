resource "aws_acm_certificate" "all" {
  domain_name       = "*.example.com" # expect: aws-acm-wildcard-certificate
  validation_method = "DNS"
}

resource "aws_acm_certificate" "more" {
  domain_name               = "example.com"
  subject_alternative_names = ["*.shop.example.com"] # expect: aws-acm-wildcard-certificate
  validation_method         = "DNS"
}
