variable "days" { # undecided: aws-cloudwatch-no-retention
  type = number
}

resource "aws_cloudwatch_log_group" "orders" {
  name              = "orders"
  retention_in_days = 30
}

resource "aws_cloudwatch_log_group" "scratch" {
  name              = "scratch"
  retention_in_days = var.days
}
