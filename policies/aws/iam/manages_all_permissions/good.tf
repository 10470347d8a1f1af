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

# A condition holds it to less.
resource "aws_iam_user_policy" "held" {
  user = "operator"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "kms:CreateGrant"
      Resource  = "*"
      Condition = { Bool = { "kms:GrantIsForAWSResource" = "true" } }
    }]
  })
}
