variable "topics" { # undecided: aws-cloudwatch-alarm-without-action
  type = list(string)
}

resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name          = "errors"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  threshold           = 0
  alarm_actions       = ["arn:aws:sns:eu-west-1:111122223333:operations"]
}

resource "aws_cloudwatch_metric_alarm" "recovered" {
  alarm_name          = "recovered"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  threshold           = 0
  ok_actions          = ["arn:aws:sns:eu-west-1:111122223333:operations"]
}

resource "aws_cloudwatch_metric_alarm" "silence" {
  alarm_name                = "silence"
  comparison_operator       = "GreaterThanThreshold"
  evaluation_periods        = 1
  threshold                 = 0
  insufficient_data_actions = ["arn:aws:sns:eu-west-1:111122223333:operations"]
}

# Switched off, which is another rule's business.
resource "aws_cloudwatch_metric_alarm" "maintenance" {
  alarm_name          = "maintenance"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  threshold           = 0
  actions_enabled     = false
}

# A part of another one.
resource "aws_cloudwatch_metric_alarm" "load" {
  alarm_name          = "load"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  threshold           = 80
}

resource "aws_cloudwatch_composite_alarm" "shop" {
  alarm_name    = "shop"
  alarm_rule    = "ALARM(${aws_cloudwatch_metric_alarm.load.alarm_name})"
  alarm_actions = ["arn:aws:sns:eu-west-1:111122223333:operations"]
}

resource "aws_cloudwatch_metric_alarm" "any" {
  alarm_name          = "any"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  threshold           = 0
  alarm_actions       = var.topics
}
