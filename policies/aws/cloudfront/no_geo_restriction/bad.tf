resource "aws_cloudfront_distribution" "site" {
  enabled = true

  restrictions {
    geo_restriction {
      restriction_type = "none" # expect: aws-cloudfront-no-geo-restriction
    }
  }
}
