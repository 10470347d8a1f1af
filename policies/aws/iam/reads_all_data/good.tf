variable "resources" { # undecided: aws-iam-reads-all-data
  type = list(string)
}

data "aws_iam_policy_document" "app" {
  statement {
    actions   = ["secretsmanager:GetSecretValue"]
    resources = ["arn:aws:secretsmanager:*:*:secret:app/*"]
  }

  statement {
    actions   = ["s3:ListAllMyBuckets"]
    resources = ["*"]
  }
}

data "aws_iam_policy_document" "either" {
  statement {
    actions   = ["secretsmanager:GetSecretValue"]
    resources = var.resources
  }
}
