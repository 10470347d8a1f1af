resource "aws_sfn_state_machine" "order" { # expect: aws-stepfunctions-without-log
  name       = "order"
  role_arn   = "arn:aws:iam::123456789012:role/order"
  definition = "{}"
}

resource "aws_sfn_state_machine" "off" {
  name       = "off"
  role_arn   = "arn:aws:iam::123456789012:role/order"
  definition = "{}"

  logging_configuration {
    level = "OFF" # expect: aws-stepfunctions-without-log
  }
}
