resource "aws_cloudfront_distribution" "site" { # expect: aws-cloudfront-without-access-log
  enabled = true
}
