resource "aws_iam_role" "admin" {
  name = "admin"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "cognito-identity.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy_attachment" "admin" {
  role       = aws_iam_role.admin.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}

resource "aws_cognito_identity_pool" "app" {
  identity_pool_name = "app"
}

resource "aws_cognito_identity_pool_roles_attachment" "app" { # expect: aws-iam-administrator-for-app-users
  identity_pool_id = aws_cognito_identity_pool.app.id

  roles = {
    authenticated = aws_iam_role.admin.arn
  }
}
