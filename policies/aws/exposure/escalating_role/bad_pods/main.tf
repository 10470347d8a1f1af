# Pods behind a public address sign in with the token of their service account.
resource "aws_iam_role" "accounts" {
  name = "accounts"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/ABCDEF" }
      Condition = {
        StringEquals = {
          "oidc.eks.eu-west-1.amazonaws.com/id/ABCDEF:sub" = "system:serviceaccount:web:accounts"
        }
      }
    }]
  })
}

resource "aws_iam_role_policy" "accounts" {
  role = aws_iam_role.accounts.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["iam:CreateUser", "iam:AttachUserPolicy"] # expect: aws-exposure-escalating-role
      Resource = "*"
    }]
  })
}
