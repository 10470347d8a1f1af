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

# A condition holds it to less.
resource "aws_iam_user_policy" "held" {
  user = "operator"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "secretsmanager:GetSecretValue"
      Resource  = "*"
      Condition = { StringEquals = { "aws:ResourceTag/team" = "shop" } }
    }]
  })
}
