variable "acl" { # undecided: aws-cloudfront-without-web-firewall
  type = string
}

resource "aws_cloudfront_distribution" "site" {
  enabled    = true
  web_acl_id = "arn:aws:wafv2:us-east-1:111122223333:global/webacl/site/1"
}

resource "aws_cloudfront_distribution" "either" {
  enabled    = true
  web_acl_id = var.acl
}
