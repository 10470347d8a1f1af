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
      Action   = ["iam:DeactivateMFADevice", "iam:ResyncMFADevice"]
      Resource = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:user/reports"
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
      { Effect = "Allow", Action = ["iam:DeactivateMFADevice", "iam:ResyncMFADevice"], Resource = "*" },
      { Effect = "Deny", Action = "iam:*", Resource = "*" },
    ]
  })
}

# Which ones cannot be told.
resource "aws_iam_policy" "unknown" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["iam:DeactivateMFADevice", "iam:ResyncMFADevice"]
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

# Setting a device anew takes codes of that very device.
resource "aws_iam_user_policy" "synchronises" {
  name = "synchronises"
  user = aws_iam_user.synchronises.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["iam:ResyncMFADevice"]
      Resource = "*"
    }]
  })
}

resource "aws_iam_user" "synchronises" {
  name = "synchronises"
}
