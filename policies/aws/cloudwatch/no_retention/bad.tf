resource "aws_cloudwatch_log_group" "orders" { # expect: aws-cloudwatch-no-retention
  name = "orders"
}

resource "aws_cloudwatch_log_group" "events" {
  name              = "events"
  retention_in_days = 0 # expect: aws-cloudwatch-no-retention
}
