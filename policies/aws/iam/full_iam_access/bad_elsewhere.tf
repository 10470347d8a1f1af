# Those who have these policies are made elsewhere.
resource "aws_iam_group_policy" "deploy" {
  group = "deploy"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect   = "Allow"
      Action   = ["s3:*", "iam:*"] # expect: aws-iam-full-iam-access
      Resource = ["*"]
    }
  })
}

resource "aws_iam_user_policy" "deploy" {
  user = "deploy"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = "iam:*"
        Resource  = "*"
        Condition = { StringEquals = { "iam:PermissionsBoundary" = "arn:aws:iam::111122223333:policy/app" } }
      },
      {
        Effect   = "Allow"
        Action   = "IAM:*" # expect: aws-iam-full-iam-access
        Resource = "*"
      },
    ]
  })
}

resource "aws_ssoadmin_permission_set_inline_policy" "operators" {
  instance_arn       = "arn:aws:sso:::instance/ssoins-7223c6f5a0d5e2c1"
  permission_set_arn = "arn:aws:sso:::permissionSet/ssoins-7223c6f5a0d5e2c1/ps-2d4a6b8c0e1f3a5b"

  inline_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:*" # expect: aws-iam-full-iam-access
      Resource = "*"
    }]
  })
}

resource "aws_ssoadmin_permission_set_inline_policy" "others" {
  instance_arn       = "arn:aws:sso:::instance/ssoins-7223c6f5a0d5e2c1"
  permission_set_arn = "arn:aws:sso:::permissionSet/ssoins-7223c6f5a0d5e2c1/ps-3e5b7c9d1f2a4b6c"

  inline_policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect   = "Allow"
      Action   = "iam:*" # expect: aws-iam-full-iam-access
      Resource = "*"
    }
  })
}

resource "aws_iam_user_policy_attachment" "deploy" {
  user       = "deploy"
  policy_arn = "arn:aws:iam::aws:policy/IAMFullAccess" # expect: aws-iam-full-iam-access
}

resource "aws_iam_group_policy_attachment" "deploy" {
  group      = "deploy"
  policy_arn = "arn:aws:iam::aws:policy/IAMFullAccess" # expect: aws-iam-full-iam-access
}

resource "aws_iam_policy_attachment" "deploy" {
  name       = "deploy"
  roles      = ["deploy"]
  policy_arn = "arn:aws:iam::aws:policy/IAMFullAccess" # expect: aws-iam-full-iam-access
}

resource "aws_ssoadmin_managed_policy_attachment" "operators" {
  instance_arn       = "arn:aws:sso:::instance/ssoins-7223c6f5a0d5e2c1"
  permission_set_arn = "arn:aws:sso:::permissionSet/ssoins-7223c6f5a0d5e2c1/ps-2d4a6b8c0e1f3a5b"
  managed_policy_arn = "arn:aws:iam::aws:policy/IAMFullAccess" # expect: aws-iam-full-iam-access
}
