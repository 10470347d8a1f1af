resource "aws_iam_role" "open" {
  name = "open"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Action = "sts:AssumeRole"
      Principal = {
        AWS = "*" # expect: aws-iam-trust-anyone
      }
    }]
  })
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "AWS"
      identifiers = ["*"] # expect: aws-iam-trust-anyone
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["true"]
    }
  }
}

resource "aws_iam_role" "document" {
  name               = "document"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

# Whoever has a user of an account of their own, and a second factor, meets these.
resource "aws_iam_role" "every_user" {
  name = "every-user"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Action = "sts:AssumeRole"
      Principal = {
        AWS = "*" # expect: aws-iam-trust-anyone
      }
      Condition = {
        Bool         = { "aws:MultiFactorAuthPresent" = "true" }
        StringEquals = { "aws:PrincipalType" = "User" }
        StringLike   = { "sts:RoleSessionName" = "$${aws:username}" }
      }
    }]
  })
}
