variable "resources" { # undecided: aws-iam-manages-all-permissions
  type = list(string)
}

data "aws_iam_policy_document" "app" {
  statement {
    actions   = ["iam:AttachRolePolicy"]
    resources = ["arn:aws:iam::111122223333:role/app/*"]
  }

  statement {
    actions   = ["s3:*"]
    resources = ["arn:aws:s3:::shop"]
  }
}

data "aws_iam_policy_document" "either" {
  statement {
    actions   = ["kms:CreateGrant"]
    resources = var.resources
  }
}
