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
      Action   = ["ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath"]
      Resource = "arn:aws:ssm:eu-west-1:123456789012:parameter/reports"
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
      { Effect = "Allow", Action = ["ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath"], Resource = "*" },
      { Effect = "Deny", Action = "ssm:*", Resource = "*" },
    ]
  })
}

# Which ones cannot be told.
resource "aws_iam_policy" "unknown" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath"]
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

# What a condition asks for as a boundary gives nobody a right.
resource "aws_iam_policy" "boundary" {
  name_prefix = "boundary"

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "ssm:*", Resource = "*" }]
  })
}

resource "aws_iam_policy" "makes_roles" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "iam:CreateRole"
      Resource  = "arn:aws:iam::111122223333:role/app/*"
      Condition = { StringEquals = { "iam:PermissionsBoundary" = aws_iam_policy.boundary.arn } }
    }]
  })
}

# Every machine that is managed has this.
resource "aws_iam_group" "support" {
  name = "support"
}

resource "aws_iam_group_policy_attachment" "support" {
  group      = aws_iam_group.support.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"
}

# Chosen to read everything.
resource "aws_iam_group_policy_attachment" "reading" {
  group      = aws_iam_group.support.name
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}
