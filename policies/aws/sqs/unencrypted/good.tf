variable "encrypt" { # undecided: aws-sqs-unencrypted
  type = bool
}

# As AWS makes it.
resource "aws_sqs_queue" "orders" {
  name = "orders"
}

resource "aws_sqs_queue" "keyed" {
  name                    = "keyed"
  kms_master_key_id       = "alias/orders"
  sqs_managed_sse_enabled = false
}

resource "aws_sqs_queue" "either" {
  name                    = "either"
  sqs_managed_sse_enabled = var.encrypt
}
