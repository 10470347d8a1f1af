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

resource "aws_cloudwatch_log_delivery" "delivered" {
  delivery_source_name     = aws_cloudwatch_log_delivery_source.delivered.name
  delivery_destination_arn = "arn:aws:logs:eu-west-1:111122223333:delivery-destination:logs"
}

resource "aws_cloudfront_distribution" "by_name" {
  enabled = true
}

resource "aws_cloudwatch_log_delivery_source" "by_name" {
  name         = "by-name"
  log_type     = "ACCESS_LOGS"
  resource_arn = aws_cloudfront_distribution.by_name.arn
}

resource "aws_cloudwatch_log_delivery" "by_name" {
  delivery_source_name     = "by-name"
  delivery_destination_arn = "arn:aws:logs:eu-west-1:111122223333:delivery-destination:logs"
}

resource "aws_cloudfront_distribution" "either" {
  enabled = true

  logging_config {
    bucket = var.bucket
  }
}
