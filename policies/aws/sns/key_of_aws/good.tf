variable "key" { # undecided: aws-sns-key-of-aws
  type = string
}

resource "aws_sns_topic" "keyed" {
  name              = "keyed"
  kms_master_key_id = "alias/orders"
}

resource "aws_sns_topic" "either" {
  name              = "either"
  kms_master_key_id = var.key
}
