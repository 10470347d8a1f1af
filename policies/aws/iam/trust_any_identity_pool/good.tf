resource "aws_cognito_identity_pool" "app" {
  identity_pool_name = "app"
}

resource "aws_iam_role" "own_pool" {
  name = "own_pool"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Action = "sts:AssumeRoleWithWebIdentity"
      Principal = {
        Federated = "cognito-identity.amazonaws.com"
      }
      Condition = {
        StringEquals = { "cognito-identity.amazonaws.com:aud" = aws_cognito_identity_pool.app.id }
      }
    }]
  })
}

variable "account" {
  type = string
}

resource "aws_iam_role" "of_another_provider" {
  name = "of_another_provider"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "arn:aws:iam::${var.account}:oidc-provider/oidc.example.com/org/acme" }
      Condition = {
        StringEquals = { "oidc.example.com/org/acme:aud" = "acme" }
      }
    }]
  })
}
