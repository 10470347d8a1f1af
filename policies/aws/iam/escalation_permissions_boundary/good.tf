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
      Action   = ["iam:DeleteRolePermissionsBoundary", "iam:DeleteUserPermissionsBoundary", "iam:PutRolePermissionsBoundary", "iam:PutUserPermissionsBoundary"]
      Resource = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:role/reports"
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
      { Effect = "Allow", Action = ["iam:DeleteRolePermissionsBoundary", "iam:DeleteUserPermissionsBoundary", "iam:PutRolePermissionsBoundary", "iam:PutUserPermissionsBoundary"], Resource = "*" },
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
      Action   = ["iam:DeleteRolePermissionsBoundary", "iam:DeleteUserPermissionsBoundary", "iam:PutRolePermissionsBoundary", "iam:PutUserPermissionsBoundary"]
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

# The users of a team, to whom the one who looks after them does not belong.
resource "aws_iam_user" "keeper" {
  name = "keeper"
}

resource "aws_iam_user_policy" "keeper" {
  user = aws_iam_user.keeper.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["iam:DeleteUserPermissionsBoundary", "iam:PutUserPermissionsBoundary"]
      Resource = ["arn:aws:iam::${data.aws_caller_identity.current.account_id}:user/team/*", "arn:aws:iam::123456789012:user/team/keeper"]
    }]
  })
}

# No boundary holds it that it could lift.
resource "aws_iam_user" "free" {
  name = "free"
  path = "/team/"
}

resource "aws_iam_user_policy" "free" {
  user = aws_iam_user.free.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:DeleteUserPermissionsBoundary"
      Resource = "arn:aws:iam::123456789012:user/team/*"
    }]
  })
}
