variable "role" {
  type = string
}

# Whose it is, is said by whoever calls.
resource "aws_iam_role_policy" "deploy" {
  role = var.role

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["s3:GetObject", "iam:*"] # expect: aws-iam-full-iam-access
      Resource = "*"
    }]
  })
}

resource "aws_iam_role_policy_attachment" "deploy" {
  role       = var.role
  policy_arn = "arn:aws:iam::aws:policy/IAMFullAccess" # expect: aws-iam-full-iam-access
}
