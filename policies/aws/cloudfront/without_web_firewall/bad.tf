resource "aws_cloudfront_distribution" "site" { # expect: aws-cloudfront-without-web-firewall
  enabled = true
}
