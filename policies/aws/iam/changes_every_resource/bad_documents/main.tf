resource "aws_dynamodb_table" "orders" {
  name         = "orders"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_sqs_queue" "orders" {}

# Each statement is written in a text of its own.
data "aws_iam_policy_document" "orders" {
  source_policy_documents = [
    file("${path.module}/logs.json"),
    templatefile("${path.module}/table.json", { table = aws_dynamodb_table.orders.arn }),
    local.queue,
  ]
  override_policy_documents = [templatefile("${path.module}/network.json", { region = "ireland" })]
}

locals {
  queue = <<-EOT
    {
      "Version": "2012-10-17",
      "Statement": [
        { "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "${aws_sqs_queue.orders.arn}" },
        { "Effect": "Allow", "Action": "sqs:DeleteQueue", "Resource": "*" }
      ]
    }
  EOT
}

resource "aws_iam_policy" "orders" {
  name   = "orders"
  policy = data.aws_iam_policy_document.orders.json
}
