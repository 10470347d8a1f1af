variable "scope" {
  type = string
}

data "aws_caller_identity" "current" {}

# One of them, and not one worth having.
resource "aws_iam_user" "operator" {
  name = "operator"
}

resource "aws_iam_user_policy" "operator" {
  user = aws_iam_user.operator.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["secretsmanager:BatchGetSecretValue", "secretsmanager:GetSecretValue"]
      Resource = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:reports-AbCdEf"
    }]
  })
}

# What is allowed is denied again.
resource "aws_iam_user" "guarded" {
  name = "guarded"
}

resource "aws_iam_user_policy" "guarded" {
  user = aws_iam_user.guarded.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = ["secretsmanager:BatchGetSecretValue", "secretsmanager:GetSecretValue"], Resource = "*" },
      { Effect = "Deny", Action = "secretsmanager:*", Resource = "*" },
    ]
  })
}

# Which ones cannot be told.
resource "aws_iam_policy" "unknown" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["secretsmanager:BatchGetSecretValue", "secretsmanager:GetSecretValue"]
      Resource = var.scope
    }]
  })
}

# An administrator gains nothing.
resource "aws_iam_group" "administrators" {
  name = "administrators"
}

resource "aws_iam_group_policy_attachment" "administrators" {
  group      = aws_iam_group.administrators.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}

# All at once, but only those that it may read one by one.
resource "aws_iam_user" "reporter" {
  name = "reporter"
}

resource "aws_iam_user_policy" "reporter" {
  user = aws_iam_user.reporter.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = "secretsmanager:BatchGetSecretValue", Resource = "*" },
      {
        Effect   = "Allow"
        Action   = "secretsmanager:GetSecretValue"
        Resource = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:reports-AbCdEf"
      },
    ]
  })
}

# It reads everything but what is secret.
resource "aws_iam_group" "support" {
  name = "support"
}

resource "aws_iam_group_policy_attachment" "support" {
  group      = aws_iam_group.support.name
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}
