variable "key" { # undecided: aws-sqs-key-of-aws
  type = string
}

resource "aws_sqs_queue" "orders" {
  name = "orders"
}

resource "aws_sqs_queue" "keyed" {
  name              = "keyed"
  kms_master_key_id = "alias/orders"
}

resource "aws_sqs_queue" "either" {
  name              = "either"
  kms_master_key_id = var.key
}
