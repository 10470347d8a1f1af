# A person who keeps pipelines running, with more than that takes.
resource "aws_iam_user" "operator" {
  name = "operator"
}

resource "aws_iam_policy" "operate" {
  name = "operate"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Action = [
        "iam:ListRoles",
        "iam:DeleteRolePermissionsBoundary", # expect: aws-iam-escalation-permissions-boundary
      ]
      Resource = "*"
    }]
  })
}

resource "aws_iam_user_policy_attachment" "operator" {
  user       = aws_iam_user.operator.name
  policy_arn = aws_iam_policy.operate.arn
}

# Nobody here has it; whoever is given it gets the same.
data "aws_iam_policy_document" "handed_out" {
  statement {
    actions   = ["iam:PutUserPermissionsBoundary"] # expect: aws-iam-escalation-permissions-boundary
    resources = ["arn:aws:iam::123456789012:user/*"]
  }
}

output "handed_out" {
  value = data.aws_iam_policy_document.handed_out.json
}

# One of the team.
resource "aws_iam_user" "keeper" {
  name                 = "keeper"
  path                 = "/team/"
  permissions_boundary = "arn:aws:iam::aws:policy/IAMFullAccess"
}

resource "aws_iam_user_policy" "keeper" {
  user = aws_iam_user.keeper.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:DeleteUserPermissionsBoundary" # expect: aws-iam-escalation-permissions-boundary
      Resource = "arn:aws:iam::123456789012:user/team/*"
    }]
  })
}

# It is no user itself, and lifts the boundaries of users.
resource "aws_iam_role" "onboarding" {
  name               = "onboarding"
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy" "onboarding" {
  role = aws_iam_role.onboarding.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:DeleteUserPermissionsBoundary" # expect: aws-iam-escalation-permissions-boundary
      Resource = "*"
    }]
  })
}
