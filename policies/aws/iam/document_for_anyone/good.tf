variable "principals" { # undecided: aws-iam-document-for-anyone
  type = list(string)
}

data "aws_iam_policy_document" "organisation" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::shop/*"]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:PrincipalOrgID"
      values   = ["o-0123456789"]
    }
  }
}

data "aws_iam_policy_document" "refusal" {
  statement {
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = ["arn:aws:s3:::shop/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }
}

data "aws_iam_policy_document" "either" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::shop/*"]

    principals {
      type        = "AWS"
      identifiers = var.principals
    }
  }
}
