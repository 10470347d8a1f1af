resource "aws_iam_role" "any_pool" {
  name = "any_pool"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Action = "sts:AssumeRoleWithWebIdentity"
      Principal = {
        Federated = "cognito-identity.amazonaws.com" # expect: aws-iam-trust-any-identity-pool
      }
      Condition = {
        "ForAnyValue:StringLike" = { "cognito-identity.amazonaws.com:amr" = "authenticated" }
      }
    }]
  })
}
