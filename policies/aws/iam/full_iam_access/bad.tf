resource "aws_iam_user" "ci" {
  name = "ci"
}

resource "aws_iam_user_policy" "ci" {
  user = aws_iam_user.ci.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Allow"
        Action = [
          "lambda:*",
          "iam:*", # expect: aws-iam-full-iam-access
        ]
        Resource = "*"
      }
    ]
  })
}

resource "aws_iam_group" "deployers" {
  name = "deployers"
}

resource "aws_iam_group_policy_attachment" "deployers" {
  group      = aws_iam_group.deployers.name
  policy_arn = "arn:aws:iam::aws:policy/IAMFullAccess" # expect: aws-iam-full-iam-access
}

# The role is made elsewhere.
resource "aws_iam_role_policy" "elsewhere" {
  role = "deploy"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:*" # expect: aws-iam-full-iam-access
      Resource = "*"
    }]
  })
}
