# One statement takes a list of actions, too.
resource "aws_iam_policy" "deploy" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect   = "Allow"
      Action   = ["s3:GetObject", "*"] # expect: aws-iam-wildcard-action
      Resource = "*"
    }
  })
}

resource "aws_iam_role_policy" "deploy" {
  role = "deploy"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect   = "Allow"
      Action   = ["*"] # expect: aws-iam-wildcard-action
      Resource = "*"
    }
  })
}

resource "aws_iam_user_policy" "deploy" {
  user = "deploy"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect   = "Allow"
      Action   = ["*:*"] # expect: aws-iam-wildcard-action
      Resource = "*"
    }
  })
}

resource "aws_iam_group_policy" "deployers" {
  group = "deployers"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect   = "Allow"
      Action   = ["*", "s3:PutObject"] # expect: aws-iam-wildcard-action
      Resource = "*"
    }
  })
}

resource "aws_ssoadmin_permission_set_inline_policy" "deployers" {
  instance_arn       = "arn:aws:sso:::instance/ssoins-7223c6f5a0d5e2c1"
  permission_set_arn = "arn:aws:sso:::permissionSet/ssoins-7223c6f5a0d5e2c1/ps-4f6c8d0e2a3b5c7d"

  inline_policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect   = "Allow"
      Action   = ["*"] # expect: aws-iam-wildcard-action
      Resource = "*"
    }
  })
}
