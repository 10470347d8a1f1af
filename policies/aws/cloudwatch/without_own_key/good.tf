variable "key" { # undecided: aws-cloudwatch-without-own-key
  type = string
}

resource "aws_cloudwatch_log_group" "orders" {
  name       = "orders"
  kms_key_id = "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
}

resource "aws_cloudwatch_log_group" "scratch" {
  name       = "orders"
  kms_key_id = var.key
}
