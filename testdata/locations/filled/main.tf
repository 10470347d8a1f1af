locals {
  watching = ["logs"]
  security = ["secretsmanager"]
}

data "aws_iam_policy_document" "read" {
  dynamic "statement" {
    for_each = toset(concat(local.watching, local.security))
    content {
      actions   = ["${statement.value}:Get*"] # primary
      resources = ["*"]
    }
  }
}

resource "aws_iam_policy" "read" {
  name   = "read"
  policy = data.aws_iam_policy_document.read.json
}
