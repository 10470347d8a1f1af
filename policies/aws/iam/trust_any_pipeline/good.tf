resource "aws_iam_role" "project" {
  name = "project"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Action = "sts:AssumeRoleWithWebIdentity"
      Principal = {
        Federated = "arn:aws:iam::123456789012:oidc-provider/gitlab.com"
      }
      Condition = {
        StringLike = { "gitlab.com:sub" = "project_path:example/app:*" }
      }
    }]
  })
}

resource "aws_iam_role" "own" {
  name = "own"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Action = "sts:AssumeRoleWithWebIdentity"
      Principal = {
        Federated = "arn:aws:iam::123456789012:oidc-provider/gitlab.example.com"
      }
      Condition = {
        StringEquals = { "gitlab.example.com:aud" = "aws" }
      }
    }]
  })
}
