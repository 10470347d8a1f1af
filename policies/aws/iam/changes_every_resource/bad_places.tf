# Wherever a policy may be written.
resource "aws_iam_role_policy" "job" {
  role = "job"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "sqs:*"
      Resource = ["*"] # expect: aws-iam-changes-every-resource
    }]
  })
}

resource "aws_iam_user_policy" "operator" {
  user = "operator"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect   = "Allow"
      Action   = ["ec2:TerminateInstances", "ec2:DescribeInstances"]
      Resource = "*" # expect: aws-iam-changes-every-resource
    }
  })
}

resource "aws_iam_group_policy" "operators" {
  group = "operators"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "dynamodb:*"
      Resource = "*" # expect: aws-iam-changes-every-resource
    }]
  })
}

resource "aws_iam_role" "job" {
  assume_role_policy = "{}"

  inline_policy {
    policy = jsonencode({
      Version = "2012-10-17"
      Statement = [{
        Effect   = "Allow"
        Action   = "sns:Publish"
        Resource = "*" # expect: aws-iam-changes-every-resource
      }]
    })
  }
}

resource "aws_ssoadmin_permission_set_inline_policy" "operators" {
  instance_arn       = "arn:aws:sso:::instance/ssoins-7223c6f5a0d5e2c1"
  permission_set_arn = "arn:aws:sso:::permissionSet/ssoins-7223c6f5a0d5e2c1/ps-2d4a6b8c0e1f3a5b"

  inline_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "lambda:UpdateFunctionCode"
      Resource = "*" # expect: aws-iam-changes-every-resource
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
      Action   = "s3:DeleteObject"
      Resource = "*" # expect: aws-iam-changes-every-resource
    }
  })
}

resource "aws_iam_policy" "operators" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect   = "Allow"
      Action   = "kms:*"
      Resource = "*" # expect: aws-iam-changes-every-resource
    }
  })
}

resource "aws_iam_role" "report" {
  assume_role_policy = "{}"

  inline_policy {
    policy = jsonencode({
      Version = "2012-10-17"
      Statement = {
        Effect   = "Allow"
        Action   = "ses:SendEmail"
        Resource = "*"
      }
    })
  }

  inline_policy {
    policy = jsonencode({
      Version = "2012-10-17"
      Statement = {
        Effect   = "Allow"
        Action   = "sqs:PurgeQueue"
        Resource = "*" # expect: aws-iam-changes-every-resource
      }
    })
  }
}
