# A composite alarm may name others in plain text.
resource "aws_cloudwatch_metric_alarm" "latency" {
  alarm_name          = "latency"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  threshold           = 2
}

resource "aws_cloudwatch_composite_alarm" "site" {
  alarm_name    = "site"
  alarm_rule    = "ALARM(latency) AND NOT ALARM(maintenance)"
  alarm_actions = ["arn:aws:sns:eu-west-1:111122223333:operations"]
}
