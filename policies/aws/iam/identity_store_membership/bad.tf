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
        "identitystore:CreateGroupMembership", # expect: aws-iam-identity-store-membership
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
    actions   = ["identitystore:CreateGroupMembership"] # expect: aws-iam-identity-store-membership
    resources = ["arn:aws:identitystore::123456789012:*"]
  }
}

output "handed_out" {
  value = data.aws_iam_policy_document.handed_out.json
}

# The older name of the right, which knows no groups as resources.
resource "aws_iam_user_policy" "directory" {
  user = aws_iam_user.operator.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "sso-directory:AddMemberToGroup" # expect: aws-iam-identity-store-membership
      Resource = "*"
    }]
  })
}
