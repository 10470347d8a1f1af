resource "aws_cloudfront_distribution" "site" { # expect: aws-cloudfront-without-access-log
  enabled = true
}

# A source that nothing takes anywhere.
resource "aws_cloudfront_distribution" "undelivered" { # expect: aws-cloudfront-without-access-log
  enabled = true
}

resource "aws_cloudwatch_log_delivery_source" "undelivered" {
  name         = "undelivered"
  log_type     = "ACCESS_LOGS"
  resource_arn = aws_cloudfront_distribution.undelivered.arn
}
