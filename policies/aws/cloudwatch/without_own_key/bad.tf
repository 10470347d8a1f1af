resource "aws_cloudwatch_log_group" "orders" { # expect: aws-cloudwatch-without-own-key
  name = "orders"
}

resource "aws_cloudwatch_log_group" "events" {
  for_each = toset(["a", "b"])

  name       = "events-${each.key}"
  kms_key_id = "" # expect: aws-cloudwatch-without-own-key
}
