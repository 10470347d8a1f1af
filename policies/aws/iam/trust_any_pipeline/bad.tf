resource "aws_iam_role" "no_subject" {
  name = "no_subject"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Action = "sts:AssumeRoleWithWebIdentity"
      Principal = {
        Federated = "arn:aws:iam::123456789012:oidc-provider/gitlab.com" # expect: aws-iam-trust-any-pipeline
      }
      Condition = {
        StringEquals = { "gitlab.com:aud" = "https://gitlab.com" }
      }
    }]
  })
}

resource "aws_iam_role" "any_organisation" {
  name = "any_organisation"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Action = "sts:AssumeRoleWithWebIdentity"
      Principal = {
        Federated = "arn:aws:iam::123456789012:oidc-provider/app.terraform.io" # expect: aws-iam-trust-any-pipeline
      }
      Condition = {
        StringLike = { "app.terraform.io:sub" = "organization:*" }
      }
    }]
  })
}

variable "account" {
  type = string
}

resource "aws_iam_role" "of_an_unknown_account" {
  name = "of_an_unknown_account"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Action = "sts:AssumeRoleWithWebIdentity"
      Principal = {
        Federated = "arn:aws:iam::${var.account}:oidc-provider/gitlab.com" # expect: aws-iam-trust-any-pipeline
      }
    }]
  })
}
