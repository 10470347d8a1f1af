resource "aws_iam_role" "no_subject" {
  name = "no_subject"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Action = "sts:AssumeRoleWithWebIdentity"
      Principal = {
        Federated = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" # expect: aws-iam-trust-any-github-repository
      }
      Condition = {
        StringEquals = { "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com" }
      }
    }]
  })
}

resource "aws_iam_role" "any_owner" {
  name = "any_owner"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Action = "sts:AssumeRoleWithWebIdentity"
      Principal = {
        Federated = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" # expect: aws-iam-trust-any-github-repository
      }
      Condition = {
        StringLike = { "token.actions.githubusercontent.com:sub" = ["repo:*", "repo:example/app:*"] }
      }
    }]
  })
}

resource "aws_iam_role" "any_branch_called_main" {
  name = "any_branch_called_main"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Action = "sts:AssumeRoleWithWebIdentity"
      Principal = {
        Federated = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" # expect: aws-iam-trust-any-github-repository
      }
      Condition = {
        StringLike = { "token.actions.githubusercontent.com:sub" = "repo:*:ref:refs/heads/main" }
        StringEquals = { "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com" }
      }
    }]
  })
}

# Any repository may have an environment of that name.
resource "aws_iam_role" "environment" {
  name = "environment"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Action = "sts:AssumeRoleWithWebIdentity"
      Principal = {
        Federated = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" # expect: aws-iam-trust-any-github-repository
      }
      Condition = {
        StringEquals = { "token.actions.githubusercontent.com:sub" = "environment:production" }
      }
    }]
  })
}
