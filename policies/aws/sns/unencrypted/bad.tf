resource "aws_sns_topic" "orders" { # expect: aws-sns-unencrypted
  name = "orders"
}
