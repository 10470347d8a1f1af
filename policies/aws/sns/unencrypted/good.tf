variable "key" { # undecided: aws-sns-unencrypted
  type = string
}

resource "aws_sns_topic" "orders" {
  name              = "orders"
  kms_master_key_id = "alias/orders"
}

resource "aws_sns_topic" "either" {
  name              = "either"
  kms_master_key_id = var.key
}
