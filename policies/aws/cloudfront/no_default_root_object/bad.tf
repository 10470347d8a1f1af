resource "aws_cloudfront_distribution" "site" { # expect: aws-cloudfront-no-default-root-object
  enabled = true
}
