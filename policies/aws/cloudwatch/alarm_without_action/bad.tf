resource "aws_cloudwatch_metric_alarm" "errors" { # expect: aws-cloudwatch-alarm-without-action
  alarm_name          = "errors"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  metric_name         = "Errors"
  namespace           = "AWS/Lambda"
  period              = 300
  statistic           = "Sum"
  threshold           = 0
}

resource "aws_cloudwatch_composite_alarm" "shop" {
  alarm_name    = "shop"
  alarm_rule    = "ALARM(${aws_cloudwatch_metric_alarm.latency.alarm_name})"
  alarm_actions = [] # expect: aws-cloudwatch-alarm-without-action
}

resource "aws_cloudwatch_metric_alarm" "latency" {
  alarm_name          = "latency"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  threshold           = 2
}
