resource "aws_cloudfront_distribution" "site" {
  enabled = true

  viewer_certificate { # expect: aws-cloudfront-default-certificate
    cloudfront_default_certificate = true
  }
}
