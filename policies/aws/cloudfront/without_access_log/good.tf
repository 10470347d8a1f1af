variable "bucket" { # undecided: aws-cloudfront-without-access-log
  type = string
}

resource "aws_cloudfront_distribution" "site" {
  enabled = true

  logging_config {
    bucket = "logs.s3.amazonaws.com"
  }
}

resource "aws_cloudfront_distribution" "delivered" {
  enabled = true
}

resource "aws_cloudwatch_log_delivery_source" "delivered" {
  name         = "delivered"
  log_type     = "ACCESS_LOGS"
  resource_arn = aws_cloudfront_distribution.delivered.arn
}

resource "aws_cloudfront_distribution" "either" {
  enabled = true

  logging_config {
    bucket = var.bucket
  }
}
