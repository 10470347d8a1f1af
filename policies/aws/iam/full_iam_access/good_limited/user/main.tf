variable "role" {
  type = string
}

# Perhaps one that may do nothing in IAM.
resource "aws_iam_role_policy_attachment" "given" {
  role       = var.role
  policy_arn = "arn:aws:iam::aws:policy/IAMFullAccess" # undecided: aws-iam-full-iam-access
}

resource "aws_iam_user" "limited" {
  name = "limited"
}

resource "aws_iam_user_policy" "no_iam" {
  user = aws_iam_user.limited.name

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Deny", Action = "iam:*", Resource = "*" }]
  })
}
