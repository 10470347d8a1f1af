resource "aws_sns_topic_subscription" "hook" {
  topic_arn = "arn:aws:sns:eu-west-1:123456789012:orders"
  protocol  = "http" # expect: aws-sns-plain-subscription
  endpoint  = "http://hooks.example.com/orders"
}
